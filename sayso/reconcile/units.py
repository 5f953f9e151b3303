"""Where one statement ends and the next begins: sentence by sentence, and within a sentence what one cue lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model import Attribution, Clause
from sayso.reconcile.points import Span, Spans
from sayso.reconcile.words import sentence

# What stands between two statements of one sentence: "that the road had been mined and that …", "; …".
LISTED = re.compile(r",?\s+(?:and|or)\s+(?=that\s)|;\s+")
JOINED = re.compile(r",?\s+(?:and|but)\s+$")
SHORT = 20  # characters below which a sentence stays with the one before ("That is a lie.")


def breaks(text: str, clauses: Sequence[Clause]) -> list[Span]:
    """What stands between statements of one sentence: "; ", "and that", "and" before a verb with words of its own."""
    found = {match.span() for match in LISTED.finditer(text)}
    for clause in clauses:
        joined = JOINED.search(text, max(0, clause.start - 8), clause.start) if clause.relation == "conj" else None
        if joined and (clause.at > clause.start):
            found.add(joined.span())
    return sorted(found)


def units(text: str, said: Attribution, breaks: Sequence[Span]) -> list[Spans]:
    """The content sentence by sentence, and what one cue lists each by itself; `breaks` are those of its report."""
    found: list[Spans] = []
    for part in said.content:
        for start, end in _told_apart(text, part.start, part.end, breaks):
            goes_on = found and start == part.start and sentence(text, found[-1][-1][1] - 1)[1] > start
            # A headline and the line below it are no one sentence.
            below = found and "\n" in text[found[-1][-1][1] : start]
            if found and (goes_on or end - start < SHORT) and not below:
                found[-1] = (*found[-1], (start, end))
            else:
                found.append(((start, end),))
    return found


def _told_apart(text: str, at: int, end: int, breaks: Sequence[Span]) -> Iterator[Span]:
    """The stretches of `text[at:end]` that say one thing each, without the white space around them."""
    while at < end:
        stop = min(sentence(text, at)[1], end)
        start = at
        for upto, onward in (*(b for b in breaks if at < b[0] and b[1] < stop), (stop, stop)):
            kept = text[start:upto].rstrip()
            if kept.strip():
                yield start + len(kept) - len(kept.lstrip()), start + len(kept)
            start = onward
        at = stop
