"""Stories, kept as reports come in: which reports are alike, and which of these links make one story."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.model import Report
from sayso.reconcile.moments import moment, order
from sayso.reconcile.stories.features import features

ALIKE = 0.15  # likeness from which two reports of one day may be of one story
SLOW = 15  # days after which they must be twice as alike, thrice after twice as many
FAR = 45  # days beyond which two reports are not of one story
WEAK = 0.1  # likeness that two reports must have for a third to hold them together
PERIOD = 10  # days
PERIODS = 4  # periods in which a name must be told
MANY = 20  # and reports that must have it, for it to be a name of the times and not of a story
COMMON_WEIGHT = 0.25


@dataclass(slots=True)
class Feature:
    """The reports that have a feature, and the periods in which they were published."""

    reports: list[str] = field(default_factory=list)
    periods: set[int] = field(default_factory=set)

    @property
    def common(self) -> bool:
        """Whether it is told by many for weeks on end: a president, a warring country."""
        return len(self.reports) >= MANY and len(self.periods) >= PERIODS


class Stories:
    """Reports by story. What it holds depends on which reports were added, not on the order in which they were.

    A report goes with the earlier one that it is most like. It also joins others that it is like to that one, but only
    where these two are somewhat alike themselves: a round-up of two events does not make them one story, as it would
    if every likeness counted (single linkage; Allan et al., "Topic detection and tracking pilot study", 1998, join a
    report to the nearest earlier story in the same spirit).
    """

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self._reports: dict[str, Report] = {}
        self._features: dict[str, dict[str, float]] = {}
        self._holders: dict[str, Feature] = {}
        self._weights: dict[str, dict[str, float]] = {}
        self._near: dict[str, dict[str, float]] = {}
        self._bests: dict[str, str | None] = {}
        self._stale: set[str] = set()
        for report in reports:
            self.add(report)

    def add(self, report: Report) -> None:
        """Takes in one more report; one whose id is known already is left out."""
        if report.id in self._reports:
            return
        at = moment(report.published)
        self._reports[report.id], self._features[report.id], self._near[report.id] = report, features(report), {}
        self._stale.add(report.id)
        for name in self._features[report.id]:
            known = self._holders.setdefault(name, Feature())
            before = known.common
            known.reports.append(report.id)
            if at is not None:
                known.periods.add(at.date().toordinal() // PERIOD)
            if known.common != before:
                # The name weighs less from now on, in every report that has it.
                self._stale.update(known.reports)

    def groups(self) -> list[list[Report]]:
        """All stories, and the reports of each, in order of publication."""
        self._refresh()
        seen: set[str] = set()
        found = []
        for id in self._ordered(self._reports):
            if id not in seen:
                story = self._reach(id)
                seen |= story
                found.append([self._reports[each] for each in self._ordered(story)])
        return found

    def story_of(self, report: str) -> list[Report]:
        """The story of a report, in order of publication; only the neighbourhood of what was added is looked at."""
        self._refresh()
        return [self._reports[each] for each in self._ordered(self._reach(report))]

    def _ordered(self, ids: Iterable[str]) -> list[str]:
        return sorted(ids, key=lambda id: order(self._reports[id]))

    def _reach(self, start: str) -> set[str]:
        seen, waiting = {start}, [start]
        while waiting:
            for other in self._joined(waiting.pop()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return seen

    def _joined(self, id: str) -> list[str]:
        """The reports that one is held together with: those that it joins, and those that join it."""
        return [other for other in self._near[id] if self._joins(id, other) or self._joins(other, id)]

    def _joins(self, later: str, earlier: str) -> bool:
        """Whether a report joins an earlier one: the one most like it, or another one that goes with that."""
        best = self._best(later)
        if best is None or not self._before(earlier, later):
            return False
        return earlier == best or self._weakly(earlier, best)

    def _best(self, id: str) -> str | None:
        """The earlier report that one is most like; kept until likenesses change."""
        if id not in self._bests:
            near = self._near[id]
            earlier = [other for other in near if self._before(other, id)]
            self._bests[id] = max(earlier, key=lambda other: (near[other], order(self._reports[other])), default=None)
        return self._bests[id]

    def _before(self, one: str, other: str) -> bool:
        return order(self._reports[one]) < order(self._reports[other])

    def _weakly(self, one: str, other: str) -> bool:
        return self._near[one].get(other, 0.0) > 0 or self._likeness(one, other) >= WEAK

    def _refresh(self) -> None:
        """Compares anew what is new, and what has a name that has become common."""
        stale, self._stale = self._stale, set()
        if stale:
            self._bests.clear()
        for id in stale:
            for other in self._near[id]:
                self._near[other].pop(id, None)
            self._near[id] = {}
            self._weights[id] = self._weighted(id)
        for id in sorted(stale):
            for other in self._candidates(id):
                close = self._closeness(id, other)
                if close > 0:
                    self._near[id][other] = self._near[other][id] = close

    def _candidates(self, id: str) -> set[str]:
        """Reports with a name in common that is not common."""
        mine = (self._holders[name] for name in self._features[id] if not name.startswith("~"))
        return {other for known in mine if not known.common for other in known.reports} - {id}

    def _closeness(self, one: str, other: str) -> float:
        """How far above what two reports need, for the time between them, their likeness is; 0 where it is not."""
        first, second = (moment(self._reports[id].published) for id in (one, other))
        days = abs((first - second).total_seconds()) / 86400 if first and second else 0.0
        if days > FAR:
            return 0.0
        need = ALIKE * (1 + days / SLOW)
        likeness = self._likeness(one, other)
        return likeness / need if likeness >= need else 0.0

    def _likeness(self, one: str, other: str) -> float:
        """Cosine of two reports' weighted features."""
        a, b = self._weights[one], self._weights[other]
        return math.fsum(a[key] * b[key] for key in a.keys() & b.keys())

    def _weighted(self, id: str) -> dict[str, float]:
        """A report's features with the weights that hold now, of length one together."""
        found = {
            name: weight * (COMMON_WEIGHT if self._holders[name].common else 1.0)
            for name, weight in self._features[id].items()
        }
        length = math.sqrt(math.fsum(weight * weight for weight in found.values())) or 1.0
        return {name: weight / length for name, weight in found.items()}
