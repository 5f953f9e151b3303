"""The claim that a count makes: positions, standings, coverage."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Claim, Figure
from sayso.reconcile import interest
from sayso.reconcile.bounds import OPEN, Bounds, excludes
from sayso.reconcile.claims.draft import Draft, in_order, shorten, take_of
from sayso.reconcile.claims.how_many import how_many, located, most_told
from sayso.reconcile.counts import Count, Stand
from sayso.reconcile.counts.kinds import any_of, counting
from sayso.reconcile.counts.positions import called
from sayso.reconcile.counts.subject import Subject, among
from sayso.reconcile.moments import later
from sayso.reconcile.questions import Answer, denying
from sayso.reconcile.questions.alignment import deeds
from sayso.reconcile.questions.contraries import matched
from sayso.reconcile.standings import standings
from sayso.reconcile.statements import Reading, Statement
from sayso.reconcile.takes import Take, equal, origins
from sayso.reconcile.words import concept_named, concepts

ANY = re.compile(r"(?:that )?(?:any|a single)\b", re.IGNORECASE)
HARMED = ("killed", "wounded", "casualties")


def of_count(
    count: Count, answered: Sequence[Answer], story: str, reports: Sequence[str], event: str | None = None
) -> Draft:
    """The claim that a count makes."""
    takes = [_take_of_stand(stand, count) for stand in count.stands]
    revised = [take for take, stand in zip(takes, count.stands, strict=True) if stand.changed]
    _concessions(count, takes)
    for take in takes:
        take.interest = interest.of_count(take.actor, count.subject.whose, count.subject.measure, take.conceding)
    against = [(takes[count.stands.index(a)], takes[count.stands.index(b)]) for a, b in count.excluding()]
    alike = equal(takes)
    takes += _about(count, answered)
    coverage = in_order({reading.report.id for reading, _ in count.readings}, reports)
    clashing = [(clash.reason, [reading.evidence for reading in clash.readings]) for clash in count.clashes]
    reasons = standings(takes, coverage, against=against, alike=alike, revised=revised, clashing=clashing)
    figures = [reading.figure for reading, _ in count.readings]
    first = figures[0]
    of_whom = most_told(f.of_whom for f in figures)
    site = next((about.site.name for _, about in count.readings if about.site), None)
    place = site or _place(figures)
    texts = [reading.report.text for reading, _ in count.readings]
    about = count.subject
    echoes = any_of(tuple(counting().echoes))
    bare = of_whom is None or all(echoes.fullmatch(word) for word in of_whom.split())  # "14 of the dead"
    whom = about.group if bare and about.group in counting().parts else of_whom
    flown = about.measure == "intercepted"
    where = located(place, texts, flown=flown) or next(
        (told for reading, _ in count.readings if (told := among(reading))), None
    )
    over = next((f.when for f in figures if f.when), "over a longer time") if about.lasting else None
    low, high = count.bounds
    claim = Claim(
        id="c",
        story=story,
        event=event,
        question=how_many(first.measure, first.unit, whom, where, over, part=about.part, more=about.more),
        measure=first.measure,
        unit=first.unit,
        of_whom=of_whom,
        whose=count.subject.whose,
        place=place,
        when=next((f.when for f in figures if f.when), None),
        low=low,
        high=high,
        standing=tuple(reason.tag for reason in reasons),
        reasons=reasons,
        positions=tuple(take.position() for take in takes),
        coverage=coverage,
        silent=tuple(r for r in reports if r not in coverage),
        origins=origins(takes),
    )
    return Draft(claim, _weight(claim, count.subject, takes), tuple(sorted(f.id for f in figures)))


def _place(figures: Sequence[Figure]) -> str | None:
    """Where those counted were: the first place that a figure's sentence tells, else one that half of them carry over
    from what was told before.
    """
    told = [f.place for f in figures if f.place and f.placed_by in (None, "clause", "sentence")]
    carried = [f.place for f in figures if f.place]
    return next(iter(told), None) or next((p for p in carried if 2 * len(carried) >= len(figures)), None)


def _weight(claim: Claim, subject: Subject, takes: Sequence[Take]) -> float:
    """How much a claim is at issue: what is contested, and by many, before parts, additions and periods."""
    tags = set(claim.standing)
    return (
        10.0 * ("disputed" in tags)
        + 4.0 * ("revised" in tags)
        + 2.0 * len(tags & {"denied", "conceded", "unverified", "corroborated"})
        + 1.0 * min(len({t.root for t in takes}), 4)
        + 1.0 * min(len(claim.coverage), 3)
        - 2.0 * (subject.part and not subject.group)
        - 3.0 * subject.more
        - 2.0 * (subject.period is not None)
        + 1.0 * (subject.measure in ("killed", "wounded"))
    )


def _take_of_stand(stand: Stand, count: Count) -> Take:
    first = stand.first
    reports = [r.report.id for r in stand.readings]
    # Outlets that only repeat the number in their own words carry it too.
    reports += [
        r.report.id
        for r, _ in count.readings
        if r.origin is None and r.bounds == stand.bounds and not any(r in s.readings for s in count.stands)
    ]
    return Take(
        origin=first.origin,
        outlet=first.report.voice or first.report.id,
        actor=first.actor,
        root=first.root,
        side=first.side,
        polarity="asserts",
        bounds=stand.bounds,
        text=shorten(first.figure.quote),
        evidence=[r.evidence for r in stand.readings],
        reports=reports,
        said=first.report.published,
        qualifier=first.figure.qualifier,
        relays=first.statement.relays if first.statement else (),
        distanced=any(r.statement is not None and r.statement.distanced for r in stand.readings),
        superseded=stand.superseded,
        conceding=any(_admitted(r, count) for r in stand.readings),
        copied=first.root != first.native,
    )


def _admitted(reading: Reading, count: Count) -> bool:
    """Whether the figure stands in an admission of the one who gives it."""
    statement = reading.statement
    if statement is None or interest.neutral(reading.actor):
        return False  # a hospital that admits the wounded concedes nothing
    return statement.stance == "admits" and statement.root == reading.root


def _concessions(count: Count, takes: Sequence[Take]) -> None:
    """A party that moves its figure towards an opponent's concedes it."""
    for old, stand in zip(takes, count.stands, strict=True):
        new_stand = stand.replaced_by
        if new_stand is None or old.root != new_stand.root or not old.side:
            continue
        new = takes[count.stands.index(new_stand)]
        for rival in takes:
            if (
                rival.root != old.root
                and (rival.side is None or rival.side != old.side)
                and _between(old.bounds, new.bounds, rival.bounds)
            ):
                new.conceding = True


