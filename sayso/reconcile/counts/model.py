"""A count: figures on one question, and what origins say on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.reconcile.bounds import OPEN, Bounds, common, excludes, outer, refines, rises
from sayso.reconcile.counts.kinds import counting
from sayso.reconcile.counts.subject import Subject
from sayso.reconcile.statements import Reading

Told = tuple[Reading, Subject]  # a figure with what it is about
Beside = Mapping[tuple[str, str], Sequence[Told]]  # the figures of one report and origin, by both


@dataclass(eq=False)
class Stand:
    """What one origin says on a count, with every reading that has it."""

    readings: list[Reading]
    bounds: Bounds
    former: bool
    partial: bool = False
    superseded: bool = False
    replaced_by: Stand | None = None
    overtaken: bool = False
    followed: list[Stand] = field(default_factory=list)  # later states of the same count, by others too

    @property
    def allows(self) -> Bounds:
        """Its bounds, open above where it tells only of those whom somebody got to see: others may have more."""
        return (self.bounds[0], None) if self.partial else self.bounds

    @property
    def changed(self) -> bool:
        """Whether it was replaced by bounds that do not merely make it more precise."""
        new = self.replaced_by
        if not self.superseded or new is None:
            return False
        return not refines(new.bounds, self.bounds) or (new.root == self.root and rises(new.bounds, self.bounds))

    def joined(self, other: Stand) -> bool:
        """Whether its own origin has given it up for what the other says."""
        last = self
        while last.replaced_by is not None and last.replaced_by.root == self.root:
            last = last.replaced_by
        return last is not self and last.bounds == other.bounds

    def came_before(self, other: Stand) -> bool:
        """Whether the other is a later state of the same count, through whoever told it in between."""
        reached, ahead = [self], [self]
        while ahead:
            new = [stand for stand in ahead.pop().followed if stand not in reached]
            reached += new
            ahead += new
        return other is not self and other in reached

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


@dataclass(frozen=True, eq=False)
class Clash:
    """Figures of one origin in one report that cannot all be right, and why."""

    readings: tuple[Reading, ...]
    reason: str


@dataclass(eq=False)
class Count:
    """Figures on one question, what origins say on it, and what in it does not add up."""

    subject: Subject
    readings: list[Told]
    stands: list[Stand] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)

    @property
    def tells(self) -> bool:
        """Whether it has a number; that nothing was launched or attacked is a statement rather than a count of none."""
        said = {stand.bounds for stand in self.stands} - {OPEN}
        return bool(said) and (said != {(0, 0)} or self.subject.measure in counting().losses)

    @property
    def disputed(self) -> bool:
        """Whether two origins gave figures that exclude each other, neither being a later state of the other."""
        return any(True for _ in self.excluding())

    def excluding(self) -> Iterator[tuple[Stand, Stand]]:
        """Pairs of positions of different origins that cannot both be right."""
        for i, a in enumerate(self.stands):
            for b in self.stands[i + 1 :]:
                if a.root == b.root or not excludes(a.allows, b.allows) or a.came_before(b) or b.came_before(a):
                    continue
                given_up = a.superseded and b.superseded and not (a.overtaken or b.overtaken)
                if not (given_up or a.joined(b) or b.joined(a)):
                    yield a, b

    @property
    def bounds(self) -> Bounds:
        """Bounds of the whole: see docs/standings.md."""
        stated = [s for s in self.stands if not any(_sharper(o, s) for o in self.stands)]
        if self.disputed:
            return outer(s.bounds for s in stated if not s.superseded or s.changed)
        last = [s for s in stated if not s.superseded and s.bounds != OPEN]
        live = [s.bounds for s in last if not any(_wider(o, s) for o in last)]
        if any(excludes(a, b) for a in live for b in live):
            return outer(live)
        return common(live)


def _wider(new: Stand, old: Stand) -> bool:
    """Whether `old` tells only of some of those whom `new` counts."""
    return old.partial and excludes(new.bounds, old.bounds) and not excludes(new.allows, old.allows)


def _sharper(new: Stand, old: Stand) -> bool:
    """Whether the same origin also gives bounds that lie within those of `old`."""
    return new is not old and new.root == old.root and new.bounds != old.bounds and refines(new.bounds, old.bounds)
