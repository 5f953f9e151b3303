"""The questions of a story, each with the sides that statements take on it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reconcile.counts.kinds import found
from sayso.reconcile.points import PRESENT
from sayso.reconcile.questions.accusing import bears_out, names
from sayso.reconcile.questions.alignment import Aligner, denying, dismissive, negative
from sayso.reconcile.questions.answer import Answer, own_concepts
from sayso.reconcile.questions.asking import asked, of_own_part, reciprocal
from sayso.reconcile.questions.bystanders import armed, without_bystanders, without_each
from sayso.reconcile.questions.contraries import broad
from sayso.reconcile.questions.gathering import Gathered, gather
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.questions.likeness import Likeness
from sayso.reconcile.questions.polarity import polarities
from sayso.reconcile.questions.question import SILENT, Question
from sayso.reconcile.statements import UNNAMED, Statement
from sayso.reconcile.takes import called_alike

CORROBORATES = 0.55  # alignment from which two origins are taken to say the same
CONCEDES = 0.4  # the same where one of them admits it


def questions(
    said: Sequence[Statement], own: Sequence[Statement], answered: Sequence[Answer], likeness: Likeness
) -> list[Question]:
    """All questions of one story that a reader would call at issue, the most disputed first."""
    aligner = Aligner(likeness)
    found = [
        _question(one, answered, aligner) for one in _once(gather(said, own, answered, aligner), answered, aligner)
    ]
    return sorted((q for q in _distinct(found) if q.at_issue), key=lambda q: (-q.weight, q.members[0].order))


def _once(gathered: Sequence[Gathered], answered: Sequence[Answer], aligner: Aligner) -> list[Gathered]:
    """What was gathered, as one where the same statement puts the question: a reader would be asked it twice."""
    by_put: dict[str, list[Gathered]] = {}
    for one in gathered:
        by_put.setdefault(_put(one, answered, aligner).key, []).append(one)
    return [_united(several) if len(several) > 1 else several[0] for several in by_put.values()]


def _united(several: Sequence[Gathered]) -> Gathered:
    core = {s.key: s for one in several for s in one.core}
    members = {s.key: s for one in several for s in one.members}
    return Gathered(tuple(core.values()), tuple(sorted(members.values(), key=lambda s: s.order)))


def _distinct(found: list[Question]) -> list[Question]:
    """The questions without those whose statements are all on a larger one."""
    kept: list[Question] = []
    for question in sorted(found, key=lambda q: (-len(q.members), q.members[0].order)):
        mine = {m.key for m in question.members}
        if not any(mine <= {m.key for m in other.members} for other in kept):
            kept.append(question)
    return kept


def _question(gathered: Gathered, answered: Sequence[Answer], aligner: Aligner) -> Question:
    members = without_bystanders(without_each(gathered.members, answered), answered)
    kept = {m.key for m in members}
    core = tuple(s for s in gathered.core if s.key in kept) or gathered.core
    proposition = _put(Gathered(core, tuple(members)), answered, aligner)
    question = Question(proposition, members, polarities(proposition, members, answered, aligner))
    members = armed(question, asked(question, aligner), answered)
    question = Question(proposition, members, polarities(proposition, members, answered, aligner))
    question.agreeing = _agreeing(question, answered, aligner)
    question.rejecting = frozenset(m.key for m in members if dismissive(m.text))
    of_a_hand = "" if proposition.stance == "blames" else _of_a_hand(members, answered)
    question.asked = of_a_hand or asked(question, aligner)
    return question


def _of_a_hand(members: Sequence[Statement], answered: Sequence[Answer]) -> str:
    """What is asked where somebody denies to have had a hand in what others tell of: whether he had, and not whether
    all that they tell is so.
    """
    keys = {m.key for m in members}
    told = [a for a in answered if a.involvement and a.relation == "denies" and {a.by.key, a.to.key} <= keys]
    return next((said for a in told if (said := of_own_part(a.by))), "")


def _put(gathered: Gathered, answered: Sequence[Answer], aligner: Aligner) -> Statement:
    """The statement that puts the question best: what is denied, or what most others fit; a denial only at last."""
    spoken = [s for s in gathered.core if s.stance not in SILENT] or list(gathered.core)
    puts = [s for s in spoken if not denying(s) and s.stance != "denies" and not s.own_voice] or spoken
    # A question is asked of what is said to be so, by whomever.
    so = [m for m in gathered.members if not m.own_voice and m.stance not in (*SILENT, "denies") and not negative(m)]
    contrary = [m for m in so if any(aligner.of(m, s).contrary for s in puts)]
    puts = [s for s in puts if not negative(s)] or contrary or puts
    puts = [s for s in puts if not reciprocal(s.text)] or puts
    # "So much of this has been wrong" judges what others tell, and tells nothing itself.
    puts = [s for s in puts if not _judges(s)] or puts
    keys = {m.key for m in gathered.members}

    def central(statement: Statement) -> float:
        answers = sum(a.to is statement and a.by.key in keys for a in answered if a.relation not in SILENT)
        # What somebody's denial says the contrary of is the question, and not what he says in his defence.
        answers += any(
            d.stance == "denies" and aligner.of(statement, d).contrary and d.root != statement.root
            for d in gathered.members
        )
        fits = sum(aligner.of(statement, other).score for other in gathered.members if other is not statement)
        return answers + fits

    return max(puts, key=lambda s: (round(central(s), 6), -len(s.text), s.key))


def _judges(statement: Statement) -> bool:
    """Whether it judges what others tell: "so much of this information has been wrong"."""
    return found(reference().judgements, statement.text) and found(reference().referring, statement.text)


def _agreeing(question: Question, answered: Sequence[Answer], aligner: Aligner) -> list[tuple[Statement, Statement]]:
    """Pairs of independent origins on the same side that say the same thing."""
    # Who says that he did what another tells bears it out where he says what it was ("that attack" does not), or where
    # the other has named him for it.
    follows = {
        (a.by.key, a.to.key)
        for a in answered
        if a.relation == "agrees" or (a.relation == "owns" and (len(own_concepts(a.by)) > 1 or names(a.to, a.by.actor)))
    }
    found = []
    # A headline has nothing that the text below it has not, and what only counts is borne out as a count.
    telling = [m for m in question.by("asserts", "partly") if m.points and not m.headlined]
    said = [m for m in telling if m.origin not in (None, UNNAMED)]
    for i, one in enumerate(said):
        for other in said[i + 1 :]:
            if not _independent(one, other) or (one.stance == "denies") != (other.stance == "denies"):
                continue
            told = (other.key, one.key) in follows or (one.key, other.key) in follows
            if not told and not bears_out(one, other):
                continue
            admits = bool({one.stance, other.stance} & {"admits", "claims-responsibility"})
            fit = aligner.of(one, other)
            # Of one deed, which both statements are about; that somebody was there is said of much.
            same = fit.deed and fit.exact and fit.main and (len(fit.shared) > 2 or not fit.shared >= PRESENT)
            same = same and not fit.shared <= broad()  # that both tell of a shot says little
            confirms = fit.main and not fit.contrary and (_confirms(one) or _confirms(other))
            same = same or confirms
            if told or (same and fit.score >= (CONCEDES if admits or confirms else CORROBORATES)):
                found.append((one, other))
    return found


def _confirms(statement: Statement) -> bool:
    """ "He confirmed that …": what somebody else had told."""
    return found(reference().bearing_out, statement.cue)


def _independent(one: Statement, other: Statement) -> bool:
    """Whether two are not one origin in the end, nor of one side, nor called by one name."""
    if one.root == other.root or (one.side and one.side == other.side):
        return False
    return not called_alike(one.origin or "", other.origin or "")
