"""Where a place stands that the index lacks: a hospital, a street, a hamlet, by the town that the text puts it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from sayso.language.places.gazetteer import Entry, gazetteer
from sayso.language.places.names import fold
from sayso.language.places.resolve import Resolved
from sayso.language.places.words import words

IN = {",", "in", ", in", "of", ", near", "near", "at", "’s", "'s", ", a town in", ", a village in"}
TOWNS = {"PPL", "PPLC"}
STREETS = {"ST", "RD", "RDJCT"}  # named for towns that they do not lie in
LARGE = 100_000  # people: a town that large is known without the report's help
DOMINANT = 0.5  # share of a report's mentions of towns that makes one its scene


@dataclass(frozen=True, slots=True)
class Container:
    """The place that holds another, and whether the text itself joins the two."""

    entry: Entry
    told: bool


def containers(resolved: Sequence[Resolved], doc: Doc) -> list[Container | None]:
    """For each mention the place that holds it; null for one that the index has, or that nothing places."""
    scene = _scene(resolved)
    towns = {fold(r.entry.name): r.entry for r in resolved if r.entry and r.entry.feature in TOWNS}
    return [None if r.entry else _container(i, resolved, doc, towns, scene) for i, r in enumerate(resolved)]


def _container(
    i: int, resolved: Sequence[Resolved], doc: Doc, towns: dict[str, Entry], scene: Entry | None
) -> Container | None:
    mention = resolved[i].mention
    after = resolved[i + 1] if i + 1 < len(resolved) else None
    if after and after.entry and doc[mention.end : after.mention.start].text.strip() in IN:
        return Container(after.entry, True)
    before = resolved[i - 1] if i else None
    if before and before.entry and doc[before.mention.end : mention.start].text.strip() in ("'s", "’s", ",", ":"):
        return Container(before.entry, True)
    named = _named_after(mention.name, towns) if mention.kind not in STREETS else None
    if named:
        return Container(named, True)
    near = [
        r
        for r in resolved
        if r.entry and r.entry.feature in TOWNS and _same_sentence(doc, r.mention.start, mention.start)
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


def _named_after(name: str, towns: dict[str, Entry]) -> Entry | None:
    """The town that the name begins with ("Salzburg Cathedral"): one of the report's, or a large one."""
    pieces = name.split()
    if len(pieces) > 1 and pieces[0].lower() in words().leading_words:
        pieces = [*pieces[1:], ""]  # "Lake X": all of the rest
    for end in range(len(pieces) - 1, 0, -1):
        start = fold(" ".join(pieces[:end]))
        if start in towns:
            return towns[start]
        large = [e for e in gazetteer().find(start) if e.usual and e.feature in TOWNS and e.population >= LARGE]
        if large:
            return large[0]
    return None


def _same_sentence(doc: Doc, one: int, two: int) -> bool:
    return bool(doc[one].sent.start == doc[two].sent.start)


def _scene(resolved: Sequence[Resolved]) -> Entry | None:
    """The town in which most of the report plays, if there is one; else the best known place of its region."""
    found = Counter(r.entry for r in resolved if r.entry and r.entry.feature in TOWNS and r.mention.role == "where")
    if not found:
        return None
    entry, count = min(found.items(), key=lambda item: (-item[1], item[0].geonames or 0))
    if count / found.total() >= DOMINANT:
        return entry
    regions = Counter((r.entry.country, r.entry.region) for r in resolved if r.entry and r.entry.region)
    region, times = min(regions.items(), key=lambda item: (-item[1], str(item[0])), default=((None, None), 0))
    if not times or times / regions.total() < DOMINANT:
        return None
    inside = [e for e in found if (e.country, e.region) == region]
    return min(inside, key=lambda e: (-found[e], -e.population, e.geonames or 0), default=None)
