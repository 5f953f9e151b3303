"""Which report rests on which, kept as reports come in: one more report is compared with its likes alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.model import Copy, Evidence, Report, SharedPassage
from sayso.reconcile.copies.alignment import Pair, align
from sayso.reconcile.copies.direction import direction
from sayso.reconcile.copies.relation import Relation, relation
from sayso.reconcile.copies.script import Script, script
from sayso.reconcile.moments import moment, order

ENOUGH = 3  # fingerprints in common from which two reports are compared
PERIOD = 10  # days
PERIODS = 4  # periods in which the same words are printed, from which they are background or a set phrase
FORMULA = 50  # reports in as many periods from which a run of words does not even make two reports worth comparing


@dataclass(slots=True)
class Words:
    """The reports that certain words stand in, and the periods in which they were printed."""

    reports: list[str] = field(default_factory=list)
    periods: set[int] = field(default_factory=set)

    @property
    def stock(self) -> bool:
        """Whether the words are printed again and again, and not once and by many."""
        return len(self.periods) >= PERIODS

    @property
    def formula(self) -> bool:
        """Whether they are a formula of the language."""
        return len(self.reports) > FORMULA and self.stock

    def add(self, report: str, period: int | None) -> None:
        """Enters a report; `period` is None where its day is not known."""
        self.reports.append(report)
        if period is not None:
            self.periods.add(period)


@dataclass(frozen=True, slots=True)
class Alike:
    """Two reports with sentences alike; `one` is the earlier in the order of reports."""

    one: str
    other: str
    pairs: tuple[Pair, ...]


class Copies:
    """The graph of copies. What it holds depends on which reports were added, not on the order in which they were."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self._reports: dict[str, Report] = {}
        self._scripts: dict[str, Script] = {}
        self._prints: dict[int, Words] = {}
        self._sentences: dict[int, Words] = {}
        self._alike: dict[str, dict[str, Alike]] = {}
        for report in reports:
            self.add(report)

    def add(self, report: Report) -> None:
        """Takes in one more report; one whose id is known already is left out, for a report's text never changes."""
        if report.id in self._reports:
            return
        text = script(report)
        self._reports[report.id], self._scripts[report.id], self._alike[report.id] = report, text, {}
        for other in self._candidates(text):
            self._compare(report.id, other)
        self._enter(report, text)

    def _candidates(self, text: Script) -> list[str]:
        """Reports that share a few runs of words that are no formulas, or many of whatever kind."""
        telling: Counter[str] = Counter()
        formulas: Counter[str] = Counter()
        for each in text.prints:
            found = self._prints.get(each)
            if found is not None:
                (formulas if found.formula else telling).update(found.reports)
        many = max(ENOUGH, len(text.prints) // 4)
        return sorted(r for r in telling | formulas if telling[r] >= ENOUGH or telling[r] + formulas[r] >= many)

    def _compare(self, one: str, other: str) -> None:
        one, other = sorted((one, other), key=lambda r: order(self._reports[r]))
        pairs = align(self._scripts[one], self._scripts[other])
        if pairs:
            self._alike[one][other] = self._alike[other][one] = Alike(one, other, pairs)

    def _enter(self, report: Report, text: Script) -> None:
        at = moment(report.published)
        period = at.date().toordinal() // PERIOD if at else None
        for each in text.prints:
            self._prints.setdefault(each, Words()).add(report.id, period)
        for each in set(text.hashes):
            self._sentences.setdefault(each, Words()).add(report.id, period)

    def relation(self, one: str, other: str) -> Relation | None:
        """What two reports share, seen from the earlier in the order of reports; None where it is too little."""
        alike = self._alike[one].get(other)
        if alike is None:
            return None
        mine, theirs = self._scripts[alike.one], self._scripts[alike.other]
        either = {*mine.hashes, *theirs.hashes}
        stock = {each for each in either if self._sentences[each].stock}
        return relation(mine, theirs, alike.pairs, stock)

    def pairs(self) -> Iterator[tuple[str, str, Relation]]:
        """All pairs of reports that share something: the earlier, the later, and what."""
        for one in sorted(self._alike, key=lambda r: order(self._reports[r])):
            for alike in sorted(self._alike[one].values(), key=lambda a: order(self._reports[a.other])):
                found = self.relation(alike.one, alike.other) if alike.one == one else None
                if found is not None:
                    yield alike.one, alike.other, found

    def copy(self, one: str, other: str) -> Copy | None:
        """What two reports share as an edge from the one that rests on the other; None where it is too little."""
        alike = self._alike[one].get(other)
        found = self.relation(one, other)
        if alike is None or found is None:
            return None
        copying, copied, told_by = direction(self._reports[one], self._reports[other])
        turned = copying.id != alike.one
        here, there = self._scripts[copying.id], self._scripts[copied.id]
        sides = [(p.other, p.one) if turned else (p.one, p.other) for p in found.pairs]
        return Copy(
            report=copying.id,
            of=copied.id,
            kind=found.kind,
            told_by=told_by,
            share=round(found.share_of if turned else found.share, 3),
            share_of=round(found.share if turned else found.share_of, 3),
            passages=tuple(
                SharedPassage(here=_evidence(copying, here, mine), there=_evidence(copied, there, theirs))
                for mine, theirs in sorted(sides)
            ),
        )

    def resting(self, report: str) -> list[Copy]:
        """The edges of a report to those that it rests on: the first in the order of reports that has a passage, and no
        further one that adds nothing to it. Nine copies of one text lead to that one, not to each other.
        """
        mine = self._reports[report]
        on = [other for other in self._alike[report] if direction(mine, self._reports[other])[0] is mine]
        edges = [edge for other in on if (edge := self.copy(report, other)) is not None]
        edges.sort(key=lambda c: (c.told_by not in ("revises", "credit"), order(self._reports[c.of])))
        kept: list[Copy] = []
        held: set[int] = set()
        for edge in edges:
            told = {at for p in edge.passages for at in range(p.here.start, p.here.end)}
            if len(told - held) >= NEW:
                kept.append(edge)
                held |= told
        return kept

    def edges(self) -> tuple[Copy, ...]:
        """Every report's edges, in the order of reports."""
        ordered = sorted(self._reports, key=lambda r: order(self._reports[r]))
        return tuple(edge for report in ordered for edge in self.resting(report))


NEW = 30  # characters that a further edge must add


def _evidence(report: Report, text: Script, words: tuple[int, int]) -> Evidence:
    start, end = text.stretch(*words)
    return Evidence(report=report.id, start=start, end=end)
