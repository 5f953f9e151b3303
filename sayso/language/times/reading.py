"""What each kind of time expression means, given the publication date and the time last spoken of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.language.times import values
from sayso.language.times.values import DAY, Value
from sayso.language.times.words import words

BACK = {"last", "past", "previous", "preceding", "this past"}
ON = {"next", "coming", "following", "this coming"}


@dataclass(frozen=True, slots=True)
class Context:
    """`published` is the report's date, `spoken_of` the day last named before; `ahead` whether the sentence looks ahead."""

    published: date | None
    spoken_of: date | None
    ahead: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day that still needs its day, in minutes from midnight; `last` where it is a stretch."""

    first: int
    last: int | None = None
    precision: values.Precision = "hour"
    zone: str = ""
    relative: str | None = None
    narrowed: str | None = None


Reading = Value | Clock | None


def read(kind: str, match: re.Match[str], context: Context) -> Reading:
    """The meaning of a match of `kind`; null where the words or the calendar allow none."""
    try:
        return READERS[kind](match, context)
    except (ValueError, OverflowError):
        return None


def _group(match: re.Match[str], name: str) -> str | None:
    found = match.groupdict().get(name)
    return " ".join(found.lower().replace("’", "'").split()) if found else None


def _number(match: re.Match[str], name: str) -> int | None:
    found = match.groupdict().get(name)
    return int(found) if found else None


def _which(match: re.Match[str], name: str = "which") -> str | None:
    found = _group(match, name)
    return found.removeprefix("the ") if found else None


def _month_number(match: re.Match[str]) -> int:
    return words().months[(_group(match, "month") or "").rstrip(".")]


def _nearest(options: list[Value], context: Context) -> Value | None:
    """Of the same date or month in neighbouring years, the last one up to publication, or the next one if the text looks ahead."""
    if context.published is None:
        return None
    today = values.midnight(context.published)
    if context.ahead:
        later = [v for v in options if v.last and v.last >= today]
        return later[0] if later else None
    earlier = [v for v in options if v.first and v.first <= today]
    return earlier[-1] if earlier else None


def _years(context: Context) -> range:
    middle = context.published.year if context.published else 2000
    return range(middle - 2, middle + 3)


def _iso(match: re.Match[str], context: Context) -> Reading:
    return values.on(date(int(match["year"]), int(match["month"]), int(match["day"])))


def _numeric(match: re.Match[str], context: Context) -> Reading:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if match["mark"] == "." or one > 12:
        return values.on(date(year, two, one))
    return values.on(date(year, one, two)) if two > 12 or one == two else None


def _dates(match: re.Match[str], context: Context) -> Reading:
    month, first, last, year = _month_number(match), int(match["day"]), int(match["last"]), _number(match, "year")
    if year:
        return values.between(date(year, month, first), date(year, month, last))
    return _nearest([values.between(date(y, month, first), date(y, month, last)) for y in _years(context)], context)


def _date(match: re.Match[str], context: Context) -> Reading:
    month, day, year = _month_number(match), int(match["day"]), _number(match, "year")
    if year:
        return values.on(date(year, month, day))
    options = []
    for y in _years(context):
        if not (month == 2 and day == 29) or y % 4 == 0:
            options.append(values.on(date(y, month, day)))
    return _nearest(options, context)


def _relative_year(which: str | None, context: Context) -> int | None:
    if which is None or context.published is None:
        return None
    return context.published.year + {"last": -1, "next": 1}.get(which, 0)


def _month(match: re.Match[str], context: Context) -> Reading:
    number, year = _month_number(match), _number(match, "year") or _relative_year(_group(match, "other"), context)
    if year:
        return values.month(year, number)
    which = _group(match, "which")
    if which == "this" and context.published:
        return values.month(context.published.year, number)
    options = [values.month(y, number) for y in _years(context)]
    if which == "last" and context.published:
        now = values.midnight(context.published)
        options = [v for v in options if v.last and v.last < now]
    return _nearest(options, replace(context, ahead=context.ahead and which != "last" or which == "next"))


def _season(match: re.Match[str], context: Context) -> Reading:
    first, months = words().seasons[_group(match, "season") or ""]
    year, which = _number(match, "year"), _which(match)
    if year:
        return values.season(year, first, months)
    if context.published is None:
        return None
    options = [values.season(y, first, months) for y in _years(context)]
    now = values.midnight(context.published)
    if which in BACK:
        options = [v for v in options if v.last and v.last < now]
    elif which in ON:
        options = [v for v in options if v.first and v.first > now]
    elif which == "this":
        return values.season(context.published.year, first, months)
    return _nearest(options, replace(context, ahead=which in ON or (context.ahead and which not in BACK)))


def _quarter(match: re.Match[str], context: Context) -> Reading:
    year = _number(match, "year") or _relative_year(_group(match, "which"), context)
    if year is None or _group(match, "fraction") == "decade":
        return None
    length = 3 if _group(match, "fraction") == "quarter" else 6
    ordinal = _group(match, "ordinal") or ""
    number = 12 // length if ordinal in ("final", "last") else words().ordinals[ordinal]
    if number * length > 12:
        return None
    start, end = values.month(year, (number - 1) * length + 1), values.month(year, number * length)
    return Value(start.first, end.last, "interval")


def _decade(match: re.Match[str], context: Context) -> Reading:
    return values.decade(int(match["year"]))


def _weekday(match: re.Match[str], context: Context) -> Reading:
    base, which = context.published, _which(match)
    if which in ("previous", "following", "that", "same"):
        base = context.spoken_of or base
    if base is None:
        return None
    back = (base.weekday() - words().weekdays[_group(match, "weekday") or ""]) % 7
    if which in ("next", "this coming", "following"):
        return values.on(base + ((-back) % 7 or 7) * DAY)
    if which in ("last", "this past", "previous"):
        return values.on(base - (back or 7) * DAY)
    return values.on(base + (-back % 7) * DAY if context.ahead and which not in ("that", "same") else base - back * DAY)


def _day(match: re.Match[str], context: Context) -> Reading:
    if context.published is None:
        return None
    move = {"today": 0, "yesterday": -1, "tomorrow": 1, "before yesterday": -2, "after tomorrow": 2}
    return values.on(context.published + move[_group(match, "word") or ""] * DAY)


def _window(match: re.Match[str], context: Context) -> Reading:
    which, unit = _which(match) or "", words().units[_group(match, "unit") or ""]
    plural = (_group(match, "unit") or "").endswith("s")
    if context.published is None or _group(match, "vague") or (plural and not _group(match, "number")):
        return None
    amount = words().number(_group(match, "number")) or 1
    if unit in ("minute", "hour"):
        days = timedelta(**{f"{unit}s": amount})
        now = values.midnight(context.published)
        if days % DAY:
            return None
        return Value(now - days, now, "interval") if which in BACK else Value(now, now + days, "interval")
    if which in BACK:
        return values.between(values.same_date(context.published, -amount, unit), context.published)
    return values.between(context.published, values.same_date(context.published, amount, unit))


def _weekend(day: date, move: int) -> Value:
    saturday = day - day.weekday() * DAY + 5 * DAY + move * 7 * DAY
    return values.between(saturday, saturday + DAY)


def _whole(match: re.Match[str], context: Context) -> Reading:
    which, unit = _which(match) or "this", _group(match, "unit") or ""
    base = context.published
    anaphoric = which in ("previous", "preceding", "following", "same", "that") or (
        which == "next" and (match.group().lower().startswith("the") or unit == "day")
    )
    if anaphoric or (which == "this" and unit == "day"):
        base = context.spoken_of or base
    if base is None:
        return None
    move = -1 if which in BACK else 1 if which in ON else 0
    if unit == "weekend":
        # "at the weekend" early in a week is the one just past.
        return _weekend(base, move if which not in ("this",) or base.weekday() > 2 or context.ahead else -1)
    if unit == "week":
        return _so_far(match, values.week(base + move * 7 * DAY), base)
    if unit == "fortnight":
        return values.between(base - 14 * DAY, base) if move < 0 else values.between(base, base + 14 * DAY)
    if unit == "decade":
        return values.decade(base.year // 10 * 10 + 10 * move)
    if unit == "century":
        start = (base.year - 1) // 100 * 100 + 1 + 100 * move
        return values.between(date(start, 1, 1), date(start + 99, 12, 31), "century")
    return _so_far(match, values.shift(base, move, unit), base)


def _so_far(match: re.Match[str], found: Value, base: date) -> Value:
    """ "Earlier this month" ends with the day of publication, "later this month" begins with it."""
    side, edge = _group(match, "earlier"), values.midnight(base)
    if (
        side is None
        or found.precision == "day"
        or not (found.first and found.last and found.first <= edge <= found.last)
    ):
        return found
    return Value(found.first, edge, "interval") if side == "earlier" else Value(edge, found.last, "interval")


def _ago(match: re.Match[str], context: Context) -> Reading:
    word, way = _group(match, "unit") or "", _group(match, "way")
    amount = 1 if "number" not in match.groupdict() else words().number(_group(match, "number"))
    if _group(match, "vague") or amount is None:
        return None
    base = context.published if way == "ago" else context.spoken_of or context.published
    if base is None:
        return None
    sign = 1 if way in ("later", "afterwards", "after", "on") else -1
    if word in words().parts_of_day:
        return values.part(base + sign * DAY, words().parts_of_day[word])
    unit = words().units[word]
    if unit in ("minute", "hour"):
        return values.on(base + sign * DAY * (amount // 24)) if unit == "hour" and amount % 24 == 0 else None
    return values.shift(base, sign * amount, unit)


def _ahead(match: re.Match[str], context: Context) -> Reading:
    unit, amount = words().units[_group(match, "unit") or ""], words().number(_group(match, "number"))
    if context.published is None or amount is None:
        return None
    if unit == "hour" and amount % 24 == 0:
        unit, amount = "day", amount // 24
    if unit in ("minute", "hour"):
        return None
    if not context.ahead and _group(match, "way") == "in":
        # "The second raid in a fortnight" looks back.
        return values.between(values.same_date(context.published, -amount, unit), context.published)
    end = values.same_date(context.published, amount, unit)
    return (
        values.between(context.published, end)
        if _group(match, "way") == "within"
        else values.shift(context.published, amount, unit)
    )


def _clock(match: re.Match[str], context: Context) -> Reading:
    raw = _group(match, "hour") or ""
    hour = int(raw) if raw.isdecimal() else words().numbers[raw]
    minute, half = _number(match, "minute"), _group(match, "half")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Clock(
        hour * 60 + (minute or 0),
        precision="hour" if minute is None else "minute",
        zone="Z" if _group(match, "zone") else "",
    )


def _part(match: re.Match[str], context: Context) -> Reading:
    word = _group(match, "word")
    if word == "overnight":
        return Clock(20 * 60, 30 * 60, "part-of-day", relative="overnight")
    which = "this" if word == "tonight" else _which(match)
    name = "night" if word == "tonight" else _group(match, "part") or ""
    first, last = words().parts_of_day[name]
    edge = (_group(match, "edge") or "").strip("- ") or None
    if first == last:
        return Clock(first * 60, precision="hour", relative=which)
    return Clock(first * 60, last * 60, "part-of-day", relative=which, narrowed=edge)


def _holiday(match: re.Match[str], context: Context) -> Reading:
    month, day = words().holidays[_group(match, "name") or ""]
    year, which = _number(match, "year"), _group(match, "which")
    if year:
        return values.on(date(year, month, day))
    options = [values.on(date(y, month, day)) for y in _years(context)]
    return _nearest(options, replace(context, ahead=which == "next" or (context.ahead and which != "last")))


def _point(match: re.Match[str], context: Context) -> Reading:
    name = _group(match, "name")
    found = next(p.value for p in words().turning_points if name in p.names)
    edges = [_parsed(edge) for edge in found.split("/")]
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
    "decade": _decade,
    "weekday": _weekday,
    "day": _day,
    "window": _window,
    "whole": _whole,
    "ago": _ago,
    "ahead": _ahead,
    "clock": _clock,
    "part": _part,
    "holiday": _holiday,
    "point": _point,
    "year": _year,
}
