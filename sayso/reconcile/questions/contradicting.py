"""What a statement says the contrary of: a denial that it goes on with, or what it is set against by its words."""

from __future__ import annotations

import re
from functools import cache

from sayso.reconcile.counts.kinds import any_of, counting, found
from sayso.reconcile.questions.accusing import blames, doer, names, same_camp, violence
from sayso.reconcile.questions.alignment import deeds, denying, flat, negative
from sayso.reconcile.questions.answer import Answer, own_concepts
from sayso.reconcile.questions.contraries import matched
from sayso.reconcile.questions.heard import REACH, Heard, gap
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import arms, owners, paragraph, words

NEXT = 200  # characters within which somebody goes on with what he has just denied
SHARED = 1.0  # the weight, in words that stand nowhere else, that a rebuttal shares with what it is held against


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
    plainly = flat(statement)

    def on_it(answer: Answer) -> bool:
        if matched(own) & matched(answer.to.spoken):
            return True
        # "They did not take part", right after his own denial.
        return plainly and answer.by.root == statement.root and gap(answer.by, statement) <= NEXT

    return [
        answer.to
        for answer in heard.made
        if answer.by in heard.before
        and answer.relation == "denies"
        and not answer.figures
        and (answer.by.root == statement.root or (statement.side is not None and answer.by.side == statement.side))
        and gap(answer.by, statement) <= REACH
        and on_it(answer)
    ][-1:]


def rebutted(statement: Statement, heard: Heard) -> list[Statement]:
    """What a party says the contrary of that is spoken of as the one who did it: told that its aircraft bombed the
    market, the army says that it had none in the sky.
    """
    if statement.actor is None or not flat(statement) or found(reference().silent, statement.text):
        return []
    own = matched(own_concepts(statement)) - heard.likeness.names

    of_himself = names(statement, statement.actor) or bool(owners() & set(words(statement.text)))

    def shared(s: Statement) -> float:
        return heard.likeness.weight(own & matched(s.spoken))

    accusing = [
        s
        for s in heard.everyone
        if s.root != statement.root
        and s.stance in ("asserts", "blames")
        and not s.headlined
        and not negative(s)
        and doer(s, statement.actor)
        and not same_camp(s, statement)
        and (
            (s.stance == "blames" and s.report is statement.report and (of_himself or own & matched(s.spoken)))
            or shared(s) >= SHARED * heard.likeness.unseen
        )
    ]
    return sorted(accusing, key=lambda s: (s.stance != "blames", -shared(s), s.order))[:1]


def turned_back(statement: Statement, heard: Heard) -> list[Statement]:
    """What the other side has told of the speaker's that he tells of it: each has the other shell the plant."""
    if statement.actor is None or negative(statement) or statement.headlined:
        return []
    own, done = _told(statement) - heard.likeness.names, matched(deeds(statement) | violence())

    def shared(s: Statement) -> float:
        same = own & _told(s)
        if same & done and _begun(s) and _begun(statement):
            return SHARED * heard.likeness.unseen  # each had the other fire first
        # Each may have broken a truce, and shot somewhere: it must be at one thing.
        return heard.likeness.weight(same) if same & done and same - done - matched(arms()) else 0.0

    accusing = [
        s
        for s in heard.everyone
        if s.order < statement.order
        and not (s.headlined or negative(s))
        and _accuses(statement, s)
        and _accuses(s, statement)
        and shared(s) >= SHARED * heard.likeness.unseen
    ]
    return sorted(accusing, key=lambda s: (-shared(s), s.order))[:1]


def _begun(statement: Statement) -> bool:
    """Whether it says that somebody began: "unprovoked fire", "fired first"."""
    return found(reference().initiating, statement.text)


def _told(statement: Statement) -> frozenset[str]:
    """What a statement speaks of; an accusation also what its sentence says that it was ("blamed an air strike for the
    explosion").
    """
    return matched(
        statement.spoken | statement.deeds | (statement.around if statement.stance == "blames" else frozenset())
    )


def _accuses(one: Statement, other: Statement) -> bool:
    """Whether one makes the other's side the doer of violence, by name or as "the enemy"."""
    if blames(one, other):
        return True
    foes = one.side is not None and other.side is not None and not same_camp(one, other)
    told = one.stance in ("asserts", "blames") and bool(one.spoken & violence())
    return foes and told and _foe().search(one.text) is not None


@cache
def _foe() -> re.Pattern[str]:
    """Words for those whom a party fights, as the ones who do something: not "enemy losses"."""
    losses = "|".join(map(re.escape, counting().loss_nouns))
    return re.compile(rf"\b(?:{'|'.join(reference().foes)})\b(?!\s+(?:{losses})\b)", re.IGNORECASE)


def but(statement: Statement, heard: Heard) -> list[Statement]:
    """What a sentence answers that opens with "But" after somebody's denial: the nearest one that speaks of the same
    thing, or one just before it that only says no ("it was not").
    """
    if not any_of(reference().turning).match(statement.report.text[statement.sentence[0] :].lstrip('“"')):
        return []
    own = matched(own_concepts(statement)) - heard.likeness.names
    denials = [s for s in heard.near if (denying(s) or flat(s)) and not s.headlined]
    if flat(statement) or not own:
        return []
    spoken = [s for s in heard.before if s.sentence != statement.sentence]
    if spoken and max(spoken, key=lambda s: s.start).root == statement.root:
        return []  # "He announced it. But he said …": it turns on his own words
    sharing = [s for s in denials if own & matched(s.spoken)]
    last = _last_before(statement, heard)
    return (sharing or [s for s in denials if s is last and gap(s, statement) <= NEXT and not own_concepts(s)])[:1]


def _last_before(statement: Statement, heard: Heard) -> Statement | None:
    before = [s for s in heard.before if s.root != statement.root and s.sentence != statement.sentence]
    return max(before, key=lambda s: s.start, default=None)


def beside(statement: Statement, heard: Heard) -> list[Statement]:
    """What somebody's plain "no" stands right behind, in one paragraph, where both speak of the same thing."""
    if not flat(statement) or found(reference().silent, statement.text) or statement.actor is None:
        return []
    last = _last_before(statement, heard)
    if last is None or same_camp(last, statement) or last.stance not in ("asserts", "blames"):
        return []
    if negative(last) or denying(last):
        return []
    lo, _ = paragraph(statement.report.text, statement.start)
    told = last.start >= lo and last.end < statement.sentence[0] and gap(last, statement) <= NEXT
    shared = (matched(own_concepts(statement)) & matched(last.spoken)) - heard.likeness.names
    return [last] if told and shared and not last.headlined else []


def set_against(statement: Statement) -> bool:
    """Whether the words before the content set it against what was said before."""
    text = statement.report.text
    lo = max(statement.sentence[0], statement.start - 90)
    # "Two traders disagreed: the gate, they said, had been open": taken for the first of what they say.
    return any_of(reference().contrary_cues).search(text[lo : statement.spans[-1][0]]) is not None
