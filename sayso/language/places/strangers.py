"""Places that a report cannot mean: small ones of the right name in a state that it does not speak of.

A map has a town of nearly every name somewhere. One that is not large, in a state that the report names nowhere and
where none of its other places lies, is more often a village of the report's own state that no map has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rapidfuzz.fuzz import ratio

from sayso.language.places.gazetteer import Entry
from sayso.language.places.mentions import Mention
from sayso.language.places.names import fold
from sayso.language.places.nearness import AREAS, distance, holds

KNOWN_ABROAD = 100_000  # people: a town that large is meant wherever the report plays
METROPOLIS = 1_000_000  # the same, of a town that is meant by another name than its usual one
SPELLING = 60.0  # per cent of likeness of two spellings of one name
HAMLET = 15_000  # people: one witness is enough against a place that small, and two against a larger one
HOME = 0.6  # share of one state in a report's other places that makes it the scene
SITE_KM = 161.0  # a named site lies no farther than that from all other places of the report
BORDER_KM = 400.0  # a place that near to another of the report may lie across its border
SMALL = ("PPL", "ADM2")


def without_strangers(
    found: Sequence[Mention],
    follows: Sequence[Entry | None],
    chosen: Sequence[Entry | None],
    lands: Mapping[str, float],
) -> list[Entry | None]:
    """The chosen places, null where one cannot be meant; `follows` is what the text puts each in, if it says so."""
    votes = {fold(m.name): e for m, e in zip(found, chosen, strict=True) if e is not None}
    return [
        None if entry is not None and _strange(mention, entry, follows[i], _others(votes, mention), lands) else entry
        for i, (mention, entry) in enumerate(zip(found, chosen, strict=True))
    ]


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
    spelled = entry.usual or ratio(fold(mention.name), fold(entry.name)) >= SPELLING
    if entry.population >= (KNOWN_ABROAD if spelled else METROPOLIS) or lands.get(entry.country or "", 0.0) > 0:
        return False
    if any(other.country == entry.country or distance(entry, other) < BORDER_KM for other in others):
        return False
    if max(lands.values(), default=0.0) >= HOME:
        return True
    home = Counter(other.country for other in others if other.country and better_known(other, entry))
    most = max(home.values(), default=0)
    witnesses = most if most >= HOME * home.total() else 0
    return witnesses >= (1 if entry.population < HAMLET or not entry.usual else 2)


def better_known(one: Entry, two: Entry) -> bool:
    """Whether a place is less likely to be mistaken than another: a wider one, or one of more people."""
    return one.feature not in SMALL or one.population > two.population
