"""Figures: every quantity that a report states of people hurt, things lost, attacks and the like.

The measures and units are those of `sayso/knowledge/measures.yaml` and `units.yaml`; docs/figures.md says
what counts, and which words give which bounds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from sayso.language.figures.credit import credited
from sayso.language.figures.finder import find
from sayso.language.figures.found import Found
from sayso.language.figures.reality import is_historical, year_told
from sayso.language.figures.vocabulary import lexicon
from sayso.model import Attribution, Figure, Report

__all__ = ["find_figures"]


def _of_whom(found: Found) -> str | None:
    if found.group.head is None:
        return None
    words = found.sentence.words
    among = _among(found)
    if among:
        return among
    first = found.group.start
    while first < found.group.head and words[first].tag in ("IN", "DT", "JJR", "CD", "PRP$"):
        first += 1
    return words[0].text and _text(found, first, found.group.head + 1)


def _among(found: Found) -> str | None:
    """ "Five deaths among the workers": of the workers."""
    words, head = found.sentence.words, found.group.head or 0
    if head + 2 >= len(words) or words[head + 1].text != "among" or words[head].text.casefold() not in lexicon().nouns:
        return None
    first = head + 2
    while first < len(words) and words[first].tag in ("DT", "CD", "PRP$"):
        first += 1
    last = first
    while last < len(words) and words[last].tag.startswith(("JJ", "NN", "VBN")):
        last += 1
    named = last > first and words[last - 1].tag.startswith("NN")
    return _text(found, first, last) if named else None


def _text(found: Found, start: int, end: int) -> str:
    words = found.sentence.words[start:end]
    out = ""
    for i, word in enumerate(words):
        gap = i > 0 and word.start > words[i - 1].end
        out += (" " if gap else "") + word.text
    return out


def _of_whole(
    found: Found, everything: Sequence[Found], credits: Mapping[int, Attribution | None]
) -> Attribution | None:
    """Whose word a part is that no statement holds: that of its whole, where both stand in one sentence."""
    if found.whole is None or everything[found.whole].sentence is not found.sentence:
        return None
    return credits.get(found.whole)


def find_figures(report: Report, doc: Doc, attributions: Sequence[Attribution]) -> tuple[Figure, ...]:
    """The figures of `report`, in text order, each credited to whoever the report credits with it.

    `doc` is the parse of `report.text`; `attributions` those found in the same report. A figure's anchor
    covers the number with its bounds, what it counts, and the words that name the measure where they are near.
    """
    text = report.text
    furniture = [(part.start, part.end) for part in report.parts if part.kind == "furniture"]
    figures: list[Figure] = []
    ids: dict[int, str] = {}
    everything = find(doc)
    credits: dict[int, Attribution | None] = {}
    year = year_told(text, report.published)
    for index, found in enumerate(everything):
        words = found.sentence.words
        start, end = words[found.start].start, words[found.end - 1].end
        if any(start < b and a < end for a, b in furniture):
            continue
        core = (words[found.number.start].start, words[found.number.end - 1].end)
        by = credited(doc, attributions, *core) or _of_whole(found, everything, credits)
        if found.again and by is None:
            continue  # a number that nobody is seen to give again
        credits[index] = by
        ids[index] = f"{report.id}:f{len(figures) + 1}"
        figures.append(
            Figure.of(
                text,
                start,
                end,
                id=ids[index],
                report=report.id,
                measure=found.measure,
                unit=found.unit,
                of_whom=_of_whom(found),
                low=found.number.low,
                high=found.number.high,
                qualifier=found.number.qualifier,
                mode="historical" if is_historical(found.sentence, year) else "actual",
                said_by=by.origin if by else None,
                attribution=by.id if by else None,
                part_of=ids.get(found.whole) if found.whole is not None else None,
            )
        )
    return tuple(figures)
