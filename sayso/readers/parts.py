"""What in a report's text is not its running text: headline, bylines, captions, credits, and furniture.

Lines are judged by their form and by where they stand; the forms are in `article.yaml`. What looks like a
sentence of the article is left alone: an overlooked notice costs less than a lost statement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.model import Stretch
from sayso.readers import credits, dates
from sayso.readers.patterns import group, pattern
from sayso.readers.shapes import layout

TOP, TAIL = 6, 6  # how many lines from either end hold bylines and credits
HEADLINE = 220  # the longest headline, in characters
CAPTION = 420
LINE = re.compile(r"[^\r\n]+")
CLOSING = re.compile(r"(?<=[.!?”\"’)])\s+(?:\((?P<inside>[^()]{2,40})\)|[-–—/]{1,2}\s?(?P<after>[\w .-]{2,40}))$")


@dataclass(frozen=True)
class Line:
    """A line that is not blank, without the spaces around it."""

    start: int
    end: int
    text: str
    directly: bool  # no blank line before it


@dataclass
class Found:
    """The parts of a text, and what they say of the report."""

    parts: list[Stretch] = field(default_factory=list)
    headline: str | None = None
    published: str | None = None
    republished_from: str | None = None
    agencies: list[str] = field(default_factory=list)

    def add(self, start: int, end: int, kind: str) -> None:
        """Marks a stretch."""
        self.parts.append(Stretch(start=start, end=end, kind=kind))

    def credit(self, names: tuple[str, ...]) -> None:
        """Notes agencies, each once."""
        self.agencies.extend(name for name in names if name not in self.agencies)


def find_parts(text: str, headline: str | None = None) -> Found:
    """The parts of `text`; `headline` is the one that is known already, if any."""
    found = Found(headline=headline)
    lines = _lines(text)
    head = _headline(lines, headline)
    after_picture = False
    for i, line in enumerate(lines):
        if i == head:
            found.add(line.start, line.end, "headline")
            found.headline = headline or line.text
        elif after_picture and line.directly and _is_label(line.text):
            found.add(line.start, line.end, "furniture")
        elif not _whole_line(line, found, top=i - max(head, 0) <= TOP, tail=len(lines) - i <= TAIL):
            _inside(line, found, top=i <= TOP + 2, last=i == len(lines) - 1)
        after_picture = i != head and bool(_fits("bare_pictures", line))
    return found


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    before = 0
    for match in LINE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped[0])
            gap = text[before:start].replace("\r\n", "\n")
            lines.append(Line(start, start + len(stripped), stripped, gap.count("\n") + gap.count("\r") == 1))
            before = start + len(stripped)
    return lines


def _fits(kind: str, line: Line) -> re.Match[str] | None:
    return pattern(kind).fullmatch(line.text) if len(line.text) <= layout().longest else None


def _headline(lines: list[Line], known: str | None) -> int:
    """Which line is the headline; -1 for none."""
    if known:
        sought = " ".join(known.split()).casefold()
        for i, line in enumerate(lines[: TOP + 1]):
            if " ".join(line.text.split()).casefold() == sought:
                return i
    for i, line in enumerate(lines[:TOP]):
        furniture = _fits("furniture", line) or _fits("bare_pictures", line) or _fits("date_lines", line)
        if furniture and (i > 0 or len(line.text.split()) <= 4):
            continue
        return i if i + 1 < len(lines) and _is_headline(line, lines[i + 1]) else -1
    return -1


def _is_headline(line: Line, following: Line) -> bool:
    text = line.text
    if len(text) > HEADLINE or len(text.split()) < 2 or text.endswith((".", ",", ";", ":")):
        return False
    if pattern("datelines").match(text) or _fits("bylines", line):
        return False
    # In a text with hard line breaks the first line is only the beginning of a sentence.
    return not (following.directly and following.text[:1].islower())


def _is_label(text: str) -> bool:
    return len(text.split()) <= 5 and not text.endswith((".", "!", "?", ":"))


def _whole_line(line: Line, found: Found, *, top: bool, tail: bool) -> bool:
    """Marks a line that is no running text as a whole; False for any other line."""
    if tail or top:
        origin = _fits("republished", line)
        if origin:
            found.add(line.start, line.end, "credit")
            _republished(group(origin, "origin") or "", found)
            return True
    if top and _fits("date_lines", line):
        found.add(line.start, line.end, "dateline")
        found.published = found.published or dates.published(line.text)
        return True
    names = credits.only_names(line.text) if len(line.text) <= 80 and (top or tail) else ()
    if names or (top and _fits("bylines", line)):
        found.add(line.start, line.end, "byline" if top else "credit")
        found.credit(names or credits.in_byline(line.text))
        return True
    if (tail and _fits("credits", line)) or (top and line.text.startswith("(") and _fits("credits", line)):
        found.add(line.start, line.end, "credit")
        found.credit(credits.named(line.text, acronyms=line.text.startswith("(")))
        return True
    for kind, called in (("corrections", "correction"), ("captions", "caption")):
        if _fits(kind, line):
            found.add(line.start, line.end, called)
            return True
    if _fits("furniture", line) or _fits("bare_pictures", line):
        found.add(line.start, line.end, "furniture")
        return True
    return False


def _republished(origin: str, found: Found) -> None:
    name = re.split(layout().origin_ends, origin, maxsplit=1)[0].strip(" .\"'“”")
    known = credits.only_names(origin)
    found.credit(known)
    # "Source: AFP, Reuters" names suppliers, not one outlet that it was taken from.
    if name and len(known) < 2:
        found.republished_from = found.republished_from or (known[0] if known else name)


def _inside(line: Line, found: Found, *, top: bool, last: bool) -> None:
    """Marks what stands at the beginning or the end of a line beside other text."""
    dateline = pattern("datelines").match(line.text[: layout().longest]) if top else None
    if dateline:
        found.add(line.start, line.start + len(dateline.group().rstrip()), "dateline")
        agency = group(dateline, "agency")
        if agency:
            found.credit(credits.named(agency, acronyms=True))
        return
    credit = pattern("picture_credits").search(line.text) if len(line.text) <= CAPTION else None
    if credit and credit.end() == len(line.text):
        at = line.start + credit.start()
        if credit.start():
            found.add(line.start, line.start + len(line.text[: credit.start()].rstrip()), "caption")
        found.add(at, line.end, "furniture")
        return
    closing = CLOSING.search(line.text[-80:]) if last else None
    names = credits.only_names(closing.group("inside") or closing.group("after")) if closing else ()
    if closing and names:
        found.add(line.end - len(closing.group().lstrip()), line.end, "credit")
        found.credit(names)
