"""The deaths of an event as conflict datasets count them: by side, civilians, unknown, and all together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.export.coding import coding
from sayso.export.context import Context
from sayso.model import Claim, Event, Reckoning
from sayso.reconcile.cast.camps import stem_of
from sayso.reconcile.cast.kinds import state_of
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

    Claims on the deaths of the same (say, of civilians) may overlap, so one of them counts: one of all of them before
    one of a part (children, women), then the one that most positions are on, then the highest. A count of deaths of
    nobody in particular is that of all where it is not less than the others together (its remainder is then the
    unknown); else those may be among the others, and it does not count. So `best` is always the sum of the four, as
    the UCDP GED codebook has it, and never counts anybody twice.
    """
    sides = event.parties[:2]
    found: dict[str, Count] = {}
    for claim in _told(event, context):
        count = Count(claim, context.reckon(claim, policy), _whose(claim, sides))
        found[count.whose] = max(found.get(count.whose, count), count, key=_weight)
    known = tuple(found[whose] for whose in (A, B, CIVILIANS) if whose in found)
    others = found.get(UNKNOWN)
    by = {count.whose: count.numbers.best for count in known}
    if others is None or (known and not _holds(others, known)):
        low, best, high = (_together(known, end) for end in ENDS)
        return Deaths(known, low, best, high, by)
    best = _number(others, "best")
    low, high = (_most(_number(others, end), _together(known, end)) for end in ("low", "high"))
    by[UNKNOWN] = None if best is None else best - sum(number or 0 for number in by.values())
    return Deaths((*known, others), low, best, high, by)


def _weight(count: Count) -> tuple[bool, int, int]:
    words = {word.casefold() for word in WORD.findall(count.claim.of_whom or "")}
    highest = max((number for end in ENDS if (number := _number(count, end)) is not None), default=-1)
    return not words & _part_words(), len(count.claim.positions), highest


def _told(event: Event, context: Context) -> Iterable[Claim]:
    return (
        claim
        for claim in context.dossier.claims
        if claim.event == event.id and claim.measure == "killed" and claim.unit in (None, "person")
    )


def _holds(whole: Count, parts: Sequence[Count]) -> bool:
    """Whether a count is not less than the others together, by the first end of which all have a number."""
    for end in ("best", "low", "high"):
        number, together = _number(whole, end), _together(parts, end)
        if number is not None and together is not None:
            return number >= together
    return False


def _together(counts: Sequence[Count], end: str) -> int | None:
    numbers = [_number(count, end) for count in counts]
    known = [number for number in numbers if number is not None]
    return sum(known) if counts and len(known) == len(numbers) else None


def _most(whole: int | None, parts: int | None) -> int | None:
    """All are not fewer than the others together."""
    return whole if whole is None or parts is None else max(whole, parts)


def _number(count: Count, end: str) -> int | None:
    return {"low": count.numbers.low, "best": count.numbers.best, "high": count.numbers.high}[end]


def _whose(claim: Claim, sides: Sequence[str]) -> str:
    words = WORD.findall(claim.of_whom or "")
    if any(word.casefold() in _civilian_words() for word in words):
        return CIVILIANS
    # Of people in general the side does not tell whether they fought.
    plain = claim.of_whom is not None and claim.of_whom == counting().plurals.get(claim.unit or "person")
    if claim.whose in sides and not plain:
        return (A, B)[sides.index(claim.whose)]
    named = [side for side in sides if any(_names(word, side) for word in words)]
    return (A, B)[sides.index(named[0])] if len(named) == 1 else UNKNOWN


def _names(word: str, side: str) -> bool:
    """Whether a word is of the side's name, or of its people: "Spaniards" of Spain, "Ketherian" of Ketheria."""
    return state_of(word) == side or stem_of(word) in {stem_of(part) for part in WORD.findall(side)}


@cache
def _civilian_words() -> frozenset[str]:
    return _words(coding().civilians)


@cache
def _part_words() -> frozenset[str]:
    return _words(counting().parts)


def _words(groups: Sequence[str]) -> frozenset[str]:
    return frozenset(word.casefold() for group in groups for word in counting().groups.get(group, ()))