def _between(old: Bounds, new: Bounds, rival: Bounds) -> bool:
    """Whether `new` lies from `old` towards `rival`, all of which say something and of which old and rival differ."""
    if OPEN in (old, new, rival) or not excludes(old, rival):
        return False

    def at(b: Bounds) -> float:
        return (sum(e for e in b if e is not None)) / sum(e is not None for e in b)

    return abs(at(new) - at(rival)) < abs(at(old) - at(rival))


def _about(count: Count, answered: Sequence[Answer]) -> list[Take]:
    """Denials of the figures, and failures to verify them, as positions without a number."""
    mine = {r.statement.key for r, _ in count.readings if r.statement is not None}
    found: dict[str, Take] = {}
    each: dict[str, Take] = {}  # failures to verify what either side said
    for answer in answered:
        if answer.whole and answer.to.key in mine and answer.relation in ("denies", "could-not-verify"):
            take = take_of(answer.by, answer.relation)
            (each if answer.each else found).setdefault(f"{answer.relation}:{take.root}", take)
    for by in {answer.by.key: answer.by for answer in answered}.values():
        if _denies_any(by, count):
            found.setdefault(f"denies:{by.root}", take_of(by, "denies"))
    for reading, about in count.readings:
        statement = reading.statement
        if statement is not None and not statement.headlined and _denied(reading, about, statement, count):
            # What is denied is the figure, or the figure is what the denier puts in its place ("not one").
            found.setdefault(f"denies:{statement.root}", take_of(statement, "denies"))
    if len({stand.first.side for stand in count.stands if stand.first.side}) > 1 or count.disputed or found:
        found = each | found  # what one side alone counts is in no dispute that could be checked
    return [found[key] for key in sorted(found)]


def _denies_any(statement: Statement, count: Count) -> bool:
    """Whether a statement denies that there were any of those counted ("denied that any civilians had been hurt"), of
    whom others had told a number.
    """
    if statement.stance != "denies" or not ANY.match(statement.text) or count.subject.measure not in HARMED:
        return False
    counted = frozenset().union(*(concepts(r.figure.of_whom or "") for r, _ in count.readings))
    before = [r for r, _ in count.readings if r.order < statement.order and r.root != statement.root and r.bounds[0]]
    harmed = deeds(statement) & matched(frozenset(map(concept_named, ("kill", "wound"))))
    return bool(before and harmed and counted & statement.spoken)


def _denied(reading: Reading, about: Subject, statement: Statement, count: Count) -> bool:
    """Whether the statement denies the figure, and not only something told beside it. "Not one", said by a party of
    those whom others count, denies as well; where nobody counts any, there is nothing to deny.
    """
    if called(reading, count):
        return True
    if reading.bounds != (0, 0):
        return statement.stance == "denies" and denying(statement)
    others = [
        (other, theirs)
        for other, theirs in count.readings
        if other.root != reading.root and excludes(other.bounds, (0, 0)) and not later(reading.report, other.report)
    ]
    if not reading.side:
        return statement.stance == "denies" and bool(others)
    return any(
        theirs.whose in ((about.whose,) if about.whose else (None, reading.side))
        and not (other.side == reading.side and about.momentary)
        for other, theirs in others
    )
