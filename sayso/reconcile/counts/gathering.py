"""Figures on one question gathered into one count, with the positions that origins take on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Annotations
from sayso.reconcile.counts.model import Count
from sayso.reconcile.counts.positions import stands, supersede
from sayso.reconcile.counts.sameness import fits, likeness, said
from sayso.reconcile.counts.subject import Subject, subject
from sayso.reconcile.counts.whose import Parties
from sayso.reconcile.statements import Reading


def counts(readings: Sequence[Reading], annotations: Sequence[Annotations], known: Parties) -> list[Count]:
    """All counts of one story, in order of their first figure."""
    places = {annotation.report: annotation.places for annotation in annotations}
    read = [(reading, subject(reading, known, places.get(reading.report.id, ()))) for reading in readings]
    read.sort(key=lambda pair: pair[0].order)
    bound: dict[str, set[str]] = {}
    for _, about in read:
        if about.whose and not about.historical:
            bound.setdefault(about.measure, set()).add(about.whose)
    read = [
        (
            reading,
            replace(
                about,
                part=about.part and _has_whole(reading, about, read),
                contested=len(bound.get(about.measure, ())) > 1,
            ),
        )
        for reading, about in read
    ]
    grouped: list[Count] = []
    # The fully described figures first: what leaves something unsaid then joins the one count that it fits.
    for pair in sorted(read, key=lambda p: (-said(p[1]), p[0].order)):
        fitting = [count for count in grouped if fits(pair, count)]
        if fitting:
            best = max(
                fitting, key=lambda count: (likeness(pair, count), len(count.readings), count.readings[0][0].figure.id)
            )
            best.readings.append(pair)
        else:
            grouped.append(Count(pair[1], [pair]))
    for count in grouped:
        count.readings.sort(key=lambda pair: pair[0].order)
        count.stands = stands(count)
        supersede(count)
    return sorted(grouped, key=lambda count: count.readings[0][0].order)


def _has_whole(reading: Reading, about: Subject, read: Sequence[tuple[Reading, Subject]]) -> bool:
    """Whether a larger figure of the same measure stands shortly before: only then is a part a part of a count."""
    low = reading.bounds[0]
    return any(
        other.report.id == reading.report.id
        and other.figure.measure == reading.figure.measure
        and other is not reading
        and -NEXT < other.figure.start - reading.figure.start < NEXT
        and (low is None or (other.bounds[0] or other.bounds[1] or low) >= low)
        # What one of two sides did or lost is a count of its own, not a part of what both did.
        and not (about.whose and theirs.whose != about.whose)
        for other, theirs in read
    )


NEXT = 240  # characters within which a whole stands before or after its part
