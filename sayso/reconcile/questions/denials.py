"""What a denial denies: what its own words say, what it points back to, what its actor is accused of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.reconcile.cast.kinds import core
from sayso.reconcile.counts.kinds import any_of, found
from sayso.reconcile.points import PRESENT
from sayso.reconcile.questions.accusing import blames, doer, names, repelled, same_camp, violence
from sayso.reconcile.questions.alignment import denying, dismissive, flat, tells
from sayso.reconcile.questions.answer import Answer, own_concepts, referring
from sayso.reconcile.questions.contraries import broad, matched
from sayso.reconcile.questions.heard import REACH, Heard, gap
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import concepts, named_things, parties, words

# "Its staff had counted nine": what somebody tells of his own people is not that others were there.
OWN_PEOPLE = re.compile(r"(?:that )?(?:its|our|their|his|her)\b", re.IGNORECASE)
NO_SUCH = re.compile(r"\b(?:no|any) such (\w+)", re.IGNORECASE)
DEMONSTRATIVE = re.compile(r"(?:this|these|those|such) \w", re.IGNORECASE)
NEXT = 200  # characters within which a denial goes on from another, or answers an accusation of its own actor
THING = 0.55  # the weight, in words that stand nowhere else, of what makes two statements be of one thing
OF_HIM = 0.4  # the same where one of them speaks of the other's actor as the doer
MOSTLY = 0.3  # of the weight of a denial's own words
ENOUGH = 0.3  # likeness from which a denial with words of its own answers a statement near it


def denied(statement: Statement, heard: Heard) -> list[Answer]:
    """The answers of a denial; none where nobody has said what it denies."""
    nested = [s for s in heard.here if _within(s, statement)]
    if nested:
        return [Answer(statement, nested[0], "denies")]
    heard = _without(heard, [s for s in heard.here if s.start > statement.start and s.end <= statement.sentence[1]])
    own = own_concepts(statement)
    if found(reference().elsewhen, statement.text) or found(reference().silent, statement.text):
        return []
    if any_of(reference().involvement).search(statement.text) and len(own) <= 2:
        accusing = _accusing(statement, heard)
        if accusing:
            return [Answer(statement, s, "denies", involvement=True) for s in accusing]
    # "We have no guns there", after the words that deny it, says why it cannot be so.
    plainly = flat(statement) and not denying(statement)
    goes_on = [
        s
        for s in heard.before
        if s.stance == "denies"
        and (denying(s) or flat(s) or not own_concepts(s))
        and same_camp(s, statement)
        and gap(s, statement) <= NEXT
        and (s.sentence == statement.sentence or len(own) < 2 or own & s.spoken or plainly)
    ]
    points = referring().search(f"{statement.cue} {statement.text}") is not None or _owned(statement.text)
    counting = _of_that_number(statement, heard)
    if counting:
        return [Answer(statement, s, "denies", figures=True) for s in counting]
    refers = not own or (len(own) <= 4 and points)
    # "Stories of shooting were rumours": what is denied stands beside the words that reject it.
    rejecting = dismissive(statement.text)
    if not refers or _spelled_out(statement.text):
        answered = _said_so(statement, own, rejecting, heard)
        if goes_on and plainly and not any(matched(statement.deeds) & matched(s.deeds) for s in answered):
            return [Answer(statement, goes_on[-1], "agrees")]
        if answered:
            return [Answer(statement, s, "denies") for s in answered]
    if goes_on and (not refers or goes_on[-1].sentence == statement.sentence):
        return [Answer(statement, goes_on[-1], "agrees")]
    if refers:
        return _pointing_back(statement, own, rejecting, heard)
    return [Answer(statement, s, "denies") for s in _on_the_same(statement, own, heard)]


def _without(heard: Heard, aside: Sequence[Statement]) -> Heard:
    """What was heard without what the denial's own sentence only tells by the way."""
    if not aside:
        return heard
    gone = {s.key for s in aside}
    return replace(heard, everyone=[s for s in heard.everyone if s.key not in gone])


def _accuses(s: Statement, denial: Statement) -> bool:
    """Whether a statement speaks of the one who denies something as whoever did it."""
    return names(s, denial.actor) if s.stance == "blames" else doer(s, denial.actor)


