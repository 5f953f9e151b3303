"""Concepts of which one denies the other, and concepts near enough in meaning to be on one question."""

from __future__ import annotations

from functools import cache

from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.words import arms, concept_named, strikes


@cache
def contraries() -> tuple[frozenset[str], ...]:
    """Pairs of concepts of which one denies the other."""
    return tuple(frozenset(map(concept_named, pair)) for pair in reference().contraries)


def opposed(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one has a concept whose contrary stands in the other, and neither has both."""
    for pair in contraries():
        mine, theirs = a & pair, b & pair
        if len(mine) == 1 and len(theirs) == 1 and mine != theirs:
            return True
    return False


@cache
def _firsts() -> dict[str, str]:
    """The concept that stands for each one that has kin or a contrary."""
    found: dict[str, str] = {}

    def first(each: str) -> str:
        while each in found:
            each = found[each]
        return each

    for group in (*reference().kin, *reference().contraries):
        one, *rest = map(concept_named, group)
        for other in rest:
            if first(other) != first(one):
                found[first(other)] = first(one)
    return {each: first(each) for each in found}


@cache
def matched(several: frozenset[str]) -> frozenset[str]:
    """Concepts, each of those that are on one question as the first of them: open and locked, shots and fire."""
    return frozenset(_firsts().get(each, each) for each in several)


@cache
def broad() -> frozenset[str]:
    """Deeds of which one story tells several, as they are matched: that two speak of one says little."""
    return matched(frozenset(map(concept_named, reference().broad)))


@cache
def causing() -> frozenset[str]:
    """Deeds by which something comes about, as they are matched."""
    return matched(frozenset(map(concept_named, reference().causing)))


@cache
def minding() -> frozenset[str]:
    """What is done about a deed and is not the deed, as it is matched."""
    return matched(frozenset(map(concept_named, reference().minding)))


@cache
def perceiving() -> frozenset[str]:
    """The concepts of seeing and hearing: who heard shots tells of them."""
    return frozenset(map(concept_named, reference().perceiving))


@cache
def by_arms() -> frozenset[str]:
    """An attack and what somebody attacks with, as they are matched: together one deed."""
    return matched(strikes() | arms())
