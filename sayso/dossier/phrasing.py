"""Numbers, bounds and dates as people read them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_DAY_WITHIN = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")


def bounds(low: int | None, high: int | None, qualifier: str | None = None) -> str:
    """The bounds of a figure in words: "30", "30 or more", "up to 12", "20 to 25"; `qualifier` where both are open."""
    if low is None and high is None:
        return f"“{qualifier}”" if qualifier and qualifier != "exact" else "no number"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def count(number: int, one: str, many: str | None = None) -> str:
    """A counted noun: "1 report", "9 reports"; `many` where the plural is not `one` + s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def some(names: Sequence[str], most: int = 8) -> str:
    """A list of names for people, the first `most` of them and how many more there are."""
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def day(value: str | None) -> str:
    """An ISO 8601 date, date-time, month or interval for people; what is none of them comes back as it is."""
    if not value:
        return ""
    first, slash, last = value.partition("/")
    if slash:
        return _from_to(day(first), day(last))
    try:
        if _DAY.match(value):
            return _day(date.fromisoformat(value))
        if month := _MONTH.match(value):
            return f"{date(int(month[1]), int(month[2]), 1):%B} {month[1]}"
        if "T" in value:
            moment = datetime.fromisoformat(value)
            return f"{_day(moment.date())}, {moment:%H:%M}"
    except ValueError:
        pass
    return value


def _from_to(first: str, last: str) -> str:
    """ "12 to 16 May 2024", "12 May to 3 June 2024": month and year once where they are the same."""
    begins, ends = first.split(), last.split()
    if len(begins) == len(ends) == 3 and begins[2] == ends[2]:
        begins = begins[:1] if begins[1] == ends[1] else begins[:2]
    return " to ".join(part for part in (" ".join(begins), last) if part)


def named(name: str) -> str:
    """A name of an event or a story with its ISO dates as people write them."""
    return _DAY_WITHIN.sub(lambda found: day(found[0]), name)


def sentence(text: str) -> str:
    """`text` beginning with a capital letter, as a sentence does that begins with a name."""
    return text[:1].upper() + text[1:]


def _day(when: date) -> str:
    return f"{when.day} {when:%B} {when.year}"
