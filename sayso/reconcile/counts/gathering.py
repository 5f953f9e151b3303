"""Figures on one question gathered into one count, with the positions that origins take on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Annotations, Figure, Place
from sayso.reconcile.cast.sides import stem_of
from sayso.reconcile.counts.kinds import counting, found
from sayso.reconcile.counts.model import Count
from sayso.reconcile.counts.positions import at_least, stands, supersede
from sayso.reconcile.counts.recalled import recalled
from sayso.reconcile.counts.sameness import fits, likeness, said
from sayso.reconcile.counts.scattered import scattered
from sayso.reconcile.counts.subject import WIDE, Subject, subject
from sayso.reconcile.counts.sums import clashes
from sayso.reconcile.counts.whose import Parties
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import folded


def counts(readings: Sequence[Reading], annotations: Sequence[Annotations], known: Parties) -> list[Count]:
    """All counts of one story, in order of their first figure."""
    places = {annotation.report: annotation.located for annotation in annotations}
    clauses = {annotation.report: annotation.clauses for annotation in annotations}
    named = frozenset(place.quote for each in annotations for place in each.located if place.precision not in WIDE)
    read = [
        (r, subject(r, known, places.get(r.report.id, ()), clauses.get(r.report.id, ()), named))
        for r in sorted(readings, key=lambda r: r.order)
    ]
    wide = _named_wide([place for each in annotations for place in each.places])
    wide |= _called_regions(sorted({reading.report.text for reading in readings}))
    read = _inherited([(reading, replace(about, place=about.place - wide)) for reading, about in read])
    read = scattered(recalled(read), annotations)
    bound: dict[str, set[str]] = {}
    groups: dict[str, set[str]] = {}
    for _, about in read:
        if not about.historical:
            bound.setdefault(about.measure, set()).update(filter(None, (about.whose,)))
            groups.setdefault(about.measure, set()).update(filter(None, (about.group,)))
    read = [
        (
            reading,
            replace(
                about,
                whose=about.whose or _own(reading, about, known, len(bound.get(about.measure, ())) > 1),
                part=about.part and _has_whole(reading, about, read),
                more=about.more and _has_other(reading, about, read),
                contested=len(bound.get(about.measure, ())) > 1,
                mixed="civilians" in groups.get(about.measure, ()),
            ),
        )
        for reading, about in read
    ]
    read = [(reading, _as_before(reading, about, read)) for reading, about in read]
    read = [(reading, replace(about, beside=_counted_beside(about, read))) for reading, about in read]
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
        at_least(count, read)
        supersede(count)
    for count in grouped:
        count.clashes = clashes(count, grouped)
    return sorted(grouped, key=lambda count: count.readings[0][0].order)


def _as_before(reading: Reading, about: Subject, read: Sequence[tuple[Reading, Subject]]) -> Subject:
    """What a bare number is about that its origin gives elsewhere with a noun ("stood by its count of nine")."""
    if not _bare(reading.figure) or about.historical:
        return about
    told = [
        theirs
        for other, theirs in read
        if (other.root, other.bounds, theirs.measure) == (reading.root, reading.bounds, about.measure)
        and not _bare(other.figure)
        and not (theirs.part or theirs.more)
        and (about.whose is None or about.whose == theirs.whose)
        and (about.site is None or about.site == theirs.site)
    ]
    if not told or any((t.group, t.rest, t.whose) != (told[0].group, told[0].rest, told[0].whose) for t in told):
        return about
    place = about.place or told[0].place
    return replace(about, whose=told[0].whose, group=told[0].group, rest=told[0].rest, place=place, site=told[0].site)


def _counted_beside(about: Subject, read: Sequence[tuple[Reading, Subject]]) -> frozenset[str]:
    """Words of those whom a report counts beside the same people, with another number: "six farmers and two miners"."""
    told = [(r, s) for r, s in read if s.measure == about.measure and s.rest and not s.historical]
    return frozenset(
        word
        for one, mine in told
        if mine.rest & about.rest
        for other, theirs in told
        if other.report.id == one.report.id and other.bounds != one.bounds
        for word in theirs.rest - about.rest
    )


def _named_wide(places: Sequence[Place]) -> frozenset[str]:
    """The stems of names of regions and states, but those that a town bears as well: what is told of a region may be
    told of a place in it.
    """
    wide, settled = (
        frozenset(stem_of(folded(word)) for place in chosen for word in place.quote.split())
        for chosen in (
            [place for place in places if place.precision in WIDE],
            [place for place in places if place.precision is not None and place.precision not in WIDE],
        )
    )
    return wide - settled


def _called_regions(texts: Sequence[str]) -> frozenset[str]:
    """The stems of names that the texts themselves give to regions ("the province of Orl", "Orl province")."""
    name, word = r"([A-Z][\w’'\-]+(?:\s[A-Z][\w’'\-]+)?)", "|".join(map(re.escape, counting().regions))
    called = re.compile(rf"\b(?:{word})\s+of\s+{name}|\b{name}\s+(?:{word})\b")
    return frozenset(
        stem_of(folded(part))
        for text in texts
        for found_name in called.finditer(text)
        for part in (found_name.group(1) or found_name.group(2)).split()
    )


def _inherited(read: list[tuple[Reading, Subject]]) -> list[tuple[Reading, Subject]]:
    """A bare number ("the ministry says nine", "an officer put the dead at 38") is of those whom the figure of the same
    measure before it counts, and one that is joined to another ("nine villagers were killed and 20 wounded") of those
    whom that one counts.
    """
    made: list[tuple[Reading, Subject]] = []
    for reading, about in read:
        before = next((p for p in reversed(made) if p[0].report.id == reading.report.id and not p[1].part), None)
        if before is not None:
            last, theirs = before
            gap = reading.figure.start - last.figure.end
            bare = _bare(reading.figure) and theirs.measure == about.measure and 0 <= gap < NEXT
            if bare or _joined(last, reading):
                about = replace(
                    about,
                    whose=about.whose or theirs.whose,
                    group=about.group or theirs.group,
                    rest=about.rest or theirs.rest,
                    place=about.place or theirs.place,
                    period=about.period or theirs.period,
                    momentary=theirs.momentary if bare else about.momentary,
                )
        made.append((reading, about))
    return made


def _bare(figure: Figure) -> bool:
    """Whether a number has no noun of those counted but one that only says the measure again ("the dead at 38")."""
    return not figure.of_whom and (" " not in figure.quote or TOLL.search(figure.quote) is not None)


TOLL = re.compile(r"\b(?:at|is|to|as|of) (?:\w+ )?[\w,.\-]+$")  # how a number follows what it is the sum of
AND = re.compile(r",?\s+(?:and|while)\s+")


def _joined(last: Reading, reading: Reading) -> bool:
    """Whether a figure without a noun of its own is joined to the one before it by "and"."""
    between = last.report.text[last.figure.end : max(last.figure.end, reading.figure.start)]
    return (
        AND.fullmatch(between) is not None
        and reading.figure.unit == last.figure.unit
        and reading.figure.measure != last.figure.measure
        and all(word in counting().echoes for word in (reading.figure.of_whom or "").casefold().split())
    )


def _own(reading: Reading, about: Subject, known: Parties, contested: bool) -> str | None:
    """A party to a fight that does not say whose losses it tells means its own, unless it tells of prisoners."""
    told = contested and about.measure != "captured" and about.measure in counting().losses and not about.historical
    return reading.side if told and reading.side in known.rivals else None


def _has_other(reading: Reading, about: Subject, read: Sequence[tuple[Reading, Subject]]) -> bool:
    """Whether "four more" are more of what was counted before: "killing one and wounding three others" are not."""
    reach = len(reading.report.text) if found(("other", "others", "another"), reading.figure.quote) else NEXT
    return any(
        other.report.id == reading.report.id
        and theirs.measure == about.measure
        and 0 < reading.figure.start - other.figure.start < reach
        for other, theirs in read
    )


def _has_whole(reading: Reading, about: Subject, read: Sequence[tuple[Reading, Subject]]) -> bool:
    """Whether the whole is told: only then is a part a part of a count. It is the figure that the part names, or a
    larger one of the same measure shortly before or after it.
    """
    low = reading.bounds[0]
    return any(
        other.report.id == reading.report.id
        and other.figure.measure == reading.figure.measure
        and other is not reading
        and (
            other.figure.id == reading.figure.part_of
            or (
                -NEXT < other.figure.start - reading.figure.start < NEXT
                and (low is None or (other.bounds[0] or other.bounds[1] or low) > low)
            )
        )
        # What one of two sides did or lost is a count of its own, not a part of what both did.
        and not (about.whose and theirs.whose != about.whose)
        for other, theirs in read
    )


NEXT = 240  # characters within which a whole stands before or after its part
