"""Whether two figures answer the same question: measure, unit, of whom, whose, where and when."""

from __future__ import annotations

from sayso.reconcile.counts.kinds import counting
from sayso.reconcile.counts.model import Count, Told
from sayso.reconcile.counts.of_whom import PLACE_PART
from sayso.reconcile.counts.subject import Subject
from sayso.reconcile.moments import same_moment
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import concepts, sentence

NEXT = 240  # characters within which a count is told beside another


def said(about: Subject) -> int:
    return 4 * bool(about.whose) + 2 * bool(about.group or about.rest) + bool(about.place)


def likeness(pair: Told, count: Count) -> int:
    mine = pair[1]
    return max(
        4 * (mine.whose is not None and mine.whose == other.whose)
        + 2 * (mine.group == other.group)
        + 2 * bool(mine.rest & other.rest or mine.rest == other.rest)
        + 4 * (reading.root == pair[0].root)
        + 2 * (reading.statement is not None and reading.statement is pair[0].statement)
        + bool(mine.place & other.place)
        + 2 * (not mine.place and not other.place)
        + (bool(mine.site) == bool(other.site))  # whether they meet, is asked before
        + 2 * _beside(pair[0], reading)
        + 2 * (reading.bounds == pair[0].bounds)
        for reading, other in count.readings
    )


def _beside(one: Reading, other: Reading) -> bool:
    """Whether one is told shortly before or after the other."""
    return one.report.id == other.report.id and abs(one.figure.start - other.figure.start) <= NEXT


def fits(pair: Told, count: Count) -> bool:
    """Whether the figure answers the same question as every figure of the count."""
    if not all(_same_question(pair, other) for other in count.readings):
        return False
    if pair[1].measure in counting().settling:
        return True  # "nobody is missing any more"
    none = pair[0].bounds == (0, 0) or all(other.bounds == (0, 0) for other, _ in count.readings)
    return not none or any(_near_or_alike(pair, other) for other in count.readings)


def _same_question(a: Told, b: Told) -> bool:
    (one, mine), (other, theirs) = a, b
    if mine.measure != theirs.measure or not _units_fit(mine.unit, theirs.unit) or mine.historical != theirs.historical:
        return False
    if mine.period != theirs.period or mine.more != theirs.more or mine.momentary != theirs.momentary:
        return False
    if mine.part != theirs.part and not (mine.group in counting().parts and mine.group == theirs.group):
        return False
    if not _whose_fit(one, mine, other, theirs) or not _groups_fit(mine, theirs):
        return False
    if mine.part and theirs.part and not (mine.group or mine.rest & theirs.rest or one.root == other.root):
        return False  # "five of them", "nine of them": of whom or of what, is known to the one who counts them
    if not _words_fit(a, b):
        return False
    if mine.measure not in counting().unplaced and not _places_fit(mine, theirs):
        return False
    return not mine.momentary or _same_moment(one, other) or _settling(a, b)


def _places_fit(mine: Subject, theirs: Subject) -> bool:
    if mine.site and theirs.site:
        return mine.site.meets(theirs.site)
    if (mine.site or theirs.site) and mine.summed:
        return False
    return not (mine.place and theirs.place) or bool(mine.place & theirs.place)


def _words_fit(a: Told, b: Told) -> bool:
    """Whether two nouns may mean the same people. "12 members" and "11 workers" of two reports may, but not where a
    report counts the ones beside the others; one number in two wordings of one report is one.
    """
    (one, mine), (other, theirs) = a, b
    if not (mine.rest and theirs.rest) or mine.rest <= theirs.rest or theirs.rest <= mine.rest:
        return True
    if one.bounds == other.bounds and _retold(one, other):
        return True
    return one.report.id != other.report.id and not (theirs.rest & mine.beside or mine.rest & theirs.beside)


def _retold(one: Reading, other: Reading) -> bool:
    """Whether the two may be one count told twice: in two reports, or in a headline and below it."""
    return one.report.id != other.report.id or one.headlined != other.headlined


def _near_or_alike(a: Told, b: Told) -> bool:
    """Whether a count of none is told beside the other, of the same thing or of the same people, or by the side whose
    losses the other tells: "none" alone answers anything.
    """
    (one, mine), (other, theirs) = a, b
    if (mine.group and mine.group == theirs.group) or mine.rest & theirs.rest:
        return True
    if (one.side or "") == theirs.whose or (other.side or "") == mine.whose:
        return True
    if _beside(one, other) or (mine.site and theirs.site and mine.site.meets(theirs.site)):
        return True
    shared = _around(one) & _around(other)
    return len(shared) >= 2


def _around(reading: Reading) -> frozenset[str]:
    text = reading.report.text
    start, end = sentence(text, reading.figure.start, reading.figure.end)
    return concepts(text[start : reading.figure.start] + " " + text[reading.figure.end : end])


def _units_fit(a: str, b: str) -> bool:
    kind = {counting().units.get(unit, unit) for unit in (a, b)}
    return len(kind) == 1 or "thing" in kind


def _whose_fit(one: Reading, mine: Subject, other: Reading, theirs: Subject) -> bool:
    if mine.whose == theirs.whose:
        return True
    if mine.whose and theirs.whose:
        return False
    # A party that does not say whose losses it tells means its own; nobody else's silence says anything.
    silent, spoken = (one, theirs.whose) if mine.whose is None else (other, mine.whose)
    if mine.measure == "captured" and silent.side and silent.bounds != (0, 0):
        return silent.side != spoken  # of prisoners tells who took them
    group = mine.group or theirs.group
    if silent.side is None and (mine.group == theirs.group or group == "civilians"):
        # Civilians are told apart by where they were, combatants of two sides are not.
        return not mine.contested or bool(group and group not in counting().combatants)
    if not mine.contested and {mine.group, theirs.group} <= set(counting().combatants):
        return True  # in this story only one side's dead are told of
    return silent.side == spoken


def _groups_fit(mine: Subject, theirs: Subject) -> bool:
    if mine.group != theirs.group:
        if mine.group and theirs.group:
            fighting = {mine.group, theirs.group} <= set(counting().combatants)
            return fighting and bool(mine.whose or theirs.whose)  # that these fit, is asked before
        if (mine.group or theirs.group) in (*counting().parts, PLACE_PART):
            return False
        if _apart(mine, theirs) or _apart(theirs, mine):
            return False
    return True


def _apart(mine: Subject, theirs: Subject) -> bool:
    """Whether one counts combatants, or who came against the others, and the other does not say that it does; people of
    a calling are apart from those whom another noun names ("six policemen", "two shepherds").
    """
    if mine.group == "counter-demonstrators":
        return True
    if mine.group in counting().combatants:
        one_side = mine.whose is not None and mine.whose == theirs.whose
        other_side = (mine.fought or mine.group == "rebels") and not one_side
        return bool(theirs.rest or theirs.mixed or theirs.people or other_side)
    return mine.group not in (None, "civilians") and (bool(theirs.rest - mine.rest) or theirs.people)


def _same_moment(one: Reading, other: Reading) -> bool:
    return same_moment(one.report, other.report) or (one.bounds == other.bounds and one.root == other.root)


def _settling(a: Told, b: Told) -> bool:
    """Whether a later number answers the same question: "30 missing", and two days later "nobody is missing"."""
    (one, mine), (other, theirs) = a, b
    alike = mine.place == theirs.place and mine.site == theirs.site
    return mine.measure in counting().settling and (one.root == other.root or alike)
