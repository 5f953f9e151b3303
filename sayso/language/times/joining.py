"""Putting pieces together: "about 3am" + "Thursday" is one time, "from Monday" + "Wednesday" one stretch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

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
BOUND = re.compile(
    r"\b(?P<bound>since|until|till|by|before|after|from|as[^\S\n]+of|between)[^\S\n]+(?:(?:about|around|the|at|early|late)[^\S\n]+){0,2}$",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:about|around|shortly after|just after|shortly before|just before|roughly|approximately|nearly)[^\S\n]+$",
    re.IGNORECASE,
)
CLOSE = re.compile(
    r"\b(?:shortly|just|soon|right|immediately|moments|minutes|seconds|a little|a bit)[^\S\n]+$", re.IGNORECASE
)
RANGE = re.compile(
    r"[^\S\n]*(?:[-–—]|to|and|until|till|through)[^\S\n]*(?:(?:on|at|the|early|late)[^\S\n]+){0,2}", re.IGNORECASE
)
BRACKETED = re.compile(r"\)[^\S\n]*,?[^\S\n]*(?:on[^\S\n]+)?", re.IGNORECASE)
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


def ranges(found: Sequence[Found], text: str) -> list[Found]:
    """Two times with "from … to …", "between … and …" or a dash joined into one stretch."""
    made: list[Found] = []
    for each in found:
        last = made[-1] if made else None
        if last and _spans_night(last, each, text):
            made[-1] = Found(last.start, each.end, last.value)
            continue
        if last and (night := _night_into(last, each, text)):
            made[-1] = Found(last.start, each.end, night)
            continue
        _share_day(made, each, text)
        if last and last.value and each.value and RANGE.fullmatch(text[last.end : each.start]):
            gap = text[last.end : each.start].strip()
            lead = BOUND.search(text[max(0, last.start - 24) : last.start])
            opened = lead["bound"].lower() in ("from", "between") if lead else False
            joined = _join(_same_day(last, each), each.value)
            if (
                joined
                and (opened or gap in ("-", "–", "—", "until", "till", "through"))
                and (gap != "and" or (lead and lead["bound"].lower() == "between"))
            ):
                start = last.start - (len(lead.group()) if lead and opened else 0)
                made[-1] = Found(start, each.end, joined)
                continue
        made.append(each)
    return made


def _same_day(one: Found, two: Found) -> Value:
    """The value of an hour that shares the day of the one behind it ("8am to 2pm on Saturday")."""
    assert one.value is not None
    clocked = two.value is not None and two.value.precision in ("hour", "minute")
    if (
        one.dated
        or not two.dated
        or not clocked
        or one.value.first is None
        or one.value.precision not in ("hour", "minute")
    ):
        return one.value
    assert two.value is not None and two.value.first is not None
    return replace(one.value, first=datetime.combine(two.value.first.date(), one.value.first.time()))


def _spans_night(night: Found, day: Found, text: str) -> bool:
    """ "The night of Thursday to Friday": the day only says where the night ends."""
    one, two = night.value, day.value
    if one is None or two is None or one.last is None or one.precision != "part-of-day" or two.precision != "day":
        return False
    gap = text[night.end : day.start].strip().lower()
    return gap in ("to", "into", "-", "–", "—") and one.last.date() == two.day and one.first != two.first


def _night_into(night: Found, day: Found, text: str) -> Value | None:
    """ "Overnight into Thursday": the night that ends on that day."""
    told = text[night.start : night.end].lower() == "overnight" and text[night.end : day.start].strip() in (
        "into",
        "to",
    )
    if not told or day.value is None or day.value.precision != "day" or day.value.day is None:
        return None
    return values.part(day.value.day - DAY, words().parts_of_day["night"])


def _share_day(made: list[Found], day: Found, text: str) -> None:
    """Gives the hours before a day that day where one of them stands in brackets: "6pm (1600 GMT) on Tuesday"."""
    at = len(made)
    while at and not made[at - 1].dated and made[at - 1].value is not None:
        at -= 1
    hours = made[at:][-2:]
    if len(hours) < 2 or day.value is None or day.value.precision != "day" or day.value.day is None:
        return
    opened = text[hours[0].end : hours[1].start].strip() == "("
    if not opened or not BRACKETED.fullmatch(text[hours[1].end : day.start]):
        return
    for number, hour in enumerate(hours, start=len(made) - 2):
        value = hour.value
        if value and value.first and value.last and value.precision in ("hour", "minute"):
            moved = datetime.combine(day.value.day, value.first.time())
            made[number] = replace(hour, value=replace(value, first=moved, last=moved))


def _join(one: Value, two: Value) -> Value | None:
    first, last = one.first, two.last
    if first is None or last is None:
        return None
    clocked = one.precision in ("hour", "minute") and two.precision in ("hour", "minute")
    if first > last and clocked and first.date() == last.date():
        last += DAY  # "from 9pm until 5am"
    if first > last and one.precision == "day" and two.precision == "day" and first - last < timedelta(days=7):
        # "from Wednesday to Friday", each the last one up to publication: the first lies before the second.
        first -= 7 * DAY
    return Value(first, last, "interval") if first <= last else None


def bounded(found: Found, text: str, published: date | None) -> Found:
    """`since`, `until`, `before` and `after` make a stretch that is open or ends with the publication."""
    lead = BOUND.search(text[max(0, found.start - 24) : found.start])
    if (
        lead is None
        or found.value is None
        or (
            found.value.precision == "interval"
            and found.value.first != found.value.last
            and "/" not in found.value.iso()
        )
    ):
        return found
    now: datetime | None = values.midnight(published) if published else None
    value, bound = found.value, lead["bound"].lower()
    opening = max(0, found.start - 24) + lead.start()
    if value.precision in ("hour", "minute") and CLOSE.search(text[max(0, opening - 12) : opening]):
        return found  # "shortly after midday" is about that time
    made: Value | None = None
    if bound == "since":
        made = Value(value.first, now if now and value.first and value.first <= now + DAY else None, "interval")
    elif bound in ("until", "till"):
        made = Value(now if now and value.last and value.last >= now else None, value.last, "interval")
    elif bound == "before":
        made = Value(None, value.first, "interval")
    elif bound == "after":
        made = Value(value.last, None, "interval")
    if made is None or (made.first is None and made.last is None):
        return found
    if made.first and made.last and made.last < made.first:
        made = replace(made, last=made.first)
    return Found(found.start - len(lead.group()), found.end, made)
