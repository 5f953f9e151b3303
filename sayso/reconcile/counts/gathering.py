"""Figures on one question gathered into one count, with the positions that origins take on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Annotations
from sayso.reconcile.counts.completing import completed, headed, inherited
from sayso.reconcile.counts.model import Beside, Count, Told
from sayso.reconcile.counts.positions import at_least, stands, supersede
from sayso.reconcile.counts.recalled import recalled
from sayso.reconcile.counts.regions import regions
from sayso.reconcile.counts.sameness import fits, likeness, said
from sayso.reconcile.counts.scattered import scattered
from sayso.reconcile.counts.scenes import one_scene
from sayso.reconcile.counts.subject import WIDE, subject
from sayso.reconcile.counts.sums import clashes
from sayso.reconcile.counts.whose import Parties
from sayso.reconcile.statements import Reading


def counts(readings: Sequence[Reading], annotations: Sequence[Annotations], known: Parties) -> list[Count]:
    """All counts of one story, in order of their first figure."""
    places = {annotation.report: annotation.located for annotation in annotations}
    clauses = {annotation.report: annotation.clauses for annotation in annotations}
    named = frozenset(place.quote for each in annotations for place in each.located if place.precision not in WIDE)
    read = [
        (r, subject(r, known, places.get(r.report.id, ()), clauses.get(r.report.id, ()), named))
        for r in sorted(readings, key=lambda r: r.order)
    ]
    wide = regions([p for each in annotations for p in each.places], {r.report.text for r in readings}, known.states)
    read = inherited([(reading, replace(about, place=about.place - wide)) for reading, about in read])
    read = headed(scattered(recalled(read, annotations), annotations))
    read = completed(one_scene(read, annotations, named, wide), known)
    grouped = _grouped(read)
    for count in grouped:
        count.readings.sort(key=lambda pair: pair[0].order)
    beside = _by_voice(grouped)
    for count in grouped:
        count.stands = stands(count)
        at_least(count, beside)
        supersede(count)
        count.clashes = clashes(count, beside)
    return sorted(grouped, key=lambda count: count.readings[0][0].order)


def _grouped(read: Sequence[Told]) -> list[Count]:
    """Each figure in the count that it fits best, or in a new one where it fits none."""
    grouped: list[Count] = []
    # The fully described figures first: what leaves something unsaid then joins the one count that it fits.
    for pair in sorted(read, key=lambda p: (-said(p[1]), p[0].headlined, p[0].order)):
        fitting = [count for count in grouped if fits(pair, count)]
        if fitting:
            best = max(
                fitting, key=lambda count: (likeness(pair, count), len(count.readings), count.readings[0][0].figure.id)
            )
            best.readings.append(pair)
        else:
            grouped.append(Count(pair[1], [pair]))
    return grouped


def _by_voice(counts: Sequence[Count]) -> Beside:
    found: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for count in counts:
        for reading, about in count.readings:
            found[reading.report.id, reading.root].append((reading, about))
    return found
