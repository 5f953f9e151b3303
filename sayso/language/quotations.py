"""Where a text stands in quotation marks.

Marks are paired inside a paragraph. A quotation that runs over several paragraphs is written with an
opening mark at the head of each; only then does an unclosed mark reach the end of its paragraph. Any
other unclosed mark is taken for a slip and quotes nothing, so that one slip cannot swallow a document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

CLOSES = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'"}
# Opening double marks; single ones are also apostrophes and are judged with more care.
DOUBLE = set('“„«"”»')
LONGEST = 600  # characters of a single-quoted stretch: further on, the mark is more likely an apostrophe
PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks: `start` at the opening mark, `end` after the closing one.

    `closed` is false where the quotation runs on in the next paragraph.
    """

    start: int
    end: int
    closed: bool = True

    @property
    def inner(self) -> tuple[int, int]:
        """The quoted words alone, without their marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def _opens(text: str, at: int, lo: int) -> bool:
    before = text[at - 1] if at > lo else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([{-–—…/“‘'\"") and not after.isspace()


def _closes(text: str, at: int, hi: int) -> bool:
    before = text[at - 1]
    after = text[at + 1] if at + 1 < hi else " "
    return not before.isspace() and not after.isalnum()


def _paragraph(text: str, lo: int, hi: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for at in range(lo, hi):
        mark = text[at]
        if opened is None:
            if mark in "“„«" or (mark == '"' and _opens(text, at, lo)):
                opened = at
            elif mark in "‘'" and _opens(text, at, lo):
                end = _single(text, at, hi)
                if end and not any(q.start <= at < q.end for q in found):
                    found.append(Quotation(at, end))
        elif mark in CLOSES[text[opened]] and (mark != '"' or not _opens(text, at, lo) or _closes(text, at, hi)):
            found.append(Quotation(opened, at + 1))
            opened = None
        elif mark in "“«" and mark != text[opened]:
            opened = at
    if opened is not None:
        found.append(Quotation(opened, hi, closed=False))
    # A single-quoted stretch inside a double-quoted one is part of it.
    double = [q for q in found if text[q.start] in DOUBLE]
    return [q for q in found if q in double or not any(d.start < q.start and q.end <= d.end for d in double)]


def _single(text: str, at: int, hi: int) -> int | None:
    """The end of a single-quoted stretch that opens at `at`, or None for an apostrophe."""
    close = CLOSES[text[at]]
    for end in range(at + 2, min(hi, at + LONGEST)):
        if text[end] == "\n" or text[end] in '“”"':
            return None
        if (
            text[end] == close
            and _closes(text, end, hi)
            and not (text[end - 1] == "s" and _more(text, end + 1, hi, close))
        ):
            return end + 1
    return None


def _more(text: str, at: int, hi: int, close: str) -> bool:
    """Whether another closing mark follows before a further opening one (then the first was a possessive)."""
    rest = text[at : min(hi, at + LONGEST)]
    nearest = next((i for i, c in enumerate(rest) if c == close and _closes(text, at + i, hi)), None)
    opener = re.search(r"[\s(][‘']\w", rest)
    return nearest is not None and (opener is None or nearest < opener.start())


def quotations(text: str) -> list[Quotation]:
    """All quotations of `text`, in order and not overlapping."""
    paragraphs = [m.span() for m in PARAGRAPH.finditer(text) if m.group().strip()]
    found: list[Quotation] = []
    for i, (lo, hi) in enumerate(paragraphs):
        for q in _paragraph(text, lo, hi):
            if not q.closed:
                follows = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
                head = text[follows[0] : follows[1]].lstrip()[:1] if follows else ""
                if head != text[q.start]:
                    continue
            found.append(q)
    return sorted(found, key=lambda q: q.start)
