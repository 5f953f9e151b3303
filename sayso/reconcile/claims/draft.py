"""A claim in the making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Claim

LONGEST = 300  # characters of a proposition or a position's text


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it has an id, with how much it is at issue."""

    claim: Claim
    weight: float
    readings: tuple[str, ...]


def shorten(text: str) -> str:
    """`text` on one line, cut at a word where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: flat.rfind(" ", 0, LONGEST)] + " …"


def in_words_of(who: str, text: str) -> str:
    """The question of what somebody says, where his words cannot be turned into one."""
    quoted = text.strip().strip('“”"').translate(str.maketrans("“”", "‘’"))
    return f"Is it so, in the words of {who}: “{quoted}”?"


def in_order(chosen: set[str], reports: Sequence[str]) -> tuple[str, ...]:
    return tuple(report for report in reports if report in chosen)
