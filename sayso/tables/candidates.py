"""Which rows are compared at all: those near each other in time and not far from each other in space.

Record linkage calls this blocking: of 2,225 rows 2.5 million pairs could be made, and all but some 60,000 cannot be one
event whatever else they say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.tables.rows import Row

DAYS = 3  # between the last day of one and the first of the other
FAR = 100.0  # kilometres
APART = 30.0  # kilometres between rows of different towns
RADIUS = 6371.0  # of the Earth, in kilometres

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows by their places in the list: days apart (0 where their spans meet), days that they share and that
    both together have, kilometres apart (NaN where one has no point).
    """

    left: Ints
    right: Ints
    gap: Ints
    shared: Ints
    together: Ints
    distance: Floats


def candidates(rows: Sequence[Row]) -> Pairs:
    """The pairs of rows that are compared."""
    first = np.array([row.first.toordinal() for row in rows], dtype=np.int64)
    last = np.array([row.last.toordinal() for row in rows], dtype=np.int64)
    points = np.radians([row.point or (np.nan, np.nan) for row in rows]).reshape(-1, 2)
    names = {name: n for n, name in enumerate(sorted({row.town.text.casefold() for row in rows if row.town}))}
    towns = np.array([names[row.town.text.casefold()] if row.town else -1 for row in rows], dtype=np.int64)
    order = np.argsort(first, kind="stable")
    starts = first[order]
    lefts: list[Ints] = []
    rights: list[Ints] = []
    for at, i in enumerate(order):
        until = int(np.searchsorted(starts, last[i] + DAYS, side="right"))
        others = order[at + 1 : until]
        distance = _distance(points[i], points[others])
        other_town = (towns[i] >= 0) & (towns[others] >= 0) & (towns[others] != towns[i])
        # NaN, no point, is not far: it may be anywhere but in another town.
        near = ~(distance > FAR) & ~(other_town & ~(distance <= APART))
        lefts.append(np.full(int(near.sum()), i, dtype=np.int64))
        rights.append(others[near])
    left = np.concatenate([*lefts, np.empty(0, dtype=np.int64)])
    right = np.concatenate([*rights, np.empty(0, dtype=np.int64)])
    left, right = np.minimum(left, right), np.maximum(left, right)
    shared = np.minimum(last[left], last[right]) - np.maximum(first[left], first[right]) + 1
    lengths = (last - first + 1)[left] + (last - first + 1)[right]
    return Pairs(
        left=left,
        right=right,
        gap=np.maximum(0, 1 - shared),
        shared=np.maximum(shared, 0),
        together=lengths - np.maximum(shared, 0),
        distance=_distance(points[left], points[right]),
    )


def _distance(a: Floats, b: Floats) -> Floats:
    """Kilometres between points in radians, by the haversine formula."""
    half = np.sin((b[..., 0] - a[..., 0]) / 2) ** 2
    half = half + np.cos(a[..., 0]) * np.cos(b[..., 0]) * np.sin((b[..., 1] - a[..., 1]) / 2) ** 2
    return np.asarray(2 * RADIUS * np.arcsin(np.sqrt(np.clip(half, 0, 1))))