def _on_the_same(statement: Statement, own: frozenset[str], heard: Heard) -> list[Statement]:
    """What a denial with words of its own is about, where nothing near it or of its deed was said: what somebody else
    tells of the same thing, anywhere ("no complaint about the lift": what was told of the lift), of its actor first.
    """
    likeness = heard.likeness
    # "None of its men were in the village" is on what is told of fighters, and not of the village.
    there = frozenset().union(*(p.who for p in statement.points if p.main and p.deed == PRESENT))
    told = matched(there or own) - likeness.names
    # Where it says who fired, that both speak of soldiers and of shots is not enough.
    usual = broad() | matched(parties()) if told & matched(parties()) else frozenset()
    shares = [
        (s, done, likeness.weight((told if done else told - usual) & matched(_mainly(s))))
        for s in heard.everyone
        if s.root != statement.root
        and s.stance in ("asserts", "blames", "admits")
        and tells(s)
        and not flat(s)
        and not s.headlined
        and not same_camp(s, statement)
        and not (there and OWN_PEOPLE.match(s.text))
        for done in (doer(s, statement.actor),)
    ]
    fits = [
        (s, done, weight)
        for s, done, weight in shares
        if weight >= (OF_HIM if done else THING) * likeness.unseen and weight >= MOSTLY * likeness.weight(told)
    ]
    return [s for s, _, _ in sorted(fits, key=lambda f: (not f[1], -round(f[2], 6), f[0].order))][:1]


def _accusing(statement: Statement, heard: Heard) -> list[Statement]:
    """Who accuses the one who denies having had a hand in anything."""
    accusing = [s for s in heard.everyone if s.root != statement.root and blames(s, statement)]
    # That an attack was beaten back is a question of its own: it accuses only where nothing else does.
    # A headline opens no question: where the text accuses too, in whatever words, that is answered.
    accusing = [s for s in accusing if not s.headlined] or accusing
    return [s for s in accusing if not s.spoken & repelled()] or accusing


def _said_so(statement: Statement, own: frozenset[str], rejecting: bool, heard: Heard) -> list[Statement]:
    """What a denial answers that says itself what it denies: what was said on that nearby."""
    done = matched(statement.deeds)
    # That somebody was there is told of many: it is no deed that only one statement tells.
    told = any((done - PRESENT) & matched(s.deeds) and not same_camp(s, statement) for s in heard.everyone)
    on_it = [
        s
        for s in heard.near
        if not same_camp(s, statement)  # nobody denies what his own side says
        and not (s.stance == "denies" and denying(s))  # nor what another denies as well
        and (
            _of_one_deed(matched(own) if rejecting else done, own, s)
            or heard.likeness.of(statement, s) >= ENOUGH
            or (s.sentence == statement.sentence and not told)
            or (_accuses(s, statement) and gap(s, statement) <= NEXT and not told)
        )
    ]
    if on_it:
        return on_it[:1]
    # What he is accused of elsewhere, in another report or further up, he answers as well.
    return [
        s
        for s in heard.everyone
        if ((own - named_things()) & s.deeds or (s.stance == "blames" and heard.likeness.of(statement, s) >= ENOUGH))
        and s.stance in ("blames", "asserts")
        and not same_camp(s, statement)
        and (doer(s, statement.actor) or (_spelled_out(statement.text) and heard.likeness.of(statement, s) >= ENOUGH))
    ]


def _of_one_deed(done: frozenset[str], own: frozenset[str], said: Statement) -> bool:
    """Whether a statement tells of what was done; of who or what was there, where it speaks of the same."""
    shared = done & matched(said.deeds)
    return bool(shared - PRESENT) or (bool(shared) and bool((matched(own) & matched(said.spoken)) - PRESENT))


def _pointing_back(statement: Statement, own: frozenset[str], rejecting: bool, heard: Heard) -> list[Answer]:
    """The answers of a denial that points back to what somebody has said ("her account", "the charge")."""
    near, before = heard.near, heard.before
    if DEMONSTRATIVE.match(statement.text):
        near = sorted(near, key=lambda s: -s.start)  # "these statements" are those told last, whoever they accuse
    # "The fishermen's account" is theirs, whatever it speaks of.
    named = [s for s in near if own & concepts(s.origin or "")] or [s for s in near if own & s.spoken]
    named = named or _named_elsewhere(statement, own, heard)
    if own and not named and _no_such_thing(statement.text):
        return []  # "had received no such summons": of which nobody has told
    if found(reference().accusing, f"{statement.cue} {statement.text}"):
        said = named or near
        named = [s for s in said if s.stance == "blames"] or [s for s in said if s.spoken & violence()] or named
    if not named and (not near or _owned(statement.text)):
        return []  # nobody of that name has said anything
    counted = bool(named) and found(reference().counted, statement.text)
    run = [_on_his_own(statement, named, heard) if counted else _first_told((named or near)[0], before)]
    words_ = f"{statement.cue} {statement.text}"
    if found(reference().whole, words_) and not _last(words_) and not found(("such",), words_):
        # "Her account" is all of it, and first of all what she began with.
        run = sorted(_run(run[0], before), key=lambda s: (not own & s.spoken, s.start))
        # "The report from Sella" is what was told of Sella.
        run = [s for s in run if own & s.spoken] or run
    if rejecting or not found(reference().doubting, words_):
        # "The ministry's figures" are what it counts, and no more.
        figures = found(reference().counted, statement.text) and any(s.concepts != s.spoken for s in run)
        return [Answer(statement, s, "denies", whole=True, figures=figures) for s in run]
    return [Answer(statement, s, "doubts") for s in run]  # "premature" is not "untrue"


