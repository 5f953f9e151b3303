"""Whose deed it was: what claims of responsibility, accounts of one's own deed and accusations say of one doer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.reconcile.counts.kinds import any_of
from sayso.reconcile.points import PRESENT
from sayso.reconcile.questions.accusing import doer, names, repelled, same_camp, violence
from sayso.reconcile.questions.alignment import denying
from sayso.reconcile.questions.answer import Answer, own_concepts
from sayso.reconcile.questions.contraries import matched
from sayso.reconcile.questions.heard import REACH, Heard
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.questions.sorts import numerals
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import concepts, strikes

# "Its fighters had stopped the bus", "our men put the bag there", "it had planted the bomb"
OWN_DEED = re.compile(
    r"[“\"‘']*(?:that )?(?:(?:its|our|their|his|her) (?:own )?(?:country['’]s )?[\w-]+|it|they|we)\b", re.IGNORECASE
)


def accusers(statement: Statement, heard: Heard, deed: Sequence[Statement] = ()) -> list[Answer]:
    """Who names as the doer the one who says that he did it: "the rebels claimed the attack" owns to what the minister
    blamed them for. `deed` is what tells of it elsewhere ("that attack").
    """
    return [
        Answer(statement, s, "owns")
        for s in heard.everyone
        if not s.headlined
        and s not in deed
        and not same_camp(s, statement)
        and _names_him(s, statement)
        and _one_deed(s, statement, heard)
        and not any(_apart(s, told, heard) for told in deed)
    ]


def owned_up(statement: Statement, heard: Heard) -> list[Answer]:
    """What somebody tells of a violent deed of his own people's: the deed that he has claimed, or is accused of."""
    if not _own_deed(statement):
        return []
    claimed = [s for s in _claims(statement, heard) if _one_deed(s, statement, heard)]
    if claimed:
        return [Answer(statement, claimed[-1], "agrees")]
    # What an army tells of its day is no answer to each who says that it fired.
    return [answer for answer in accusers(statement, heard) if answer.to.stance == "blames"]


def taken_back(statement: Statement, heard: Heard) -> list[Answer]:
    """The claims of his own that somebody denies: that he did it, that his men were near, that the message was his."""
    involved = any_of(reference().involvement).search(statement.text) is not None
    if not (involved or _own_deed(statement, denied=True)):
        return []
    earlier = [s for s in _claims(statement, heard) if s.order < statement.order]
    return [Answer(statement, s, "denies") for s in earlier if involved or _one_deed(s, statement, heard)]


def _claims(statement: Statement, heard: Heard) -> list[Statement]:
    """The claims of responsibility of the one who speaks, for one deed each."""
    return [
        s
        for s in heard.everyone
        if s.stance == "claims-responsibility" and s.root == statement.root and s is not statement and not _several(s)
    ]


def _several(claim: Statement) -> bool:
    """Whether a claim is of more deeds than one: "four attacks since 2021"."""
    opening = claim.text.casefold().split()[:3]
    counts = {c for word in opening for c in concepts(word)} & numerals()
    return bool(counts) or any(word.isdigit() for word in opening) or opening[:1] == ["several"]


def _own_deed(statement: Statement, denied: bool = False) -> bool:
    """Whether somebody tells, or denies, a violent deed of his own people's; or denies that these were there."""
    if (statement.stance == "denies") != denied or statement.stance in ("blames", "promises") or statement.own_voice:
        return False
    if all(point.negated for point in statement.points):
        return False
    there = denied and any(point.main and point.deed == PRESENT for point in statement.points)
    return (_tells_violence(statement) or there) and OWN_DEED.match(statement.text) is not None


def _tells_violence(statement: Statement) -> bool:
    told = statement.spoken.union(*(point.all for point in statement.points))
    return bool(matched(told) & _violent()) and not told & repelled()


def _names_him(accuser: Statement, claimant: Statement) -> bool:
    """Whether a statement names the claimant for a deed of violence."""
    if accuser.stance == "blames":
        # "Accused the rebels of taking the men" is another charge than the one that they own to.
        charged = frozenset().union(*(point.deed for point in accuser.points if not point.plain))
        of_this = not charged or bool(matched(charged) & (_violent() | matched(claimant.spoken)))
        return of_this and names(accuser, claimant.actor)
    told = accuser.stance in ("asserts", "announces", "admits") and not accuser.own_voice and not denying(accuser)
    return told and _tells_violence(accuser) and doer(accuser, claimant.actor)


def _one_deed(one: Statement, other: Statement, heard: Heard) -> bool:
    """Whether two may tell of one deed: no names of places or victims tell them apart, and they stand close together or
    speak of something in common.
    """
    if _apart(one, other, heard):
        return False
    usual = heard.likeness.speakers | _names(one) | _names(other)
    a, b = (matched(s.spoken) for s in (one, other))
    near = one.report is other.report and abs(one.start - other.start) <= REACH
    around = (matched(one.around) | a) & (matched(other.around) | b) - usual
    bare = any(own_concepts(s) - usual <= _violent() for s in (one, other))  # "blamed the rebels for the attack"
    return near or bool(around) or bare


def _apart(one: Statement, other: Statement, heard: Heard) -> bool:
    """Whether two name different places or victims, and share little else."""
    usual = heard.likeness.speakers | _names(one) | _names(other)
    mine, theirs = (({c for c in s.spoken if c in heard.likeness.names} - usual) for s in (one, other))
    shared = (matched(one.spoken) & matched(other.spoken)) - usual
    return bool(mine and theirs) and not mine & theirs and len(shared) < 2


def _names(statement: Statement) -> frozenset[str]:
    """The concepts of whoever speaks, by all his names and his side's."""
    called = (*statement.actor.root.names, statement.side or "") if statement.actor else (statement.origin or "",)
    return frozenset().union(*(concepts(name) for name in called))


@cache
def _violent() -> frozenset[str]:
    """The concepts of violence and of what strikes, kin as one."""
    return matched(violence() | strikes())
