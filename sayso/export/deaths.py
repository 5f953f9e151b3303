"""The deaths of an event as conflict datasets count them: by side, civilians, unknown, and all together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.export.coding import coding
from sayso.export.context import Context
from sayso.model import Claim, Event, Reckoning
from sayso.reconcile.cast.kinds import state_of
from sayso.reconcile.cast.sides import stem_of
from sayso.reconcile.counts.kinds import counting
from sayso.reconcile.words import WORD

A, B, CIVILIANS, UNKNOWN = "a", "b", "civilians", "unknown"
ENDS = ("low", "best", "high")


@dataclass(frozen=True, slots=True)
class Count:
    """A claim of deaths with its numbers by the policy, and whose deaths they are."""

    claim: Claim
    numbers: Reckoning
    whose: str


@dataclass(frozen=True, slots=True)
class Deaths:
    """What `counts` make together. Each of low, best and high is null where one of its counts has none."""

    counts: tuple[Count, ...]
    low: int | None
    best: int | None
    high: int | None
    by: dict[str, int | None]


def deaths(event: Event, context: Context, policy: str) -> Deaths:
    """The deaths that claims of the event tell of, each claim reckoned by `policy`.

    Of several claims on the deaths of the same (say, of civilians) the one that most positions are on counts, for
    they may overlap. A count of deaths of nobody in particular is that of all, where it is not less than the others
    together (its remainder is then the unknown); else it is one of others, of unknown status. So `best` is always the
    sum of the four, as the UCDP GED codebook has it.
    """
    sides = event.parties[:2]
    found: dict[str, Count] = {}
    for claim in _told(event, context):
        count = Count(claim, context.reckon(claim, policy), _whose(claim, sides))
        kept = found.get(count.whose)
        if kept is None or len(claim.positions) > len(kept.claim.positions):
            found[count.whose] = count
    counts = tuple(found[whose] for whose in (A, B, CIVILIANS, UNKNOWN) if whose in found)
    whole = _holds_the_others(counts)
    low, best, high = (_together(counts[-1:] if whole else counts, end) for end in ENDS)
    by = {count.whose: count.numbers.best for count in counts}
    if whole and best is not None:
        by[UNKNOWN] = best - sum(number or 0 for whose, number in by.items() if whose != UNKNOWN)
    return Deaths(counts, low, best, high, by)


def _told(event: Event, context: Context) -> Iterable[Claim]:
    return (
        claim
        for claim in context.dossier.claims
        if claim.event == event.id and claim.measure == "killed" and claim.unit in (None, "person")
    )


def _holds_the_others(counts: Sequence[Count]) -> bool:
    """Whether the last is a count of all: of nobody in particular, and not less than the others together."""
    if len(counts) < 2 or counts[-1].whose != UNKNOWN:
        return False
    for end in ("best", "low", "high"):
        *others, last = (_number(count, end) for count in counts)
        known = [number for number in others if number is not None]
        if last is not None and len(known) == len(others):
            return last >= sum(known)
    return False


def _together(counts: Sequence[Count], end: str) -> int | None:
    numbers = [_number(count, end) for count in counts]
    known = [number for number in numbers if number is not None]
    return sum(known) if counts and len(known) == len(numbers) else None


def _number(count: Count, end: str) -> int | None:
    return {"low": count.numbers.low, "best": count.numbers.best, "high": count.numbers.high}[end]


def _whose(claim: Claim, sides: Sequence[str]) -> str:
    words = WORD.findall(claim.of_whom or "")
    if any(word.casefold() in _civilian_words() for word in words):
        return CIVILIANS
    named = [side for side in sides if any(_names(word, side) for word in words)]
    return (A, B)[sides.index(named[0])] if len(named) == 1 else UNKNOWN


def _names(word: str, side: str) -> bool:
    """Whether a word is of the side's name, or of its people: "Spaniards" of Spain, "Ketherian" of Ketheria."""
    return state_of(word) == side or stem_of(word) in {stem_of(part) for part in WORD.findall(side)}


@cache
def _civilian_words() -> frozenset[str]:
    groups = counting().groups
    return frozenset(word.casefold() for group in coding().civilians for word in groups.get(group, ()))
