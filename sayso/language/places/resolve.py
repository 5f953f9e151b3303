"""Choosing, for each mention, the place of that name that the report means.

Each candidate starts from how well known it is (population, rank, usual name) and gains from the company it keeps:
the place named right after it ("Paris, Texas"), the states that the report speaks of, and other places near by.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from sayso.language.places.gazetteer import Entry, gazetteer
from sayso.language.places.landscape import spelled_out
from sayso.language.places.mentions import Mention
from sayso.language.places.names import fold
from sayso.language.places.nearness import distance, holds
from sayso.language.places.strangers import without_strangers

MOST = 60  # candidates looked at for one name
NEAR_KM = 250.0
RANK = {"PCLI": 3.5, "ADM1": -0.3, "PPLC": 2.0, "ADM2": -0.6, "SEA": 2.0, "PPL": 0.0}
WIDE = 9.0  # how well known an area of the landscape is
ALTERNATE, OTHER = 1.0, 3.0  # what a name costs that is not the usual one, and one that is not even like it
ALIKE = 50.0  # per cent of likeness (indel)
SHORT = 4  # letters
HEARD = 70.0  # per cent of likeness of two spellings that sound the same
HELD_BY = {",", "(", ", in", "in", "in the", ", in the", ", a town in", ", a village in"}
WATERS = {"SEA", "OCN", "GULF", "BAY", "STRT", "STM", "LK", "CNL"}
REGIONS = {"ADM1", "ADM2"}
ROUNDS = 3
# What it brings to lie in the one state that the report speaks of; in the state and in the region of all its other
# places; and, for each place within NEAR_KM, up to a limit.
LAND, STATE, REGION, NEIGHBOUR, NEIGHBOURS = 1.8, 2.0, 2.0, 0.7, 2.0
CITY_SHARE = 0.15  # of a region's people: a city that large takes the bare name


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention with the place that it means; null where the index has none that fits."""

    mention: Mention
    entry: Entry | None


def candidates(mention: Mention) -> tuple[Entry, ...]:
    """The places that the mention can mean by its name and by what the words beside it call it."""
    parts = spelled_out(mention.name)
    if parts:
        return tuple(
            e for country, name in parts for e in gazetteer().find(name) if e.feature == "ADM1" and e.country == country
        )
    found = gazetteer().find(mention.name)
    if len(fold(mention.name)) < SHORT:
        found = tuple(e for e in found if e.usual)  # three letters are an airport's code as often as a name
    waters = [e for e in found if e.feature in WATERS] if mention.kind in WATERS else []
    if waters:
        return tuple(waters)
    if mention.kind == "PCLI":
        return tuple(e for e in found if e.feature == "PCLI")
    if mention.kind == "region":
        return tuple(e for e in found if e.feature in REGIONS or e.feature == "PCLI")[:MOST] or found[:MOST]
    if mention.kind == "settlement":
        return tuple(e for e in found if e.feature in ("PPL", "PPLC"))[:MOST] or found[:MOST]
    if mention.kind is not None and " " in mention.name:
        return tuple(e for e in found if e.usual)[:MOST]
    return _cities_first(found)[:MOST]


def prior(entry: Entry) -> float:
    """How well known a place is, before the report is looked at."""
    if entry.feature not in RANK:
        return WIDE
    known = math.log10(max(entry.population, 300)) + RANK[entry.feature]
    return known if entry.usual else known - ALTERNATE


def _unlike(mention: Mention, entry: Entry) -> float:
    """What it costs that the place is usually called something else: "Salisbury" is Harare only for want of better."""
    if entry.usual or entry.feature not in ("PPL", "PPLC", "ADM2", "ADM1"):
        return 0.0
    return OTHER if ratio(fold(mention.name), fold(entry.name)) < ALIKE else 0.0


