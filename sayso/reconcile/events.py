"""What happened: the events of a story, told apart by place and time, each figure on the one that it belongs to."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load
from sayso.model import Annotations, Event, Place, Report, Time
from sayso.reconcile.cast.sides import stem_of
from sayso.reconcile.counts import Count
from sayso.reconcile.counts.kinds import any_of, counting
from sayso.reconcile.statements import Reading, moment
from sayso.reconcile.words import folded, paragraph, sentence


class Types(BaseModel):
    """`events.yaml`; the keys are described in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    types: dict[str, tuple[str, ...]]
    names: dict[str, str]


@cache
def types() -> Types:
    """The vocabulary of types of event."""
    return load("events", Types)


@dataclass(eq=False)
class Happening:
    """An event in the making: where (stems and coordinates), whether it is history, and the counts that it holds."""

    place: frozenset[str]
    historical: bool
    year: str | None = None
    counts: list[Count] = field(default_factory=list)
    spots: list[tuple[float, float]] = field(default_factory=list)

    @property
    def readings(self) -> list[Reading]:
        """All readings of its counts, in order."""
        return sorted((r for count in self.counts for r, _ in count.readings), key=lambda r: r.order)

    def at(self, place: Place) -> bool:
        """Whether a place is where it happened: by name, or close by."""
        if _stems(place.quote) & self.place:
            return True
        spot = _spot(place)
        return spot is not None and any(_apart(spot, other) <= CLOSE for other in self.spots)

    def days(self) -> set[str]:
        """The days that its figures are told of."""
        found = (d for r in self.readings if r.figure.when for d in DAY.findall(r.figure.when)[:1])
        return set(found)


DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CLOSE = 25.0  # kilometres within which two places are of one event
LATER = 7  # days from which what is told of the same place is another event
NEAR = 2000  # characters back within which a figure without a place finds its event
SETTLED = (1, 2)  # UCDP where_prec: a settlement, or near one


def events(
    story: str, reports: Sequence[Report], annotations: Sequence[Annotations], counts: Sequence[Count], offset: int
) -> tuple[list[Event], dict[int, str]]:
    """The events of a story and, by the count's position, the id of the event that it belongs to.

    A count with a place of its own belongs to the event there, unless it is told of days far from that event's; one
    without to the event whose place the report named last before it, else to the story's main event, the one with
    most figures. Events that the reports recall from earlier are marked as historical.
    """
    places = {annotation.report: annotation.located for annotation in annotations}
    times = {annotation.report: annotation.times for annotation in annotations}
    found: list[Happening] = []
    belongs: dict[int, Happening] = {}
    for i, count in enumerate(counts):
        where = frozenset().union(*(about.place for _, about in count.readings))
        year = _year(count) if count.subject.historical else None
        elsewhere = count.subject.measure in counting().unplaced  # told of where they were brought
        if (elsewhere or not where) and not count.subject.historical:
            continue
        one = Happening(where, count.subject.historical, year, [count], _spots(where, places))
        fit = next((h for h in found if _fits(h, one)), None)
        if fit is None:
            found.append(one)
        else:
            fit.counts.append(count)
            fit.place |= where
            fit.spots += one.spots
        belongs[i] = fit or one
    current = [h for h in found if not h.historical]
    main = max(current, key=lambda h: (len(h.readings), -found.index(h)), default=None)
    for i, count in enumerate(counts):
        if i not in belongs:
            if main is None:
                main = Happening(frozenset(), False)
                found.append(main)
            there = _last_named(count, current, places) or main
            there.counts.append(count)
            belongs[i] = there
    found.sort(key=lambda h: (h is not main, h.historical, h.readings[0].order))
    made = [_event(f"e{offset + n}", story, h, h is main, reports, places, times) for n, h in enumerate(found, 1)]
    ids = {id(h): event.id for h, event in zip(found, made, strict=True)}
    return made, {i: ids[id(h)] for i, h in belongs.items()}


def _fits(happening: Happening, other: Happening) -> bool:
    """Whether two are one event: of one time, at one place (by name or within a few kilometres)."""
    if happening.historical != other.historical or happening.year != other.year:
        return False
    days, theirs = happening.days(), other.days()
    if days and theirs and min(abs(_day(a) - _day(b)) for a in days for b in theirs) >= LATER:
        return False
    close = any(_apart(a, b) <= CLOSE for a in happening.spots for b in other.spots)
    return bool(happening.place & other.place) or close


def _day(value: str) -> int:
    try:
        return date.fromisoformat(value).toordinal()
    except ValueError:
        return 0


def _last_named(
    count: Count, happenings: Sequence[Happening], places: Mapping[str, tuple[Place, ...]]
) -> Happening | None:
    """The event whose place a report names last before the count's figures."""
    for reading, _ in count.readings:
        before = [
            p
            for p in places.get(reading.report.id, ())
            if 0 <= reading.figure.start - p.end < NEAR and p.precision in SETTLED
        ]
        for place in sorted(before, key=lambda p: -p.end):
            there = next((h for h in happenings if h.at(place)), None)
            if there is not None:
                return there
    return None


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem_of(folded(word)) for word in name.split() if len(word) > 2)


