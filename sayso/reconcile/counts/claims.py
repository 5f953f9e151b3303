"""Figures on one question gathered into one count, with the positions that origins take on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from sayso.model import Annotations
from sayso.reconcile.bounds import OPEN, Bounds, common, excludes, outer, refines
from sayso.reconcile.cast import Member
from sayso.reconcile.cast.kinds import core, knowledge
from sayso.reconcile.counts.kinds import counting, found
from sayso.reconcile.counts.subject import Subject, subject
from sayso.reconcile.counts.whose import Parties
from sayso.reconcile.statements import Reading, apart
from sayso.reconcile.words import concepts, paragraph, sentence

SAME_MOMENT = timedelta(hours=6)


@dataclass(eq=False)
class Stand:
    """What one origin says on a count, with every reading that has it."""

    readings: list[Reading]
    bounds: Bounds
    former: bool
    superseded: bool = False
    replaced_by: Stand | None = None
    overtaken: bool = False

    @property
    def changed(self) -> bool:
        """Whether it was replaced by bounds that do not merely make it more precise."""
        return self.superseded and self.replaced_by is not None and not refines(self.replaced_by.bounds, self.bounds)

    @property
    def first(self) -> Reading:
        """The earliest reading."""
        return self.readings[0]

    def side_fits(self, other: Stand) -> bool:
        """Whether the two are not of different sides."""
        sides = {self.first.side, other.first.side}
        return len(sides) == 1 or None in sides

    @property
    def root(self) -> str:
        """Whose word it is in the end."""
        return self.first.root


@dataclass(eq=False)
class Count:
    """Figures on one question, and what origins say on it."""

    subject: Subject
    readings: list[tuple[Reading, Subject]]
    stands: list[Stand] = field(default_factory=list)

    @property
    def live(self) -> list[Stand]:
        """Positions that still stand."""
        return [stand for stand in self.stands if not stand.superseded]

    @property
    def revised(self) -> bool:
        """Whether any position was replaced by another that is not merely more precise."""
        return any(stand.changed for stand in self.stands)

    @property
    def disputed(self) -> bool:
        """Whether two origins gave figures that exclude each other, neither being a later state of the other."""
        return any(True for _ in self.excluding())

    def excluding(self) -> Iterator[tuple[Stand, Stand]]:
        """Pairs of positions of different origins that cannot both be right."""
        for i, a in enumerate(self.stands):
            for b in self.stands[i + 1 :]:
                if a.root == b.root or not excludes(a.bounds, b.bounds):
                    continue
                if not (a.overtaken or b.overtaken) and not (a.superseded and b.superseded):
                    yield a, b

    @property
    def bounds(self) -> Bounds:
        """Bounds of the whole: see docs/standings.md."""
        stated = [s for s in self.stands if not any(_sharper(o, s) for o in self.stands)]
        if self.disputed:
            return outer(s.bounds for s in stated if not s.superseded or s.changed)
        live = [s.bounds for s in stated if not s.superseded and s.bounds != OPEN]
        if any(excludes(a, b) for a in live for b in live):
            return outer(live)
        return common(live)


def _sharper(new: Stand, old: Stand) -> bool:
    """Whether the same origin also gives bounds that lie within those of `old`."""
    return new is not old and new.root == old.root and new.bounds != old.bounds and refines(new.bounds, old.bounds)


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
                part=about.part and _has_whole(reading, read),
                contested=len(bound.get(about.measure, ())) > 1,
            ),
        )
        for reading, about in read
    ]
    grouped: list[Count] = []
    # The fully described figures first: what leaves something unsaid then joins the one count that it fits.
    for pair in sorted(read, key=lambda p: (-_said(p[1]), p[0].order)):
        fits = [count for count in grouped if _fits(pair, count)]
        if fits:
            best = max(
                fits, key=lambda count: (_likeness(pair, count), len(count.readings), count.readings[0][0].figure.id)
            )
            best.readings.append(pair)
        else:
            grouped.append(Count(pair[1], [pair]))
    for count in grouped:
        count.readings.sort(key=lambda pair: pair[0].order)
        count.stands = _stands(count)
        _supersede(count)
    return sorted(grouped, key=lambda count: count.readings[0][0].order)


def _has_whole(reading: Reading, read: Sequence[tuple[Reading, Subject]]) -> bool:
    """Whether a larger figure of the same measure stands shortly before: only then is a part a part of a count."""
    low = reading.bounds[0]
    return any(
        other.report.id == reading.report.id
        and other.figure.measure == reading.figure.measure
        and other is not reading
        and -NEXT < other.figure.start - reading.figure.start < NEXT
        and (low is None or (other.bounds[0] or other.bounds[1] or low) >= low)
        for other, _ in read
    )


NEXT = 240  # characters within which a whole stands before or after its part


def _said(about: Subject) -> int:
    return 4 * bool(about.whose) + 2 * bool(about.group or about.rest) + bool(about.place)


def _likeness(pair: tuple[Reading, Subject], count: Count) -> int:
    mine = pair[1]
    return max(
        4 * (mine.whose == other.whose)
        + 2 * (mine.group == other.group)
        + 2 * bool(mine.rest & other.rest or mine.rest == other.rest)
        + 2 * (reading.root == pair[0].root)
        + 2 * (reading.statement is not None and reading.statement is pair[0].statement)
        + bool(mine.place & other.place)
        + 2 * (reading.bounds == pair[0].bounds)
        for reading, other in count.readings
    )


def _fits(pair: tuple[Reading, Subject], count: Count) -> bool:
    """Whether the figure answers the same question as every figure of the count."""
    if pair[0].bounds == (0, 0) and not any(_near_or_alike(pair[0], other) for other, _ in count.readings):
        return False
    return all(_same_question(pair, other) for other in count.readings)


def _same_question(a: tuple[Reading, Subject], b: tuple[Reading, Subject]) -> bool:
    (one, mine), (other, theirs) = a, b
    if mine.measure != theirs.measure or not _units_fit(mine.unit, theirs.unit) or mine.historical != theirs.historical:
        return False
    if mine.period != theirs.period or mine.more != theirs.more or mine.momentary != theirs.momentary:
        return False
    if mine.part != theirs.part and not (mine.group in counting().parts and mine.group == theirs.group):
        return False
    if not _whose_fit(one, mine, other, theirs) or not _groups_fit(mine, theirs):
        return False
    placed = mine.measure not in counting().unplaced
    if placed and mine.place and theirs.place and not mine.place & theirs.place:
        return False
    return not mine.momentary or _same_moment(one, other)


def _near_or_alike(one: Reading, other: Reading) -> bool:
    """Whether a count of none is told beside the other or of the same thing: "none" alone answers anything."""
    if one.report.id == other.report.id and abs(one.figure.start - other.figure.start) <= NEXT:
        return True
    shared = _around(one) & _around(other)
    return len(shared) >= 2


def _around(reading: Reading) -> frozenset[str]:
    text = reading.report.text
    start, end = sentence(text, reading.figure.start, reading.figure.end)
    return concepts(text[start : reading.figure.start] + " " + text[reading.figure.end : end])


def _units_fit(a: str, b: str) -> bool:
    kind = {_UNITS.get(unit, unit) for unit in (a, b)}
    return len(kind) == 1 or "thing" in kind


# Units that readers tell apart and counts need not; "thing" is any.
_UNITS = {
    "object": "thing",
    "violation": "attack",
    "hit": "attack",
    "air attack": "attack",
    "raid": "attack",
    "incident": "attack",
}


def _whose_fit(one: Reading, mine: Subject, other: Reading, theirs: Subject) -> bool:
    if mine.whose == theirs.whose:
        return True
    if mine.whose and theirs.whose:
        return False
    # A party that does not say whose losses it tells means its own; nobody else's silence says anything.
    silent, spoken = (one, theirs.whose) if mine.whose is None else (other, mine.whose)
    return silent.side == spoken or (silent.side is None and not mine.contested and mine.group == theirs.group)


def _groups_fit(mine: Subject, theirs: Subject) -> bool:
    if mine.group != theirs.group:
        if mine.group and theirs.group:
            return False
        if (mine.group or theirs.group) in counting().parts:
            return False
    if mine.rest and theirs.rest:
        return mine.rest == theirs.rest
    return True


def _same_moment(one: Reading, other: Reading) -> bool:
    if one.report.id == other.report.id:
        return True
    if one.bounds == other.bounds and one.root == other.root:
        return True
    gap = apart(one.report, other.report)
    return gap is None or abs(gap) <= SAME_MOMENT


def _stands(count: Count) -> list[Stand]:
    """Readings of one origin with the same bounds as one position; an outlet's repetition of another's is a carry."""
    found_stands: dict[tuple[object, ...], Stand] = {}
    for reading, about in count.readings:
        if reading.origin is None and _repeats(reading, count):
            continue
        if _retracted(reading) or _detail(reading, about, count):
            continue
        key = (reading.origin and core(reading.origin), reading.root, reading.bounds)
        stand = found_stands.get(key)
        if stand is None:
            found_stands[key] = Stand([reading], reading.bounds, about.former)
        else:
            stand.readings.append(reading)
            stand.former = stand.former or about.former
    return list(found_stands.values())


def _retracted(reading: Reading) -> bool:
    """Whether the figure stands in a note by which the outlet corrects itself."""
    lo, hi = paragraph(reading.report.text, reading.figure.start)
    return reading.origin is None and found(counting().correction_cues, reading.report.text[lo : min(hi, lo + 60)])


def _detail(reading: Reading, about: Subject, count: Count) -> bool:
    """Whether the figure is a part of a larger one beside it: of the same origin in the same sentence or paragraph,
    or an outlet's own beside what it credits to somebody.
    """
    low = reading.bounds[0]
    if about.former or low is None:
        return False
    lo, hi = paragraph(reading.report.text, reading.figure.start)
    for other, theirs in count.readings:
        whole = other.bounds[0] if other.bounds[0] is not None else other.bounds[1]
        if other is reading or theirs.former or whole is None or whole <= low or other.report.id != reading.report.id:
            continue
        if reading.origin is None and other.origin is not None:
            return True
        near = lo <= other.figure.start < hi
        if near and other.root == reading.root and not _total(reading):
            return True
    return False


def _total(reading: Reading) -> bool:
    text = reading.report.text
    return found(counting().total_cues, text[max(0, reading.figure.start - 40) : reading.figure.end])


def _repeats(reading: Reading, count: Count) -> bool:
    """Whether the outlet's own words only repeat what the same report, or an earlier one, credits to somebody."""
    for other, _ in count.readings:
        if other is reading or other.origin is None:
            continue
        if other.report.id == reading.report.id and (
            other.bounds == reading.bounds
            or reading.bounds == OPEN
            or refines(other.bounds, reading.bounds)
            or _rounded(reading, other)
        ):
            return True
        if other.bounds == reading.bounds and other.order < reading.order:
            return True
    return False


