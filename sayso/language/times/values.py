"""Stretches of time and their ISO 8601 form."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

Precision = Literal[
    "minute", "hour", "part-of-day", "day", "week", "month", "season", "year", "decade", "century", "interval"
]
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Value:
    """From `first` to `last`, both included where `precision` is a day or more. Either is null where it is open."""

    first: datetime | None
    last: datetime | None
    precision: Precision
    zone: str = ""

    @property
    def timed(self) -> bool:
        """Whether hours count."""
        return self.precision in ("minute", "hour", "part-of-day")

    @property
    def day(self) -> date | None:
        """The first day."""
        return self.first.date() if self.first else None

    def iso(self) -> str:
        """The ISO 8601 form: a date, a month, a year, a date-time, or `start/end` (`..` where it is open)."""
        one = self.first
        if one and self.precision in ("minute", "hour"):
            return f"{one:%Y-%m-%dT%H:%M}{self.zone}"
        if one and self.precision == "day":
            return f"{one:%Y-%m-%d}"
        if one and self.precision == "month":
            return f"{one:%Y-%m}"
        if one and self.precision == "year":
            return f"{one:%Y}"
        return f"{self._edge(self.first)}/{self._edge(self.last)}"

    def _edge(self, at: datetime | None) -> str:
        if at is None:
            return ".."
        clocked = self.precision == "part-of-day" or (self.precision == "interval" and at.time() != time())
        return f"{at:%Y-%m-%dT%H:%M}{self.zone}" if clocked else f"{at:%Y-%m-%d}"


def midnight(day: date) -> datetime:
    """The start of a day."""
    return datetime(day.year, day.month, day.day)


def on(day: date) -> Value:
    """A whole day."""
    return Value(midnight(day), midnight(day), "day")


def between(first: date | None, last: date | None, precision: Precision = "interval") -> Value:
    """From one day to another, both included."""
    return Value(midnight(first) if first else None, midnight(last) if last else None, precision)


def week(day: date) -> Value:
    """The week, Monday to Sunday, that `day` is in."""
    monday = day - day.weekday() * DAY
    return between(monday, monday + 6 * DAY, "week")


def month(year: int, number: int) -> Value:
    """A month; `number` may lie outside 1 to 12 and then counts on from `year`."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return between(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), "month")


def year(number: int) -> Value:
    """A calendar year."""
    return between(date(number, 1, 1), date(number, 12, 31), "year")


def decade(number: int) -> Value:
    """Ten calendar years from `number`."""
    return between(date(number, 1, 1), date(number + 9, 12, 31), "decade")


def season(first_year: int, first_month: int, months: int) -> Value:
    """A season of so many months."""
    start, end = month(first_year, first_month), month(first_year, first_month + months - 1)
    return Value(start.first, end.last, "season")


def part(day: date, hours: tuple[int, int]) -> Value:
    """A part of a day, from one hour to another; hours over 24 are on the following day."""
    first, last = (midnight(day) + timedelta(hours=h) for h in hours)
    return Value(first, last, "hour" if first == last else "part-of-day")


def shift(day: date, amount: int, unit: str) -> Value:
    """The day, week, month… that lies `amount` units after (before: negative) the one that `day` is in.

    Days give a day, weeks a day too (a week ago is a date), months and years a month and a year.
    Raises OverflowError or ValueError where the calendar ends.
    """
    if unit in ("minute", "hour"):
        return on(day)
    if unit in ("day", "week", "fortnight"):
        return on(day + amount * {"day": 1, "week": 7, "fortnight": 14}[unit] * DAY)
    if unit == "month":
        return month(day.year, day.month + amount)
    return year(day.year + amount * {"year": 1, "decade": 10, "century": 100}[unit])


def same_date(day: date, amount: int, unit: str) -> date:
    """The date `amount` units from `day`, with the day of the month kept where that month has it."""
    moved = shift(day, amount, unit)
    if moved.precision == "day":
        return moved.day or day
    target = moved.day or day
    number = target.month if moved.precision == "month" else day.month
    return date(target.year, number, min(day.day, calendar.monthrange(target.year, number)[1]))


def narrow(whole: Value, which: str) -> Value:
    """The early, middle or late third of a month, a year or a longer stretch."""
    if whole.first is None or whole.last is None:
        return whole
    if whole.precision == "month":
        first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, whole.last.day)}[which]
        return between(whole.first.date().replace(day=first), whole.first.date().replace(day=last))
    if whole.precision == "year":
        first = {"early": 1, "mid": 5, "late": 9}[which]
        start, end = month(whole.first.year, first), month(whole.first.year, first + 3)
        return Value(start.first, end.last, "interval")
    if whole.precision == "decade":
        first, last = {"early": (0, 3), "mid": (4, 6), "late": (6, 9)}[which]
        return between(date(whole.first.year + first, 1, 1), date(whole.first.year + last, 12, 31))
    days = (whole.last - whole.first).days + 1
    third = days // 3
    start_at = {"early": 0, "mid": third, "late": days - third}[which]
    opening = whole.first + start_at * DAY
    return replace(whole, first=opening, last=opening + (third - 1) * DAY, precision="interval")
