"""Which statement answers which: denials, confirmations and failures to verify that point back to others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.reconcile.counts.kinds import any_of, found
from sayso.reconcile.questions.accusing import blames, doer, names, repelled, same_camp, violence
from sayso.reconcile.questions.alignment import dismissive, negative
from sayso.reconcile.questions.answer import Answer, own_concepts
from sayso.reconcile.questions.contraries import matched
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.questions.likeness import Likeness
from sayso.reconcile.questions.verifying import unverified
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import concept_named, concepts, named_things, owners

REACH = 420  # characters back within which a statement without words of its own finds what it answers


def answers(statements: Sequence[Statement], likeness: Likeness) -> list[Answer]:
    """All answers of one story, in order of the answering statement. Of an outlet's own sentences only those answer
    that say that somebody's words are borne out.
    """
    own = [s for s in statements if s.own_voice and _agrees(s)]
    statements = [*(s for s in statements if not s.own_voice), *own]
    by_report: dict[str, list[Statement]] = {}
    ordered = sorted(statements, key=lambda s: s.order)
    for statement in ordered:
        by_report.setdefault(statement.report.id, []).append(statement)
    made: list[Answer] = []
    for statement in ordered:
        before = [s for s in by_report[statement.report.id] if s is not statement and s.start < _at(statement)]
        made += _answers_of(statement, before, ordered, likeness, made)
    return made


def _answers_of(
    statement: Statement,
    before: Sequence[Statement],
    everyone: Sequence[Statement],
    likeness: Likeness,
    made: Sequence[Answer],
) -> list[Answer]:
    stance = statement.stance
    near = _nearest(statement, before)
    if stance == "could-not-verify":
        return unverified(statement, before, likeness)
    if stance == "no-comment":
        return [Answer(statement, s, "no-comment") for s in near[:1] if _refers(statement, s)]
    if stance == "denies":
        return _denied(statement, before, near, everyone, likeness)
    if _agrees(statement):
        return [Answer(statement, s, "agrees") for s in near[:1]]
    if stance == "claims-responsibility":
        return [Answer(statement, s, "owns") for s in _owned(statement, near, everyone, likeness)]
    countered = _countered(statement, before, everyone)
    if countered:
        return [Answer(statement, s, "contradicts") for s in countered]
    upheld = _upheld(statement, before, made)
    if upheld:
        return [Answer(statement, s, "contradicts", upholds=True) for s in upheld]
    if _contrary(statement):
        return [Answer(statement, s, "contradicts") for s in sorted(near, key=lambda s: -s.start)[:1]]
    if stance != "admits":
        return []
    beside = (
        _owning_up(statement, made, likeness)
        or _beside_denial(statement, before)
        or _given_up(statement, everyone, likeness)
    )
    counts = any(c.isdigit() for c in statement.text)  # "admitted 63 people" says something, however short
    refers = (len(own_concepts(statement)) < 2 and not counts) or _referring().search(statement.text) is not None
    return beside or [Answer(statement, s, "agrees") for s in near[:1] if refers]


def _gap(before: Statement, statement: Statement) -> int:
    """Characters between the end of one statement and the beginning of a later one."""
    return _at(statement) - before.end


def _at(statement: Statement) -> int:
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
        if not same_camp(s, statement)
        and _gap(s, statement) <= REACH
        and s.stance not in ("no-comment", "could-not-verify")
    ]
    accuses = {s.key for s in close if s.stance == "blames" and names(s, statement.actor)}
    return sorted(close, key=lambda s: (s.key not in accuses, -s.start))


@cache
def _referring() -> re.Pattern[str]:
    """A denial's words that point back: "her account", "the charge", "such a conversation"."""
    nouns = "|".join(sorted((re.escape(n) for n in reference().referring), key=len, reverse=True))
    owners = "|".join(reference().pronouns)
    return re.compile(rf"\bsuch\b|\b(?:{owners})\s+(?:\w+\s+)?(?:{nouns})\b", re.IGNORECASE)


