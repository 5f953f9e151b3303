"""What a statement may answer: what stands before it in its report, and what the story tells elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.reconcile.questions.accusing import names, same_camp
from sayso.reconcile.questions.answer import Answer, own_concepts
from sayso.reconcile.questions.likeness import Likeness
from sayso.reconcile.statements import Statement

REACH = 420  # characters back within which a statement without words of its own finds what it answers


@dataclass(frozen=True, eq=False)
class Heard:
    """What has been said where a statement stands: `everyone` is all that the story tells, in order, `here` what its
    report does; `before` is what stands there before the statement, `near` what others say close before it, the first
    to be answered first; `made` are the answers of the statements before it.
    """

    everyone: Sequence[Statement]
    by_report: Mapping[str, Sequence[Statement]]
    here: Sequence[Statement]
    before: Sequence[Statement]
    near: Sequence[Statement]
    made: Sequence[Answer]
    likeness: Likeness


def heard(
    statement: Statement,
    everyone: Sequence[Statement],
    by_report: Mapping[str, Sequence[Statement]],
    made: Sequence[Answer],
    likeness: Likeness,
) -> Heard:
    """What has been said where `statement` stands; `by_report` is everyone's by the report's id."""
    here = by_report[statement.report.id]
    before = [s for s in here if s is not statement and s.start < at(statement)]
    return Heard(everyone, by_report, here, before, _nearest(statement, before), made, likeness)


def gap(before: Statement, statement: Statement) -> int:
    """Characters between the end of one statement and the beginning of a later one."""
    return at(statement) - before.end


def at(statement: Statement) -> int:
    """Where the statement begins; where it has no words of its own, where its source or cue ends up standing."""
    if len(own_concepts(statement)) >= 2:
        return statement.start
    said = statement.attribution
    starts = [statement.start, *(part.start for part in said.cue)] if said else [statement.start]
    if said and said.source and said.source.start is not None:
        starts.append(said.source.start)
    return max(starts)


def _nearest(statement: Statement, before: Sequence[Statement]) -> list[Statement]:
    """Statements of others before this one: those that speak of its actor first, then the nearest."""
    close = [
        s
        for s in before
        if s.root != statement.root
        and gap(s, statement) <= REACH
        and s.stance not in ("no-comment", "could-not-verify")
    ]
    # Bodies of one state answer one another only where nobody else has spoken.
    close = [s for s in close if not same_camp(s, statement)] or close
    accuses = {s.key for s in close if names(s, statement.actor)}
    return sorted(close, key=lambda s: (s.key not in accuses, -s.start))
