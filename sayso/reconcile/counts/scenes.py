"""Names that a story has for one scene: "near the village of Arl on the road to Tarn"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.model import Annotations, Report
from sayso.reconcile.counts.model import Told
from sayso.reconcile.counts.subject import WIDE, name_of
from sayso.reconcile.datelines import outside
from sayso.reconcile.words import sentence

Name = frozenset[str]  # the stems of the words of a place's name
MOST = 3  # places of a sentence that may be one scene; more are a list


def one_scene(read: Sequence[Told], annotations: Sequence[Annotations]) -> list[Told]:
    """The figures, each with all names of its place: those that a sentence tells together, and that no report tells
    apart by counting at the one and at the other.
    """
    together = _together(annotations, {reading.report.id: reading.report for reading, _ in read})
    apart = _told_apart(read)
    made = []
    for reading, about in read:
        names = {name for name in together.get_all(about.place) if not _apart(about.place, name, apart)}
        made.append((reading, replace(about, place=about.place.union(*names)) if about.place else about))
    return made


class _Scenes(list[frozenset[Name]]):
    """The places that sentences name together."""

    def get_all(self, place: Name) -> set[Name]:
        """Those that are named beside a place."""
        return {other for scene in self for name in scene if name & place for other in scene if other != name}


def _together(annotations: Sequence[Annotations], reports: Mapping[str, Report]) -> _Scenes:
    found: dict[tuple[str, int], set[Name]] = defaultdict(set)
    for each in annotations:
        report = reports.get(each.report)
        if report is None:
            continue
        for place in outside(report, each):
            if place.precision not in WIDE:
                found[each.report, sentence(report.text, place.start)[0]].add(name_of(place.quote))
    return _Scenes(frozenset(names) for names in found.values() if 1 < len(names) <= MOST)


def _told_apart(read: Sequence[Told]) -> set[tuple[Name, Name]]:
    """Places at which one report counts the same with different numbers."""
    counted: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for reading, about in read:
        if about.place and not (about.part or about.more or about.former):
            counted[reading.report.id, about.measure].append((reading, about))
    return {
        (one.place, other.place)
        for here in counted.values()
        for (a, one), (b, other) in combinations(here, 2)
        if not one.place & other.place and (a.bounds != b.bounds or one.historical != other.historical)
    }


def _apart(place: Name, name: Name, apart: Iterable[tuple[Name, Name]]) -> bool:
    return any((a & place and b & name) or (a & name and b & place) for a, b in apart)