def _denied(
    statement: Statement,
    before: Sequence[Statement],
    near: Sequence[Statement],
    everyone: Sequence[Statement],
    likeness: Likeness,
) -> list[Answer]:
    nested = [s for s in everyone if _within(s, statement)]
    if nested:
        return [Answer(statement, nested[0], "denies")]
    own = own_concepts(statement)
    if any_of(reference().involvement).search(statement.text) and len(own) <= 2:
        accusing = [s for s in everyone if s.root != statement.root and blames(s, statement)]
        # That an attack was beaten back is a question of its own: it accuses only where nothing else does.
        # A headline opens no question: where the text accuses too, in whatever words, that is answered.
        accusing = [s for s in accusing if not s.headlined] or accusing
        accusing = [s for s in accusing if not s.spoken & repelled()] or accusing
        if accusing:
            return [Answer(statement, s, "denies", involvement=True) for s in accusing]
    goes_on = [
        s
        for s in before
        if s.stance == "denies"
        and same_camp(s, statement)
        and _gap(s, statement) <= NEXT
        and (s.sentence == statement.sentence or len(own) < 2 or own & s.spoken)
    ]
    refers = not own or (len(own) <= 4 and _referring().search(f"{statement.cue} {statement.text}") is not None)
    # "Stories of shooting were rumours": what is denied stands beside the words that reject it.
    rejecting = dismissive(statement.text)
    if not refers:
        # It says itself what it denies: what was said on that nearby is what it answers.
        told = any(matched(_deeds(statement)) & matched(_deeds(s)) for s in everyone if not same_camp(s, statement))
        on_it = [
            s
            for s in near
            if matched(own if rejecting else _deeds(statement)) & matched(_deeds(s))
            or likeness.of(statement, s) >= ENOUGH
            or (s.sentence == statement.sentence and not told)
            or (s.stance == "blames" and names(s, statement.actor) and _gap(s, statement) <= NEXT and not told)
        ]
        if on_it:
            return [Answer(statement, s, "denies") for s in on_it[:1]]
        # What he is accused of elsewhere, in another report or further up, he answers as well.
        accusing = [
            s
            for s in everyone
            if s.root != statement.root
            and not same_camp(s, statement)
            and s.stance in ("blames", "asserts")
            and ((own - named_things()) & _deeds(s) or (s.stance == "blames" and likeness.of(statement, s) >= ENOUGH))
            and doer(s, statement.actor)
        ]
        if accusing:
            return [Answer(statement, s, "denies") for s in accusing]
    if goes_on and (not refers or goes_on[-1].sentence == statement.sentence):
        return [Answer(statement, goes_on[-1], "agrees")]
    named = [s for s in near if own & s.spoken] or _named_elsewhere(statement, own, everyone, likeness)
    if not refers or not (named or near):
        return []
    if found(reference().accusing, f"{statement.cue} {statement.text}"):
        named = [s for s in near if s.stance == "blames" or s.spoken & violence()] or named
    run = [_first_told((named or near)[0], before)]
    words_ = f"{statement.cue} {statement.text}"
    if found(reference().whole, words_) and not found(("such",), words_):
        # "Her account" is all of it, and first of all what she began with.
        run = sorted(_run(run[0], before), key=lambda s: (not own & s.spoken, s.start))
    if rejecting or not found(reference().doubting, words_):
        return [Answer(statement, s, "denies", whole=True) for s in run]
    return [Answer(statement, s, "doubts") for s in run]  # "premature" is not "untrue"


def _named_elsewhere(
    statement: Statement, own: frozenset[str], everyone: Sequence[Statement], likeness: Likeness
) -> list[Statement]:
    """What "the report from Sella" is, where nobody nearby has spoken of Sella: in its own report first."""
    told = [
        s
        for s in everyone
        if own & s.spoken
        and not same_camp(s, statement)
        and s.stance in ("asserts", "blames")
        and not s.headlined
        and s.key != statement.key
    ]
    done = matched(_deeds(statement))

    def fits(s: Statement) -> float:
        return likeness.weight((own & s.spoken) | (done & matched(_deeds(s))))

    return sorted(told, key=lambda s: (s.report is not statement.report, -fits(s), s.order))


def _first_told(statement: Statement, before: Sequence[Statement]) -> Statement:
    """What somebody's own words in quotation marks only repeat: "the claim" is what he said before them."""
    for earlier in reversed([s for s in before if s.start < statement.start]):
        direct = statement.attribution is not None and statement.attribution.quotation == "direct"
        if not direct or earlier.root != statement.root or statement.start - earlier.end > NEXT:
            break
        statement = earlier
    return statement


OWNED = 2  # concepts that what somebody says he did must share with what others tell of it
NEXT = 200  # characters within which a denial goes on from another, or answers an accusation of its own actor
ENOUGH = 0.3  # likeness from which a denial with words of its own answers a statement near it


def _deeds(statement: Statement) -> frozenset[str]:
    """The concepts of what it says was done."""
    return frozenset().union(*(point.deed for point in statement.points))


def _run(last: Statement, before: Sequence[Statement]) -> list[Statement]:
    """A statement with those of the same origin just before it, and of its side in its sentence: "her account" is
    all of them. An accusation stands alone.
    """
    if last.stance == "blames":
        return [last]
    run = [last]
    for statement in reversed([s for s in before if s.start < last.start]):
        beside = statement.sentence == last.sentence and statement.side is not None and statement.side == last.side
        if not beside and (statement.root != last.root or run[-1].start - statement.end > REACH):
            break
        run.append(statement)
    return run


@cache
def _perceiving() -> frozenset[str]:
    """The concepts of seeing and hearing."""
    return frozenset(map(concept_named, reference().perceiving))


def _agrees(statement: Statement) -> bool:
    if statement.own_voice:
        return found(reference().confirming, statement.text)
    own = own_concepts(statement)
    if own and own <= _perceiving() and any_of(reference().definite).search(statement.text):
        return True  # "they had seen the men": those of whom somebody has just told
    said = statement.text.casefold().strip(" .,")
    return len(own_concepts(statement)) <= 1 and any(said == words_ for words_ in reference().agreeing)


