"""What changes where sources are taken away: the claims that fall, those that change, those that stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import Field

from sayso.model import Claim, Reckoning, Record
from sayso.model.dossier import Tag
from sayso.reconcile.policies import reckon
from sayso.reconcile.without.removal import Left, Why

Effect = Literal["falls", "changes", "weaker", "stands"]


class Lost(Record):
    """Somebody whose position falls, wholly or in part (`partly`): it is a taken source's own word (`origin`), that of
    one who speaks for it (`voice`) or is of its side (`side`), came through it (`relay`), stands in its pages
    (`outlet`), or was copied from these (`copy`).
    """

    who: str
    said: str
    why: tuple[Why, ...]
    partly: bool = False


class Outcome(Record):
    """How a claim stands: tags, bounds, the number by the dossier's policy, and the reports that carry it."""

    standing: tuple[Tag, ...]
    low: int | None = None
    high: int | None = None
    reckoning: Reckoning | None = None
    coverage: tuple[str, ...]


class Effected(Record):
    """What becomes of one claim. `weaker`: it stands as before, with fewer behind it. `gone` are the standings that it
    has no longer, with the reasons that they had, `new` those that it has now.
    """

    claim: str
    question: str
    effect: Effect
    before: Outcome
    after: Outcome | None = None
    lost: tuple[Lost, ...] = ()
    gone: dict[Tag, str] = Field(default_factory=dict)
    new: dict[Tag, str] = Field(default_factory=dict)


class Source(Record):
    """A source that was taken away: as it was asked for, and whom that means in the dossier."""

    asked: str
    means: str


class Account(Record):
    """What falls and what stands without some sources.

    `no_longer` and `now` count the claims that lose and gain a standing, those left aside that fall.
    """

    without: tuple[Source, ...]
    relayed: bool
    policy: str
    reports: tuple[str, ...]
    claims: int
    falls: int
    changes: int
    stands: int
    weaker: int
    no_longer: dict[Tag, int]
    now: dict[Tag, int]
    effects: tuple[Effected, ...]


def effect(
    before: Claim, after: Claim | None, left: Sequence[Left], policy: str, called: Mapping[str, str] | None = None
) -> Effected:
    """What becomes of one claim; `called` are the names of actors by their ids."""
    lost = tuple(
        dict.fromkeys(
            Lost(
                who=(called or {}).get(position.actor or "") or position.origin or position.outlet or "the report",
                said=position.text,
                why=each.why,
                partly=each.position is not None,
            )
            for position, each in zip(before.positions, left, strict=True)
            if each.why
        )
    )
    was, is_now = outcome(before, policy), outcome(after, policy) if after else None
    if after is None or is_now is None:
        kind: Effect = "falls"
    elif _told(was) != _told(is_now):
        kind = "changes"
    else:
        kind = "weaker" if lost else "stands"
    reasons = {r.tag: r.reason for r in before.reasons}
    new = {r.tag: r.reason for r in after.reasons} if after else {}
    return Effected(
        claim=before.id,
        question=before.question,
        effect=kind,
        before=was,
        after=is_now,
        lost=lost,
        gone={tag: why for tag, why in reasons.items() if after and tag not in new},
        new={tag: why for tag, why in new.items() if tag not in reasons},
    )


def outcome(claim: Claim, policy: str) -> Outcome:
    """How a claim stands."""
    return Outcome(
        standing=claim.standing,
        low=claim.low,
        high=claim.high,
        reckoning=reckon(claim, policy) if claim.measure else None,
        coverage=claim.coverage,
    )


def _told(found: Outcome) -> tuple[object, ...]:
    numbers = found.reckoning and (found.reckoning.low, found.reckoning.best, found.reckoning.high)
    return set(found.standing), found.low, found.high, numbers


def account(
    effects: Sequence[Effected], *, without: Sequence[Source], relayed: bool, policy: str, reports: Sequence[str]
) -> Account:
    """The whole of it."""
    kinds = Counter(each.effect for each in effects)
    gone: Mapping[Tag, int] = Counter(tag for each in effects for tag in each.gone)
    new: Mapping[Tag, int] = Counter(tag for each in effects for tag in each.new)
    return Account(
        without=tuple(without),
        relayed=relayed,
        policy=policy,
        reports=tuple(reports),
        claims=len(effects),
        falls=kinds["falls"],
        changes=kinds["changes"],
        stands=kinds["stands"] + kinds["weaker"],
        weaker=kinds["weaker"],
        no_longer=dict(sorted(gone.items())),
        now=dict(sorted(new.items())),
        effects=tuple(effects),
    )
