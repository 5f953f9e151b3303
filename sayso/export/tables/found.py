"""Tables of what was found across the reports: claims, the positions on them, events and actors."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.context import Context
from sayso.export.table import ANCHOR, NOWHERE, Column, Row, Table, joined
from sayso.model import Actor


def _claims(context: Context) -> Iterator[Row]:
    for claim in context.dossier.claims:
        count = context.reckon(claim) if claim.measure else None
        yield (
            claim.id,
            claim.story,
            claim.event,
            claim.question,
            claim.measure,
            claim.unit,
            claim.of_whom,
            claim.whose,
            claim.place,
            claim.when,
            claim.proposition,
            claim.low,
            claim.high,
            count.low if count else None,
            count.best if count else None,
            count.high if count else None,
            count.policy if count else None,
            count.reason if count else None,
            joined(claim.standing),
            joined(claim.origins),
            len(claim.positions),
            joined(claim.coverage),
            joined(claim.silent),
            *context.anchor(claim.positions[0].evidence[0]),
        )


CLAIMS = Table(
    "claims",
    "A question on which origins take positions. Its anchor is the first piece of evidence of its first position.",
    (
        Column("id", "The claim's id."),
        Column("story", "Id of its story."),
        Column("event", "Id of its event."),
        Column("question", "The question, in words."),
        Column("measure", "What is counted; null for a proposition."),
        Column("unit", "In what."),
        Column("of_whom", "Of whom or what."),
        Column("whose", "The side whose people or things they are; null: not told."),
        Column("place", "Where."),
        Column("when", "When: ISO 8601."),
        Column("proposition", "What is or is not so; null for a figure."),
        Column("low", "The least of what positions allow; null: open below.", "integer"),
        Column("high", "The most of what positions allow; null: open above.", "integer"),
        Column("policy_low", "The low number by the counting policy.", "integer"),
        Column("policy_best", "The best number by the counting policy; null where the policy picks none.", "integer"),
        Column("policy_high", "The high number by the counting policy.", "integer"),
        Column("policy", "The counting policy by which these three are reckoned."),
        Column("policy_reason", "Why it comes to them."),
        Column("standing", "Its standings."),
        Column("origins", "Whose word it is in the end, once chains and copies are followed."),
        Column("positions", "How many positions it has.", "integer"),
        Column("coverage", "Ids of the reports that carry it."),
        Column("silent", "Ids of the reports of its story that do not."),
        *ANCHOR,
    ),
    _claims,
)


def _positions(context: Context) -> Iterator[Row]:
    for claim in context.dossier.claims:
        for number, position in enumerate(claim.positions):
            yield (
                claim.id,
                number,
                position.origin,
                position.outlet,
                position.actor,
                position.root,
                position.side,
                position.polarity,
                position.low,
                position.high,
                position.best,
                position.qualifier,
                position.text,
                position.interest,
                position.superseded,
                position.distanced,
                position.said,
                joined(position.relays),
                joined(position.carried_by),
                *context.anchor(position.evidence[0]),
            )


POSITIONS = Table(
    "positions",
    "What one origin says on a claim. Its anchor is its first piece of evidence; `evidence` has all.",
    (
        Column("claim", "Id of the claim."),
        Column("position", "Its place among the claim's positions, from 0.", "integer"),
        Column("origin", "Whose word it is; null: the outlet's own voice."),
        Column("outlet", "The outlet that says it in its own voice."),
        Column("actor", "Id of the actor."),
        Column("root", "A key for whose word it is in the end: positions with the same key are one origin."),
        Column("side", "The side of the origin; null: not known."),
        Column("polarity", "asserts, partly, denies, doubts, no-comment or could-not-verify."),
        Column("low", "The least that it allows; null: open below.", "integer"),
        Column("high", "The most that it allows; null: open above.", "integer"),
        Column("best", "The number between them that its origin holds most likely, where it gives one.", "integer"),
        Column("qualifier", "The word that bounds it, or stands for a number."),
        Column("text", "What it says."),
        Column("interest", "self-serving, against-interest, neutral or unknown."),
        Column("superseded", "Whether its origin has since replaced it.", "boolean"),
        Column("distanced", "Whether it is held at arm's length.", "boolean"),
        Column("said", "When it was first published: ISO 8601."),
        Column("relays", "Through whom it came."),
        Column("carried_by", "Ids of the reports that have it."),
        *ANCHOR,
    ),
    _positions,
)


def _events(context: Context) -> Iterator[Row]:
    for event in context.dossier.events:
        place = context.place(event.place, event.reports)
        yield (
            event.id,
            event.story,
            event.name,
            event.type,
            event.place,
            event.when,
            joined(event.parties),
            event.historical,
            joined(event.reports),
            place.country if place else None,
            place.region if place else None,
            place.latitude if place else None,
            place.longitude if place else None,
            place.precision if place else None,
            *(context.anchor(event.evidence[0]) if event.evidence else NOWHERE),
        )


EVENTS = Table(
    "events",
    "One happening that reports tell of. Its anchor is its first piece of evidence.",
    (
        Column("id", "The event's id."),
        Column("story", "Id of its story."),
        Column("name", "What it is called."),
        Column("type", "Its kind: armed-clash, protest, …"),
        Column("place", "Where, as told."),
        Column("when", "When: ISO 8601, a day, month or interval."),
        Column("parties", "The sides that take part in it or speak on it."),
        Column("historical", "Whether reports recall it from earlier.", "boolean"),
        Column("reports", "Ids of the reports that tell of it."),
        Column("country", "ISO 3166-1 alpha-2 code of the place's state."),
        Column("region", "First-level region of the place."),
        Column("latitude", "WGS 84, degrees; null where the place could not be resolved.", "number"),
        Column("longitude", "WGS 84, degrees.", "number"),
        Column("precision", "UCDP where_prec of the place, as in `places`.", "integer"),
        *ANCHOR,
    ),
    _events,
)


def _actors(context: Context) -> Iterator[Row]:
    for actor in context.dossier.actors:
        yield (
            actor.id,
            actor.name,
            joined(actor.names),
            actor.kind,
            actor.affiliation,
            actor.side,
            *_first_words(actor, context),
        )


def _first_words(actor: Actor, context: Context) -> Row:
    """Where a report first names the actor as a source."""
    named = context.first_named
    places = [named[name] for name in map(str.casefold, (actor.name, *actor.names)) if name in named]
    if not places:
        return NOWHERE
    _, report, start, end = min(places)
    return report, start, end, context.words(report, start, end)


ACTORS = Table(
    "actors",
    "A source, resolved across reports. Its anchor is where it is first named beside what it said, if it ever is.",
    (
        Column("id", "The actor's id."),
        Column("name", "What it is called."),
        Column("names", "The forms seen."),
        Column("kind", "government, military, witness, …"),
        Column("affiliation", "Whom it belongs to or speaks for."),
        Column("side", "Its side; null: not known."),
        *ANCHOR,
    ),
    _actors,
)


def _copies(context: Context) -> Iterator[Row]:
    for copy in context.dossier.copies:
        for passage in copy.passages:
            there = passage.there
            context.anchor(there)
            yield (
                copy.report,
                copy.of,
                copy.kind,
                copy.told_by,
                copy.share,
                copy.share_of,
                there.start,
                there.end,
                *context.anchor(passage.here),
            )


COPIES = Table(
    "copies",
    "The same words in two reports. Its anchor is the passage in the report that rests on the other.",
    (
        Column("rests", "Id of the report that rests on the other, or is the later where nothing tells."),
        Column("of", "Id of the other report."),
        Column("kind", "copy: half of it or more; partial: less; quotes: nothing but quotations."),
        Column("told_by", "What tells which rests on which: revises, credit or time; null: nothing."),
        Column("share", "Share of its running text that is in the other.", "number"),
        Column("share_of", "Share of the other's running text.", "number"),
        Column("of_start", "Where the words begin in the other report.", "integer"),
        Column("of_end", "Where they end there.", "integer"),
        *ANCHOR,
    ),
    _copies,
)
