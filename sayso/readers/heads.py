"""Which lines head a text or a part of it: the headline, and crossheads between paragraphs."""

from __future__ import annotations

from sayso.readers.patterns import pattern
from sayso.readers.textlines import Line

TOP = 6  # how many lines from the beginning hold a headline, bylines and the like
HEADLINE = 220  # the longest headline, in characters
CROSSHEAD = 6  # the longest crosshead, in words
PARAGRAPH = 12  # words from which a line is a paragraph and no heading
ENDS = (".", "!", "?", "”", '"', "’", ")")
ABOVE = ("furniture", "bare_pictures", "date_lines", "mastheads")  # what may stand over a headline


def headline(lines: list[Line], known: str | None) -> int:
    """Which line is the headline, `known` being what is known of it otherwise; -1 for none."""
    if known:
        sought = " ".join(known.split()).casefold()
        for i, line in enumerate(lines[: TOP + 1]):
            if " ".join(line.text.split()).casefold() == sought:
                return i
    for i, line in enumerate(lines[:TOP]):
        above = next((kind for kind in ABOVE if line.fits(kind)), None)
        if above and (above == "mastheads" or i > 0 or len(line.text.split()) <= 4):
            continue
        return i if i + 1 < len(lines) and _is_headline(line, lines[i + 1]) else -1
    return -1


def _is_headline(line: Line, following: Line) -> bool:
    text = line.text
    if len(text) > HEADLINE or len(text.split()) < 2 or text.endswith((".", ",", ";", ":")):
        return False
    if pattern("datelines").match(text) or line.fits("bylines"):
        return False
    # In a text with hard line breaks the first line is only the beginning of a sentence.
    return not (following.directly and following.text[:1].islower())


def is_crosshead(lines: list[Line], i: int) -> bool:
    """Whether the line is a heading between two paragraphs ("What survivors say"): short, alone, and no sentence."""
    if not 0 < i < len(lines) - 1:
        return False
    before, line, after = lines[i - 1 : i + 2]
    alone = line.directly == after.directly  # a page's text has no blank lines
    short = (
        len(line.text.split()) <= CROSSHEAD and line.text[:1].isupper() and not line.text.endswith((*ENDS, ":", ","))
    )
    return alone and short and _is_paragraph(before) and _is_paragraph(after)


def _is_paragraph(line: Line) -> bool:
    return len(line.text.split()) >= PARAGRAPH and line.text.endswith(ENDS)
