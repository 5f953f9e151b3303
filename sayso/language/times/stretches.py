"""Stretches: two times joined by "from … to …", and those that "since", "until", "before" or "after" open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sayso.language.times import values
from sayso.language.times.joining import Found
from sayso.language.times.values import DAY, Value
from sayso.language.times.words import words

BOUND = re.compile(
    r"\b(?P<bound>since|until|till|by|before|after|from|as[^\S\n]+of|between)[^\S\n]+(?:(?:about|around|the|at|early|late)[^\S\n]+){0,2}$",
    re.IGNORECASE,
)
RANGE = re.compile(
    r"[^\S\n]*(?:[-–—]|to|and|until|till|through)[^\S\n]*(?:(?:on|at|the|early|late)[^\S\n]+){0,2}", re.IGNORECASE
)
CLOSE = re.compile(
    r"\b(?:shortly|just|soon|right|immediately|moments|minutes|seconds|a little|a bit)[^\S\n]+$", re.IGNORECASE
)
BRACKETED = re.compile(r"\)[^\S\n]*,?[^\S\n]*(?:on[^\S\n]+)?", re.IGNORECASE)


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
