"""Where and when: each figure's place and time, and the day on which each statement was made. See docs/setting.md."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from sayso.language.setting.grammar import Grammar
from sayso.language.setting.search import Found, Settings
from sayso.language.setting.spots import happenings, spots, when_said
from sayso.model import Attribution, Figure, Place, Report, Time

__all__ = ["settle"]

WIDE = ("PCLI", "CONT", "RGN")  # features of places too wide to be where something happened


def settle(
    report: Report,
    doc: Doc,
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    places: Sequence[Place],
    times: Sequence[Time],
) -> tuple[tuple[Attribution, ...], tuple[Figure, ...]]:
    """The attributions with the day they were made, and the figures with their place and time.

    What is read is a mention of the same report: in the figure's own clause, else elsewhere in its sentence, else in
    a sentence before it in its paragraph, else in the report's opening. Where several compete, none is taken.
    """
    grammar = Grammar(doc, attributions)
    said = tuple(_said(a, times, grammar) for a in attributions)
    opening = _opening(report)
    where = Settings(grammar, spots(grammar, _without_dateline(report, places, opening)), figures, opening)
    when = Settings(grammar, happenings(grammar, times), figures, opening)
    return said, tuple(_set(f, where.of(f), when.of(f)) for f in figures)


def _said(attribution: Attribution, times: Sequence[Time], grammar: Grammar) -> Attribution:
    time = when_said(grammar, attribution, times)
    if time is None:
        return attribution
    return attribution.model_copy(update={"when": time.value, "when_at": time.id})


def _set(figure: Figure, place: Found | None, time: Found | None) -> Figure:
    update: dict[str, object] = {}
    if place is not None and isinstance(place.mention, Place):
        update |= {"place": place.mention.name, "place_at": place.mention.id, "placed_by": place.by}
    if time is not None and isinstance(time.mention, Time):
        update |= {"when": time.mention.value, "when_at": time.mention.id, "dated_by": time.by}
    return figure.model_copy(update=update)


def _without_dateline(report: Report, places: Sequence[Place], opening: tuple[int, int]) -> Sequence[Place]:
    """The places without where the report was written, unless its opening names no other."""
    headed = [(part.start, part.end) for part in report.parts if part.kind == "dateline"]
    others = [p for p in places if not any(start <= p.start < end for start, end in headed)]
    told = any(p.role == "where" and opening[0] <= p.start < opening[1] and p.feature not in WIDE for p in others)
    return others if told else places


def _opening(report: Report) -> tuple[int, int]:
    """The first paragraph of running text, without a headline and what else stands apart."""
    text = report.text
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        apart = any(p.start < end and start < p.end and p.kind != "dateline" for p in report.parts)
        if line.strip() and not apart and line.rstrip().endswith((".", "!", "?", "”", '"', "’")):
            return start, end
        start = end + 1
    return 0, 0