def _no_such_thing(text: str) -> bool:
    """Whether what there was no such of is a thing, and nothing that somebody has said."""
    noun = NO_SUCH.search(text)
    return noun is not None and not found(reference().referring, noun[1])


def _on_his_own(statement: Statement, named: list[Statement], heard: Heard) -> Statement:
    """Which of a source's figures is meant: the one on what the denier has just given his own figure of, else the last
    one told.
    """
    own = next((s for s in reversed(heard.before) if s.root == statement.root and s.report is statement.report), None)
    spoken = matched(own.spoken) if own is not None else frozenset[str]()
    return max(named, key=lambda s: heard.likeness.weight(matched(s.spoken) & spoken))


def _mainly(statement: Statement) -> frozenset[str]:
    """The concepts of what a statement says, those left out that are told beside it."""
    return frozenset().union(*(point.all for point in statement.points if point.main))


@cache
def _referring(before: str, after: str) -> re.Pattern[str]:
    """A noun that names what somebody has said ("account", "claim"), between two patterns."""
    nouns = "|".join(map(re.escape, reference().referring))
    return re.compile(rf"{before}(?:{nouns}){after}", re.IGNORECASE)


def _owned(text: str) -> bool:
    """Whether words tell whose the account is: "the ministry's figures"."""
    return _referring(r"\w[’'](?:s\s|\s)(?:\w+\s+)?", r"\b").search(text) is not None


def _owned_by(text: str) -> bool:
    """The same, also where it stands behind: "the account of the army"."""
    return _owned(text) or _referring(r"\b", r"\s+(?:of|by|from)\s").search(text) is not None


def _spelled_out(text: str) -> bool:
    """Whether words go on to tell what was said: "the minister's account that they were stolen"."""
    return _referring(r"\b", r"\s+that\s+\w").search(text) is not None


def _of_that_number(statement: Statement, heard: Heard) -> list[Statement]:
    """Who gave the figure that a denial names by its number ("the figure of 22 spread by the union")."""
    numbers = {each for each in statement.concepts if each.isdigit()}
    if not numbers or not found(reference().counted, f"{statement.cue} {statement.text}"):
        return []
    given = [
        s
        for s in heard.everyone
        if numbers & s.concepts
        and not same_camp(s, statement)
        and s.stance in ("asserts", "admits")
        and not s.headlined
    ]
    named = [s for s in given if own_concepts(statement) & concepts(s.origin or "")]
    return (named or given)[:1]


def _last(words_: str) -> bool:
    """Whether words point to what was said last: "that version"."""
    return _referring(r"\b(?:this|that)\s+", r"\b").search(words_) is not None


def _named_elsewhere(statement: Statement, own: frozenset[str], heard: Heard) -> list[Statement]:
    """What "the report from Sella" is, where nobody nearby has spoken of Sella: in its own report first."""
    told = [
        s
        for s in heard.everyone
        if (_names(statement, s) if _owned_by(statement.text) else own & s.spoken)
        and not same_camp(s, statement)
        and s.stance in ("asserts", "blames")
        and not s.headlined
        and s.key != statement.key
    ]
    done = matched(statement.deeds)

    def fits(s: Statement) -> float:
        return heard.likeness.weight((own & s.spoken) | (done & matched(s.deeds)))

    return sorted(told, key=lambda s: (s.report is not statement.report, -fits(s), s.order))


def _names(statement: Statement, said: Statement) -> bool:
    """Whether a denial names whoever said something: "the statements of the Hill Front"."""
    told, name = set(words(statement.text)), [word.casefold() for word in core(said.origin or "")]
    return bool(name) and set(name) <= told


def _first_told(statement: Statement, before: Sequence[Statement]) -> Statement:
    """What somebody's own words in quotation marks only repeat: "the claim" is what he said before them."""
    for earlier in reversed([s for s in before if s.start < statement.start]):
        direct = statement.attribution is not None and statement.attribution.quotation == "direct"
        if not direct or earlier.root != statement.root or statement.start - earlier.end > NEXT:
            break
        statement = earlier
    return statement


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


def _within(claim: Statement, denial: Statement) -> bool:
    """Whether a denial is of a claim that its own sentence goes on to tell ("denied as a lie a claim that …",
    "contradicts the account of the army, which had denied it"); a count told by the way is none ("with the loss, by
    the ministry's count, of 39 lives").
    """
    return (
        claim.sentence == denial.sentence
        and not found(reference().counted, claim.cue)
        and claim.start > denial.start
        and claim.root != denial.root
        and (found(reference().referring, claim.cue) or (claim.end <= denial.end and _owned_by(denial.text)))
    )
