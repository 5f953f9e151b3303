"""The lines of a report's text, and whether one is of a form that `article.yaml` lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.readers.patterns import pattern
from sayso.readers.shapes import layout

LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True)
class Line:
    """A line that is not blank, without the spaces around it."""

    start: int
    end: int
    text: str
    directly: bool  # no blank line before it

    def fits(self, kind: str) -> re.Match[str] | None:
        """The whole line as one of the forms of this kind; None where it is none, or too long to be tried."""
        return pattern(kind).fullmatch(self.text) if len(self.text) <= layout().longest else None


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that are not blank, in order; offsets count in `text`."""
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
