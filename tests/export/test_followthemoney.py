"""FollowTheMoney entities and statements, held against its own model."""

from __future__ import annotations

import json
from typing import Any

import pytest
from followthemoney import model

from sayso.export import export
from sayso.export.coding import coding
from sayso.model import Actor, Dossier
from tests.export.telling import dossier, full


def lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode("utf-8").split("\n")[:-1]]


def entities(found: Dossier) -> list[dict[str, Any]]:
    return lines(export(found, "followthemoney")["entities.ftm.json"])


def test_the_sample_is_valid(sample: Dossier) -> None:
    found = entities(sample)
    for entity in found:
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        kept = {name: [value.strip() for value in values] for name, values in entity["properties"].items()}
        assert proxy.to_dict()["properties"] == kept
        assert set(proxy.schema.required) <= set(entity["properties"])
    schemata = {entity["schema"] for entity in found}
    assert {"Article", "Event", "Person", "PublicBody", "Note", "Mention", "Documentation"} <= schemata


def test_entities_point_to_entities_that_are_there_and_fit(sample: Dossier) -> None:
    found = {entity["id"]: entity for entity in entities(sample)}
    assert len(found) == len(entities(sample))
    for entity in found.values():
        schema = model.get(entity["schema"])
        assert schema
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            assert prop is not None
            for value in values if prop.type.name == "entity" else ():
                assert prop.range and model.get(found[value]["schema"]).is_a(prop.range)  # type: ignore[union-attr]


def test_statements_are_the_values_of_the_entities(sample: Dossier) -> None:
    files = export(sample, "followthemoney")
    built: dict[str, dict[str, Any]] = {}
    ids = set()
    for statement in lines(files["statements.ftm.json"]):
        ids.add(statement["id"])
        entity = built.setdefault(statement["entity_id"], {"schema": statement["schema"], "properties": {}})
        entity["properties"].setdefault(statement["prop"], []).append(statement["value"])
    assert len(ids) == len(lines(files["statements.ftm.json"]))
    assert built == {
        one["id"]: {"schema": one["schema"], "properties": one["properties"]}
        for one in lines(files["entities.ftm.json"])
    }


@pytest.mark.parametrize("schema", sorted(set(coding().followthemoney.values())))
def test_every_kind_of_actor_is_a_schema_of_a_legal_entity(schema: str) -> None:
    found = model.get(schema)
    assert found and found.is_a("LegalEntity") and not found.abstract


def test_a_document_is_no_actor() -> None:
    actors = (
        Actor(id="k1", name="the manifest", names=("the manifest",), kind="document"),
        Actor(id="k2", name="Ines Rook", names=("Ines Rook", "Rook"), kind="person"),
    )
    (person,) = [
        one
        for one in entities(dossier("words", actors=actors))
        if one["schema"] not in ("Article", "Event", "Documentation")
    ]
    assert person["properties"] == {"name": ["Ines Rook"], "alias": ["Rook"]}


def test_names_of_hostile_reports_are_cleaned() -> None:
    text = "A\x1b[2J\nB\u202e"
    (actor,) = [one for one in entities(full(text, [(0, len(text))])) if one["schema"] == "Person"]
    assert actor["properties"]["name"] == ["A\ufffd[2J B\ufffd"]
