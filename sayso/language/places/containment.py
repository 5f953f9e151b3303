"""Where a place stands that the index lacks: a hospital, a street, a hamlet, by the town that the text puts it in."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio
from spacy.tokens import Doc

from sayso.language.places.descriptions import capital_of
from sayso.language.places.gazetteer import Entry, gazetteer
from sayso.language.places.mentions import Mention
from sayso.language.places.names import fold
from sayso.language.places.naming import LONGEST
from sayso.language.places.nearness import distance
from sayso.language.places.resolve import Resolved
from sayso.language.places.words import words

IN = {",", "in", "in the", ", in", "of", ", near", "near", "at", "’s", "'s", ", a town in", ", a village in"}
TOWNS = {"PPL", "PPLC"}
STREETS = {"ST", "RD", "RDJCT", "SQR"}  # named for towns that they do not lie in
LARGE = 100_000  # people: a town that large is known without the report's help
LEAST = {"PCLI": 0, "ADM1": 500_000}  # the same of states and regions
DOMINANT = 0.5  # share of a report's mentions of towns that makes one, with those near it, its scene
SPELLING = 75.0  # per cent of likeness of two spellings of one name
ABOUT_KM = 100.0


@dataclass(frozen=True, slots=True)
class Container:
    """The place that holds another, and whether the text itself joins the two."""

    entry: Entry
    told: bool


def containers(resolved: Sequence[Resolved], doc: Doc) -> list[Container | None]:
    """For each mention the place that holds it; null for one that the index has, or that nothing places."""
    scene = _scene(resolved)
    towns = {fold(r.entry.name): r.entry for r in resolved if r.entry and r.entry.feature in TOWNS}
    made: list[Container | None] = [None] * len(resolved)
    for i in range(
        len(resolved) - 1, -1, -1
    ):  # backwards: what follows may itself be held ("X Street in the Y quarter")
        if resolved[i].entry is None:
            made[i] = _container(i, resolved, doc, towns, scene, made[i + 1] if i + 1 < len(made) else None)
    return made


def _container(
    i: int,
    resolved: Sequence[Resolved],
    doc: Doc,
    towns: dict[str, Entry],
    scene: Entry | None,
    next_in: Container | None,
) -> Container | None:
    mention = resolved[i].mention
    after = resolved[i + 1] if i + 1 < len(resolved) else None
    gap = doc[mention.end : after.mention.start].text.strip() if after else None
    if after and after.entry and gap in IN:
        return Container(after.entry, True)
    if next_in and gap in IN - {","}:
        return next_in
    before = resolved[i - 1] if i else None
    if before and before.entry and doc[before.mention.end : mention.start].text.strip() in ("'s", "’s", ",", ":"):
        return Container(before.entry, True)
    named = _named_after(mention, towns) if mention.kind not in STREETS else None
    if named:
        return Container(named, True)
    near = [
        r
        for r in resolved
        if r.entry and r.entry.feature in TOWNS and r.mention.role == "where"
        if _same_sentence(doc, r.mention.start, mention.start)
    ]
    near = [r for r in near if _firm(r.entry, resolved)]
    if near:
        beside = min(near, key=lambda r: abs(r.mention.start - mention.start))
        return Container(beside.entry, False) if beside.entry else None
    return Container(scene, False) if scene and _firm(scene, resolved) else None


def _firm(entry: Entry | None, resolved: Sequence[Resolved]) -> bool:
    """Whether a place is sure enough to guess others from: large, or one of several of its state in the report."""
    if entry is None:
        return False
    beside = {r.entry for r in resolved if r.entry and r.entry.country == entry.country and r.entry != entry}
    return entry.population >= LARGE or bool(beside)


def _named_after(mention: Mention, towns: dict[str, Entry]) -> Entry | None:
    """The town that the name begins or ends with ("Salzburg Cathedral", "British Embassy Tokyo"), else the region.

    The town is one of the report's, or a large one. A state's ministry lies in its capital, its embassy anywhere else.
    """
    pieces = mention.name.split()
    if mention.kind == "ADMF":
        return capital_of(pieces[0])
    wide: Entry | None = None
    for size in range(min(LONGEST, len(pieces) - 1), 0, -1):
        for part in (pieces[:size], pieces[-size:]):
            if part[-1].lower() in words().feature_words:
                continue
            folded = fold(" ".join(part))
            if folded in towns:
                return towns[folded]
            known = [e for e in gazetteer().find(folded) if e.usual or ratio(folded, fold(e.name)) >= SPELLING]
            town = next((e for e in known if e.feature in TOWNS and e.population >= LARGE), None)
            if town:
                return town
            wide = wide or next((e for e in known if e.population >= LEAST.get(e.feature, math.inf)), None)
    return wide if mention.kind != "DIP" else None


def _same_sentence(doc: Doc, one: int, two: int) -> bool:
    return bool(doc[one].sent.start == doc[two].sent.start)


def _scene(resolved: Sequence[Resolved]) -> Entry | None:
    """The town in and about which most of the report plays, if there is one; else the one of its region."""
    found = Counter(r.entry for r in resolved if r.entry and r.entry.feature in TOWNS and r.mention.role == "where")
    about = {e: sum(n for other, n in found.items() if distance(e, other) <= ABOUT_KM) for e in found}
    scene = min(found, key=lambda e: (-about[e], -found[e], -e.population, e.geonames or 0), default=None)
    if scene and about[scene] / found.total() >= DOMINANT:
        return scene
    regions = Counter((r.entry.country, r.entry.region) for r in resolved if r.entry and r.entry.region)
    region, times = min(regions.items(), key=lambda item: (-item[1], str(item[0])), default=((None, None), 0))
    if not times or times / regions.total() < DOMINANT:
        return None
    inside = [e for e in found if (e.country, e.region) == region]
    return min(inside, key=lambda e: (-found[e], -e.population, e.geonames or 0), default=None)
