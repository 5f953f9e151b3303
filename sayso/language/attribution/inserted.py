"""Statements put in between two dashes: "She said that while it was open — he denies to have been there — few came"."""

from __future__ import annotations

import re

from sayso.language.attribution.boundaries import tidy
from sayso.language.attribution.candidates import Candidate

DASHED = re.compile(r"(?<=[\w’”\",)])(?:\s+[–—-]{1,2}\s+|—)(?=[\w‘“\"(])")
REACH = 300  # characters before a cue within which its sentence begins
STOP = re.compile(r"[.?!][”\"’']*\s|\n")


def with_insertions(text: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates, each that is cued between two dashes ended at the second; what follows this goes on with the
    statement that the first has cut short.
    """
    kept = list(found)
    for number, inner in enumerate(found):
        dash = _closing(text, inner)
        if dash is None:
            continue
        opened, closed = dash
        outer = next((i for i, c in enumerate(kept) if i != number and c.cue and c.content[-1][1] == opened[0]), None)
        said = tidy(text, (*inner.content[:-1], (inner.content[-1][0], closed[0])))
        rest = tidy(text, ((closed[1], inner.content[-1][1]),))
        if outer is not None and said and rest:
            kept[number] = inner.but(content=said)
            kept[outer] = kept[outer].but(content=(*kept[outer].content, *rest))
    return kept


def _closing(text: str, inner: Candidate) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The dash before a statement's cue and the one within its content, where it has one of each in its sentence."""
    start, end = inner.content[-1]
    if not inner.cue or inner.cue[0][0] > start:
        return None
    cue = inner.cue[0][0]
    begins = [max(0, cue - REACH), *(stop.end() for stop in STOP.finditer(text, max(0, cue - REACH), cue))]
    before = list(DASHED.finditer(text, begins[-1], cue))
    within = DASHED.search(text, start, end)
    if len(before) != 1 or within is None or STOP.search(text, start, within.start()):
        return None
    return before[0].span(), within.span()
