"""What a time expression is read against, and the pieces of its match."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sayso.language.times.values import Precision, Value, midnight

BACK = {"last", "past", "previous", "preceding", "this past"}
ON = {"next", "coming", "following", "this coming"}


@dataclass(frozen=True, slots=True)
class Context:
    """The report's date, the time that its text named last, whether the sentence looks ahead, and the last whole day
    that was named: "the same day" is no year.
    """

    published: date | None
    spoken_of: date | None
    ahead: bool
    that_day: date | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day that still needs its day, in minutes from midnight; `last` where it is a stretch."""

    first: int
    last: int | None = None
    precision: Precision = "hour"
    zone: str = ""
    relative: str | None = None
    narrowed: str | None = None


Reading = Value | Clock | None


def group(match: re.Match[str], name: str) -> str | None:
    """A named group in lower case with plain apostrophes and single spaces; null where it took no part."""
    found = match.groupdict().get(name)
    return " ".join(found.lower().replace("’", "'").split()) if found else None


def digits(match: re.Match[str], name: str) -> int | None:
    """A named group of digits as a number."""
    found = match.groupdict().get(name)
    return int(found) if found else None


def which_of(match: re.Match[str], name: str = "which") -> str | None:
    """The word that says which one ("last", "following"), without its article."""
    found = group(match, name)
    return found.removeprefix("the ") if found else None


def years(context: Context) -> range:
    """The years that a date without one may be in."""
    middle = context.published.year if context.published else 2000
    return range(middle - 2, middle + 3)


def nearest(options: list[Value], context: Context) -> Value | None:
    """Of the same date in neighbouring years the last up to publication, or the next if the text looks ahead."""
    if context.published is None:
        return None
    today = midnight(context.published)
    if context.ahead:
        later = [v for v in options if v.last and v.last >= today]
        return later[0] if later else None
    earlier = [v for v in options if v.first and v.first <= today]
    return earlier[-1] if earlier else None
