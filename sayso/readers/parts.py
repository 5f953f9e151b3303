"""What in a report's text is not its running text: headline, bylines, captions, credits, and furniture.

Lines are judged by their form and by where they stand; the forms are in `article.yaml`. What looks like a
sentence of the article is left alone: an overlooked notice costs less than a lost statement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.model import Stretch
from sayso.readers import credits, dates
from sayso.readers.heads import TOP, headline, is_crosshead
from sayso.readers.patterns import group, pattern
from sayso.readers.shapes import layout
from sayso.readers.textlines import Line, lines_of

TAIL = 6  # how many lines from the end hold credits
CAPTION = 420
CLOSING = re.compile(r"(?<=[.!?”\"’)])\s+(?:\((?P<inside>[^()]{2,40})\)|[-–—/]{1,2}\s?(?P<after>[\w .-]{2,40}))$")


@dataclass
class Found:
    """The parts of a text, and what they say of the report."""

    parts: list[Stretch] = field(default_factory=list)
    headline: str | None = None
    outlet: str | None = None
    published: str | None = None
    republished_from: str | None = None
    agencies: list[str] = field(default_factory=list)

    def add(self, start: int, end: int, kind: str) -> None:
        """Marks a stretch."""
        self.parts.append(Stretch(start=start, end=end, kind=kind))

    def credit(self, names: tuple[str, ...]) -> None:
        """Notes agencies, each once."""
        self.agencies.extend(name for name in names if name not in self.agencies)


def find_parts(text: str, known: str | None = None) -> Found:
    """The parts of `text`; `known` is the headline where it is known already."""
    found = Found(headline=known)
    lines = lines_of(text)
    head = headline(lines, known)
    after_picture = False
    for i, line in enumerate(lines):
        if i == head:
            label = pattern("headline_labels").match(line.text)
            found.add(line.start + (label.end() if label else 0), line.end, "headline")
            found.headline = known or line.text[label.end() if label else 0 :]
        elif after_picture and line.directly and _is_label(line.text):
            found.add(line.start, line.end, "furniture")
        elif not _whole_line(line, found, top=i - max(head, 0) <= TOP, tail=len(lines) - i <= TAIL):
            if i > head and is_crosshead(lines, i):
                found.add(line.start, line.end, "crosshead")
            else:
                _inside(line, found, top=i <= TOP + 2, last=i == len(lines) - 1)
        after_picture = i != head and bool(line.fits("bare_pictures"))
    return found


def _is_label(text: str) -> bool:
    return len(text.split()) <= 5 and not text.endswith((".", "!", "?", ":"))


def _whole_line(line: Line, found: Found, *, top: bool, tail: bool) -> bool:
    """Marks a line that is no running text as a whole; False for any other line."""
    if tail or top:
        origin = line.fits("republished")
        if origin:
            found.add(line.start, line.end, "credit")
            _republished(group(origin, "origin") or "", found)
            return True
    masthead = line.fits("mastheads") if top else None
    if masthead:
        found.add(line.start, line.end, "furniture")
        found.outlet = found.outlet or group(masthead, "outlet")
        return True
    if top and line.fits("date_lines"):
        found.add(line.start, line.end, "dateline")
        found.published = found.published or dates.published(line.text)
        return True
    names = credits.only_names(line.text) if len(line.text) <= 80 and (top or tail) else ()
    if names or (top and line.fits("bylines")):
        found.add(line.start, line.end, "byline" if top else "credit")
        found.credit(names or credits.in_byline(line.text))
        return True
    if (tail and line.fits("credits")) or (top and line.text.startswith("(") and line.fits("credits")):
        found.add(line.start, line.end, "credit")
        found.credit(credits.named(line.text, acronyms=line.text.startswith("(")))
        return True
    for kind, called in (("corrections", "correction"), ("captions", "caption")):
        if line.fits(kind):
            found.add(line.start, line.end, called)
            return True
    if line.fits("furniture") or line.fits("bare_pictures"):
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
        found.published = found.published or dates.written(dateline.group())
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
