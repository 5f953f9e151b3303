"""Every anchor as a W3C Web Annotation, in one collection that annotation tools can show over the texts.

Source: Web Annotation Data Model (W3C Recommendation, 2017). Its text positions count code points, as Sayso's do. The
target is the report's very text (by SHA-256), since positions in a page's markup are others; `via` is the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as escaped

from sayso.export.context import Context
from sayso.model import Anchor, Attribution, Figure

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def files(context: Context) -> dict[str, bytes]:
    """`annotations.jsonld`: an AnnotationCollection of one page."""
    items = list(_items(context))
    without = f", without {', '.join(context.dossier.without)}" if context.dossier.without else ""
    whole = {
        "@context": CONTEXT,
        "id": "urn:sayso:annotations",
        "type": "AnnotationCollection",
        "label": "Attributions, figures, places and times" + without,
        "generator": {
            "id": "urn:sayso",
            "type": "Software",
            "name": f"Sayso {context.dossier.versions.sayso}",
        },
        "total": len(items),
        "first": {"id": "urn:sayso:annotations:page:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return {"annotations.jsonld": (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")}


def _items(context: Context) -> Iterator[dict[str, Any]]:
    for found in context.dossier.attributions:
        yield from _attribution(found, context)
    for figure in context.dossier.figures:
        yield _annotation(figure.id, figure.report, figure, _counted(figure), ["figure", figure.measure], context)
    for place in context.dossier.places:
        address = f"https://sws.geonames.org/{place.geonames}/" if place.geonames else None
        yield _annotation(place.id, place.report, place, f"Place: {place.name}", ["place"], context, address)
    for time in context.dossier.times:
        said = f"Time: {time.value}" if time.value else "Time"
        yield _annotation(time.id, time.report, time, said, ["time"], context)


def _attribution(found: Attribution, context: Context) -> Iterator[dict[str, Any]]:
    said = f"{found.source.name if found.source else 'unnamed'}: {found.stance}, {found.quotation}"
    tags = ["attribution", found.stance, found.quotation]
    text = context.ledger.reports[found.report].text
    for number, part in enumerate(found.content):
        said_of = f"Content. {said}"
        yield _annotation(f"{found.id}:content:{number}", found.report, part, said_of, [*tags, "content"], context)
    for number, part in enumerate(found.cue):
        yield _annotation(f"{found.id}:cue:{number}", found.report, part, f"Cue. {said}", [*tags, "cue"], context)
    if found.source and found.source.start is not None and found.source.end is not None:
        words = Anchor.of(text, found.source.start, found.source.end)
        yield _annotation(f"{found.id}:source", found.report, words, f"Source. {said}", [*tags, "source"], context)


def _counted(figure: Figure) -> str:
    low = "…" if figure.low is None else f"{figure.low}"
    high = "…" if figure.high is None else f"{figure.high}"
    return f"Figure: {figure.measure}, {low} to {high}"


def _annotation(
    id: str, report: str, anchor: Anchor, said: str, tags: list[str], context: Context, address: str | None = None
) -> dict[str, Any]:
    entry = context.ledger.reports[report]
    anchor.check(entry.text)
    body: list[dict[str, Any]] = [
        {"type": "TextualBody", "value": said, "format": "text/plain", "purpose": "describing"},
        *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags),
    ]
    if address:
        body.append({"type": "SpecificResource", "source": address, "purpose": "identifying"})
    source: dict[str, Any] = {
        "id": context.address(report),
        "type": "Text",
        "format": "text/plain",
        "language": entry.language,
    }
    if entry.url:
        source["via"] = entry.url
    return {
        "id": f"{context.address(report)}&annotation={escaped(id, safe='')}",
        "type": "Annotation",
        "motivation": "identifying" if address else "describing",
        "body": body,
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": anchor.quote,
                    "prefix": anchor.prefix,
                    "suffix": anchor.suffix,
                },
            ],
        },
    }
