"""Choosing, for each mention, the place of that name that the report means.

Each candidate starts from how well known it is (population, rank, usual name) and gains from the company it keeps:
the place named right after it ("Paris, Texas"), the states and regions that the report names, and other places near by.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.language.places.gazetteer import Entry, gazetteer
from sayso.language.places.mentions import Mention
from sayso.language.places.names import fold

MOST = 60  # candidates looked at for one name
NEAR_KM = 250.0
RANK = {"PCLI": 6.0, "ADM1": 1.2, "PPLC": 2.0, "ADM2": -0.5, "SEA": 3.0, "PPL": 0.0}
REGIONS = {"ADM1", "ADM2"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention with the place that it means; null where the index has none that fits."""

    mention: Mention
    entry: Entry | None


def distance(a: Entry, b: Entry) -> float:
    """Great-circle distance in kilometres (haversine, on a sphere of 6,371 km)."""
    lat_a, lat_b = math.radians(a.latitude), math.radians(b.latitude)
    north, east = lat_b - lat_a, math.radians(b.longitude - a.longitude)
    h = math.sin(north / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(east / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, h)))


def candidates(mention: Mention) -> tuple[Entry, ...]:
    """The places that the mention can mean by its name and by what the words beside it call it."""
    found = gazetteer().find(mention.name)
    if mention.kind == "region":
        return tuple(e for e in found if e.feature in REGIONS or e.feature == "PCLI")[:MOST] or found[:MOST]
    if mention.kind == "settlement":
        return tuple(e for e in found if e.feature in ("PPL", "PPLC"))[:MOST] or found[:MOST]
    return found[:MOST]


def prior(entry: Entry) -> float:
    """How well known a place is, before the report is looked at."""
    known = math.log10(max(entry.population, 300)) if entry.feature != "SEA" else 4.0
    return known + RANK[entry.feature] + (1.0 if entry.usual else -0.5)


def resolve(found: Sequence[Mention], gaps: Sequence[str]) -> list[Resolved]:
    """Each mention with its place. `gaps[i]` is the text between mention i and the next."""
    options = [candidates(m) for m in found]
    chosen: list[Entry | None] = [max(c, key=prior, default=None) for c in options]
    for _round in range(3):
        company = [e for e in chosen if e is not None]
        lands = Counter(e.country for e in company if e.country)
        areas = Counter((e.country, e.region) for e in company if e.region)
        before = list(chosen)
        for i, choices in enumerate(options):
            follows = chosen[i + 1] if i + 1 < len(found) and gaps[i].strip() in (",", "(", ", in") else None
            others = [e for j, e in enumerate(before) if e is not None and fold(found[j].name) != fold(found[i].name)]
            chosen[i] = max(
                choices, key=lambda e, f=follows, o=others: _score(e, f, o, lands, areas, len(company)), default=None  # type: ignore[misc]
            )
        if chosen == before:
            break
    return [Resolved(m, e) for m, e in zip(found, chosen, strict=True)]


def _score(
    entry: Entry,
    follows: Entry | None,
    others: Sequence[Entry],
    lands: Counter[str | None],
    areas: Counter[tuple[str | None, str | None]],
    total: int,
) -> float:
    score = prior(entry)
    if follows is not None and follows.country == entry.country and entry is not follows:
        score += 6.0 if follows.feature == "PCLI" else 8.0 if follows.region == entry.region else 0.0
    if others:
        score += 2.5 * sum(e.country == entry.country for e in others) / len(others)
        score += 2.0 * sum((e.country, e.region) == (entry.country, entry.region) for e in others if e.region) / len(others)
        near = sum(e.feature != "PCLI" and distance(e, entry) < NEAR_KM for e in others)
        score += min(2.0, 0.7 * near)
    return score
