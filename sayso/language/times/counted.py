"""Stretches counted off from a time that stands behind them: "two days before 3 May", "the year to June"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from sayso.language.times import values
from sayso.language.times.context import Context, Reading, digits, group, nearest, years
from sayso.language.times.values import DAY, Value
from sayso.language.times.words import words


def offset(match: re.Match[str], found: Value | None) -> Value | None:
    """ "Two days before", "the day after", "the eve of" a time."""
    unit, way = group(match, "unit") or "", group(match, "way")
    amount = words().number(group(match, "number")) if "number" in match.groupdict() else 1
    if found is None or found.day is None or amount is None or group(match, "vague"):
        return None
    if unit == "eve":
        return values.on(found.day - DAY)
    unit = words().units[unit]
    start = found.last.date() if way == "after" and found.last else found.day
    return None if unit in ("minute", "hour") else values.shift(start, amount if way == "after" else -amount, unit)


def run(match: re.Match[str], found: Value | None) -> Value | None:
    """ "The week ending", "three months to", "the week of" a time."""
    way = group(match, "way")
    unit = words().units[group(match, "unit") or ""]
    amount = words().number(group(match, "number")) or 1
    if found is None or found.first is None or found.last is None:
        return None
    first, last = found.first.date(), found.last.date()
    if way == "of":
        return values.week(first) if unit == "week" else found
    if way in ("ending", "ended", "to"):
        return values.between(values.same_date(last + DAY, -amount, unit), last)
    return values.between(first, values.same_date(first, amount, unit) - DAY)


def half(match: re.Match[str], context: Context) -> Reading:
    """ "The second half of August": from its first to its 15th day, or from its 16th to its last."""
    early = group(match, "ordinal") == "first"
    for month in _months(match, context):
        first, last = month
        middle = first + timedelta(14)
        return values.between(first, middle) if early else values.between(middle + DAY, last)
    return None


def first_of(match: re.Match[str], context: Context) -> Reading:
    """ "The first ten days of the month", "the last three months of 2023"."""
    amount, unit = words().number(group(match, "number")) or 1, words().units[group(match, "unit") or ""]
    opening = group(match, "ordinal") in ("first", "opening")
    for first, last in [*_years(match, context), *_months(match, context)]:
        if opening:
            return values.between(first, min(last, values.same_date(first, amount, unit) - DAY))
        return values.between(max(first, values.same_date(last + DAY, -amount, unit)), last)
    return None


def _years(match: re.Match[str], context: Context) -> list[tuple[date, date]]:
    which, number = group(match, "own_year"), digits(match, "only")
    if which and context.published:
        number = context.published.year - (which == "last")
    return [(date(number, 1, 1), date(number, 12, 31))] if number else []


def _months(match: re.Match[str], context: Context) -> list[tuple[date, date]]:
    """The month that the match names, or that the publication is in or follows."""
    own, name = group(match, "own"), group(match, "month")
    found: Value | None = None
    if own and context.published:
        found = values.month(context.published.year, context.published.month - (own == "last"))
    elif name:
        number, year = words().months[name.rstrip(".")], digits(match, "year")
        options = [values.month(y, number) for y in years(context)]
        found = values.month(year, number) if year else nearest(options, context)
    if found is None or found.day is None:
        return []
    return [(found.day, found.day.replace(day=calendar.monthrange(found.day.year, found.day.month)[1]))]


def monthday(match: re.Match[str], context: Context) -> Reading:
    """ "The 4th": of the month last spoken of, else the nearest."""
    day, base = int(match["day"]), context.spoken_of or context.published
    if base is None:
        return None
    if context.spoken_of and day >= base.day and day <= calendar.monthrange(base.year, base.month)[1]:
        return values.on(base.replace(day=day))
    months = [values.month(base.year, base.month + k).day or base for k in range(-3, 4)]
    fitting = [m.replace(day=day) for m in months if day <= calendar.monthrange(m.year, m.month)[1]]
    return nearest([values.on(d) for d in fitting], context)
