"""Quotations in context: the words that something rests on, with enough around them to be understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.dossier.ledger import Ledger
from sayso.dossier.page.anchors import Anchors
from sayso.model import Evidence

BEFORE, AFTER = 150, 110  # characters of context, within the paragraph
LONGEST = 420  # characters of one stretch that are shown; the rest stands in the report


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of one report: its text in pieces, each with whether it is what the evidence points to."""

    pieces: tuple[tuple[str, bool], ...]
    label: str
    published: str | None
    language: str
    href: str
    found_by: str | None
    confidence: float | None


def quotes(ledger: Ledger, anchors: Anchors, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
    """The passages that hold the evidence; what stands close together in a paragraph is one passage."""
    passages: list[list[Evidence]] = []
    known = [one for one in evidence if one.report in ledger.order]
    for one in sorted(known, key=lambda e: (ledger.order[e.report], e.start, e.end)):
        last = passages[-1] if passages else None
        if last and last[0].report == one.report and _near(ledger.reports[one.report].text, last, one):
            last.append(one)
        else:
            passages.append([one])
    return tuple(_quote(ledger, anchors, passage) for passage in passages)


def _near(text: str, passage: list[Evidence], one: Evidence) -> bool:
    end = max(before.end for before in passage)
    return one.start <= end or (one.start - end <= BEFORE and "\n" not in text[end : one.start])


def _quote(ledger: Ledger, anchors: Anchors, passage: list[Evidence]) -> Quote:
    first = passage[0]
    report = ledger.reports[first.report]
    start, end = first.start, max(one.end for one in passage)
    pieces = [(_before(report.text, start), False)]
    at = start
    for one in passage:
        if one.end <= at:
            continue
        pieces.append((report.text[at : one.start], False))
        words = report.text[max(at, one.start) : one.end]
        pieces.append((words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …", True))
        at = one.end
    pieces.append((_after(report.text, end), False))
    found = ledger.attributions.get(first.attribution or "")
    return Quote(
        pieces=tuple((text, marked) for text, marked in pieces if text),
        label=ledger.label(report.id),
        published=report.published,
        language=report.language,
        href="#" + anchors.words(first),
        found_by=found.found_by if found else None,
        confidence=found.confidence if found else None,
    )


def _before(text: str, start: int) -> str:
    top = text.rfind("\n", 0, start) + 1
    return text[top:start] if start - top <= BEFORE else "… " + text[start - BEFORE : start].partition(" ")[2]


def _after(text: str, end: int) -> str:
    bottom = text.find("\n", end)
    bottom = len(text) if bottom < 0 else bottom
    return text[end:bottom] if bottom - end <= AFTER else text[end : end + AFTER].rpartition(" ")[0] + " …"
