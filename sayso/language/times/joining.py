"""Putting pieces together: "about 3am" + "Thursday" is one time, "from Monday" + "Wednesday" one stretch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.language.times import values
from sayso.language.times.context import Clock, Context, Reading, group, which_of
from sayso.language.times.counted import offset, run
from sayso.language.times.reading import read
from sayso.language.times.scanning import Piece
from sayso.language.times.values import DAY, Value
from sayso.language.times.words import words

CLOCKS = {"clock", "spoken", "hours", "part"}
DATED = {"date", "iso", "numeric", "monthday"}
# What says how far from the time behind it, and which times that can be.
COUNTED = {"offset", "run"}
COUNTED_FROM = {*DATED, "holiday", "movable", "weekday", "day", "month", "whole", "point"}
GAP = re.compile(
    r"[^\S\n]*[,(]?[^\S\n]*(?:(?:on|at|in|of|the|during|early|late|about|around)[^\S\n]+){0,3}\)?", re.IGNORECASE
)
EDGE = re.compile(
    r"\b(?:(?P<early>early(?:[^\S\n]+(?:on|in))?|(?:the[^\S\n]+)?(?:very[^\S\n]+)?(?:start|beginning|early[^\S\n]+part|outset)[^\S\n]+of(?:[^\S\n]+the)?)"
    r"|(?P<mid>mid|(?:the[^\S\n]+)?middle[^\S\n]+of(?:[^\S\n]+the)?)"
    r"|(?P<late>late(?:[^\S\n]+(?:on|in))?|(?:the[^\S\n]+)?(?:very[^\S\n]+)?end[^\S\n]+of(?:[^\S\n]+the)?))(?:[^\S\n]+|-)$",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:about|around|shortly after|just after|shortly before|just before|roughly|approximately|nearly)[^\S\n]+$",
    re.IGNORECASE,
)
HOUR = 60
EARLY, LATE = (0, 9), (18, 24)  # the hours of "early on Thursday" and "late on Thursday"


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression at `start` to `end` with its value."""

    start: int
    end: int
    value: Value | None
    dated: bool = True  # false where only an hour is named


def chains(found: Sequence[Piece], text: str) -> list[list[Piece]]:
    """Pieces that are one expression, together."""
    made: list[list[Piece]] = []
    for piece in found:
        if made and _joins(made[-1], piece, text):
            made[-1].append(piece)
        else:
            made.append([piece])
    counted = [chain[1:] if chain[0].kind in COUNTED and not _counts(chain) else chain for chain in made]
    return [chain for chain in counted if chain]


def _counts(chain: Sequence[Piece]) -> bool:
    return len(chain) > 1 and chain[1].kind not in CLOCKS


def _joins(chain: Sequence[Piece], piece: Piece, text: str) -> bool:
    last = chain[-1]
    if not GAP.fullmatch(text[last.end : piece.start]) or last.end == piece.start:
        return False
    kinds = [p.kind for p in chain]
    if piece.kind in CLOCKS:
        hours = piece.kind == "part" and set(kinds) <= {"clock", "spoken"}  # "6.15 this morning"
        return piece.kind not in kinds and (not piece.match.groupdict().get("which") or piece.kind == "clock" or hours)
    days = [kind for kind in kinds if kind not in CLOCKS]
    if days and days[-1] in COUNTED:
        return piece.kind in COUNTED_FROM and last.kind in COUNTED
    if not days:
        return piece.kind in (*DATED, "dates", "weekday", "day", "whole", "month", "holiday", "ago")
    if len(days) > 1:
        return False
    pair = {days[0], piece.kind}
    return (
        ("weekday" in pair and bool(pair & DATED))
        or pair == {"weekday", "whole"}
        or pair == {"weekday", "ago"}
        or (days[0] in ("date", "month") and piece.kind == "year" and not chain[-1].match.groupdict().get("year"))
    )


def value_of(chain: Sequence[Piece], text: str, context: Context) -> Found:
    """The value of a chain, with the words before it that narrow or bound it."""
    days = [p for p in chain if p.kind not in CLOCKS]
    start, end = chain[0].start, chain[-1].end
    value: Value | None = _day(days, context) if days else None
    edge = EDGE.search(text[max(0, start - 32) : start])
    if edge and value and chain[0] in days:
        which = next(name for name in ("early", "mid", "late") if edge[name])
        if (
            value.precision == "day"
            and which != "mid"
            and "of" not in edge.group()
            and len(chain) == len(days)
            and value.day
        ):
            value = values.part(value.day, EARLY if which == "early" else LATE)
            start -= len(edge.group())
        elif value.precision not in ("day", "hour", "minute", "part-of-day", "week"):
            value = values.narrow(value, which)
            start -= len(edge.group())
    for piece in chain:
        if piece.kind in CLOCKS:
            clock = read(piece.kind, piece.match, context)
            part = next((p for p in chain if p.kind == "part"), None)
            if piece.kind == "spoken" and part is None:
                continue  # "half past six": of the morning or of the evening?
            if isinstance(clock, Clock):
                clock = _halved(clock, piece, part)
                value = _timed(clock, value, bool(days), context, value)
    about = ABOUT.search(text[max(0, start - 20) : start])
    if about and any(p.kind == "clock" for p in chain):
        start -= len(about.group())
    return Found(start, end, value, bool(days))


