"""Bounds of what is counted: pairs (low, high), either end null where the words leave it open."""

from __future__ import annotations

from collections.abc import Iterable

Bounds = tuple[int | None, int | None]
OPEN: Bounds = (None, None)


def excludes(a: Bounds, b: Bounds) -> bool:
    """Whether no number lies within both."""
    return (a[0] is not None and b[1] is not None and a[0] > b[1]) or (
        b[0] is not None and a[1] is not None and b[0] > a[1]
    )


def refines(new: Bounds, old: Bounds) -> bool:
    """Whether `new` only makes `old` more precise: every number within `new` lies within `old`."""
    low = old[0] is None or (new[0] is not None and new[0] >= old[0])
    high = old[1] is None or (new[1] is not None and new[1] <= old[1])
    return low and high


def rises(new: Bounds, old: Bounds) -> bool:
    """Whether a number that was left open above is now told higher: "at least 24" that becomes 31, not 24."""
    return old[0] is not None and old[1] is None and new[0] is not None and new[0] > old[0]


def rounds(short: Bounds, full: Bounds) -> bool:
    """Whether a headline may give `full` as `short`: as a bare number for a bound, or as a rounder bound."""
    number = short[0] if short[0] == short[1] else None
    if number is not None:
        return number in full
    near = short[0] is not None and full[0] is not None and full[0] <= short[0] * NEAR
    return near and refines(full, short)


NEAR = 1.25  # times a round number, up to which it may stand for another


def common(several: Iterable[Bounds]) -> Bounds:
    """What all of them allow together; meaningless where two exclude each other."""
    lows, highs = _ends(several)
    return max(lows, default=None), min(highs, default=None)


def outer(several: Iterable[Bounds]) -> Bounds:
    """From the lowest to the highest that any allows; an end is null where a position is open there.

    Positions open on both ends ("several") say nothing and are left out.
    """
    said = [bounds for bounds in several if bounds != OPEN]
    lows, highs = _ends(said)
    low = min(lows) if said and len(lows) == len(said) else None
    return low, max(highs) if said and len(highs) == len(said) else None


def _ends(several: Iterable[Bounds]) -> tuple[list[int], list[int]]:
    listed = list(several)
    return [low for low, _ in listed if low is not None], [high for _, high in listed if high is not None]


def worded(bounds: Bounds) -> str:
    """The bounds for people: `30`, `20 to 25`, `30 or more`, `up to 12`, `an open number`."""
    low, high = bounds
    if low is None and high is None:
        return "an open number"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
