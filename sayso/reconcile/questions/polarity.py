"""Which side a statement takes on a question: by stance, negations and contrary words, held against the proposition."""

from __future__ import annotations

from sayso.model.dossier import Polarity
from sayso.reconcile.questions.contraries import opposed
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import negated


def turned(statement: Statement) -> bool:
    """Whether the words of a statement turn it round ("had not been fired")."""
    return negated(" ".join(statement.text.split()[:OPENING]))


OPENING = 10  # words in which a negation turns the whole statement; a later one turns only a part of it


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
    if aligned and (opposed(statement.spoken, proposition.spoken) != (turned(statement) != turned(proposition))):
        return "denies"
    return "asserts"
