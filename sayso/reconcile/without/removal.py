"""What rests on a source: positions, reports and findings that fall with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.model import Attribution, Dossier, Evidence, Position, ReportEntry
from sayso.reconcile.takes import OUTLET
from sayso.reconcile.without.naming import Taken, folded

Why = Literal["origin", "voice", "side", "relay", "outlet", "copy"]


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a position (None: it falls), and why some or all of it falls (empty: none does)."""

    position: Position | None
    why: tuple[Why, ...] = ()


HELD = 0.5  # share of some words that must stand in a passage


def held(words: Evidence, passage: Evidence) -> bool:
    """Whether words stand in a passage of the same report."""
    common = min(words.end, passage.end) - max(words.start, passage.start)
    return words.report == passage.report and common >= HELD * (words.end - words.start)


class Removal:
    """Answers for one dossier what falls with the sources that are taken away.

    `relayed` tells whether what others say through a source falls too. Where it does, the reports of an outlet fall
    as a whole; else only what it says in its own voice.
    """

    def __init__(self, dossier: Dossier, taken: Sequence[Taken], *, relayed: bool = True) -> None:
        self.actors = frozenset(each for one in taken for each in one.actors)
        self.names = frozenset(each for one in taken for each in one.names)
        self.outlets = frozenset(each for one in taken for each in one.outlets)
        self.sides = frozenset(each for one in taken for each in one.sides)
        self.relayed = relayed
        published = {report.id for report in dossier.reports if self._publishes(report)}
        self.reports = frozenset(each for one in taken for each in one.reports) | (published if relayed else set())
        self.muted = frozenset(published)
        # Words that were taken over from a report that falls; which of two reports has them first must be known.
        self._copied = [
            passage.here
            for copy in dossier.copies
            if copy.of in self.reports and copy.told_by is not None and copy.kind != "quotes"
            for passage in copy.passages
        ]
        speaking = {p.actor for claim in dossier.claims for p in claim.positions if p.root in self.actors}
        self._said_by = self.names | {
            folded(form) for actor in dossier.actors if actor.id in speaking for form in (actor.name, *actor.names)
        }
        self._attributions = {each.id: each for each in dossier.attributions}
        self._published = {report.id: report.published for report in dossier.reports}

    def _publishes(self, report: ReportEntry) -> bool:
        """Whether a report's own sentences are a taken outlet's: it published them, or it alone supplied them."""
        credited = {folded(agency) for agency in report.agencies}
        names = {folded(name) for name in (report.outlet, report.republished_from) if name}
        return bool(names & self.outlets) or (bool(credited) and credited <= self.outlets)

    def of(self, position: Position) -> Left:
        """What is left of a position."""
        own = self._says(position)
        if own is not None:
            return Left(None, (own,))
        reasons = {each: self._falls(each, position) for each in position.evidence}
        evidence = tuple(each for each, reason in reasons.items() if reason is None)
        why: tuple[Why, ...] = tuple(sorted({reason for reason in reasons.values() if reason is not None}))
        if not evidence:
            return Left(None, why)
        with_words = {each.report for each in position.evidence}
        still = {each.report for each in evidence}
        carried = tuple(r for r in position.carried_by if r not in self.reports and (r in still or r not in with_words))
        if not why and carried == position.carried_by:
            return Left(position)
        dates = sorted(day for report in still if (day := self._published.get(report)))
        changed = position.model_copy(
            update={
                "evidence": evidence,
                "carried_by": carried,
                "relays": tuple(relay for relay in position.relays if not self._relays(relay)),
                "said": position.said if position.evidence[0].report in still else next(iter(dates), None),
            }
        )
        return Left(changed, why or ("outlet",))

    def _says(self, position: Position) -> Why | None:
        """How it is the word of a taken source: its own, its spokesman's, its side's, an outlet's own, or one that was
        taken over without naming it.
        """
        root = position.root or ""
        if root.startswith(OUTLET) and folded(root.removeprefix(OUTLET)) in self.outlets:
            return "outlet"
        if position.origin is None:
            if folded(position.outlet or "") in self.outlets:
                return "outlet"
            return "copy" if root in self.actors else None
        if position.side is not None and position.side in self.sides:
            return "side"
        unresolved = position.actor is None and folded(position.origin) in self.names
        if position.actor in self.actors or unresolved:
            return "origin"
        return "voice" if position.root in self.actors else None

    def _falls(self, evidence: Evidence, position: Position) -> Why | None:
        if evidence.report in self.reports:
            return "outlet"
        if any(held(evidence, passage) for passage in self._copied):
            return "copy"
        if position.origin is None:
            return "outlet" if evidence.report in self.muted else None
        said = self._attributions.get(evidence.attribution or "")
        relays = [link.name for link in said.chain if link.role == "relay"] if said else position.relays
        return "relay" if any(self._relays(name) for name in relays) else None

    def _relays(self, name: str) -> bool:
        return self.relayed and folded(name) in self.names | self.outlets

    def attribution(self, said: Attribution) -> bool:
        """Whether an attribution falls."""
        if said.report in self.reports:
            return True
        origin = folded(said.origin or "")
        relays = (link.name for link in said.chain if link.role == "relay")
        return origin in self._said_by or any(self._relays(name) for name in relays)

    def figure(self, report: str, said_by: str | None, attribution: str | None, gone: frozenset[str]) -> bool:
        """Whether a figure falls; `gone` are the attributions that do."""
        return report in self.reports or attribution in gone or folded(said_by or "") in self._said_by
