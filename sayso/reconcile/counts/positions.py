"""From the figures of a count to positions: repetitions, details and corrections taken out, revisions marked."""

from __future__ import annotations

import re
from itertools import permutations

from sayso.reconcile.bounds import OPEN, refines, rounds
from sayso.reconcile.cast import Member, line
from sayso.reconcile.cast.kinds import knowledge
from sayso.reconcile.counts.kinds import counting, found
from sayso.reconcile.counts.model import Beside, Count, Stand
from sayso.reconcile.counts.subject import Subject
from sayso.reconcile.moments import later
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import paragraph


def stands(count: Count) -> list[Stand]:
    """Readings of one origin with the same bounds as one position; an outlet's repetition of another's is a carry."""
    found_stands: dict[tuple[object, ...], Stand] = {}
    for reading, about in count.readings:
        if (reading.origin is None and _repeats(reading, count)) or _heads(reading, count):
            continue
        if _retracted(reading) or _detail(reading, about, count) or called(reading, count):
            continue
        key = (reading.origin and line(reading.origin, reading.actor), reading.root, reading.bounds)
        stand = found_stands.get(key)
        if stand is None:
            found_stands[key] = Stand([reading], reading.bounds, about.former, about.partial)
        else:
            stand.readings.append(reading)
            stand.former = stand.former or about.former
            stand.partial = stand.partial and about.partial
    return list(found_stands.values())


def called(reading: Reading, count: Count) -> bool:
    """Whether the number is another's, with which its statement only finds fault ("called its 31 “arithmetic”")."""
    said = reading.statement
    if said is None or not said.faulting:
        return False
    return any(other.root != reading.root and other.bounds == reading.bounds for other, _ in count.readings)


def at_least(count: Count, beside: Beside) -> None:
    """Gives a vague number the bound that the same breath gives: several hurt and 11 in hospital are 11 or more."""
    for stand in count.stands:
        if stand.bounds != OPEN or count.subject.measure not in counting().at_least:
            continue
        for reading in stand.readings:
            numbers = [
                other.bounds[0]
                for other, about in beside[reading.report.id, reading.root]
                if about.measure in counting().at_least[count.subject.measure]
                and other.bounds[0]
                and 0 <= other.figure.start - reading.figure.end < CLOSE
            ]
            if numbers:
                stand.bounds = (max(number for number in numbers if number), None)


CLOSE = 80  # characters after a vague number within which another makes it precise


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
        if reading.origin is None and other.origin is not None and not _answered(reading):
            return True
        near = lo <= other.figure.start < hi
        if near and other.root == reading.root and not _total(reading):
            return True
    return False


def _answered(reading: Reading) -> bool:
    """Whether its report goes on to reject the very number: "I saw five dead. … Not five." """
    number = reading.figure.quote.split()[0]
    return re.search(rf"\bnot {re.escape(number)}\b", reading.report.text[reading.figure.end :], re.I) is not None


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


def _heads(reading: Reading, count: Count) -> bool:
    """Whether a headline's figure is told again in the text below: who says it is read there, but where the headline
    itself means somebody whom the text names.
    """
    said = reading.statement.attribution if reading.statement else None
    named = bool(said and said.source and said.source.resolved)
    return reading.headlined and any(
        other.report.id == reading.report.id
        and (not named or other.root == reading.root)
        and not other.headlined
        and (other.bounds == reading.bounds or rounds(reading.bounds, other.bounds))
        for other, _ in count.readings
    )


def _rounded(reading: Reading, other: Reading) -> bool:
    """A headline's bare number for what the text gives as a bound ("24 dead" for "at least 24")."""
    number = reading.bounds[0]
    return number is not None and number == reading.bounds[1] and number in other.bounds


