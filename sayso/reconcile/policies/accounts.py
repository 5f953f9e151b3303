"""The accounts of a count: positions that still stand and say how many, in an order of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.model import Claim, Position, Reckoning
from sayso.reconcile.bounds import worded
from sayso.reconcile.moments import moment

NAMED = 3  # accounts that a reason names


@dataclass(frozen=True, slots=True)
class Account:
    """A position of a claim, with its place among the claim's positions."""

    index: int
    position: Position

    @property
    def number(self) -> int | None:
        """The number that it commits itself to: 30, *at least 30* and *30 to 40* are 30, *up to 30* is none."""
        return self.position.low

    @property
    def estimate(self) -> int | None:
        """The number that it holds most likely, where it says so; else the one that it commits itself to."""
        return self.position.best if self.position.best is not None else self.number

    @property
    def highest(self) -> int:
        """The highest number that it names."""
        return max(n for n in (self.position.low, self.position.high) if n is not None)

    @property
    def single(self) -> int | None:
        """Its number where it names one only: not for *30 to 40*, nor for *up to 30*."""
        low, high = self.position.low, self.position.high
        return low if high in (low, None) else None

    @property
    def root(self) -> str:
        """A key for whose word it is in the end."""
        position = self.position
        return position.root or position.actor or position.origin or f"outlet:{position.outlet}"

    @property
    def when(self) -> datetime:
        """When it was first said; the beginning of time where that is not known."""
        return moment(self.position.said) or datetime.min.replace(tzinfo=UTC)

    @property
    def name(self) -> str:
        """Who gives it."""
        return self.position.origin or self.position.outlet or "the report"

    def __str__(self) -> str:
        low, high = self.position.low, self.position.high
        said = worded((low, high)) if (low, high) != (None, None) else f"“{self.position.qualifier}”"
        return f"{self.name} ({said})"


def accounts(claim: Claim) -> list[Account]:
    """The positions that assert a number and have not been replaced; their order does not depend on the claim's."""
    return [each for each in _standing(claim) if (each.position.low, each.position.high) != (None, None)]


def vague_accounts(claim: Claim) -> list[Account]:
    """The positions that assert a count in a word only (*dozens*) and have not been replaced, in such an order."""
    return [
        each
        for each in _standing(claim)
        if (each.position.low, each.position.high) == (None, None) and each.position.qualifier
    ]


def _standing(claim: Claim) -> list[Account]:
    asserted = [
        Account(index, position)
        for index, position in enumerate(claim.positions)
        if position.polarity in ("asserts", "partly") and not position.superseded
    ]
    return sorted(asserted, key=_order)


def _order(account: Account) -> tuple[object, ...]:
    position = account.position
    low = -1 if position.low is None else position.low
    high = float("inf") if position.high is None else position.high
    where = [(each.report, each.start, each.end) for each in position.evidence]
    return low, high, account.name, position.said or "", position.qualifier or "", where


def listed(several: Iterable[Account]) -> str:
    """The accounts for people, each once: "the ministry (30), a nurse (28) and 2 more"."""
    once = {(each.root, each.position.low, each.position.high): str(each) for each in several}
    names = list(dict.fromkeys(once.values()))
    shown, more = names[:NAMED], len(names) - NAMED
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def reckoning(
    policy: str,
    low: int | None,
    best: int | None,
    high: int | None,
    reasons: Sequence[str],
    rests_on: Iterable[Account],
) -> Reckoning:
    """The result, with the sentences of its reason and the positions that its numbers rest on."""
    found = sorted({each.index for each in rests_on})
    return Reckoning(policy=policy, low=low, best=best, high=high, reason=" ".join(reasons), positions=tuple(found))