def _halved(clock: Clock, piece: Piece, part: Piece | None) -> Clock:
    """An hour up to 12 in the half of the day that a part of the day beside it tells ("six in the evening")."""
    name = group(part.match, "part") if part else None
    if part and piece.kind != "part":
        clock = replace(clock, relative=which_of(part.match))
    if name is None or piece.kind == "part" or group(piece.match, "half") or clock.first >= 13 * HOUR:
        return clock
    starts = words().parts_of_day[name][0]
    late = 12 if starts >= 12 else 0
    if name == "night" and clock.first % (12 * HOUR) < 6 * HOUR:
        late = 24
    last = clock.last % (12 * HOUR) + late * HOUR if clock.last is not None else None
    return replace(clock, first=clock.first % (12 * HOUR) + late * HOUR, last=last)


def _day(days: Sequence[Piece], context: Context) -> Value | None:
    if days[0].kind in COUNTED:
        try:
            return (offset if days[0].kind == "offset" else run)(days[0].match, _day(days[1:], context))
        except (ValueError, OverflowError):
            return None
    readings: list[tuple[Piece, Reading]] = [(p, read(p.kind, p.match, context)) for p in days]
    for piece, reading in readings:
        if piece.kind in DATED and isinstance(reading, Value):
            if days[-1].kind == "year":
                return _with_year(reading, int(days[-1].match["year"]))
            return reading
    if len(readings) == 2 and {p.kind for p in days} == {"month", "year"}:
        month = next(r for p, r in readings if p.kind == "month")
        return _with_year(month, int(days[-1].match["year"])) if isinstance(month, Value) else None
    if len(readings) == 2:
        weekday = next((p for p in days if p.kind == "weekday"), None)
        whole = next((r for p, r in readings if p.kind != "weekday"), None)
        if weekday is not None and isinstance(whole, Value) and whole.day:
            week = values.week(whole.day).day
            inside = read("weekday", weekday.match, Context(week, week, True))
            return inside if isinstance(inside, Value) else None
    first = readings[0][1]
    return first if isinstance(first, Value) else None


def _with_year(value: Value, year: int) -> Value | None:
    if value.day is None:
        return None
    return (
        values.month(year, value.day.month) if value.precision == "month" else values.on(value.day.replace(year=year))
    )


def _timed(clock: Clock, value: Value | None, dated: bool, context: Context, before: Value | None) -> Value | None:
    if value is not None and value.timed and value.first and clock.last is None:
        # "3am" within "Thursday morning": the clock is the finer of the two.
        return _at(clock, value.first.date())
    if value is not None and value.timed:
        return value
    if dated and value is None:
        return None
    over_midnight = clock.last is not None and clock.last > 24 * 60
    if value is not None and over_midnight and value.first and value.last and value.last - value.first == DAY:
        return _at(clock, value.first.date())  # "the night of 11 to 12 August"
    if value is not None and (value.precision != "day" or value.day is None):
        return value
    day = value.day if value is not None else _own_day(clock, context)
    if day is None:
        return None
    if clock.relative == "overnight":
        day -= DAY
    return _at(clock, day)


def _own_day(clock: Clock, context: Context) -> date | None:
    # A month or a year that was spoken of is no day that an hour could be of.
    whole_day = context.spoken_of is None or context.spoken_of == context.that_day
    spoken = (context.spoken_of if whole_day else context.that_day) or context.published
    if spoken and context.published and spoken > context.published and not context.ahead:
        spoken = context.published  # a day to come that was spoken of is not when something happened
    match clock.relative:
        case "that" | "the same" | "same" if not whole_day:
            return None
        case "this" | "overnight":
            return context.published
        case "last" | "yesterday":
            return context.published - DAY if context.published else None
        case "tomorrow":
            return context.published + DAY if context.published else None
        case "the next" | "the following" | "next" | "following":
            return spoken + DAY if spoken else None
        case "previous" | "the previous":
            return spoken - DAY if spoken else None
        case _:
            return spoken


def _at(clock: Clock, day: date) -> Value:
    start = values.midnight(day) + timedelta(minutes=clock.first)
    if clock.last is None:
        return Value(start, start, clock.precision, clock.zone)
    end = values.midnight(day) + timedelta(minutes=clock.last)
    half = (end - start) / 2
    if clock.narrowed == "early":
        end = start + half
    elif clock.narrowed == "late":
        start += half
    return Value(start, end, "part-of-day", clock.zone)
