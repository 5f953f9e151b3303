"""What a figure leaves unsaid, from the other figures of its report and of its story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Figure
from sayso.reconcile.bounds import Bounds, rounds
from sayso.reconcile.counts.kinds import counting, found
from sayso.reconcile.counts.model import Told
from sayso.reconcile.counts.of_whom import PLACE_PART
from sayso.reconcile.counts.subject import Subject, owned_part
from sayso.reconcile.counts.whose import Parties
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import sentence

# How a number, or two bounds of one, follow what they are the sum of.
TOLL = re.compile(r"\b(?:at|is|to|as|of) (?:(?:between )?[\w,.\-]+ (?:and|to|or) |\w+ )?[\w,.\-]+$")
AND = re.compile(r",?\s+(?:and|while)\s+")
NEXT = 240  # characters within which a whole stands before or after its part


def inherited(read: Sequence[Told]) -> list[Told]:
    """A bare number ("the ministry says nine", "an officer put the dead at 38") is of those whom the figure of the same
    measure before it counts, and one that is joined to another ("nine villagers were killed and 20 wounded") of those
    whom that one counts.
    """
    made: list[Told] = []
    wholes: dict[str, Told] = {}  # the last figure of each report that is no part of another
    leads: dict[tuple[str, str], Told] = {}  # of whom each report counts what first
    parts: dict[str, Told] = {}  # the last figure of each report where it is somebody's own of all
    for reading, about in read:
        if reading.report.id in wholes:
            last, theirs = wholes[reading.report.id]
            gap = reading.figure.start - last.figure.end
            bare = _bare(reading.figure) and theirs.measure == about.measure and 0 <= gap < NEXT
            bare = bare and not _of_fighters((last, theirs), reading)
            if bare and theirs.group == PLACE_PART:
                # "Two died in hospital in Torv, bringing the toll to five": neither all of those nor all there.
                about = replace(about, whose=about.whose or theirs.whose, place=about.place - theirs.place)
            elif bare or _joined(last, reading):
                about = replace(
                    about,
                    whose=about.whose or theirs.whose,
                    group=about.group or theirs.group,
                    rest=about.rest or theirs.rest,
                    place=about.place or theirs.place,
                    period=about.period or theirs.period,
                    momentary=theirs.momentary if bare else about.momentary,
                )
        part = parts.pop(reading.report.id, None)
        if part and _bare(reading.figure) and part[1].measure == about.measure and _of_one_voice(part[0], reading):
            # "Four of its staff were killed; an earlier count had put the number at three": of its staff.
            about = replace(part[1], former=about.former)
        lead = leads.get((reading.report.id, about.measure))
        whole = not (about.whose or about.group or about.rest or about.historical)
        if lead and whole and _bare(reading.figure) and not _of_fighters(lead, reading):
            # "The number of dead": of those whom the report began with.
            about = replace(about, whose=lead[1].whose, group=lead[1].group, rest=lead[1].rest)
        made.append((reading, about))
        if about.part and owned_part(reading.figure):
            parts[reading.report.id] = made[-1]
        if not (about.part or about.more or about.historical or about.period or reading.headlined):
            leads.setdefault((reading.report.id, about.measure), made[-1])
        if not about.part:
            wholes[reading.report.id] = made[-1]
    return made


def _of_fighters(lead: Told, reading: Reading) -> bool:
    """Whether a report began with a party's fighters, as one tells them, and now somebody else tells a toll."""
    first, about = lead
    return about.group in counting().combatants and first.root != reading.root and first.side != reading.side


def _of_one_voice(one: Reading, other: Reading) -> bool:
    """Whether two figures of one report are of one source, or of one sentence, whatever "the agency" is taken for."""
    text = one.report.text
    return one.root == other.root or sentence(text, one.figure.start) == sentence(text, other.figure.start)


def headed(read: Sequence[Told]) -> list[Told]:
    """A headline's figure is about what the text below, which tells it in full, says of it."""
    below: dict[str, list[Told]] = defaultdict(list)
    for reading, about in read:
        past = about.historical or about.period is not None
        if not (reading.headlined or about.part or about.more or about.former or past):
            below[reading.report.id].append((reading, about))
    made = []
    for reading, about in read:
        told = _told_in_full(reading, about, below[reading.report.id]) if reading.headlined else None
        if told is not None:
            about = replace(told, part=about.part, whose=told.whose or about.whose, group=told.group or about.group)
        made.append((reading, about))
    return made