def _spot(place: Place) -> tuple[float, float] | None:
    settled = place.precision in SETTLED and place.latitude is not None and place.longitude is not None
    return (place.latitude or 0.0, place.longitude or 0.0) if settled else None


def _spots(where: frozenset[str], places: Mapping[str, tuple[Place, ...]]) -> list[tuple[float, float]]:
    """The coordinates of all mentions of a place by one of these names."""
    mentions = [place for report in sorted(places) for place in places[report] if _stems(place.quote) & where]
    return sorted({spot for place in mentions if (spot := _spot(place)) is not None})


def _apart(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The distance of two points in kilometres (great circle, by the haversine formula)."""
    (lat, lon), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (a, b))
    chord = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, chord)))


def _year(count: Count) -> str | None:
    """The year that stands in the sentence of a historical figure."""
    for reading, _ in count.readings:
        start, end = sentence(reading.report.text, reading.figure.start, reading.figure.end)
        found = re.search(r"\b(1[5-9]\d\d|20\d\d)\b", f"{reading.figure.when or ''} {reading.report.text[start:end]}")
        if found:
            return found.group()
    return None


def _event(
    identifier: str,
    story: str,
    happening: Happening,
    main: bool,
    reports: Sequence[Report],
    places: Mapping[str, tuple[Place, ...]],
    times: Mapping[str, tuple[Time, ...]],
) -> Event:
    readings = happening.readings
    carrying = {reading.report.id for reading in readings}
    kind = _type(readings, [r for r in reports if r.id in carrying] if main else ())
    place = next((r.figure.place for r in readings if r.figure.place), None) or _name(happening, places)
    when = happening.year or _when(readings, times)
    words = types().names.get(kind or "", "Event")
    sides = {side for count in happening.counts for r, s in count.readings for side in (s.whose,) if side}
    return Event(
        id=identifier,
        story=story,
        name=", ".join(part for part in (f"{words} at {place}" if place else words, when) if part),
        type=kind,
        place=place,
        when=when,
        parties=tuple(sorted(sides)),
        historical=happening.historical,
        reports=tuple(report.id for report in reports if report.id in carrying),
        evidence=tuple(reading.evidence for reading in readings),
    )


def _type(readings: Sequence[Reading], reports: Sequence[Report]) -> str | None:
    """The type whose words stand most often around the figures, in their own sentences above all, and in headlines."""
    seen: set[tuple[str, int]] = set()
    tally = dict.fromkeys(types().types, 0)
    told = " ".join(report.headline or "" for report in reports)
    for kind, words in types().types.items():
        tally[kind] += 2 * len(_found(words, told)) if len(reports) else 0
    for reading in readings:
        lo, hi = paragraph(reading.report.text, reading.figure.start)
        if (reading.report.id, lo) in seen:
            continue
        seen.add((reading.report.id, lo))
        start, end = sentence(reading.report.text, reading.figure.start, reading.figure.end)
        for kind, words in types().types.items():
            tally[kind] += len(_found(words, reading.report.text[lo:hi]))
            tally[kind] += 2 * len(_found(words, reading.report.text[start:end]))
    best = max(tally, key=lambda kind: tally[kind])
    return best if tally[best] else None


def _found(words: tuple[str, ...], text: str) -> list[str]:
    return any_of(words).findall(text)


def _name(happening: Happening, places: Mapping[str, tuple[Place, ...]]) -> str | None:
    """The place's name as resolved, where the figures do not carry it themselves."""
    named = [
        place.quote
        for reading in happening.readings
        for place in places.get(reading.report.id, ())
        if _stems(place.quote) & happening.place
    ]
    return max(sorted(set(named)), key=named.count) if named else None


def _when(readings: Sequence[Reading], times: Mapping[str, tuple[Time, ...]]) -> str | None:
    """The day that the figures are told of most often; else the one that their sentences name most often.

    Spans of time tell since when something was counted, not when it happened, and are left out.
    """
    days = [d for r in readings if r.figure.when for d in re.findall(r"\d{4}-\d{2}-\d{2}", r.figure.when)[:1]]
    if not days:
        for reading in readings:
            start, end = sentence(reading.report.text, reading.figure.start, reading.figure.end)
            near = [t for t in times.get(reading.report.id, ()) if start <= t.start < end and t.value]
            published = moment(reading.report.published)
            last = published.date().isoformat() if published else "9999"
            values = [v for t in near for v in [_one_day(t.value)] if v]
            days += [d for d in values if d <= last]
    return max(sorted(set(days), reverse=True), key=days.count) if days else None


def _one_day(value: str | None) -> str | None:
    """The day of a value that lies within one day, as "2023-06-01T06:00/2023-06-01T12:00" does."""
    days = set(re.findall(r"\d{4}-\d{2}-\d{2}", value or ""))
    return days.pop() if len(days) == 1 else None
