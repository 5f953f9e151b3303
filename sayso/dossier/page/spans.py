"""Times as stretches of the calendar: a day is as long as a day, so that a picture shows how well a time is known."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class Span(NamedTuple):
    """From `start` to `end`, on the clock of whoever says so: reports of one event rarely give their zone."""

    start: datetime
    end: datetime


def span(value: str | None) -> Span | None:
    """The stretch that an ISO 8601 date, month, year, date-time or interval covers; None where it is open or neither.

    A date-time covers its minute.
    """
    first, slash, last = (value or "").partition("/")
    if slash:
        start, end = span(first), span(last)
        return Span(start.start, end.end) if start and end and start.end <= end.end else None
    try:
        if found := _DATE.match(first):
            year, month, day = (int(part) if part else 0 for part in found.groups())
            start_day = datetime(year, month or 1, day or 1)
            return Span(start_day, _after(start_day, month=bool(month), day=bool(day)))
        moment = datetime.fromisoformat(first).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None
    return Span(moment, moment + timedelta(minutes=1))


def _after(start: datetime, *, month: bool, day: bool) -> datetime:
    if day:
        return start + timedelta(days=1)
    if month:
        return (start.replace(day=28) + timedelta(days=4)).replace(day=1)
    return start.replace(year=start.year + 1)