def _told_in_full(reading: Reading, about: Subject, below: Sequence[Told]) -> Subject | None:
    """What the figure of the text is about that a headline's rounds or repeats."""
    fits = [
        (other, theirs)
        for other, theirs in below
        if (theirs.measure, theirs.unit) == (about.measure, about.unit)
        and (other.bounds == reading.bounds or rounds(reading.bounds, other.bounds))
        and not (about.group and theirs.group and about.group != theirs.group)
        and not (about.whose and theirs.whose and about.whose != theirs.whose)
    ]
    best = min(
        fits,
        key=lambda pair: (pair[0].bounds != reading.bounds, pair[0].root != reading.root, pair[0].order),
        default=None,
    )
    return best[1] if best else None


def completed(read: Sequence[Told], known: Parties) -> list[Told]:
    """The figures with whose losses they are, whether they are parts or more of another, what a bare number is about,
    and what is counted beside them.
    """
    read = [(reading, replace(about, whose=about.whose or _soldiers(about, known))) for reading, about in read]
    people = {(r.report.id, sentence(r.report.text, r.figure.start)) for r, about in read if about.people}
    read = [
        # "Eight people were killed and 400 injured"
        (r, replace(about, people=about.people or _unnamed_among(r, about, people)))
        for r, about in read
    ]
    bound: dict[str, set[str]] = {}
    groups: dict[str, set[str]] = {}
    with_parts: set[tuple[str, str]] = set()
    for reading, about in read:
        if not about.historical:
            if about.part and about.group in counting().parts:
                with_parts.add((about.measure, reading.report.id))
            bound.setdefault(about.measure, set()).update(filter(None, (about.whose,)))
            groups.setdefault(about.measure, set()).update(filter(None, (about.group,)))
    here = _by_report(read)
    read = [
        (
            reading,
            replace(
                about,
                whose=about.whose or _own(reading, about, known, _of_both(bound.get(about.measure, set()), known)),
                part=about.part and _has_whole(reading, about, here[reading.report.id]),
                more=about.more and _has_other(reading, about, here[reading.report.id]),
                contested=_of_both(bound.get(about.measure, set()), known),
                # Where a report counts children among the dead, they are not fighters alone.
                mixed="civilians" in groups.get(about.measure, ()) or (about.measure, reading.report.id) in with_parts,
                fought=groups.get(about.measure, set()).issuperset(counting().combatants),
            ),
        )
        for reading, about in read
    ]
    return _counted_beside(_as_before(read))


def _unnamed_among(reading: Reading, about: Subject, people: set[tuple[str, tuple[int, int]]]) -> bool:
    """Whether a number without a noun stands in a sentence that counts people."""
    here = (reading.report.id, sentence(reading.report.text, reading.figure.start))
    return not (about.group or about.rest) and here in people


def _soldiers(about: Subject, known: Parties) -> str | None:
    """The side of soldiers that no word tells, in a story of one army."""
    own = about.group == "soldiers" and about.measure in counting().losses and not about.historical
    return known.army if own else None


def _of_both(whose: set[str], known: Parties) -> bool:
    """Whether the losses of two sides are told of that fight each other, of those where the story has but two."""
    return whose.issuperset(known.rivals) if known.rivals else len(whose) > 1


def _own(reading: Reading, about: Subject, known: Parties, contested: bool) -> str | None:
    """A party to a fight that does not say whose losses it tells means its own, unless it tells of prisoners."""
    told = contested and about.measure != "captured" and about.measure in counting().losses and not about.historical
    others = known.all_in(reading.figure.quote) - {reading.side}  # "11 members of the Front"
    return reading.side if told and reading.side in known.rivals and not others else None


