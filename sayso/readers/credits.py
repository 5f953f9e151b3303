"""Agencies that a dateline, byline or closing line names."""

from __future__ import annotations

import re
from functools import cache

from sayso.readers.shapes import agencies

BETWEEN = re.compile(r"[,;/|&]|\b(?:by|By|BY|and|with|for|from)\b")


@cache
def _names() -> dict[str, str]:
    """Every name and short form with the agency's name."""
    return {form: name for name, forms in agencies().agencies.items() for form in (name, *forms)}


@cache
def _listed() -> re.Pattern[str]:
    forms = sorted(_names(), key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w-])")


@cache
def _unlisted() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(agencies().patterns) + r")(?![\w-])")


@cache
def _acronym() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{agencies().acronyms})(?![\w-])")


def named(text: str, *, acronyms: bool = False) -> tuple[str, ...]:
    """The agencies in a credit line, in order: listed ones by their usual name, others as they are written.

    `acronyms` lets unknown capitals count ("(NPS, additional reporting by our staff)").
    """
    patterns = [_listed(), _unlisted()] + ([_acronym()] if acronyms else [])
    found: dict[int, tuple[int, str]] = {}
    for pattern in patterns:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, (end, _) in found.items()):
                found[match.start()] = (match.end(), _names().get(match.group(), match.group()))
    return tuple(dict.fromkeys(found[start][1] for start in sorted(found)))


def in_byline(text: str) -> tuple[str, ...]:
    """The agencies of a byline, each a whole item of it: "By John Smith, Reuters", but not "By Petra Smith"."""
    items = (item.strip() for item in BETWEEN.split(text))
    return tuple(dict.fromkeys(_names()[item] for item in items if item in _names()))


def only_names(text: str) -> tuple[str, ...]:
    """The listed agencies of a line that holds nothing else ("AFP", "— Reuters, AP"); empty for any other line."""
    rest = _listed().sub("", text)
    return named(text) if _listed().search(text) and not re.sub(r"[\W_]|\band\b", "", rest) else ()
