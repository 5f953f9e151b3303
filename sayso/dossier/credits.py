"""How reports credit a statement: the words of the cue as they stand before it ("denied on Monday that")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.dossier.ledger import Ledger
from sayso.knowledge.display import display
from sayso.model import Attribution, Evidence, Position

NEAR = 40  # characters between a cue and the words that it credits; beyond these it is told without
_BREAK = re.compile(r"[.!?:;\n]")
_OPENING = "“”\"‘’' "


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said, after what credits it ("denied that", empty where no cue stands before it); and its evidence."""

    lead: str
    words: str
    evidence: Evidence


def sayings(ledger: Ledger, position: Position) -> tuple[Saying, ...]:
    """What a position rests on, each statement once, in order."""
    return tuple({(one.lead, one.words): one for one in _each(ledger, position)}.values())


def _each(ledger: Ledger, position: Position) -> Iterator[Saying]:
    told: set[str] = set()
    for evidence in position.evidence:
        found = ledger.attributions.get(evidence.attribution or "")
        if found is None:
            report = ledger.reports.get(evidence.report)
            if report is not None:
                yield Saying("", _flat(report.text[evidence.start : evidence.end]), evidence)
        elif found.id not in told:
            told.add(found.id)
            before, words = lead(ledger, found), " … ".join(_flat(part.quote) for part in found.content)
            if before and (joined := joining().match(words)):
                before, words = f"{before} {joined[0].strip()}", words[joined.end() :]
            yield Saying(before, words, evidence)


def lead(ledger: Ledger, attribution: Attribution) -> str:
    """What stands from the cue to the words that it credits; empty where the cue is not before and beside them, or
    where the source stands between.
    """
    first = attribution.content[0]
    cue = next((part for part in reversed(attribution.cue) if part.end <= first.start), None)
    if cue is None or cue.quote[:1].isupper():  # a cue that begins a sentence follows no source
        return ""
    text = ledger.reports[attribution.report].text
    between = text[cue.end : first.start].rstrip(_OPENING)
    source = attribution.source
    named = source is not None and source.start is not None and cue.start <= source.start < first.start
    if source is not None and source.start is not None and _conditional().search(text[: source.start]):
        return ""  # "If the ministry is to be believed, …" credits, but nobody "is to be believed"
    if named or len(between) > NEAR or _BREAK.search(between):
        return ""
    words = _flat(text[cue.start : cue.end] + between)
    return words if any(c.isalpha() for c in words) else ""  # a headline's colon


@cache
def _conditional() -> re.Pattern[str]:
    """A word right before a source that makes its clause a condition ("If the ministry is to be believed")."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, display().conditional))})\s+$", re.IGNORECASE)


@cache
def joining() -> re.Pattern[str]:
    """A word that only joins a statement to its cue ("that"), at its beginning."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, display().joining))})\b[\s…,]*", re.IGNORECASE)


def _flat(text: str) -> str:
    return " ".join(text.split())