def _within(claim: Statement, denial: Statement) -> bool:
    """Whether the denial is of a claim that its own sentence goes on to tell ("denied as a lie a claim that …")."""
    return (
        claim.report is denial.report
        and claim.sentence == denial.sentence
        and claim.start > denial.start
        and claim.root != denial.root
        and found(reference().referring, claim.cue)
    )


def _owned(
    statement: Statement, near: Sequence[Statement], everyone: Sequence[Statement], likeness: Likeness
) -> list[Statement]:
    """What others tell of that somebody says he did: "that attack" beside it, "the drone over the fort" anywhere."""
    own = own_concepts(statement) - likeness.speakers
    if not statement.points or not statement.points[0].plain:
        return []  # it tells itself what was done
    if len(own) < OWNED:
        # "A previous attack" is none that has been told of beside it.
        opens = statement.text.split()[0].casefold()
        return [s for s in near if s.spoken & violence()][:1] if opens not in reference().indefinite else []
    told = [s for s in everyone if s.root != statement.root and len(own & s.spoken) >= OWNED and not s.headlined]
    return sorted(told, key=lambda s: (-likeness.weight(own & s.spoken), s.key))[:1]


def _upheld(statement: Statement, before: Sequence[Statement], made: Sequence[Answer]) -> list[Statement]:
    """What somebody goes on to deny: after "rejected the claim", his camp's "there was no missile" is on that claim."""
    if not negative(statement):
        return []
    own = own_concepts(statement)
    return [
        answer.to
        for answer in made
        if answer.relation == "denies"
        and not answer.figures
        and answer.by in before
        and (answer.by.root == statement.root or (statement.side is not None and answer.by.side == statement.side))
        and _gap(answer.by, statement) <= REACH
        and own & answer.to.spoken
    ][-1:]


def _contrary(statement: Statement) -> bool:
    """Whether the words before the content set it against what was said before."""
    text = statement.report.text
    lo = max(statement.sentence[0], statement.start - 90)
    return any_of(reference().contrary_cues).search(text[lo : statement.start]) is not None


def _countered(statement: Statement, before: Sequence[Statement], everyone: Sequence[Statement]) -> list[Statement]:
    """What the last speaker of a sentence answers that opens with "Countering claims by …"."""
    text = statement.report.text
    lo = statement.sentence[0]
    if not any_of(reference().countering).match(text[lo : statement.start].lstrip('“"')):
        return []
    beside = [s for s in everyone if s.report is statement.report and s.sentence[0] == lo]
    if statement is not max(beside, key=lambda s: s.start):
        return []
    return [s for s in before if s in beside and s.root != statement.root and own_concepts(s)][-1:]


def _refers(statement: Statement, to: Statement) -> bool:
    """Whether a refusal to comment is about `to`: it names what that speaks of, or only refers."""
    own = own_concepts(statement)
    return not own or bool(own & (to.concepts | to.around))


def _beside_denial(statement: Statement, before: Sequence[Statement]) -> list[Answer]:
    """An admission in the same sentence as a denial by one of its side takes up the denied question."""
    same = [s for s in before if s.sentence == statement.sentence and s.stance == "denies"]
    return [Answer(statement, s, "concedes") for s in same[-1:]]


def _owning_up(statement: Statement, made: Sequence[Answer], likeness: Likeness) -> list[Answer]:
    """What somebody was accused of and denied having had a hand in, where he now admits a deed of his own people's
    that shares what was told around the accusation.
    """
    own = own_concepts(statement) - likeness.speakers
    opens = statement.text.casefold().removeprefix("that ").split()[0]
    if opens not in (*owners(), *reference().pronouns_asked):
        return []
    return [
        Answer(statement, answer.to, "agrees", involvement=True)
        for answer in made
        if answer.involvement
        and answer.relation == "denies"
        and answer.by.root == statement.root
        and len(own & _told_around(answer)) >= OWNED
    ]


def _told_around(answer: Answer) -> frozenset[str]:
    """The concepts of what the report of an accusation tells around it."""
    to = answer.to
    upto = answer.by.start if answer.by.report is to.report else to.end
    return concepts(to.report.text[max(0, to.start - REACH) : max(to.end, upto)])


def _given_up(statement: Statement, everyone: Sequence[Statement], likeness: Likeness) -> list[Answer]:
    """What somebody else said that the one who now admits something like it had denied."""
    denied = [s for s in everyone if s.stance == "denies" and s.root == statement.root and s.order < statement.order]
    nearby = [
        s
        for denial in denied
        for s in everyone
        if s.report.id == denial.report.id and s.root != denial.root and abs(s.start - denial.start) <= REACH
    ]
    usual = likeness.names | likeness.speakers
    alike = [
        s for s in nearby if likeness.of(statement, s) >= ENOUGH and len((statement.concepts & s.concepts) - usual) > 1
    ]
    return [Answer(statement, max(alike, key=lambda s: (likeness.of(statement, s), s.key)), "agrees")] if alike else []