def _rounded(reading: Reading, other: Reading) -> bool:
    """A headline's bare number for what the text gives as a bound ("24 dead" for "at least 24")."""
    number = reading.bounds[0]
    return number is not None and number == reading.bounds[1] and number in other.bounds


def _supersede(count: Count) -> None:
    """Marks positions that their own origin has replaced, and counts that a later, higher count has overtaken."""
    timeline = sorted(count.stands, key=lambda stand: (not stand.former, stand.first.order))
    for i, old in enumerate(timeline):
        for new in timeline[i + 1 :]:
            if old.bounds == new.bounds or OPEN in (old.bounds, new.bounds) or old.superseded:
                continue
            own = old.root == new.root and (old.former or _later(old, new))
            overtakes = not own and _overtakes(count, old, new)
            if own or overtakes:
                old.superseded, old.replaced_by, old.overtaken = True, new, overtakes
    for stand in timeline:
        # Whoever gave the same number before it was replaced stands where the one who replaced it stood.
        twin = next((o for o in timeline if o.superseded and o.bounds == stand.bounds and o is not stand), None)
        new = twin.replaced_by if twin is not None and stand.side_fits(twin) and not stand.superseded else None
        if new is not None and stand.readings[-1].order < new.first.order:
            stand.superseded, stand.replaced_by, stand.overtaken = True, new, True
    for stand in timeline:
        seen = {id(stand)}
        while stand.replaced_by is not None and stand.replaced_by.replaced_by is not None:
            if id(stand.replaced_by) in seen:
                break
            seen.add(id(stand.replaced_by))
            stand.replaced_by = stand.replaced_by.replaced_by


def _later(old: Stand, new: Stand) -> bool:
    return new.first.report.id != old.first.report.id and new.readings[-1].order > old.readings[-1].order


def _overtakes(count: Count, old: Stand, new: Stand) -> bool:
    """Whether `new` is a later state of a count that grows, told by somebody who does not oppose the first."""
    if count.subject.measure not in counting().growing or new.bounds[0] is None or new.first.origin is None:
        return False
    if old.first.side and new.first.side and old.first.side != new.first.side:
        return False
    last, first = old.readings[-1], new.first
    if last.order >= first.order or last.report.id == first.report.id:
        return False
    high = old.bounds[1] if old.bounds[1] is not None else old.bounds[0]
    rises = high is not None and new.bounds[0] > high
    text = first.report.text
    near = text[max(0, first.figure.start - 60) : first.figure.end + 10]
    return (
        rises
        and (not old.first.actor or _public(old.first.actor))
        and (_public(new.first.actor) or found(counting().total_cues, near))
    )


def _public(actor: Member | None) -> bool:
    """Whether an actor is of those who keep the public count of an event."""
    return actor is not None and (actor.root.kind in knowledge().counting_kinds or bool(actor.roles))


__all__ = ["Count", "Stand", "counts"]
