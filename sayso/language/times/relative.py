"""Expressions that count from the publication or from the day last spoken of."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from sayso.language.times import values
from sayso.language.times.context import BACK, ON, Context, Reading, group, which_of
from sayso.language.times.values import DAY, Value
from sayso.language.times.words import words

DAYLIKE = frozenset({"day", "days", "night", "nights", "morning", "evening"})


def weekday(match: re.Match[str], context: Context) -> Reading:
    """ "Thursday", "last Friday", "the following Monday"."""
    base, which = context.published, which_of(match)
    if which in ("previous", "following", "that", "same"):
        base = context.spoken_of or base
    if base is None:
        return None
    back = (base.weekday() - words().weekdays[group(match, "weekday") or ""]) % 7
    if which in ("next", "this coming", "following"):
        return values.on(base + ((-back) % 7 or 7) * DAY)
    if which in ("last", "this past", "previous"):
        return values.on(base - (back or 7) * DAY)
    return values.on(base + (-back % 7) * DAY if context.ahead and which not in ("that", "same") else base - back * DAY)


def weekday_week(match: re.Match[str], context: Context) -> Reading:
    """ "Thursday week": the Thursday after the next."""
    coming = weekday(match, replace(context, ahead=True))
    return values.on(coming.day + 7 * DAY) if isinstance(coming, Value) and coming.day else None


def weekday_beside(match: re.Match[str], context: Context) -> Reading:
    """ "The Friday before", counted from the day last spoken of."""
    base = context.spoken_of or context.published
    if base is None:
        return None
    back = (base.weekday() - words().weekdays[group(match, "weekday") or ""]) % 7
    return values.on(base - (back or 7) * DAY if match["way"] == "before" else base + ((-back) % 7 or 7) * DAY)


def weekdays(match: re.Match[str], context: Context) -> Reading:
    """ "Two Sundays ago"."""
    base, amount = context.published, words().number(group(match, "number"))
    if base is None or amount is None:
        return None
    back = (base.weekday() - words().weekdays[group(match, "weekday") or ""]) % 7 or 7
    return values.on(base - (back + 7 * (amount - 1)) * DAY)


def day(match: re.Match[str], context: Context) -> Reading:
    """ "Today", "yesterday", "the day after tomorrow"."""
    if context.published is None:
        return None
    move = {"today": 0, "yesterday": -1, "tomorrow": 1, "before yesterday": -2, "after tomorrow": 2}
    return values.on(context.published + move[group(match, "word") or ""] * DAY)


def window(match: re.Match[str], context: Context) -> Reading:
    """ "The past 31 days", "the next two weeks": up to, or from, the publication."""
    which, unit = which_of(match) or "", words().units[group(match, "unit") or ""]
    plural = (group(match, "unit") or "").endswith("s")
    if context.published is None or group(match, "vague") or (plural and not group(match, "number")):
        return None
    amount = words().number(group(match, "number")) or 1
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


def whole(match: re.Match[str], context: Context) -> Reading:
    """ "Last week", "this year", "the previous month", "that day", "earlier this week"."""
    told, unit = which_of(match), group(match, "unit") or ""
    which, base = told or "this", context.published
    anaphoric = which in ("previous", "preceding", "following", "same", "that") or (
        which == "next" and (match.group().lower().startswith("the") or unit == "day")
    )
    if anaphoric or (which == "this" and unit == "day"):
        base = (context.that_day if unit == "day" else None) or context.spoken_of or base
    if base is None:
        return None
    move = -1 if which in BACK else 1 if which in ON else 0
    if unit == "weekend":
        # "at the weekend" is the one just past, "this weekend" only early in a week.
        past = base.weekday() <= (2 if told else 4)
        return _weekend(base, -1 if which == "this" and past and not context.ahead else move)
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
    side, edge = group(match, "earlier"), values.midnight(base)
    if (
        side is None
        or found.precision == "day"
        or not (found.first and found.last and found.first <= edge <= found.last)
    ):
        return found
    return Value(found.first, edge, "interval") if side == "earlier" else Value(edge, found.last, "interval")


def ago(match: re.Match[str], context: Context) -> Reading:
    """ "Three weeks ago", "two days earlier", "a month later", "the day before"."""
    word, way = group(match, "unit") or "", group(match, "way")
    amount = 1 if "number" not in match.groupdict() else words().number(group(match, "number"))
    if group(match, "vague") or amount is None:
        return None
    base = context.published if way == "ago" else context.spoken_of or context.published
    if base is None:
        return None
    if way != "ago" and context.spoken_of != context.that_day and word in DAYLIKE:
        return None  # "in 2008 … the day before"
    sign = 1 if way in ("later", "afterwards", "after") else -1
    if word in words().parts_of_day:
        return values.part(base + sign * DAY, words().parts_of_day[word])
    unit = words().units[word]
    if unit in ("minute", "hour"):
        return values.on(base + sign * DAY * (amount // 24)) if unit == "hour" and amount % 24 == 0 else None
    if unit == "year" and (group(match, "half") or group(match, "later_half")):
        return values.shift(base, sign * (12 * amount + 6), "month")
    moved = values.shift(base, sign * amount, unit)
    now, when = context.published, moved.day
    if now and when and when > now >= base and not context.ahead:
        return None  # "even three years later" ends with today
    return moved


def ahead(match: re.Match[str], context: Context) -> Reading:
    """ "In two weeks", "within 48 hours"."""
    unit, amount = words().units[group(match, "unit") or ""], words().number(group(match, "number"))
    if context.published is None or amount is None:
        return None
    if unit == "hour" and amount % 24 == 0:
        unit, amount = "day", amount // 24
    if unit in ("minute", "hour"):
        return None
    if not context.ahead and group(match, "way") == "in":
        # "The second raid in a fortnight" looks back.
        return values.between(values.same_date(context.published, -amount, unit), context.published)
    end = values.same_date(context.published, amount, unit)
    return (
        values.between(context.published, end)
        if group(match, "way") == "within"
        else values.shift(context.published, amount, unit)
    )
