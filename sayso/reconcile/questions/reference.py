"""Which statement answers which: denials, confirmations and failures to verify that point back to others."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reconcile.counts.kinds import any_of, found
from sayso.reconcile.questions.admitting import admitted, corrected, owned
from sayso.reconcile.questions.alignment import negative
from sayso.reconcile.questions.answer import Answer, own_concepts
from sayso.reconcile.questions.claiming import accusers, owned_up, taken_back
from sayso.reconcile.questions.contradicting import beside, but, countered, rebutted, set_against, turned_back, upheld
from sayso.reconcile.questions.contraries import perceiving
from sayso.reconcile.questions.denials import denied
from sayso.reconcile.questions.heard import Heard, heard
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.questions.likeness import Likeness
from sayso.reconcile.questions.verifying import unverified
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import concepts


def answers(statements: Sequence[Statement], likeness: Likeness) -> list[Answer]:
    """All answers of one story, in order of the answering statement. Of an outlet's own sentences only those answer
    that say that somebody's words are borne out.
    """
    own = [s for s in statements if s.own_voice and _agrees(s)]
    statements = [*(s for s in statements if not s.own_voice), *own]
    ordered = sorted(statements, key=lambda s: s.order)
    by_report: dict[str, list[Statement]] = {s.report.id: [] for s in ordered}
    # What somebody vows to do is nothing that another could deny.
    told = [s for s in ordered if s.stance != "promises"]
    for statement in told:
        by_report[statement.report.id].append(statement)
    made: list[Answer] = []
    for statement in ordered:
        made += _answers_of(statement, heard(statement, told, by_report, made, likeness))
    return made


def _answers_of(statement: Statement, told: Heard) -> list[Answer]:
    stance = statement.stance
    if stance == "could-not-verify":
        return unverified(statement, told)
    if stance == "no-comment":
        meant = [s for s in told.near if s.stance != "denies" and _refers(statement, s)] or told.near[:1]
        return [Answer(statement, s, "no-comment") for s in meant[:1] if _refers(statement, s)]
    if stance == "denies":
        return denied(statement, told) + taken_back(statement, told)
    if _agrees(statement):
        return [Answer(statement, s, "agrees") for s in told.near[:1]]
    if stance == "claims-responsibility":
        deed = owned(statement, told)
        return [Answer(statement, s, "owns") for s in deed] + accusers(statement, told, deed)
    owning = owned_up(statement, told)
    if owning:
        return owning
    against = countered(statement, told)
    if against:
        return [Answer(statement, s, "contradicts") for s in against]
    denials = upheld(statement, told)
    if denials:
        return [Answer(statement, s, "contradicts", upholds=True) for s in denials]
    if stance == "admits":
        return admitted(statement, told)
    accusing = rebutted(statement, told)
    if accusing:
        return [Answer(statement, s, "contradicts") for s in accusing]
    rival = turned_back(statement, told)
    if rival:
        return [Answer(statement, s, "contradicts", rival=True) for s in rival]
    turned = but(statement, told) or beside(statement, told)
    if turned:
        return [Answer(statement, s, "contradicts") for s in turned]
    if set_against(statement) or _saw_none(statement):
        return [Answer(statement, s, "contradicts") for s in sorted(told.near, key=lambda s: -s.start)[:1]]
    return corrected(statement, told)


def _refers(statement: Statement, to: Statement) -> bool:
    """Whether a refusal to comment is about `to`: it names what that speaks of, or only refers."""
    own = own_concepts(statement)
    if statement.text.casefold().strip(' .,“”"') in reference().asking:
        return False  # "would not say why": what it was is told beside it
    return not own or bool(own & (to.concepts | to.around | concepts(to.origin or "")))


def _agrees(statement: Statement) -> bool:
    if statement.own_voice:
        return found(reference().confirming, statement.text)
    own = own_concepts(statement)
    if own and own <= perceiving() and not negative(statement) and any_of(reference().definite).search(statement.text):
        return True  # "they had seen the men": those of whom somebody has just told
    said = statement.text.casefold().strip(" .,")
    return len(own_concepts(statement)) <= 1 and any(said == words_ for words_ in reference().agreeing)


def _saw_none(statement: Statement) -> bool:
    """ "He had seen no such thing": nothing of what somebody has just told."""
    own = own_concepts(statement)
    return negative(statement) and bool(own) and own <= perceiving()