def supersede(count: Count) -> None:
    """Marks positions that their own origin has replaced, and counts that a later, higher count has overtaken."""
    timeline = sorted(count.stands, key=lambda stand: (not stand.former, stand.first.order))
    for i, old in enumerate(timeline):
        for new in timeline[i + 1 :]:
            if old.bounds == new.bounds or OPEN in (old.bounds, new.bounds):
                continue
            own = old.root == new.root and (old.former or _later(old, new))
            own = own or _given_up_beside(old, new) or _amended(old, new)
            overtakes = not own and later(old.readings[-1].report, new.first.report) and _overtakes(count, old, new)
            if own or overtakes:
                old.followed.append(new)
            if (own or overtakes) and not old.superseded:
                old.superseded, old.replaced_by, old.overtaken = True, new, overtakes
    for old, new in permutations(timeline, 2):
        if old.bounds != new.bounds and OPEN not in (old.bounds, new.bounds) and _succeeds(count, old, new):
            old.followed.append(new)
            if not old.superseded:
                old.superseded, old.replaced_by, old.overtaken = True, new, True
    for stand in timeline:
        # Whoever gave the same number before it was replaced stands where the one who replaced it stood.
        twin = next((o for o in timeline if o.superseded and o.bounds == stand.bounds and o is not stand), None)
        if twin is None or not stand.side_fits(twin):
            continue
        stand.followed += twin.followed
        newer = twin.replaced_by if not stand.superseded else None
        if newer is not None and later(stand.readings[-1].report, newer.first.report):
            stand.superseded, stand.replaced_by, stand.overtaken = True, newer, True
    for stand in timeline:
        seen = {id(stand)}
        while stand.replaced_by is not None and stand.replaced_by.replaced_by is not None:
            if id(stand.replaced_by) in seen:
                break
            seen.add(id(stand.replaced_by))
            stand.replaced_by = stand.replaced_by.replaced_by


def _given_up_beside(old: Stand, new: Stand) -> bool:
    """Whether a report tells what a side had said before beside what it says now ("the general staff had said 17")."""
    here = old.first.report.id == new.first.report.id and old.former and not new.former
    return here and old.first.side is not None and old.first.side == new.first.side


def _amended(old: Stand, new: Stand) -> bool:
    """Whether a report adds the newer figure further down, under a heading that says so ("CORRECTION, 10 May")."""
    here = old.first.report.id == new.first.report.id and old.readings[-1].figure.start < new.first.figure.start
    start, end = paragraph(new.first.report.text, new.first.figure.start)
    opens = new.first.report.text[start:end].lstrip("*_ ")
    return (
        here and opens.casefold().startswith(counting().amending) and re.match(r"\w+\b[^.\n]{0,40}:", opens) is not None
    )


def _later(old: Stand, new: Stand) -> bool:
    return later(old.readings[-1].report, new.readings[-1].report) and new.first.report.id != old.first.report.id


def _succeeds(count: Count, old: Stand, new: Stand) -> bool:
    """Whether `new` came up after `old`, as its later state, though the old may be told of again beside it."""
    if old.root == new.root or not later(old.first.report, new.first.report):
        return False
    # Where a report gives a newer number as well, it only tells what the old one was.
    newer = {r.report.id for s in count.stands if later(old.first.report, s.first.report) for r in s.readings}
    held = any(later(new.readings[-1].report, r.report) for r in old.readings if r.report.id not in newer)
    return not held and _overtakes(count, old, new)


def _overtakes(count: Count, old: Stand, new: Stand) -> bool:
    """Whether `new` can be a later state of a count that grows, or of how things stand, told by somebody who does not
    oppose the first.
    """
    standing = count.subject.momentary
    if (
        not (standing or count.subject.measure in counting().growing)
        or new.bounds[0] is None
        or new.first.origin is None
    ):
        return False
    if old.first.side and new.first.side and old.first.side != new.first.side:
        return False
    first = new.first
    high = old.bounds[1] if old.bounds[1] is not None else old.bounds[0]
    moved = standing or (high is not None and new.bounds[0] > high)
    text = first.report.text
    near = text[max(0, first.figure.start - 60) : first.figure.end + 10]
    return (
        moved
        and (not old.first.actor or _public(old.first.actor))
        and (_public(new.first.actor) or found(counting().total_cues, near))
    )


def _public(actor: Member | None) -> bool:
    """Whether an actor is of those who keep the public count of an event."""
    return actor is not None and (actor.root.kind in knowledge().counting_kinds or bool(actor.roles))
