"""What an admission, or a claim of responsibility, takes up of what others have said."""

from __future__ import annotations

from sayso.reconcile.counts.kinds import found
from sayso.reconcile.questions.accusing import same_camp, violence
from sayso.reconcile.questions.answer import Answer, own_concepts, referring
from sayso.reconcile.questions.contraries import matched
from sayso.reconcile.questions.denials import ENOUGH
from sayso.reconcile.questions.heard import REACH, Heard
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.questions.question import SILENT
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import concepts, owners

OWNED = 2  # concepts that what somebody says he did must share with what others tell of it


def admitted(statement: Statement, heard: Heard) -> list[Answer]:
    """The answers of an admission."""
    if misstated(statement):
        return []
    beside = _owning_up(statement, heard) or _beside_denial(statement, heard) or _given_up(statement, heard)
    counts = any(c.isdigit() for c in statement.text)  # "admitted 63 people" says something, however short
    refers = (len(own_concepts(statement)) < 2 and not counts) or referring().search(statement.text) is not None
    return beside or [Answer(statement, s, "agrees") for s in heard.near[:1] if refers]


def misstated(statement: Statement) -> bool:
    """Whether an admission only owns up to an error in an account: what it was is said elsewhere."""
    return found(reference().in_error, statement.text) and found(reference().referring, statement.text)


def owned(statement: Statement, heard: Heard) -> list[Statement]:
    """What others tell of that somebody says he did: "that attack" beside it, "the drone over the fort" anywhere."""
    own = own_concepts(statement) - heard.likeness.speakers
    if not statement.points or not statement.points[0].plain:
        return []  # it tells itself what was done
    if len(own) < OWNED:
        # "A previous attack" is none that has been told of beside it.
        opens = statement.text.split()[0].casefold()
        if opens in reference().indefinite:
            return []
        done, near = matched(own), [s for s in heard.near if s.stance != "denies"]
        # "The ambush" is what somebody tells of as an attack; where it is only "responsibility", what stands beside it.
        violent = [s for s in near if s.spoken & violence()]
        if opens in ("that", "this") and violent:
            return violent[:1]
        here = [s for s in near if done & matched(s.spoken)]
        named = here or [s for s in heard.everyone if done & matched(s.deeds) and _tells_of_another(s, statement)]
        return (named or violent)[:1]
    told = [s for s in heard.everyone if len(own & s.spoken) >= OWNED and _tells_of_another(s, statement)]
    return sorted(told, key=lambda s: (-heard.likeness.weight(own & s.spoken), s.key))[:1]


def _tells_of_another(told: Statement, statement: Statement) -> bool:
    """Whether it is another's word that something was done."""
    return told.root != statement.root and told.stance not in (*SILENT, "denies") and not told.headlined


def corrected(statement: Statement, heard: Heard) -> list[Answer]:
    """What the body of the one who speaks has just admitted: "We told you ten minutes. It was fifty-nine," says its
    head, and means that.
    """
    if not found(reference().correcting, statement.text):
        return []
    owned_up = [s for s in heard.before if s.stance == "admits" and s.root == statement.root and not s.headlined]
    return [Answer(statement, s, "agrees") for s in owned_up[-1:] if statement.start - s.end <= REACH]


def _beside_denial(statement: Statement, heard: Heard) -> list[Answer]:
    """An admission in the same sentence as a denial by one of its side takes up the denied question."""
    same = [s for s in heard.before if s.sentence == statement.sentence and s.stance == "denies"]
    return [Answer(statement, s, "concedes") for s in same[-1:]]


def _owning_up(statement: Statement, heard: Heard) -> list[Answer]:
    """What somebody was accused of and denied having had a hand in, where he now admits a deed of his own people's
    that shares what was told around the accusation.
    """
    own = own_concepts(statement) - heard.likeness.speakers
    opens = statement.text.casefold().removeprefix("that ").split()[0]
    if opens not in (*owners(), *reference().pronouns_asked):
        return []
    return [
        Answer(statement, answer.to, "agrees", involvement=True)
        for answer in heard.made
        if answer.involvement
        and answer.relation == "denies"
        and same_camp(answer.by, statement)
        and len(own & _told_around(answer)) >= OWNED
    ]


def _told_around(answer: Answer) -> frozenset[str]:
    """The concepts of what the report of an accusation tells around it."""
    to = answer.to
    upto = answer.by.start if answer.by.report is to.report else to.end
    return concepts(to.report.text[max(0, to.start - REACH) : max(to.end, upto)])


def _given_up(statement: Statement, heard: Heard) -> list[Answer]:
    """What somebody else said that the one who now admits something like it had denied."""
    likeness = heard.likeness
    nearby = [
        s
        for denial in heard.everyone
        if denial.stance == "denies" and denial.root == statement.root and denial.order < statement.order
        for s in heard.by_report[denial.report.id]
        if s.root != denial.root and s.stance not in (*SILENT, "denies") and abs(s.start - denial.start) <= REACH
    ]
    usual = likeness.names | likeness.speakers
    alike = [
        s for s in nearby if likeness.of(statement, s) >= ENOUGH and len((statement.concepts & s.concepts) - usual) > 1
    ]
    return [Answer(statement, max(alike, key=lambda s: (likeness.of(statement, s), s.key)), "agrees")] if alike else []
