"""Whose losses a figure tells, by the clause that it stands in: who does it to whom, who loses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.model import Clause
from sayso.reconcile.counts.kinds import any_of, counting, found
from sayso.reconcile.statements import Reading

if TYPE_CHECKING:
    from sayso.reconcile.counts.whose import Parties

PRONOUN = re.compile(r"(?:it|they|we|he|she|i|who|which|that)", re.IGNORECASE)


def by_clause(reading: Reading, known: Parties, clauses: Sequence[Clause]) -> str | None:
    """The side of those who were lost, from the verb that tells it; None where the clause does not tell.

    "Its forces killed 60": the victims are of the other side. "It lost three men": they are of the subject's own.
    """
    figure = reading.figure
    holding = [c for c in clauses if c.start <= figure.start < c.end and (c.at < figure.end or c.relation == "advcl")]
    for clause in sorted(holding, key=lambda c: c.end - c.start):
        losing = any_of(counting().losing).fullmatch(clause.verb) is not None
        doing = any_of(counting().doing).fullmatch(clause.verb) is not None
        if not (losing or doing) or not clause.subject:
            continue
        subject = _side(clause, reading, known, clauses)
        if losing:
            return subject
        return known.named_in(_object(clause, reading)) or known.opposite(subject)
    return None


def shooter(reading: Reading, known: Parties, clauses: Sequence[Clause]) -> str | None:
    """The side that launched or shot down what is counted: the subject of its verb, else the one who tells it."""
    figure = reading.figure
    holding = [c for c in clauses if c.start <= figure.start < c.end and c.at < figure.end and c.subject]
    told = [side for c in sorted(holding, key=lambda c: c.end - c.start) if (side := _side(c, reading, known, clauses))]
    return told[0] if told else reading.side


def _object(clause: Clause, reading: Reading) -> str:
    """The words of those whom the figure counts: of "47 soldiers and four mercenaries" the soldiers."""
    whom = reading.figure.of_whom or ""
    at = clause.object.find(whom)
    return clause.object[: at + len(whom)] if whom and at >= 0 else clause.object


def _side(clause: Clause, reading: Reading, known: Parties, clauses: Sequence[Clause]) -> str | None:
    """The side of a clause's subject: by name, as the speaker's own or his enemy, or whom a pronoun stands for."""
    subject = clause.subject
    if reading.side and found(counting().enemy_words, subject):
        return known.opposite(reading.side)
    named = known.named_in(subject)
    if named:
        return named
    own = re.match(r"(?:its|our|their|his|my)\b", subject, re.IGNORECASE) is not None
    if reading.side and (own or PRONOUN.fullmatch(subject)):
        return reading.side
    above = clauses[clause.under] if clause.under is not None else None
    if above is not None and (own or PRONOUN.fullmatch(subject)):
        return known.named_in(above.subject)
    return None
