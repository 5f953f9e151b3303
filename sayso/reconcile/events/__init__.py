"""What happened: the events of a story, told apart by place and time, each figure on the one that it belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.model import Annotations, Event, Place, Report, Time
from sayso.reconcile.counts import Count
from sayso.reconcile.counts.kinds import counting
from sayso.reconcile.datelines import outside, town
from sayso.reconcile.events.happening import SETTLED, Happening, one_day, spots, stems
from sayso.reconcile.events.types import type_of, types
from sayso.reconcile.moments import moment
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import sentence

__all__ = ["events"]

NEAR = 2000  # characters back within which a figure without a place finds its event

Places = Mapping[str, tuple[Place, ...]]
Times = Mapping[str, tuple[Time, ...]]


def events(
    story: str, reports: Sequence[Report], annotations: Sequence[Annotations], counts: Sequence[Count], offset: int
) -> tuple[list[Event], dict[int, str]]:
    """The events of a story and, by the count's position, the id of the event that it belongs to.

    A count with a place of its own belongs to the event there, unless it is told of days far from that event's; one
    without to the event whose place the report named last before it, else to the story's main event, the one with
    most figures. Events of one type, day and place are one. Those that the reports recall from earlier are marked as
    historical. What is counted over a longer time ("since the war began") is of no one event, unless all is.
    """
    by_id = {report.id: report for report in reports}
    places = {annotation.report: outside(by_id[annotation.report], annotation) for annotation in annotations}
    times = {annotation.report: annotation.times for annotation in annotations}
    found: list[Happening] = []
    belongs: dict[int, Happening] = {}
    lasting = {i for i, count in enumerate(counts) if count.subject.lasting}
    numbered = [(i, count) for i, count in enumerate(counts) if i not in lasting or len(lasting) == len(counts)]
    for i, count in numbered:
        where = frozenset().union(*(about.place for _, about in count.readings))
        year = _year(count) if count.subject.historical else None
        elsewhere = count.subject.measure in counting().unplaced  # told of where they were brought
        if (elsewhere or not where) and not count.subject.historical:
            continue
        one = Happening(where, count.subject.historical, year, [count], spots(where, places))
        fit = next((h for h in found if h.fits(one)), None)
        if fit is None:
            found.append(one)
        else:
            fit.take(one)
        belongs[i] = fit or one
    current = [h for h in found if not h.historical]
    main = max(current, key=lambda h: (len(h.readings), -found.index(h)), default=None)
    for i, count in numbered:
        if i not in belongs:
            if main is None:
                main = Happening(frozenset(), False)
                found.append(main)
            there = _last_named(count, current, places) or main
            there.counts.append(count)
            belongs[i] = there
    found.sort(key=lambda h: (h is not main, h.historical, h.readings[0].order))
    made: dict[int, Event] = {}
    for happening in found:
        event = _event(f"e{offset + len(made) + 1}", story, happening, happening is main, reports, places, times)
        same = next((number for number, other in made.items() if _one(event, other, annotations)), None)
        if same is None:
            made[id(happening)] = event
            continue
        whole = next(h for h in found if id(h) == same)
        whole.take(happening)
        made[same] = _event(made[same].id, story, whole, whole is main, reports, places, times)
        belongs = {i: whole if h is happening else h for i, h in belongs.items()}
    return list(made.values()), {i: made[id(h)].id for i, h in belongs.items()}


def _one(event: Event, other: Event, annotations: Sequence[Annotations]) -> bool:
    """Whether two events are told of in the same words: one type and day, and a place that lies in the other's."""
    if event.historical or other.historical or event.type is None or event.type != other.type:
        return False
    if event.when and other.when and event.when != other.when:
        return False
    if event.place is None or other.place is None:
        return False
    mine, theirs = stems(event.place), stems(other.place)
    return bool(mine & theirs) or _joined(mine, theirs, annotations)


def _joined(mine: frozenset[str], theirs: frozenset[str], annotations: Sequence[Annotations]) -> bool:
    """Whether a report puts the one place in the other, one of them being a site: "the mill in Borin"."""
    for annotation in annotations:
        for first, second in zip(annotation.places, annotation.places[1:], strict=False):
            pair = stems(first.quote), stems(second.quote)
            near = 0 <= second.start - first.end <= IN
            site = first.feature is not None and first.geonames is None
            if near and site and ((pair[0] & mine and pair[1] & theirs) or (pair[0] & theirs and pair[1] & mine)):
                return True
    return False


IN = 4  # characters between a site and its town: ", ", " in "


def _last_named(count: Count, happenings: Sequence[Happening], places: Places) -> Happening | None:
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
    places: Places,
    times: Times,
) -> Event:
    readings = happening.readings
    carrying = {reading.report.id for reading in readings}
    kind = type_of(readings, [r for r in reports if r.id in carrying] if main else ())
    place = _place(happening, main, places)
    if place is None and main and not any(places.get(report) for report in carrying):
        place = town([report for report in reports if report.id in carrying])
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


def _place(happening: Happening, main: bool, places: Places) -> str | None:
    """The name of where it happened, of those that its figures carry the one that its reports use most, else as they
    write it. The main event has figures that are told of no place of their own, and may bear any of theirs.
    """
    readings = happening.readings
    carried = [r.figure.place for r in readings if r.figure.place]
    own = carried if main else [name for name in carried if stems(name) & happening.place]
    mentions = [place for report in sorted({r.report.id for r in readings}) for place in places.get(report, ())]
    named = [place.quote for place in mentions if stems(place.quote) & happening.place]
    told = Counter(place.name for place in mentions)
    names = own or named or carried
    return max(dict.fromkeys(names), key=lambda name: names.count(name) + told[name], default=None)


def _when(readings: Sequence[Reading], times: Times) -> str | None:
    """The day that the figures are told of most often; else the one that their sentences name most often.

    Spans of time tell since when something was counted, not when it happened, and are left out.
    """
    days = [day for r in readings if (day := one_day(r.figure.when))]
    if not days:
        for reading in readings:
            start, end = sentence(reading.report.text, reading.figure.start, reading.figure.end)
            near = [t for t in times.get(reading.report.id, ()) if start <= t.start < end and t.value]
            published = moment(reading.report.published)
            last = published.date().isoformat() if published else "9999"
            days += [d for t in near if (d := one_day(t.value)) and d <= last]
    return max(sorted(set(days), reverse=True), key=days.count) if days else None
