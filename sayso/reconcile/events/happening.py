"""An event in the making: where and when its figures are told to be, and whether two are one."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

from sayso.model import Place
from sayso.reconcile.cast.camps import stem_of
from sayso.reconcile.counts import Count
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import folded

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CLOSE = 25.0  # kilometres within which two places are of one event
LATER = 7  # days from which what is told of the same place is another event
NIGHT = timedelta(hours=16)  # a span no longer than that is of one day, though it ends on the next
SETTLED = (1, 2)  # UCDP where_prec: a settlement, or near one


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
        if stems(place.quote) & self.place:
            return True
        spot = _spot(place)
        return spot is not None and any(_apart(spot, other) <= CLOSE for other in self.spots)

    def days(self) -> set[str]:
        """The days that its figures are told of; a span tells since when something is counted, and not when it was."""
        return {day for count in self.counts for r, _ in count.readings if (day := one_day(r.figure.when))}

    def fits(self, other: Happening) -> bool:
        """Whether two are one event: of one time, at one place (by name or within a few kilometres)."""
        if self.historical != other.historical or self.year != other.year:
            return False
        days, theirs = self.days(), other.days()
        if days and theirs and min(abs(_day(a) - _day(b)) for a in days for b in theirs) >= LATER:
            return False
        close = any(_apart(a, b) <= CLOSE for a in self.spots for b in other.spots)
        return bool(self.place & other.place) or close

    def take(self, other: Happening) -> None:
        """Adds what another holds."""
        self.counts += other.counts
        self.place |= other.place
        self.spots += other.spots


def one_day(value: str | None) -> str | None:
    """The day of a value that lies within one day or one night, as "2023-06-01T18:00/2023-06-02T06:00" does."""
    days = sorted(set(DAY.findall(value or "")))
    if len(days) == 2 and (value or "").count("T") == 2:
        try:
            first, last = map(datetime.fromisoformat, (value or "").split("/"))
            return days[0] if last - first < NIGHT else None
        except (TypeError, ValueError):
            return None
    return days[0] if len(days) == 1 else None


@lru_cache(maxsize=1 << 14)
def stems(name: str) -> frozenset[str]:
    """The stems of the words of a place's name, by which its forms are known."""
    return frozenset(stem_of(folded(word)) for word in name.split() if len(word) > 2)


def spots(where: frozenset[str], places: Mapping[str, Sequence[Place]]) -> list[tuple[float, float]]:
    """The coordinates of all mentions of a place by one of these names."""
    mentions = [place for report in sorted(places) for place in places[report] if stems(place.quote) & where]
    return sorted({spot for place in mentions if (spot := _spot(place)) is not None})


def _spot(place: Place) -> tuple[float, float] | None:
    settled = place.precision in SETTLED and place.latitude is not None and place.longitude is not None
    return (place.latitude or 0.0, place.longitude or 0.0) if settled else None


def _day(value: str) -> int:
    try:
        return date.fromisoformat(value).toordinal()
    except ValueError:
        return 0


def _apart(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The distance of two points in kilometres (great circle, by the haversine formula)."""
    (lat, lon), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (a, b))
    chord = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, chord)))
