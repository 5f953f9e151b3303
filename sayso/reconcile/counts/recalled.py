"""Figures of an earlier event that a story recalls: "it lost 29 men in a like attack in January"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.model import Annotations, Time
from sayso.reconcile.counts.kinds import counting, found
from sayso.reconcile.counts.model import Told
from sayso.reconcile.moments import moment
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import paragraph, sentence

EARLIER = timedelta(days=21)  # before a story's first report, from which what is dated is no part of its event
WEEK = timedelta(days=7)  # the same before the day of which most of its figures are told, where that is a late one
OPENING = 500  # characters within which a report tells of what it is about
FIRST = 1000  # year from which days are read: before it there is none to count a week back from
DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def recalled(read: Sequence[Told], annotations: Sequence[Annotations] = ()) -> list[Told]:
    """The figures, those dated long before the story's first report, or a week before the day of its event, with their
    time as a period of its own; but none where most of the dated ones are: the story is then of what happened long ago.
    """
    published = [at.date() for reading, _ in read if (at := moment(reading.report.published))]
    times = {each.report: each.times for each in annotations}
    last = {reading.figure.id: _last_day(reading, times.get(reading.report.id, ())) for reading, _ in read}
    dated = [day for day in last.values() if day]
    before, late = date.min, date.min  # of undated reports nothing is known to be earlier but by the figures' own days
    if published:
        before, late = min(published) - EARLIER, min(published) - WEEK
    told = Counter(day for day in dated if late < day)
    if told:
        before = max(before, max(told, key=lambda day: (told[day], day)) - WEEK)
    mostly = 2 * sum(day < before for day in dated) > len(dated)
    if not dated or (mostly and not _of_now(times, before)):
        return list(read)
    return [
        (reading, replace(about, period=reading.figure.when or day.isoformat()))
        if about.period is None and (day := last[reading.figure.id]) and day < before
        else (reading, about)
        for reading, about in read
    ]


def _of_now(times: Mapping[str, Sequence[Time]], before: date) -> bool:
    """Whether a report opens with a day of its own event, not with one of long ago."""
    opening = (time.value for each in times.values() for time in each if time.start < OPENING and time.value)
    days = (_day(value) for value in opening)
    return before > date.min and any(day is not None and day >= before for day in days)


def _last_day(reading: Reading, times: Sequence[Time]) -> date | None:
    """The last day, or the 28th of the last month, that the words of a figure's own sentence date it by, or, where they
    say "at the time", those before it in its paragraph.
    """
    figure, text = reading.figure, reading.report.text
    when = figure.when if figure.dated_by in ("clause", "sentence") else None
    start, end = sentence(text, figure.start, figure.end)
    if when is None and found(counting().then_cues, text[start:end]):
        low = paragraph(text, figure.start)[0]
        when = next((time.value for time in reversed(times) if low <= time.start < start and time.value), None)
    return _day(when or "")


def _day(when: str) -> date | None:
    """The last day of a time in ISO form, of a month its 28th; None where it has no month."""
    parts = DATE.findall(when)
    if not parts:
        return None
    year, month, day = map(int, (part or 28 for part in parts[-1]))
    try:
        return date(year, month, day) if year >= FIRST else None
    except ValueError:
        return None
