"""Actors, events, reports and what was said as FollowTheMoney entities and statements.

`entities.ftm.json` has an entity a line, `statements.ftm.json` each value of it a line, with its provenance in
`origin`; both are what the `ftm` program reads. Sayso's words are mapped by exports.yaml. The words that an entity
rests on are in `notes`, after the report's id and a character range (RFC 5147).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha1
from typing import Any
from urllib.parse import quote as escaped

from sayso.dossier.harmless import one_line
from sayso.export.coding import coding
from sayso.export.context import Context
from sayso.export.days import days
from sayso.export.told import office
from sayso.model import Attribution, Event, ReportEntry

DATASET = "sayso"
Entity = dict[str, Any]


def files(context: Context) -> dict[str, bytes]:
    """`entities.ftm.json` and `statements.ftm.json`, JSON Lines."""
    entities = list(_entities(context))
    statements = [line for entity in entities for line in _statements(entity)]
    return {"entities.ftm.json": _lines(entities), "statements.ftm.json": _lines(statements)}


def _lines(objects: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects).encode("utf-8")


def _entities(context: Context) -> Iterator[Entity]:
    for entry in context.dossier.reports:
        yield _article(entry, context)
    known: dict[str, str] = {}
    for actor in context.dossier.actors:
        schema = coding().followthemoney.get(actor.kind)
        if schema:
            known[actor.id] = _id(context, "actor", actor.id)
            names = [name for name in dict.fromkeys(map(one_line, actor.names)) if name != one_line(actor.name)]
            yield _entity(known[actor.id], schema, name=[one_line(actor.name)], alias=names)
    for event in context.dossier.events:
        yield from _event(event, context)
    for found in context.dossier.attributions:
        yield from _said(found, known, context)


def _article(entry: ReportEntry, context: Context) -> Entity:
    return _entity(
        _id(context, "report", entry.id),
        "Article",
        title=[one_line(entry.headline)] if entry.headline else [],
        publisher=[publisher] if (publisher := office(entry)) else [],
        publishedAt=_date(entry.published),
        sourceUrl=[entry.url] if entry.url and entry.url.startswith(("http://", "https://")) else [],
        fileName=[one_line(entry.file or entry.id)],
        bodyText=[entry.text],
        notes=[f"Report {entry.id}", f"SHA-256 of the text: {entry.sha256}"],
    )


def _event(event: Event, context: Context) -> Iterator[Entity]:
    id = _id(context, "event", event.id)
    place, when = context.place(event.place, event.reports), days(event.when)
    yield _entity(
        id,
        "Event",
        name=[one_line(event.name)],
        startDate=[when.first.isoformat()] if when else [],
        endDate=[when.last.isoformat()] if when else [],
        location=[one_line(event.place)] if event.place else [],
        country=[place.country.lower()] if place and place.country else [],
        keywords=[event.type] if event.type else [],
        notes=[_at(*context.anchor(item)) for item in event.evidence],
    )
    for report in event.reports:
        yield _entity(
            f"{id}-{_key(report)}",
            "Documentation",
            document=[_id(context, "report", report)],
            entity=[id],
            role=["tells of it"],
        )


def _said(found: Attribution, known: dict[str, str], context: Context) -> Iterator[Entity]:
    document = _id(context, "report", found.report)
    actor = context.ledger.actor(found.source.name) if found.source else None
    who = known.get(actor.id) if actor else None
    yield _entity(
        _id(context, "said", found.id),
        "Note",
        name=[one_line(f"{found.source.name if found.source else 'unnamed'}: {found.stance}")],
        entity=[who] if who else [],
        proof=[document],
        keywords=[found.stance, found.quotation],
        description=[part.quote for part in found.content],
        notes=[_at(found.report, part.start, part.end, part.quote) for part in found.content],
    )
    if found.source and who:
        yield _entity(
            _id(context, "mention", found.id),
            "Mention",
            document=[document],
            resolved=[who],
            name=[one_line(found.source.text or found.source.name)],
        )


def _at(report: str, start: int, end: int, words: str) -> str:
    """An anchor in one value: values have no order, and of two that are the same one is kept."""
    return f"{escaped(report, safe='')}#char={start},{end} {words}"


def _date(value: str | None) -> list[str]:
    """A date or date-time as far as the format has it: without a zone."""
    return [value[:19]] if value and days(value) else []


def _entity(id: str, schema: str, **properties: list[str]) -> Entity:
    filled = {name: list(dict.fromkeys(values)) for name, values in properties.items() if any(values)}
    return {"id": id, "schema": schema, "properties": filled, "datasets": [DATASET]}


def _statements(entity: Entity) -> Iterator[dict[str, Any]]:
    for prop, values in entity["properties"].items():
        for value in values:
            key = f"{DATASET}.{entity['id']}.{prop}.{value}".encode("utf-8", "surrogatepass")
            yield {
                "canonical_id": entity["id"],
                "entity_id": entity["id"],
                "prop": prop,
                "schema": entity["schema"],
                "value": value,
                "dataset": DATASET,
                "external": False,
                "origin": DATASET,
                "id": sha1(key, usedforsecurity=False).hexdigest(),
            }


def _id(context: Context, kind: str, id: str) -> str:
    """An id that is the same for the same object of the same texts, and never that of another dossier's."""
    return f"sayso-{kind}-{_key(context.fingerprint, id)}"


def _key(*parts: str) -> str:
    return sha1("\0".join(parts).encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:20]
