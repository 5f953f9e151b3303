"""A question on which statements take sides."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model.dossier import Polarity
from sayso.reconcile.statements import UNNAMED, Statement

SILENT = ("no-comment", "could-not-verify")


@dataclass(eq=False)
class Question:
    """Statements on one question. `proposition` is the one that puts it; `sides` what each says to it;
    `agreeing` are pairs of statements of different origins that say the same; `rejecting` the keys of those whose own
    words reject what somebody said; `asked` is the question as a reader would put it, "" where it cannot be made.
    """

    proposition: Statement
    members: list[Statement]
    sides: dict[str, Polarity] = field(default_factory=dict)
    agreeing: list[tuple[Statement, Statement]] = field(default_factory=list)
    rejecting: frozenset[str] = frozenset()
    asked: str = ""

    def by(self, *polarities: Polarity) -> list[Statement]:
        """The members that take one of these sides."""
        return [m for m in self.members if self.sides[m.key] in polarities]

    @property
    def roots(self) -> set[str]:
        """Origins that take a side."""
        return {m.root for m in self.members if self.sides[m.key] not in (*SILENT, "doubts")}

    @property
    def disputed(self) -> bool:
        """Whether one origin asserts what another denies."""
        said = {m.root for m in self.by("asserts", "partly")}
        return any(said - {m.root} for m in self.by("denies"))

    @property
    def at_issue(self) -> bool:
        """Whether a reader would ask: somebody denies, admits or claims it, two say it, or one could not verify it."""
        stances = {m.stance for m in self.members}
        if stances & {"admits", "claims-responsibility"} or self.by("denies") or self.agreeing:
            return True
        if self.by("could-not-verify", "doubts"):
            return bool(self.roots)
        named = any(m.origin not in (None, UNNAMED) for m in self.by("asserts", "partly"))
        reserved = any(m.distanced or m.stance == "blames" for m in self.members)
        own = any(m.own_voice for m in self.members)
        return reserved and (own or (named and bool(self.by("no-comment"))))

    @property
    def weight(self) -> float:
        """How much at issue it is: disputes first, then admissions, then what several say."""
        stances = {m.stance for m in self.members}
        return (
            8.0 * self.disputed
            + 3.0 * bool(self.by("denies"))
            + 3.0 * ("admits" in stances)
            + 3.0 * ("claims-responsibility" in stances)
            + 2.0 * bool(self.by("could-not-verify", "doubts"))
            + 1.0 * ("blames" in stances)
            + 1.0 * any(m.distanced for m in self.members)
            + 1.0 * min(len(self.roots), 4)
            + 0.5 * len({m.report.id for m in self.members})
        )
