"""Names that a story has for one scene: "near the village of Arl on the road to Tarn"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise

from sayso.model import Annotations, Report
from sayso.reconcile.counts.kinds import any_of, counting
from sayso.reconcile.counts.model import Told
from sayso.reconcile.counts.subject import name_of, names_in
from sayso.reconcile.datelines import ASIDE, outside
from sayso.reconcile.words import sentence

Name = frozenset[str]  # the stems of the words of a place's name
Pair = frozenset[Name]
Span = tuple[int, int]
MOST = 3  # places of a sentence that may be one scene; more are a list
FAR = 48  # characters between two names of which one says where the other is


def one_scene(
    read: Sequence[Told], annotations: Sequence[Annotations], named: frozenset[str], wide: Name = frozenset()
) -> list[Told]:
    """The figures, each with all names of its place: those that a sentence tells together, and that no report tells
    apart by counting at the one and at the other.

    `named` are the names of places of the story, `wide` the stems of those of regions. Two sources that count at the
    one and at the other tell nothing apart where words set the one in or near the other ("the market in Arl").
    """
    beside, set_in = _together(annotations, {reading.report.id: reading.report for reading, _ in read}, named, wide)
    by_one, by_any = _told_apart(read, alone=True), _told_apart(read, alone=False)
    links = {pair for pair in beside if not _apart(pair, by_any)} | {p for p in set_in if not _apart(p, by_one)}
    made = []
    for reading, about in read:
        names = {name for pair in links if any(n & about.place for n in pair) for name in pair}
        names = {name for name in names if not _apart((about.place, name), by_one)}
        made.append((reading, replace(about, place=about.place.union(*names)) if about.place else about))
    return made


def _together(
    annotations: Sequence[Annotations], reports: dict[str, Report], named: frozenset[str], wide: Name
) -> tuple[set[Pair], set[Pair]]:
    """Pairs of places that a sentence names together, and those of which it sets the one in or near the other."""
    beside: set[Pair] = set()
    set_in: set[Pair] = set()
    for each in annotations:
        report = reports.get(each.report)
        if report is None:
            continue
        by_sentence: dict[int, dict[Span, Name]] = defaultdict(dict)
        here = {(place.start, place.end) for place in outside(report, each)}
        for start, end in sorted(here):
            by_sentence[sentence(report.text, start)[0]][start, end] = name_of(report.text[start:end]) - wide
        for spans in by_sentence.values():
            names = set(spans.values()) - {frozenset()}
            if 1 < len(names) <= MOST:
                beside |= {frozenset(pair) for pair in combinations(names, 2)}
        ats = [clause.at for clause in each.clauses]
        for one, other in pairwise(sorted(here | _said(report, each, named))):
            a, b = (name_of(report.text[start:end]) - wide for start, end in (one, other))
            gap = report.text[one[1] : max(one[1], other[0])]
            if a and b and a != b and _sets(gap) and not any(one[1] <= at < other[0] for at in ats):
                set_in.add(frozenset((a, b)))
    return beside, set_in


def _said(report: Report, each: Annotations, named: frozenset[str]) -> set[Span]:
    """Where the text says names that the story has for places, but in datelines and in the names of sources."""
    aside = [(part.start, part.end) for part in report.parts if part.kind in ASIDE]
    aside += [(s.start, s.end) for a in each.attributions if (s := a.source) and s.start is not None and s.end]
    return {
        (start, end)
        for start, end in names_in(report.text, 0, len(report.text), named)
        if not any(lo <= start < hi for lo, hi in aside)
    }


def _sets(gap: str) -> bool:
    """Whether the words between two names set the one by the other: "the market | in | Arl"."""
    return len(gap) <= FAR and _setting().fullmatch(gap) is not None


@cache
def _setting() -> re.Pattern[str]:
    place = any_of((*counting().prepositions, "of", "to", "inside")).pattern
    return re.compile(rf"[’']s? |,? (?!.*\b(?:and|or|from|than|then)\b)(?:[a-z\-]+ )*?{place} (?:[a-z\-]+ )*")


def _told_apart(read: Sequence[Told], *, alone: bool) -> set[tuple[Name, Name]]:
    """Places at which one report counts the same with different numbers; `alone`, on the word of one source."""
    counted: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for reading, about in read:
        if about.place and not (about.part or about.more or about.former):
            counted[reading.report.id, about.measure, reading.root if alone else ""].append((reading, about))
    return {
        (one.place, other.place)
        for here in counted.values()
        for (a, one), (b, other) in combinations(here, 2)
        if not one.place & other.place and (a.bounds != b.bounds or one.historical != other.historical)
    }


def _apart(pair: Pair | tuple[Name, Name], apart: set[tuple[Name, Name]]) -> bool:
    one, other = pair
    return any((a & one and b & other) or (a & other and b & one) for a, b in apart)
