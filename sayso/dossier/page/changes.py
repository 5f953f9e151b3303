"""How a revised figure changed: what was said of it, in the order in which it was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.dossier.ledger import Ledger
from sayso.dossier.page.claims import Claims, ClaimView, Stand


@dataclass(frozen=True, slots=True)
class Step:
    """What was said at a time: an ISO 8601 date or date-time, empty where it is not known."""

    when: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A revised claim and its steps, the earliest first, those of unknown time last."""

    view: ClaimView
    steps: tuple[Step, ...]


def changes(ledger: Ledger, claims: Claims) -> tuple[Change, ...]:
    """The revised claims of a story."""
    return tuple(Change(view, tuple(_steps(ledger, view))) for view in claims.all if "revised" in view.claim.standing)


def _steps(ledger: Ledger, view: ClaimView) -> Iterator[Step]:
    times: dict[str, list[Stand]] = {}
    for stand in view.stands:
        if stand.value:
            times.setdefault(_when(ledger, stand), []).append(stand)
    for when in sorted(times, key=lambda when: (not when, when)):
        yield Step(when, tuple(times[when]))


def _when(ledger: Ledger, stand: Stand) -> str:
    """When it was said, as far as is known; else when the first report that carries it was published."""
    published = [ledger.reports[r].published or "" for r in stand.position.carried_by if r in ledger.reports]
    return stand.position.said or min(filter(None, published), default="")
