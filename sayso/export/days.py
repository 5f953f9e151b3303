"""A time as the days that it may be, with the precision codes of conflict datasets."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_YEAR = re.compile(r"(\d{4})$")


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    @property
    def ucdp(self) -> int | None:
        """`date_prec`: 1 a day, 2 up to six days, 3 a week, 4 up to a month, 5 up to a year; None beyond.

        Source: Högbladh, UCDP GED Codebook, date_prec.
        """
        return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, 366)) if self.length <= most), None)

    @property
    def acled(self) -> int | None:
        """`time_precision`: 1 a day, 2 up to a week, 3 up to a month; None beyond, which ACLED does not code.

        Source: ACLED Codebook (7 October 2024), time precision codes.
        """
        return next((code for code, most in ((1, 1), (2, 7), (3, 31)) if self.length <= most), None)


def days(value: str | None) -> Days | None:
    """The days of an ISO 8601 date, date-time, month, year or interval; None where either end is open or unclear."""
    first, slash, last = (value or "").partition("/")
    begin = _span(first)
    finish = _span(last) if slash else begin
    if begin is None or finish is None or finish.last < begin.first:
        return None
    return Days(begin.first, finish.last)


def _span(value: str) -> Days | None:
    try:
        if found := _DAY.match(value):
            day = date(int(found[1]), int(found[2]), int(found[3]))
            return Days(day, day)
        if found := _MONTH.match(value):
            year, month = int(found[1]), int(found[2])
            return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        if found := _YEAR.match(value):
            return Days(date(int(found[1]), 1, 1), date(int(found[1]), 12, 31))
    except ValueError:
        pass
    return None
