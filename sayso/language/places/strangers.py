"""Places that a report cannot mean: small ones of the right name for which nothing in the report speaks.

A map has a town of nearly every name somewhere. One that is not large is meant where the report speaks of its state, or
names a well-known place near by, or several others about it; else it is more often a village that no map has, and stays
without a point. A town that is usually called something else needs a near neighbour as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz.fuzz import ratio

from sayso.language.places.gazetteer import Entry
from sayso.language.places.mentions import Mention
from sayso.language.places.names import fold
from sayso.language.places.nearness import AREAS, distance, holds

KNOWN_ABROAD = 100_000  # people: a town that large is meant wherever the report plays
SPELLING = 76.0  # per cent of likeness of two spellings of one name; Boni is no Bonn
SITE_KM = 161.0  # a named site lies no farther than that from all other places of the report
BORDER_KM = 400.0  # a place that near to a well-known one of the report may lie across its border
CLUSTER_KM, CLUSTER = 161.0, 2  # so many other places so near speak for a place; one is enough where either is a town
TOWN, TOWNS_KM = 10_000, 250.0  # people; two towns speak for each other so far apart
SMALL = ("PPL", "ADM2")
WIDE = ("PCLI", "CONT", "OCN", "SEA", "RGN")  # too large to be near anything


def without_strangers(
    found: Sequence[Mention],
    follows: Sequence[Entry | None],
    chosen: Sequence[Entry | None],
    lands: Mapping[str, float],
) -> list[Entry | None]:
    """The chosen places, null where one cannot be meant; `follows` is what the text puts each in, if it says so."""
    votes = {fold(m.name): e for m, e in zip(found, chosen, strict=True) if e is not None}
    kept = [
        None if entry is not None and _strange(mention, entry, follows[i], _others(votes, mention), lands) else entry
        for i, (mention, entry) in enumerate(zip(found, chosen, strict=True))
    ]
    if any(fold(mention.name) not in votes for mention in found):
        return kept
    # Where maps have every name of the report, none speaks against a town that stands for itself.
    return [
        entry if other is None and entry is not None and follow is None and _itself(entry) else other
        for entry, other, follow in zip(chosen, kept, follows, strict=True)
    ]


def _itself(entry: Entry) -> bool:
    return entry.usual and entry.feature == "PPL" and entry.population >= TOWN


def _others(votes: Mapping[str, Entry], mention: Mention) -> list[Entry]:
    return [entry for name, entry in votes.items() if name != fold(mention.name)]


def _strange(
    mention: Mention, entry: Entry, follows: Entry | None, others: Sequence[Entry], lands: Mapping[str, float]
) -> bool:
    if entry.feature not in SMALL:
        return False
    if follows is not None and (follows.feature in ("PCLI", "ADM1", "ADM2") or follows.feature in AREAS):
        return not holds(follows, entry)
    if mention.kind is not None and mention.kind.isupper() and entry.feature == "PPL":
        return bool(others) and all(distance(entry, other) > SITE_KM for other in others)
    alike = entry.usual or ratio(fold(mention.name), fold(entry.name)) >= SPELLING
    if alike and entry.population >= KNOWN_ABROAD:
        return False
    told = lands.get(entry.country or "", 0.0) > 0 or any(
        _known(o) and (o.country == entry.country or distance(entry, o) < BORDER_KM) for o in others
    )
    beside = [o for o in others if o.usual and o.feature not in WIDE]
    near = [o for o in beside if distance(entry, o) < CLUSTER_KM]
    town = entry.population >= TOWN
    if not alike and not near:
        return not (told and town)
    towns = [o for o in beside if o.population >= TOWN and distance(entry, o) < (TOWNS_KM if town else CLUSTER_KM)]
    return not told and not towns and len(near) < (1 if town else CLUSTER)


def _known(entry: Entry) -> bool:
    """Whether a place is well enough known to speak for others."""
    return entry.population >= KNOWN_ABROAD or (entry.usual and entry.feature not in SMALL)
