"""Quotations in context: the words that something rests on, with enough around them to be understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.dossier.ledger import Ledger
from sayso.dossier.page.anchors import Anchors
from sayso.model import Evidence

BEFORE, AFTER = 150, 110  # characters of context, within the paragraph
LONGEST = 420  # characters of a quotation that are shown; the rest stands in the report


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: `words` with what stands before and after; the report that has it; how it was found."""

    before: str
    words: str
    after: str
    report: str
    label: str
    published: str | None
    language: str
    href: str
    found_by: str | None
    confidence: float | None


def quotes(ledger: Ledger, anchors: Anchors, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
    """A quotation for each piece of evidence, each stretch of a report once."""
    distinct = {(e.report, e.start, e.end): e for e in evidence if e.report in ledger.reports}
    return tuple(_quote(ledger, anchors, e) for e in distinct.values())


def _quote(ledger: Ledger, anchors: Anchors, evidence: Evidence) -> Quote:
    report = ledger.reports[evidence.report]
    text, start, end = report.text, evidence.start, evidence.end
    top = text.rfind("\n", 0, start) + 1
    bottom = text.find("\n", end)
    bottom = len(text) if bottom < 0 else bottom
    before = text[max(top, start - BEFORE) : start]
    if start - BEFORE > top:
        before = "… " + before.partition(" ")[2]
    words, after = text[start:end], text[end : min(bottom, end + AFTER)]
    if end + AFTER < bottom:
        after = after.rpartition(" ")[0] + " …"
    if len(words) > LONGEST:
        words, after = words[:LONGEST].rpartition(" ")[0] + " …", ""
    found = ledger.attributions.get(evidence.attribution or "")
    return Quote(
        before=before,
        words=words,
        after=after,
        report=anchors.report(report.id),
        label=ledger.label(report.id),
        published=report.published,
        language=report.language,
        href="#" + anchors.words(evidence),
        found_by=found.found_by if found else None,
        confidence=found.confidence if found else None,
    )
