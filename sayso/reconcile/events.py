"""What happened: the events of a story, told apart by place and time, each figure on the one that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load
from sayso.model import Annotations, Event, Place, Report, Time
from sayso.reconcile.cast.sides import stem_of
from sayso.reconcile.counts import Count
from sayso.reconcile.counts.kinds import any_of
from sayso.reconcile.statements import Reading, moment
from sayso.reconcile.words import paragraph, sentence


class Types(BaseModel):
    """`events.yaml`: words by type of event, and the types in words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    types: dict[str, tuple[str, ...]]
    names: dict[str, str]


@cache
def types() -> Types:
    """The vocabulary of types of event."""
    return load("events", Types)


@dataclass(eq=False)
class Happening:
    """An event in the making: where (stems), whether it is history, and the counts that it holds."""

    place: frozenset[str]
    historical: bool
    year: str | None = None
    counts: list[Count] = field(default_factory=list)

    @property
    def readings(self) -> list[Reading]:
        """All readings of its counts, in order."""
        return sorted((r for count in self.counts for r, _ in count.readings), key=lambda r: r.order)


def events(
    story: str, reports: Sequence[Report], annotations: Sequence[Annotations], counts: Sequence[Count], offset: int
) -> tuple[list[Event], dict[int, str]]:
    """The events of a story and, by the count's position, the id of the event that it belongs to.

    A count with a place of its own belongs to the event there; one without to the event at the settlement named last
    before it, else to the story's main event, the one with most figures. Events that the reports recall from earlier
    are marked as historical.
    """
    places = {annotation.report: annotation.located for annotation in annotations}
    times = {annotation.report: annotation.times for annotation in annotations}
    found: list[Happening] = []
    belongs: dict[int, Happening] = {}
    for i, count in enumerate(counts):
        where = frozenset().union(*(about.place for _, about in count.readings))
        year = _year(count) if count.subject.historical else None
        if not where and not count.subject.historical:
            continue
        fits = [h for h in found if h.historical == count.subject.historical and h.year == year and (h.place & where)]
        if not fits:
            fits = [Happening(where, count.subject.historical, year)]
            found.append(fits[0])
        fits[0].counts.append(count)
        fits[0].place |= where
        belongs[i] = fits[0]
    current = [h for h in found if not h.historical]
    main = max(current, key=lambda h: (len(h.readings), -found.index(h)), default=None)
    for i, count in enumerate(counts):
        if i not in belongs:
            if main is None:
                main = Happening(frozenset(), False)
                found.append(main)
            near = _near(count, places)
            there = next((h for h in current if h.place & near), main)
            there.counts.append(count)
            belongs[i] = there
    found.sort(key=lambda h: (h is not main, h.historical, h.readings[0].order))
    made = [_event(f"e{offset + n}", story, h, reports, places, times) for n, h in enumerate(found, 1)]
    ids = {id(h): event.id for h, event in zip(found, made, strict=True)}
    return made, {i: ids[id(h)] for i, h in belongs.items()}


def _near(count: Count, places: Mapping[str, tuple[Place, ...]]) -> frozenset[str]:
    """Stems of the settlements that the reports name last before the count's figures."""
    found: set[str] = set()
    for reading, _ in count.readings:
        before = [
            p
            for p in places.get(reading.report.id, ())
            if 0 <= reading.figure.start - p.end < NEAR and p.precision in SETTLED
        ]
        if before:
            last = max(before, key=lambda p: p.end)
            found |= {stem_of(word) for word in last.quote.split() if len(word) > 2}
    return frozenset(found)


NEAR = 1200  # characters
SETTLED = (1, 2)  # UCDP where_prec: a settlement, or near one


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
    reports: Sequence[Report],
    places: Mapping[str, tuple[Place, ...]],
    times: Mapping[str, tuple[Time, ...]],
) -> Event:
    readings = happening.readings
    carrying = {reading.report.id for reading in readings}
    kind = _type(readings)
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


def _type(readings: Sequence[Reading]) -> str | None:
    """The type whose words stand most often around the figures, in their own sentences above all."""
    seen: set[tuple[str, int]] = set()
    tally = dict.fromkeys(types().types, 0)
    for reading in readings:
        lo, hi = paragraph(reading.report.text, reading.figure.start)
        if (reading.report.id, lo) in seen:
            continue
        seen.add((reading.report.id, lo))
        start, end = sentence(reading.report.text, reading.figure.start, reading.figure.end)
        for kind, words in types().types.items():
            tally[kind] += len(any_of(words).findall(reading.report.text[lo:hi]))
            tally[kind] += 2 * len(any_of(words).findall(reading.report.text[start:end]))
    best = max(tally, key=lambda kind: tally[kind])
    return best if tally[best] else None


def _name(happening: Happening, places: Mapping[str, tuple[Place, ...]]) -> str | None:
    """The place's name as resolved, where the figures do not carry it themselves."""
    named = [
        place.quote
        for reading in happening.readings
        for place in places.get(reading.report.id, ())
        if any(stem_of(word) in happening.place for word in place.quote.split())
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
