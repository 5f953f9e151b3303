"""How far two rows agree, column by column, in levels: record linkage's comparisons (Fellegi and Sunter 1969)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

import numpy as np
from rapidfuzz import fuzz

from sayso.tables.candidates import Floats, Pairs
from sayso.tables.rows import Row, Value, iso_day

SILENT = ""  # the level of a pair of which one row says nothing; it weighs nothing
ALIKE = 90  # of 100: names that differ in spelling or by an addition
SPOT, TOWN, AREA = 1.0, 15.0, 200.0  # kilometres: how far off the point of a spot, a town, a region may be

Levels = list[str]


def compare(rows: Sequence[Row], pairs: Pairs) -> dict[str, Levels]:
    """For each comparison the level of every pair, in the order of `pairs`."""
    radius = np.array([row.radius if row.radius is not None else TOWN for row in rows])
    widest = np.maximum(radius[pairs.left], radius[pairs.right])
    found = {
        "time": list(map(_time, pairs.gap.tolist(), pairs.shared.tolist(), pairs.together.tolist())),
        "distance": list(map(_distance, pairs.distance.tolist(), widest.tolist())),
        "town": _each(rows, pairs, lambda r: _folded(r.town), lambda a, b: "same" if a == b else "other"),
        "place": _each(rows, pairs, lambda r: _folded(r.place), _names),
        "parties": _each(rows, pairs, lambda r: frozenset(filter(None, map(_folded, r.parties))) or None, _parties),
        "type": _each(rows, pairs, lambda r: _folded(r.type), lambda a, b: "same" if a == b else "other"),
        "target": _each(rows, pairs, lambda r: _folded(r.target), lambda a, b: "same" if a == b else "other"),
        "published": _each(rows, pairs, _published, _publication),
        "description": _each(rows, pairs, lambda r: _folded(r.description), _descriptions),
    }
    found["siblings"] = _siblings(rows, pairs, widest, found["place"], found["town"])
    for place, (measure, unit) in enumerate(_measures(rows)):
        kind = "deaths" if measure == "killed" else "figure"
        levels = _each(rows, pairs, _figure_of(measure, unit), _figures)
        found[f"{kind}.{place}"] = levels
    return found


Said = TypeVar("Said", bound=Hashable)


def _each(
    rows: Sequence[Row], pairs: Pairs, read: Callable[[Row], Said | None], level: Callable[[Said, Said], str]
) -> Levels:
    read_of = [read(row) for row in rows]
    graded = lru_cache(maxsize=1 << 18)(level)
    return [
        SILENT if (a := read_of[i]) is None or (b := read_of[j]) is None else graded(a, b)
        for i, j in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    ]


def _folded(value: Value | None) -> str | None:
    return value.text.casefold() if value else None


def _time(gap: int, shared: int, together: int) -> str:
    if gap:
        return "next day" if gap == 1 else "days apart"
    if shared == together:
        return "same day" if together == 1 else "same days"
    if 10 * shared >= 3 * together:
        return "mostly"
    return "partly" if 10 * shared > together else "hardly"


def _distance(km: float, widest: float) -> str:
    """By the distance and by how far off the less precise point may be."""
    if np.isnan(km):
        return SILENT
    if km < 0.1:
        return "same spot" if widest <= 2 * SPOT else "same town" if widest <= TOWN else "same area"
    for limit in (1, 4, 12, 30):
        if km < limit:
            return f"{limit} km"
    return "in its area" if km <= widest <= AREA else "far"


def _names(a: str, b: str) -> str:
    if a == b:
        return "same"
    return "alike" if fuzz.token_set_ratio(a, b) >= ALIKE else "other"


def _parties(a: frozenset[str], b: frozenset[str]) -> str:
    return "same" if a == b else "some" if a & b else "other"


def _descriptions(a: str, b: str) -> str:
    alike = fuzz.token_set_ratio(a, b)
    return "same" if alike >= ALIKE else "alike" if alike >= 60 else "other"


def _published(row: Row) -> date | None:
    day = iso_day(row.published) if row.published else None
    return date.fromisoformat(day) if day else None


def _publication(a: date, b: date) -> str:
    apart = abs((a - b).days)
    return "3 days" if apart <= 3 else "40 days" if apart <= 40 else "later"


Range = tuple[int, int, int]


def _measures(rows: Sequence[Row]) -> list[tuple[str, str]]:
    return sorted({(told.count.measure, told.count.unit) for row in rows for told in row.figures})


def _figure_of(measure: str, unit: str) -> Callable[[Row], Range | None]:
    def read(row: Row) -> Range | None:
        told = next((t for t in row.figures if (t.count.measure, t.count.unit) == (measure, unit)), None)
        return (told.low, told.best, told.high) if told else None

    return read


def _figures(a: Range, b: Range) -> str:
    """A figure of 12 that two rows share says more than a 1 or a 0; one that only one of them has may be left out."""
    if not a[2] or not b[2]:
        return "none" if a[2] == b[2] else "one"
    if a[1] == b[1]:
        return "same" if a[1] > 2 else "same, small"
    if max(a[0], b[0]) <= min(a[2], b[2]):
        return "compatible"
    return "near" if 2 * min(a[1], b[1]) >= max(a[1], b[1]) else "other"


def _siblings(rows: Sequence[Row], pairs: Pairs, widest: Floats, places: Levels, towns: Levels) -> Levels:
    """Of how many rows of one source the other row could be the match: a list of single incidents on one day in one
    town makes each of them a less likely match for what another source tells of that day and town.
    """
    close = pairs.distance <= np.maximum(1.5 * SPOT, np.minimum(widest, TOWN))
    # Without points the names must tell; a row that names no spot may be any in its town.
    named = [place == "same" or (place == SILENT and town == "same") for place, town in zip(places, towns, strict=True)]
    near = (pairs.gap == 0) & (close | (np.isnan(pairs.distance) & np.array(named, dtype=bool)))
    sources = [source_of(row) for row in rows]
    fitting: list[dict[str, int]] = [defaultdict(int) for _ in rows]
    left, right = pairs.left.tolist(), pairs.right.tolist()
    for i, j, fits in zip(left, right, near.tolist(), strict=True):
        if fits:
            fitting[i][sources[j]] += 1
            fitting[j][sources[i]] += 1
    most = (max(fitting[j].get(sources[i], 1), fitting[i].get(sources[j], 1)) for i, j in zip(left, right, strict=True))
    return [_many(count) for count in most]


def _many(count: int) -> str:
    return next((f"{limit}" for limit in (1, 2, 4, 8) if count <= limit), "more")


def source_of(row: Row) -> str:
    """A key for the publication that a row was taken from; a row without one is a publication of its own."""
    return row.source.text.casefold() if row.source else f"\0{row.id}"