def _cities_first(found: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Without the regions that bear the name of a large city in them: a bare "New York" is the city."""
    cities = {(e.country, e.region): e.population for e in reversed(found) if e.feature in ("PPL", "PPLC")}
    return tuple(
        e
        for e in found
        if e.feature not in REGIONS or cities.get((e.country, e.region), 0) < max(1, e.population) * CITY_SHARE
    )


def resolve(
    found: Sequence[Mention], gaps: Sequence[str], lands: Mapping[str, float], named: Mapping[str, float]
) -> list[Resolved]:
    """Each mention with its place.

    `gaps[i]` is the text between mention i and the next; `lands` the share of each state in all that the report names,
    `named` the same without capitals: a capital's name cannot speak for itself where a small town bears it too.
    """
    options = [candidates(m) for m in found]
    chosen = [_first(mention, choices, named) for mention, choices in zip(found, options, strict=True)]
    for _round in range(ROUNDS):
        before = list(chosen)
        # One vote a name: a place that is named ten times does not pull ten times as hard.
        votes = {fold(m.name): e for m, e in zip(found, before, strict=True) if e is not None}
        for i, choices in enumerate(options):
            if len(choices) > 1:
                follows = holders(gaps, before)[i]
                others = [e for name, e in votes.items() if name != fold(found[i].name)]
                scores = [
                    _alone(m, e, named) + _together(e, follows, others) for m, e in ((found[i], e) for e in choices)
                ]
                chosen[i] = choices[scores.index(max(scores))]
        if chosen == before:
            break
    told = _one_sense(found, gaps, chosen)
    kept = without_strangers(found, holders(gaps, told), told, lands)
    return [
        Resolved(m, e if e or choices else _heard(m, kept, lands))
        for m, e, choices in zip(found, kept, options, strict=True)
    ]


def holders(gaps: Sequence[str], chosen: Sequence[Entry | None]) -> list[Entry | None]:
    """For each place the one that the text puts it in: "Paris, Texas", "Beni in North Kivu"."""
    told = [e if gap.strip() in HELD_BY else None for gap, e in zip(gaps, chosen[1:], strict=True)]
    return [*told, None][: len(chosen)]


def _heard(mention: Mention, kept: Sequence[Entry | None], lands: Mapping[str, float]) -> Entry | None:
    """A settlement of the report's states whose usual name is another spelling of the mention's."""
    if mention.kind is not None and mention.kind.isupper():
        return None
    others = [e for e in kept if e and e.feature in ("PPL", "PPLC", "ADM1", "ADM2")]
    about = {country for country, share in lands.items() if share} | {e.country for e in others}
    folded = fold(mention.name)
    alike = [
        e
        for e in gazetteer().sounding(mention.name)
        if e.country in about
        and ratio(folded, fold(e.name)) >= HEARD
        and (not others or any(distance(e, other) < NEAR_KM for other in others))
    ]
    return alike[0] if alike else None


def _one_sense(found: Sequence[Mention], gaps: Sequence[str], chosen: Sequence[Entry | None]) -> list[Entry | None]:
    """A name means one place throughout a report: the one of the mention that says where it is, else each its own."""
    told: dict[tuple[str, bool], Entry] = {}
    for mention, entry, follows in zip(found, chosen, holders(gaps, chosen), strict=True):
        if entry and follows and entry.country == follows.country and follows.feature in ("PCLI", "ADM1"):
            told.setdefault((fold(mention.name), mention.kind == "region"), entry)
    return [told.get((fold(m.name), m.kind == "region"), e) if e else e for m, e in zip(found, chosen, strict=True)]


def _first(mention: Mention, choices: Sequence[Entry], lands: Mapping[str, float]) -> Entry | None:
    return max(choices, key=lambda e: _alone(mention, e, lands), default=None)


def _alone(mention: Mention, entry: Entry, lands: Mapping[str, float]) -> float:
    land = LAND * math.sqrt(lands.get(entry.country or "", 0.0))
    return prior(entry) - _unlike(mention, entry) + land


def _together(entry: Entry, follows: Entry | None, others: Sequence[Entry]) -> float:
    score = 0.0
    if follows is not None and holds(follows, entry):
        score += 6.0 if follows.feature == "PCLI" else 8.0
    if others:
        score += STATE * sum(e.country == entry.country for e in others) / len(others)
        score += (
            REGION
            * sum(bool(e.region) and (e.country, e.region) == (entry.country, entry.region) for e in others)
            / len(others)
        )
        near = sum(e.feature not in ("PCLI", "CONT", "RGN", "OCN") and distance(e, entry) < NEAR_KM for e in others)
        score += min(NEIGHBOURS, NEIGHBOUR * near)
    return score