def _has_other(reading: Reading, about: Subject, here: Sequence[Told]) -> bool:
    """Whether "four more" are more of what its report counted before: "killing one and wounding three others" are
    not.
    """
    reach = len(reading.report.text) if found(("other", "others", "another"), reading.figure.quote) else NEXT
    return any(
        theirs.measure == about.measure
        and not other.headlined
        and 0 < reading.figure.start - other.figure.start < reach
        for other, theirs in here
    )


def _has_whole(reading: Reading, about: Subject, here: Sequence[Told]) -> bool:
    """Whether its report tells the whole: only then is a part a part of a count. It is the figure that the part names,
    or a larger one of the same measure shortly before or after it. Those who "were among the rescued", of whom no more
    is told, are some of them whoever counts all.
    """
    if found(counting().among, reading.figure.quote) and not (about.group or about.rest):
        return True
    low = reading.bounds[0]
    wholes = (about.measure, *counting().at_least.get(about.measure, ()))  # "14 were admitted, five of them wounded"
    return any(
        theirs.measure in wholes
        and other is not reading
        and (
            other.figure.id == reading.figure.part_of
            or (
                (owned_part(reading.figure) or -NEXT < other.figure.start - reading.figure.start < NEXT)
                and (low is None or (other.bounds[0] or other.bounds[1] or low) > low)
            )
        )
        # What one of two sides did or lost is a count of its own, not a part of what both did.
        and not (about.whose and theirs.whose != about.whose)
        for other, theirs in here
    )


def _by_report(read: Sequence[Told]) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = defaultdict(list)
    for reading, about in read:
        found[reading.report.id].append((reading, about))
    return found


def _as_before(read: Sequence[Told]) -> list[Told]:
    """The figures, a bare number about what its origin gives it for elsewhere with a noun ("stood by its count of
    nine").
    """
    told: dict[tuple[str, Bounds, str], list[Subject]] = defaultdict(list)
    for reading, about in read:
        if not (_bare(reading.figure) or about.part or about.more):
            told[reading.root, reading.bounds, about.measure].append(about)
    return [
        (reading, _as_told(about, told.get((reading.root, reading.bounds, about.measure), ())))
        if _bare(reading.figure) and not about.historical
        else (reading, about)
        for reading, about in read
    ]


def _as_told(about: Subject, told: Sequence[Subject]) -> Subject:
    """What a bare number is about, from what its origin tells with a noun; unchanged where it tells several things."""
    fits = [t for t in told if about.whose in (None, t.whose) and about.site in (None, t.site)]
    if not fits or any((t.group, t.rest, t.whose) != (fits[0].group, fits[0].rest, fits[0].whose) for t in fits):
        return about
    first = fits[0]
    place = about.place or first.place
    return replace(about, whose=first.whose, group=first.group, rest=first.rest, place=place, site=first.site)


def _counted_beside(read: Sequence[Told]) -> list[Told]:
    """The figures with the words of those whom a report counts beside the same people, with another number: "six
    farmers and two miners".
    """
    told: dict[str, dict[str, set[tuple[Bounds, frozenset[str]]]]] = defaultdict(lambda: defaultdict(set))
    for reading, about in read:
        if about.rest and not about.historical:
            told[about.measure][reading.report.id].add((reading.bounds, about.rest))
    beside = {
        (measure, rest): frozenset(
            word
            for here in told[measure].values()
            for bounds, mine in here
            if mine & rest
            for other, theirs in here
            if other != bounds
            for word in theirs - rest
        )
        for measure, rest in {(about.measure, about.rest) for _, about in read}
    }
    return [(reading, replace(about, beside=beside[about.measure, about.rest])) for reading, about in read]


def _bare(figure: Figure) -> bool:
    """Whether a number has no noun of those counted but one that only says the measure again ("the dead at 38")."""
    return not figure.of_whom and (" " not in figure.quote or TOLL.search(figure.quote) is not None)


def _joined(last: Reading, reading: Reading) -> bool:
    """Whether a figure without a noun of its own is joined to the one before it by "and"."""
    between = last.report.text[last.figure.end : max(last.figure.end, reading.figure.start)]
    return (
        AND.fullmatch(between) is not None
        and reading.figure.unit == last.figure.unit
        and reading.figure.measure != last.figure.measure
        and all(word in counting().echoes for word in (reading.figure.of_whom or "").casefold().split())
    )
