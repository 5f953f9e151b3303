"""What a statement says the contrary of: a denial that it goes on with, or what it is set against by its words."""

from __future__ import annotations

from sayso.reconcile.counts.kinds import any_of
from sayso.reconcile.questions.alignment import negative
from sayso.reconcile.questions.answer import own_concepts
from sayso.reconcile.questions.heard import REACH, Heard, gap
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.statements import Statement


def countered(statement: Statement, heard: Heard) -> list[Statement]:
    """What the last speaker of a sentence answers that opens with "Countering claims by …"."""
    text = statement.report.text
    lo = statement.sentence[0]
    if not any_of(reference().countering).match(text[lo : statement.start].lstrip('“"')):
        return []
    beside = [s for s in heard.here if s.sentence[0] == lo]
    if statement is not max(beside, key=lambda s: s.start):
        return []
    return [s for s in heard.before if s in beside and s.root != statement.root and own_concepts(s)][-1:]


def upheld(statement: Statement, heard: Heard) -> list[Statement]:
    """What somebody goes on to deny: after "rejected the claim", his camp's "there was no missile" is on that claim."""
    if not negative(statement):
        return []
    own = own_concepts(statement)
    return [
        answer.to
        for answer in heard.made
        if answer.by in heard.before
        and answer.relation == "denies"
        and not answer.figures
        and (answer.by.root == statement.root or (statement.side is not None and answer.by.side == statement.side))
        and gap(answer.by, statement) <= REACH
        and own & answer.to.spoken
    ][-1:]


def set_against(statement: Statement) -> bool:
    """Whether the words before the content set it against what was said before."""
    text = statement.report.text
    lo = max(statement.sentence[0], statement.start - 90)
    # "Two traders disagreed: the gate, they said, had been open": the words may be taken for the first of what they say.
    return any_of(reference().contrary_cues).search(text[lo : statement.spans[-1][0]]) is not None
