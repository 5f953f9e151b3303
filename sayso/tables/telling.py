"""What the rows of one event tell of it together: where and when by most of them, who, and a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from sayso.model import Event
from sayso.tables.rows import Value
from sayso.tables.setting_out import SetOut, when, where

Said = TypeVar("Said", bound=Hashable)


def event(id: str, story: str, told: Sequence[SetOut]) -> Event:
    """The event that the rows tell of, its evidence the cells for its place, day and parties."""
    rows = [each.row for each in told]
    # A place that was pinned down says more than the district it lies in.
    exact = min((row.radius for row in rows if row.radius is not None and where(row)), default=None)
    pinned = [row for row in rows if exact is None or (row.radius is not None and row.radius <= exact)]
    place = _most(found for row in pinned if (found := where(row)))
    shortest = min((row.last - row.first).days for row in rows)
    day = _most(when(row) for row in rows if (row.last - row.first).days == shortest)
    kind = _most(row.type.text for row in rows if row.type)
    parties = sorted({party.text for row in rows for party in row.parties})
    name = ", ".join(part for part in (f"{kind or 'Event'} at {place}" if place else kind or "Event", day) if part)
    return Event(
        id=id,
        story=story,
        name=name,
        type=kind,
        place=place,
        when=day,
        parties=tuple(parties),
        reports=tuple(row.id for row in rows),
        evidence=tuple(each.evidence(value) for each in told for value in _cells(each)),
    )


def _cells(told: SetOut) -> list[Value]:
    """The cells that say where, when and who, each once; figures and days have anchors of their own."""
    row = told.row
    named = row.place or row.town or row.country
    return list(dict.fromkeys(value for value in (named, row.days[0], *row.parties, row.type) if value))


def _most(values: Iterable[Said]) -> Said | None:
    """The value that comes most often; of those the first in order."""
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], str(value)), default=None)
