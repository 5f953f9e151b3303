"""Those among the gathered who say nothing of what is asked: they tell that it happened, and not whose or with what."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reconcile.questions.accusing import names, same_camp
from sayso.reconcile.questions.alignment import negative
from sayso.reconcile.questions.answer import Answer
from sayso.reconcile.questions.question import SILENT, Question
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import arms, concepts


def without_each(members: Sequence[Statement], answered: Sequence[Answer]) -> list[Statement]:
    """The members without a failure to verify "either side's account" where only one has an account of this."""
    told = [m for m in members if m.stance not in SILENT and m.origin is not None]
    at_issue = any(m.stance in ("denies", "blames") for m in told)
    if at_issue or any(a.root != b.root and not (a.side and a.side == b.side) for a in told for b in told):
        return list(members)
    every = {a.by.key for a in answered if a.each}
    return [m for m in members if m.key not in every]


def without_bystanders(members: Sequence[Statement], answered: Sequence[Answer]) -> list[Statement]:
    """The members, where each of two sides says that the other did it, without those of neither that name neither: that
    shells struck the plant does not say whose they were.
    """
    keys = {m.key for m in members}
    sides = [each for a in answered if a.rival and {a.by.key, a.to.key} <= keys for each in (a.by, a.to)]
    tied = _tied(members, answered)
    return [
        m
        for m in members
        if not sides
        or m.key in tied
        or m.stance in (*SILENT, "denies", "admits", "claims-responsibility")
        or negative(m)
        or any(names(m, each.actor) or same_camp(m, each) for each in sides)
    ]


def armed(question: Question, words: str, answered: Sequence[Answer]) -> list[Statement]:
    """The members of a question that asks of a weapon, without those that say nothing of any: that a town was attacked
    tells nothing of what it was attacked with. Who denies or answers may keep silent of it.
    """
    tied = _tied(question.members, answered)
    speaking = [m for m in question.members if m.spoken & arms()]
    if not concepts(words) & arms() or len({m.root for m in speaking}) < 2:
        return question.members
    return [
        m
        for m in question.members
        if m in speaking or m.key in tied or question.sides[m.key] != "asserts" or m is question.proposition
    ]


def _tied(members: Sequence[Statement], answered: Sequence[Answer]) -> set[str]:
    """The keys of those that answer, or are answered by, another by more than silence."""
    keys = {m.key for m in members}
    told = [a for a in answered if a.relation not in SILENT and {a.by.key, a.to.key} <= keys]
    return {key for a in told for key in (a.by.key, a.to.key)}
