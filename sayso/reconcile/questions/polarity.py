"""Which side a statement takes on a question: by its stance, its negations and contrary words, aligned with the proposition."""

from __future__ import annotations

from functools import cache

from sayso.model.dossier import Polarity
from sayso.reconcile.questions.reference import reference
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import concept, concepts, negated


@cache
def _contraries() -> tuple[frozenset[str], ...]:
    pairs = reference().contraries
    return tuple(frozenset(f"={w}" if f"={w}" == concept(w) else (concept(w) or w) for w in pair) for pair in pairs)


def opposed(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one has a concept whose contrary stands in the other, and neither has both."""
    for pair in _contraries():
        mine, theirs = a & pair, b & pair
        if len(mine) == 1 and len(theirs) == 1 and mine != theirs:
            return True
    return False


def turned(statement: Statement) -> bool:
    """Whether the words of a statement turn it round ("had not been fired")."""
    return negated(statement.attribution.content[0].quote)


def polarity(statement: Statement, proposition: Statement, aligned: bool) -> Polarity:
    """The side that `statement` takes on the question that `proposition` raises.

    `aligned` tells that the two share enough words for their negations to be compared.
    """
    stance = statement.attribution.stance
    if stance in ("no-comment", "could-not-verify"):
        return "no-comment" if stance == "no-comment" else "could-not-verify"
    if statement is proposition:
        return "asserts"
    denies = stance == "denies"
    against = proposition.attribution.stance == "denies"
    if denies or against:
        # "Denied that it was locked" and "was not locked" both stand against the proposition.
        return "denies" if denies and not against else "asserts"
    if aligned and (
        opposed(concepts(statement.text), concepts(proposition.text)) != (turned(statement) != turned(proposition))
    ):
        return "denies"
    return "asserts"
