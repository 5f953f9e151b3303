"""What each kind of time expression means, given the publication date and the time last spoken of."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sayso.language.times import counted, relative, values
from sayso.language.times.context import BACK, ON, Clock, Context, Reading, digits, group, nearest, which_of, years
from sayso.language.times.values import Value
from sayso.language.times.words import words


def read(kind: str, match: re.Match[str], context: Context) -> Reading:
    """The meaning of a match of `kind`; null where the words or the calendar allow none."""
    try:
        return READERS[kind](match, context)
    except (ValueError, OverflowError):
        return None


def _month_number(match: re.Match[str]) -> int:
    return words().months[(group(match, "month") or "").rstrip(".")]


def _iso(match: re.Match[str], context: Context) -> Reading:
    return values.on(date(int(match["year"]), int(match["month"]), int(match["day"])))


def _numeric(match: re.Match[str], context: Context) -> Reading:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if match["mark"] == "." or one > 12:
        return values.on(date(year, two, one))
    return values.on(date(year, one, two)) if two > 12 or one == two else None


def _dates(match: re.Match[str], context: Context) -> Reading:
    month, first, last, year = _month_number(match), int(match["day"]), int(match["last"]), digits(match, "year")
    if year:
        return values.between(date(year, month, first), date(year, month, last))
    return nearest([values.between(date(y, month, first), date(y, month, last)) for y in years(context)], context)


def _date(match: re.Match[str], context: Context) -> Reading:
    month, day = _month_number(match), int(match["day"])
    year = digits(match, "year") or _relative_year(group(match, "other"), context)
    if year:
        return values.on(date(year, month, day))
    leap_day = (month, day) == (2, 29)
    options = [values.on(date(y, month, day)) for y in years(context) if not leap_day or calendar.isleap(y)]
    return nearest(options, context)


def _relative_year(which: str | None, context: Context) -> int | None:
    if which is None or context.published is None:
        return None
    return context.published.year + {"last": -1, "next": 1}.get(which, 0)


def _month(match: re.Match[str], context: Context) -> Reading:
    number, year = _month_number(match), digits(match, "year") or _relative_year(group(match, "other"), context)
    if year:
        return values.month(year, number)
    which = group(match, "which")
    if which == "this" and context.published:
        return values.month(context.published.year, number)
    options = [values.month(y, number) for y in years(context)]
    if which in ("last", "next") and context.published:
        options = _on_side(options, which, context.published)
    return nearest(options, replace(context, ahead=which == "next" or (context.ahead and which != "last")))


def _on_side(options: list[Value], which: str | None, published: date) -> list[Value]:
    """Those wholly before or after the publication, as `which` says; all where it says neither."""
    now = values.midnight(published)
    if which in BACK:
        return [v for v in options if v.last and v.last < now]
    return [v for v in options if v.first and v.first > now] if which in ON else options


def _season(match: re.Match[str], context: Context) -> Reading:
    first, months = words().seasons[group(match, "season") or ""]
    year, which = digits(match, "year"), which_of(match)
    if year:
        return values.season(year, first, months)
    if context.published is None:
        return None
    if which == "this":
        return values.season(context.published.year, first, months)
    options = _on_side([values.season(y, first, months) for y in years(context)], which, context.published)
    return nearest(options, replace(context, ahead=which in ON or (context.ahead and which not in BACK)))


def _quarter(match: re.Match[str], context: Context) -> Reading:
    groups = match.groupdict()
    which = groups.get("which")
    year = (digits(match, "year") if "year" in groups else None) or _relative_year(which, context)
    if quarter := digits(match, "quarter"):
        start, end = values.month(year or 0, quarter * 3 - 2), values.month(year or 0, quarter * 3)
        return Value(start.first, end.last, "interval")
    if group(match, "fraction") == "decade":
        return None
    if year is None and "year" not in groups and context.published:
        options = [_fraction(match, y) for y in years(context)]
        return nearest([v for v in options if v is not None], context)
    return _fraction(match, year) if year is not None else None


def _fraction(match: re.Match[str], year: int) -> Value | None:
    length = 3 if group(match, "fraction") == "quarter" else 6
    ordinal = group(match, "ordinal") or ""
    number = 12 // length if ordinal in ("final", "last") else words().ordinals[ordinal]
    if number * length > 12:
        return None
    start, end = values.month(year, (number - 1) * length + 1), values.month(year, number * length)
    return Value(start.first, end.last, "interval")


def _week_of(match: re.Match[str], context: Context) -> Reading:
    """ "The first week of June": its first seven days; the last week its last seven."""
    number, year = words().ordinals[group(match, "ordinal") or ""], digits(match, "year")
    month = _month_number(match)
    last = group(match, "ordinal") in ("final", "last")

    def in_year(y: int) -> Value:
        end = calendar.monthrange(y, month)[1]
        first = end - 6 if last else 7 * number - 6
        return values.between(date(y, month, first), date(y, month, first + 6), "week")

    return in_year(year) if year else nearest([in_year(y) for y in years(context)], context)


def _two_years(match: re.Match[str], context: Context) -> Reading:
    first, last = int(match["year"]), int(match["last"])
    return values.between(date(first, 1, 1), date(last, 12, 31)) if first < last else None


def _season_years(match: re.Match[str], context: Context) -> Reading:
    """ "2022-23"."""
    first = int(match["year"])
    return values.between(date(first, 1, 1), date(first + 1, 12, 31))


def _anniversary(match: re.Match[str], context: Context) -> Reading:
    return values.on(context.published.replace(year=int(match["year"]))) if context.published else None


def _decade(match: re.Match[str], context: Context) -> Reading:
    return values.decade(int(match["year"]))


PAST = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


def _hour(match: re.Match[str], name: str) -> int:
    raw = group(match, name) or ""
    return int(raw) if raw.isdecimal() else words().numbers[raw]


def _hours(match: re.Match[str], context: Context) -> Reading:
    return Clock(_hour(match, "hour") * 60, _hour(match, "until") * 60, "part-of-day")


def _clock(match: re.Match[str], context: Context) -> Reading:
    hour = _hour(match, "hour")
    minute, half = digits(match, "minute"), group(match, "half")
    if past := group(match, "past"):
        minute = PAST[past.removeprefix("a ")]
        if match["side"] == "to":
            hour, minute = hour - 1, 60 - minute
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Clock(
        hour * 60 + (minute or 0),
        precision="hour" if minute is None else "minute",
        zone="Z" if group(match, "zone") else "",
    )


def _part(match: re.Match[str], context: Context) -> Reading:
    word = group(match, "word")
    if word == "overnight":
        return Clock(20 * 60, 30 * 60, "part-of-day", relative="overnight")
    which = "this" if word == "tonight" else which_of(match)
    name = "night" if word == "tonight" else group(match, "part") or ""
    first, last = words().parts_of_day[name]
    edge = (group(match, "edge") or "").strip("- ") or None
    if first == last:
        return Clock(first * 60, precision="hour", relative=which)
    return Clock(first * 60, last * 60, "part-of-day", relative=which, narrowed=edge)


def _holiday(match: re.Match[str], context: Context) -> Reading:
    month, day = words().holidays[group(match, "name") or ""]
    year, which = digits(match, "year"), group(match, "which")
    if year:
        return values.on(date(year, month, day))
    options = [values.on(date(y, month, day)) for y in years(context)]
    return nearest(options, replace(context, ahead=which == "next" or (context.ahead and which != "last")))


def _movable(match: re.Match[str], context: Context) -> Reading:
    name, year, which = group(match, "name"), digits(match, "year"), group(match, "which")
    known = next(m.values for m in words().movable if name in m.names)
    days = [_stretch(value) for value in known]
    if year:
        return next((d for d in days if d.day and d.day.year == year), None)
    return nearest(days, replace(context, ahead=which == "next" or (context.ahead and which != "last")))


def _point(match: re.Match[str], context: Context) -> Reading:
    name = group(match, "name")
    return _stretch(next(p.value for p in words().turning_points if name in p.names))


def _stretch(text: str) -> Value:
    edges = [_parsed(edge) for edge in text.split("/")]
    return edges[0] if len(edges) == 1 else Value(edges[0].first, edges[1].last, "interval")


def _parsed(text: str) -> Value:
    pieces = [int(piece) for piece in text.split("-")]
    if len(pieces) == 3:
        return values.on(date(*pieces))
    return values.month(*pieces) if len(pieces) == 2 else values.year(pieces[0])


def _year(match: re.Match[str], context: Context) -> Reading:
    return values.year(int(match["year"]))


READERS: dict[str, Callable[[re.Match[str], Context], Reading]] = {
    "iso": _iso,
    "numeric": _numeric,
    "dates": _dates,
    "date": _date,
    "month": _month,
    "season": _season,
    "quarter": _quarter,
    "two_years": _season_years,
    "half": counted.half,
    "first_of": counted.first_of,
    "monthday": counted.monthday,
    "anniversary": _anniversary,
    "edge": relative.whole,
    "weekdays": relative.weekdays,
    "weekday_week": relative.weekday_week,
    "weekday_beside": relative.weekday_beside,
    "movable": _movable,
    "spoken": _clock,
    "hours": _hours,
    "decade": _decade,
    "week_of": _week_of,
    "years": _two_years,
    "weekday": relative.weekday,
    "day": relative.day,
    "window": relative.window,
    "whole": relative.whole,
    "ago": relative.ago,
    "ahead": relative.ahead,
    "clock": _clock,
    "part": _part,
    "holiday": _holiday,
    "point": _point,
    "year": _year,
}
