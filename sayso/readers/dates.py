"""Dates of publication, as pages, feeds and mastheads write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from sayso.readers.shapes import layout


def published(text: str) -> str | None:
    """The date, or date with time, in `text` as ISO 8601; None where there is none.

    Reads ISO 8601, RFC 2822 and English dates with the month in words; a clock time
    beside those is left out. Dates in figures alone (03/04/2023) are left: they have two readings.
    """
    text = text.strip()
    for iso in (_iso, _rfc2822):
        if found := iso(text):
            return found
    return written(text)


def _iso(text: str) -> str | None:
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
        return datetime.fromisoformat(text).isoformat() if len(text) > 10 else None
    except ValueError:
        return None


def _rfc2822(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat() if re.search(r"\d\d:\d\d", text) else None
    except (TypeError, ValueError):
        return None


@cache
def _month() -> str:
    return "(?:" + "|".join(sorted(layout().months, key=len, reverse=True)) + r")\.?"


@cache
def day() -> str:
    """A regular expression for a day and month, with or without the year: "Oct 14", "15 October 2025"."""
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    return rf"(?:{number} {_month()}|{_month()} {number})(?:,? \d{{4}})?"


@cache
def whole() -> str:
    """A regular expression for a whole date: "1 June 2023", "June 1st, 2023", "2023-06-01"."""
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    return rf"(?:{number} {_month()},? \d{{4}}|{_month()} {number},? \d{{4}}|\d{{4}}-\d\d-\d\d)"


@cache
def _written() -> re.Pattern[str]:
    return re.compile(rf"\b{whole()}\b", re.IGNORECASE)


def written(text: str) -> str | None:
    """The first date in `text` that is written with its month in words, or as ISO, as an ISO 8601 date."""
    found = _written().search(text)
    if not found:
        return None
    if iso := _iso(found.group()):
        return iso
    words = re.findall(r"[a-z]+|\d+", re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", found.group().lower()))
    month = next(layout().months[w] for w in words if w in layout().months)
    day, year = (int(w) for w in words if w.isdigit())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
