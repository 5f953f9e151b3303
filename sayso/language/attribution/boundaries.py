"""Mends where a content begins and ends: a quotation is whole, a second half belongs to its first."""

from __future__ import annotations

import re

from sayso.language.attribution.candidates import Candidate, overlap
from sayso.language.attribution.decoding import Span
from sayso.language.quotations import Quotation
from sayso.model.annotations import Quoting

EDGE = " \t\r\n,;:.–—-"
WORD = re.compile(r"\w")


def tidy(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans without white space and stray punctuation at their ends, overlaps joined, empty ones dropped."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        while start < end and (text[start] in EDGE):
            start += 1
        while end > start and (text[end - 1] in " \t\r\n,;:–—-"):
            end -= 1
        # A conjunction that is left over says nothing.
        if not WORD.search(text, start, end) or (len(spans) > 1 and text[start:end].casefold() == "that"):
            continue
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)


def whole_quotations(text: str, candidate: Candidate, quotations: list[Quotation]) -> Candidate:
    """The candidate with every quotation that its content reaches well into taken whole.

    A part that is one quotation and nothing else loses its marks; a part that mixes quoted and other words keeps them.
    """
    parts: list[Span] = []
    for start, end in candidate.content:
        for q in quotations:
            lo, hi = q.inner
            shared = min(end, hi) - max(start, lo)
            if shared <= 0 or overlap((q_span := (lo, hi),), candidate.cue) or overlap((q_span,), candidate.source):
                continue
            if shared >= 0.3 * (hi - lo) or shared >= 60:
                inside = lo <= start + 1 and end <= hi + 1
                start, end = (min(start, lo), max(end, hi)) if inside or (start >= lo - 2 and end <= hi + 2) else (
                    min(start, q.start if start < lo - 2 else lo - (start < lo)), max(end, q.end if end > hi else hi)
                )  # fmt: skip
        parts.append((start, end))
    return candidate.but(content=_unmarked(text, tidy(text, tuple(parts)), quotations))


def _unmarked(text: str, spans: tuple[Span, ...], quotations: list[Quotation]) -> tuple[Span, ...]:
    """A part that is wholly one quotation, without its marks; a part that cuts a mark off one side, with it."""
    found = []
    for start, end in spans:
        for q in quotations:
            lo, hi = q.inner
            if q.start <= start and end <= q.end:
                start, end = max(start, lo), min(end, hi)
            elif q.start == start - 1 and hi < end:
                start = q.start
            elif q.closed and hi == end and start < q.start:
                end = q.end
        found.append((start, end))
    return tidy(text, tuple(found))


def second_halves(text: str, candidates: list[Candidate], quotations: list[Quotation]) -> list[Candidate]:
    """Gives quotations that nobody claims to the quotation before them in the same paragraph.

    "X," she said. "Y." has one speaker, and so has a quotation that goes on in the next paragraph.
    """
    found = list(candidates)
    for i, q in enumerate(quotations):
        lo, hi = q.inner
        if any(overlap(c.content, ((lo, hi),)) or overlap(c.source, ((lo, hi),)) for c in found) or _short(
            text, lo, hi
        ):
            continue
        before = quotations[i - 1] if i else None
        if before is None:
            continue
        between = text[before.end : q.start]
        runs_on = not before.closed and not between.strip()
        same = "\n" not in between and len(re.findall(r"[.!?][\"”’]?\s", between)) <= 1
        if not (runs_on or same):
            continue
        speaker = next((n for n, c in enumerate(found) if overlap(c.content, (before.inner,)) and c.source), None)
        # What stands between must be the cue of the first half, not a sentence about something else.
        if speaker is None or not (runs_on or _is_cue(found[speaker], before.end, q.start, text)):
            continue
        found[speaker] = found[speaker].but(content=tidy(text, (*found[speaker].content, (lo, hi))))
    return found


def _short(text: str, lo: int, hi: int) -> bool:
    """Quoted words that are no statement by themselves: scare quotes, titles."""
    return len(text[lo:hi].split()) < 4 and text[hi - 1 : hi] not in ".!?"


def _is_cue(candidate: Candidate, start: int, end: int, text: str) -> bool:
    return overlap(candidate.cue, ((start, end),)) > 0 and len(text[start:end].split()) < 30


def quotation_type(text: str, content: tuple[Span, ...], quotations: list[Quotation]) -> Quoting:
    """`direct` where all words stand in quotation marks, `indirect` where none does, else `mixed`."""
    inside = outside = False
    for start, end in content:
        for q in quotations:
            if q.start < end and start < q.end:
                outside = outside or WORD.search(text, start, q.start) is not None
                inside = inside or WORD.search(text, max(start, q.start), min(end, q.end)) is not None
                start = q.end
        outside = outside or WORD.search(text, start, end) is not None
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"
