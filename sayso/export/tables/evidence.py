"""The table of evidence: every stretch of words that anything in the dossier rests on."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.context import Context
from sayso.export.table import ANCHOR, Column, Row, Table


def _evidence(context: Context) -> Iterator[Row]:
    dossier = context.dossier
    for found in dossier.attributions:
        if found.source and found.source.start is not None and found.source.end is not None:
            start, end = found.source.start, found.source.end
            yield "attribution", found.id, "source", found.id, None, *_at(context, found.report, start, end)
        for role, anchors in (("cue", found.cue), ("content", found.content)):
            for anchor in anchors:
                yield (
                    "attribution",
                    found.id,
                    role,
                    found.id,
                    None,
                    *_at(context, found.report, anchor.start, anchor.end),
                )
    for kind, marks in (("figure", dossier.figures), ("place", dossier.places), ("time", dossier.times)):
        for mark in marks:
            own = mark.id if kind == "figure" else None
            yield kind, mark.id, "words", None, own, *_at(context, mark.report, mark.start, mark.end)
    for event in dossier.events:
        for item in event.evidence:
            yield "event", event.id, "told", item.attribution, item.figure, *context.anchor(item)
    for claim in dossier.claims:
        for number, position in enumerate(claim.positions):
            for item in position.evidence:
                yield "position", f"{claim.id}:{number}", "stated", item.attribution, item.figure, *context.anchor(item)
        for reason in claim.reasons:
            for item in reason.evidence:
                yield "claim", claim.id, reason.tag, item.attribution, item.figure, *context.anchor(item)


def _at(context: Context, report: str, start: int, end: int) -> tuple[str, int, int, str]:
    return report, start, end, context.words(report, start, end)


EVIDENCE = Table(
    "evidence",
    "A stretch of words that something rests on.",
    (
        Column("of", "What rests on it: attribution, figure, place, time, event, position or claim."),
        Column("id", "Its id; a position's is the claim's id, a colon and its place."),
        Column(
            "role",
            "source, cue or content of an attribution; the standing of a claim; told, stated or words of the others.",
        ),
        Column("attribution", "Id of the attribution that it stands in."),
        Column("figure", "Id of the figure that it is."),
        *ANCHOR,
    ),
    _evidence,
)
