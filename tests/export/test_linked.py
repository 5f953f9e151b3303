"""JSON-LD, processed offline: schema.org claims and W3C annotations."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from pyld import jsonld
from rdflib import namespace

from sayso.export import export
from sayso.model import Dossier
from tests.export.telling import claim, dossier, full, position

SCHEMA = "https://schema.org/"
OA, AS, DC, RDF = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/ns/activitystreams#",
    "http://purl.org/dc/terms/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
# The terms of the W3C's context (Web Annotation Vocabulary, appendix A) that the export may use, and no others.
ANNO = {
    "id": "@id",
    "type": "@type",
    "Annotation": f"{OA}Annotation",
    "SpecificResource": f"{OA}SpecificResource",
    "TextQuoteSelector": f"{OA}TextQuoteSelector",
    "TextPositionSelector": f"{OA}TextPositionSelector",
    "TextualBody": f"{OA}TextualBody",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Software": f"{AS}Application",
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "describing": f"{OA}describing",
    "identifying": f"{OA}identifying",
    "tagging": f"{OA}tagging",
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "exact": f"{OA}exact",
    "prefix": f"{OA}prefix",
    "suffix": f"{OA}suffix",
    "start": {"@id": f"{OA}start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": f"{OA}end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "value": f"{RDF}value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "via": {"@id": f"{OA}via", "@type": "@id"},
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "name": "http://xmlns.com/foaf/0.1/name",
    "generator": {"@id": f"{AS}generator", "@type": "@id"},
    "total": {"@id": f"{AS}totalItems", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "first": {"@id": f"{AS}first", "@type": "@id"},
    "startIndex": {"@id": f"{AS}startIndex", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
}
# What the Web Annotation Data Model asks of the parts that are used (sections 3 and 4).
TEXTUAL = {
    "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}, "purpose": {"type": "string"}},
    "required": ["type", "value"],
}
SPECIFIC = {
    "properties": {"type": {"const": "SpecificResource"}, "source": {"type": "string", "format": "uri"}},
    "required": ["source"],
}
POSITION = {
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
    },
    "required": ["type", "start", "end"],
}
QUOTE = {
    "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string", "minLength": 1}},
    "required": ["type", "exact"],
}
ANNOTATION: dict[str, Any] = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z]+:"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["describing", "identifying"]},
        "body": {"type": "array", "items": {"anyOf": [TEXTUAL, SPECIFIC]}},
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {"selector": {"type": "array", "items": {"anyOf": [POSITION, QUOTE]}}},
        },
    },
}


def offline(url: str, options: object) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld", f"{url} would be fetched"
    return {
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": ANNO},
        "contentType": "application/ld+json",
    }


def expanded(content: bytes) -> list[dict[str, Any]]:
    found = jsonld.expand(json.loads(content), {"documentLoader": offline, "base": "https://base.example/"})
    assert isinstance(found, list)
    return found


def keys(node: Any) -> set[str]:
    if isinstance(node, list):
        return {key for one in node for key in keys(one)}
    if isinstance(node, dict):
        return {*node, *keys(list(node.values()))}
    return set()


def types(node: Any) -> set[str]:
    if isinstance(node, list):
        return {kind for one in node for kind in types(one)}
    if isinstance(node, dict):
        own = () if "@value" in node else node.get("@type", ())
        return {*own, *types(list(node.values()))}
    return set()


def test_claims_are_of_terms_that_schema_org_has(sample: Dossier) -> None:
    nodes = expanded(export(sample, "claimreview")["claims.jsonld"])
    known = {str(term) for term in dir(namespace.SDO)}
    for term in {key for key in keys(nodes) if not key.startswith("@")} | types(nodes):
        assert term in known, f"schema.org has no {term}"
    assert {f"{SCHEMA}Claim", f"{SCHEMA}appearance", f"{SCHEMA}firstAppearance"} <= keys(nodes) | types(nodes)


def test_no_verdict_is_given(sample: Dossier) -> None:
    nodes = expanded(export(sample, "claimreview")["claims.jsonld"])
    found = " ".join(keys(nodes) | types(nodes))
    assert "ClaimReview" not in found and "Rating" not in found and "review" not in found


def test_a_claim_appears_where_it_is_said_and_first_in_the_earliest_report(sample: Dossier) -> None:
    nodes = {node["@id"]: node for node in expanded(export(sample, "claimreview")["claims.jsonld"])}
    articles = {id for id, node in nodes.items() if node["@type"] == [f"{SCHEMA}NewsArticle"]}
    assert len(articles) == len(sample.reports)
    published = {id: nodes[id][f"{SCHEMA}datePublished"][0]["@value"] for id in articles}
    claims = [node for node in nodes.values() if node["@type"] == [f"{SCHEMA}Claim"]]
    assert claims
    for node in claims:
        where = {one["@id"]: one[f"{SCHEMA}isPartOf"][0]["@id"] for one in node[f"{SCHEMA}appearance"]}
        first = node[f"{SCHEMA}firstAppearance"][0]["@id"]
        assert set(where.values()) <= articles
        assert published[where[first]] == min(published[report] for report in where.values())


def test_a_position_that_neither_asserts_nor_denies_is_no_claim() -> None:
    silent = position(None, None, polarity="could-not-verify")
    files = export(dossier("words", claim("c1", position(1, 1), silent)), "claimreview")
    kinds = [node["@type"] for node in json.loads(files["claims.jsonld"])["@graph"]]
    assert kinds.count("Claim") == 1


def test_who_is_not_named_is_no_author() -> None:
    told = claim("c1", position(1, 1, origin="unnamed"), position(2, 2, origin="Ines Rook"))
    nodes = json.loads(export(dossier("words", told), "claimreview")["claims.jsonld"])["@graph"]
    authors = [node.get("author", {}).get("name") for node in nodes if node["@type"] == "Claim"]
    assert authors == [None, "Ines Rook"]


def test_annotations_are_as_the_data_model_asks(sample: Dossier) -> None:
    whole = json.loads(export(sample, "annotations")["annotations.jsonld"])
    items = whole["first"]["items"]
    assert whole["total"] == len(items) == len({item["id"] for item in items})
    for item in items:
        jsonschema.validate(item, ANNOTATION)


def test_annotations_are_of_terms_that_the_context_has(sample: Dossier) -> None:
    nodes = expanded(export(sample, "annotations")["annotations.jsonld"])
    rdf = json.dumps(nodes)
    for term in keys(json.loads(export(sample, "annotations")["annotations.jsonld"])) - {"@context"}:
        assert term in ANNO, f"{term} is none of the W3C's terms"
    assert all("//base.example" not in kind for kind in types(nodes)) and f"{OA}TextQuoteSelector" in rdf


def test_every_anchor_is_annotated(sample: Dossier) -> None:
    items = json.loads(export(sample, "annotations")["annotations.jsonld"])["first"]["items"]
    found = {
        (s["start"], s["end"], item["target"]["source"]["id"]) for item in items for s in item["target"]["selector"][:1]
    }
    addresses = {one.id: f"?report={one.id}" for one in sample.reports}
    marks = [*sample.figures, *sample.places, *sample.times]
    parts = [(part, each.report) for each in sample.attributions for part in (*each.content, *each.cue)]
    for part, report in [*((mark, mark.report) for mark in marks), *parts]:
        assert any((part.start, part.end) == (s, e) and id.endswith(addresses[report]) for s, e, id in found)


@pytest.mark.parametrize("to", ["claimreview", "annotations"])
def test_hostile_words_stay_values(to: str) -> None:
    text = '"}],"@context":"http://evil.example/","@id":"x"}</script>'
    for content in export(full(text, [(0, len(text))]), to).values():
        assert expanded(content)
