"""Counts that a story tells of several sites, and of all: "14 in the fish market and five at the bus station"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.model import Annotations, Figure
from sayso.reconcile.counts.model import Told
from sayso.reconcile.counts.sites import Mention, Site, mentions, sites
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import sentence


def scattered(read: Sequence[Told], annotations: Sequence[Annotations]) -> list[Told]:
    """The figures, each with its site where its measure is counted at several; what is then told of none is of all.

    Sites are told apart where one sentence gives the number of each, and the report one of both; else where a report
    gives a number for each and no sentence names the two as one scene; of names only those at which several reports
    count.
    """
    texts = {reading.report.id: reading.report.text for reading, _ in read}
    named = {a.report: mentions(a, texts[a.report]) for a in annotations if a.report in texts}
    figures: dict[str, list[Figure]] = defaultdict(list)
    for reading, _ in read:
        figures[reading.report.id].append(reading.figure)
    at: dict[str, Site] = {}
    for report, here in named.items():
        at |= sites(figures[report], here, texts[report])
    measures = sorted({about.measure for _, about in read})
    scenes = _scenes(named, texts)
    apart = {measure: _apart(measure, read, at, scenes) for measure in measures}
    made = []
    for reading, about in read:
        found, summed = apart[about.measure]
        site = at.get(reading.figure.id)
        known = next((s for s in found if site is not None and s.meets(site)), None)
        if found and not about.historical:
            about = replace(
                about,
                site=known,
                summed=summed,
                place=frozenset() if summed else about.place,
                part=about.part and known is None,
            )
        made.append((reading, about))
    return made


def _apart(
    measure: str,
    read: Sequence[Told],
    at: dict[str, Site],
    scenes: Iterable[frozenset[Site]],
) -> tuple[list[Site], bool]:
    """The sites at which a measure is counted apart in some report, and whether one gives their sum."""
    by_report: dict[str, list[Told]] = defaultdict(list)
    for reading, about in read:
        if about.measure == measure and not (about.historical or about.period or reading.headlined):
            by_report[reading.report.id].append((reading, about))
    counted = [frozenset(at[r.figure.id] for r, _ in told if r.figure.id in at) for told in by_report.values()]
    found: list[Site] = []
    summed = False
    for _, here in sorted(by_report.items()):
        for (one, _), (other, _) in combinations([p for p in here if p[0].figure.id in at], 2):
            a, b = at[one.figure.id], at[other.figure.id]
            if a.named != b.named or a.meets(b) or one.bounds == other.bounds:
                continue
            text = one.report.text
            listed = sentence(text, one.figure.start) == sentence(text, other.figure.start) and one.root == other.root
            total = listed and _sum_of(one, other, here, at)
            told = all(_reports_at(site, counted) > site.named for site in (a, b))
            if total or (told and not _one_scene(a, b, scenes)):
                found += [site for site in (a, b) if site not in found]
                summed = summed or total
    return found, summed


def _reports_at(site: Site, counted: Iterable[frozenset[Site]]) -> int:
    """How many reports count at the site, of the sites that each counts at."""
    return sum(any(other.meets(site) for other in here) for here in counted)


def _sum_of(one: Reading, other: Reading, here: Sequence[Told], at: dict[str, Site]) -> bool:
    """Whether the report gives a number of the same that is no less than two of its sites have together."""
    parts = [reading.bounds[0] or 0 for reading in (one, other)]
    a, b = at[one.figure.id], at[other.figure.id]
    return all(parts) and any(
        (reading.bounds[0] or 0) >= sum(parts)
        and not about.former
        and not (reading.figure.id in at and (at[reading.figure.id].meets(a) or at[reading.figure.id].meets(b)))
        for reading, about in here
    )


def _scenes(named: dict[str, list[Mention]], texts: dict[str, str]) -> set[frozenset[Site]]:
    """The sites that sentences name, those of one sentence together."""
    by_sentence: dict[tuple[str, int], set[Site]] = defaultdict(set)
    for report, here in named.items():
        for mention in here:
            by_sentence[report, sentence(texts[report], mention.start)[0]].add(mention.site)
    return set(map(frozenset, by_sentence.values()))


def _one_scene(a: Site, b: Site, scenes: Iterable[frozenset[Site]]) -> bool:
    """Whether a sentence names both: "a bus fell from the bridge into the market"."""
    return any(any(s.meets(a) for s in scene) and any(s.meets(b) for s in scene) for scene in scenes)
