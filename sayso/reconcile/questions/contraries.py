"""Pairs of concepts of which one denies the other, from propositions.yaml."""

from __future__ import annotations

from functools import cache

from sayso.knowledge import load
from sayso.reconcile.questions.knowledge import Reference
from sayso.reconcile.words import concept


def _concept(word: str) -> str:
    found = concept(word)
    return found if found and found.startswith("=") else concept(word) or word


@cache
def contraries() -> tuple[tuple[str, str], ...]:
    """The pairs, as concepts."""
    return tuple((_concept(one), _concept(other)) for one, other in load("propositions", Reference).contraries)


def opposed(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one has a concept whose contrary stands in the other, and neither has both."""
    for pair in contraries():
        mine, theirs = a & set(pair), b & set(pair)
        if len(mine) == 1 and len(theirs) == 1 and mine != theirs:
            return True
    return False
