"""Which statement answers which: denials, confirmations and failures to verify that point back to others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.reconcile.cast import Member
from sayso.reconcile.cast.kinds import core, knowledge, noun_kind, state_of, tokens
from sayso.reconcile.cast.sides import stem_of
from sayso.reconcile.counts.kinds import any_of, found
from sayso.reconcile.questions.contraries import matched
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.questions.likeness import Likeness
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import concept, paragraph, words

Relation = Literal["denies", "doubts", "contradicts", "agrees", "could-not-verify", "no-comment", "concedes"]
REACH = 420  # characters back within which a statement without words of its own finds what it answers


@dataclass(frozen=True, eq=False)
class Answer:
    """`by` answers `to`. `figures` is true where only what `to` counts is meant; `whole` where `to` is answered as a
    whole, its figures included, and not a point of it; `each` where it is one of all that both sides said;
    `involvement` where a party denies having had a hand in what `to` tells.
    """

    by: Statement
    to: Statement
    relation: Relation
    figures: bool = False
    whole: bool = False
    each: bool = False
    involvement: bool = False


def own_concepts(statement: Statement) -> frozenset[str]:
    """What a statement speaks of by itself, without words that refer or judge."""
    return statement.spoken - _empty()


@cache
def _empty() -> frozenset[str | None]:
    return frozenset(
        concept(word)
        for word in (*reference().referring, *reference().pointing, *reference().judgements, *reference().doubting)
    )


def answers(statements: Sequence[Statement], likeness: Likeness) -> list[Answer]:
    """All answers of one story, in order of the answering statement."""
    by_report: dict[str, list[Statement]] = {}
    ordered = sorted(statements, key=lambda s: s.order)
    for statement in ordered:
        by_report.setdefault(statement.report.id, []).append(statement)
    made: list[Answer] = []
    for statement in ordered:
        before = [s for s in by_report[statement.report.id] if s is not statement and s.start < _at(statement)]
        made += _answers_of(statement, before, ordered, likeness)
    return made


def _answers_of(
    statement: Statement, before: Sequence[Statement], everyone: Sequence[Statement], likeness: Likeness
) -> list[Answer]:
    stance = statement.stance
    near = _nearest(statement, before)
    if stance == "could-not-verify":
        return _unverified(statement, before, likeness)
    if stance == "no-comment":
        return [Answer(statement, s, "no-comment") for s in near[:1] if _refers(statement, s)]
    if stance == "denies":
        return _denied(statement, before, near, everyone, likeness)
    if _agrees(statement):
        return [Answer(statement, s, "agrees") for s in near[:1]]
    countered = _countered(statement, before, everyone)
    if countered:
        return [Answer(statement, s, "contradicts") for s in countered]
    if _contrary(statement):
        return [Answer(statement, s, "contradicts") for s in sorted(near, key=lambda s: -s.start)[:1]]
    body = statement.actor.belongs_to if statement.actor else None
    passed_on = [s for s in before if body is not None and s.actor is body and _gap(s, statement) <= REACH]
    if passed_on:
        return [Answer(statement, passed_on[-1], "agrees")]
    if stance != "admits":
        return []
    beside = _beside_denial(statement, before) or _given_up(statement, everyone, likeness)
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
    root, side = statement.root, statement.side
    close = [
        s
        for s in before
        if s.root != root
        and not (side and s.side == side)
        and _gap(s, statement) <= REACH
        and s.stance not in ("no-comment", "could-not-verify")
    ]
    accuses = {s.key for s in close if s.stance == "blames" and _names(s, statement.actor)}
    return sorted(close, key=lambda s: (s.key not in accuses, -s.start))


def _names(statement: Statement, actor: Member | None) -> bool:
    """Whether the content speaks of the actor by name, or by the name of its side."""
    if actor is None:
        return False
    mine = {stem_of(w) for name in actor.root.names for w in core(name) if w[:1].isupper()}
    if actor.side:
        mine |= {stem_of(w) for w in tokens(actor.side) if w[:1].isupper()}
    spoken = {stem_of(w) for w in tokens(statement.text) if w[:1].isupper()}
    states = {state_of(w) for w in tokens(statement.text) if w[:1].isupper()}
    return bool(mine & spoken) or (actor.side is not None and actor.side in states)


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
    own = own_concepts(statement)
    if any_of(reference().involvement).search(statement.text) and len(own) <= 2:
        accusing = [s for s in everyone if s.root != statement.root and _blames(s, statement)]
        # That an attack was beaten back is a question of its own: it accuses only where nothing else does.
        accusing = [s for s in accusing if not s.spoken & _repelled()] or accusing
        if accusing:
            return [Answer(statement, s, "denies", involvement=True) for s in accusing]
    goes_on = [
        s
        for s in before
        if s.stance == "denies"
        and _same_camp(s, statement)
        and _gap(s, statement) <= NEXT
        and (s.sentence == statement.sentence or len(own) < 2 or own & s.spoken)
    ]
    refers = not own or (len(own) <= 4 and _referring().search(f"{statement.cue} {statement.text}") is not None)
    # "Stories of shooting were rumours": what is denied stands beside the words that reject it.
    rejecting = found(reference().judgements, statement.text)
    if not refers:
        # It says itself what it denies: what was said on that nearby is what it answers.
        on_it = [
            s
            for s in near
            if matched(own if rejecting else _deeds(statement)) & matched(_deeds(s))
            or likeness.of(statement, s) >= ENOUGH
            or s.sentence == statement.sentence
            or (s.stance == "blames" and _names(s, statement.actor) and _gap(s, statement) <= NEXT)
        ]
        if on_it:
            return [Answer(statement, s, "denies") for s in on_it[:1]]
        # What he is accused of elsewhere, in another report or further up, he answers as well.
        accusing = [
            s
            for s in everyone
            if s.root != statement.root
            and not _same_camp(s, statement)
            and s.stance in ("blames", "asserts")
            and (own & _deeds(s) or (s.stance == "blames" and likeness.of(statement, s) >= ENOUGH))
            and _doer(s, statement.actor)
        ]
        if accusing:
            return [Answer(statement, s, "denies") for s in accusing]
    if goes_on and (not refers or goes_on[-1].sentence == statement.sentence):
        return [Answer(statement, goes_on[-1], "agrees")]
    if not refers or not near:
        return []
    named = [s for s in near if own & s.spoken]
    if found(reference().accusing, f"{statement.cue} {statement.text}"):
        named = [s for s in near if s.stance == "blames" or s.spoken & _violence()] or named
    run = [(named or near)[0]]
    words_ = f"{statement.cue} {statement.text}"
    if found(reference().whole, words_) and not found(("such",), words_):
        # "Her account" is all of it, and first of all what she began with.
        run = sorted(_run(run[0], before), key=lambda s: s.start)
    if rejecting or not found(reference().doubting, words_):
        return [Answer(statement, s, "denies", whole=True) for s in run]
    return [Answer(statement, s, "doubts") for s in run]  # "premature" is not "untrue"


NEXT = 200  # characters within which a denial goes on from another, or answers an accusation of its own actor
ENOUGH = 0.3  # likeness from which a denial with words of its own answers a statement near it


def _deeds(statement: Statement) -> frozenset[str]:
    """The concepts of what it says was done."""
    return frozenset().union(*(point.deed for point in statement.points))


def _same_camp(a: Statement, b: Statement) -> bool:
    return a.root == b.root or (a.side is not None and a.side == b.side)


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


def _blames(accuser: Statement, denier: Statement) -> bool:
    """Whether a statement of another side speaks of the denier in connexion with violence."""
    if _same_camp(accuser, denier) or accuser.stance in (
        "no-comment",
        "could-not-verify",
        "denies",
        "admits",
    ):
        return False
    party = accuser.actor is not None and (accuser.side is not None or accuser.stance == "blames")
    return party and _doer(accuser, denier.actor) and bool(accuser.spoken & _violence())


def _doer(statement: Statement, actor: Member | None) -> bool:
    """Whether a statement makes the actor, or its side, the one who does something: as the subject of a clause, after
    "by" or "of", or at the head of an accusation ("accused the Front of …"). "Pro-Norland" is not Norland.
    """
    if actor is None:
        return False
    mine = {stem_of(w) for name in actor.root.names for w in core(name) if w[:1].isupper()}
    text = statement.text
    doing = frozenset().union(*(point.who for point in statement.points))
    for name in NAMED.finditer(text):
        word = name.group()
        if not (stem_of(word) in mine or (actor.side is not None and actor.side in (word, state_of(word)))):
            continue
        lead = [w.casefold() for w in text[: name.start()].split() if w.casefold() not in ("the", "a", "an")]
        if not lead or lead[-1] in reference().doers or concept(word.casefold()) in doing:
            return True
    return False


NAMED = re.compile(r"(?<![\w\-])[A-Z]\w+")


@cache
def _repelled() -> frozenset[str]:
    return frozenset(f"={name}" for name in reference().repelled)


@cache
def _violence() -> frozenset[str]:
    return frozenset(f"={name}" for name in reference().violence)


def _agrees(statement: Statement) -> bool:
    said = statement.text.casefold().strip(" .,")
    return len(own_concepts(statement)) <= 1 and any(said == words_ for words_ in reference().agreeing)


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


def _unverified(statement: Statement, before: Sequence[Statement], likeness: Likeness) -> list[Answer]:
    quoted = " ".join(part.quote for part in statement.attribution.content) if statement.attribution else ""
    said = words(quoted)
    joined = " ".join(said)
    only_figures = any(word in reference().counted for word in said)
    earlier = [s for s in before if s.stance not in ("no-comment", "could-not-verify")]

    each = any_of(reference().each_side).search(joined) is not None

    def to(chosen: Sequence[Statement]) -> list[Answer]:
        return [Answer(statement, s, "could-not-verify", only_figures, whole=True, each=each) for s in chosen]

    if each:
        parties = [s for s in earlier if s.side or (s.actor and s.actor.root.kind in knowledge().party_kinds)]
        return to([s for s in parties if s.stance in ("asserts", "blames", "denies")])
    named = [s for s in earlier if s.actor and _owner(quoted, s.actor)]
    if named:
        return to(named)
    if only_figures:
        # "The number of dead": all who have told one.
        told = [s for s in earlier if statement.spoken & s.spoken and s.concepts != s.spoken]
        if told:
            return to(told)
    own = {c for c in own_concepts(statement) if c not in {concept(w) for w in reference().counted}}
    if len(own) < 1 and earlier:
        last = max(s.start for s in earlier)
        lo, _ = paragraph(statement.report.text, last)
        near = [s for s in earlier if s.start == last] or [s for s in earlier if s.start >= lo]
        return to(near)
    alike = [s for s in earlier if len(own & s.concepts) >= 1 and likeness.weight(own & s.concepts) > 1.5]
    return to(alike[-1:])


def _owner(quoted: str, actor: Member) -> bool:
    """Whether the words name the actor as the owner of what was said ("the ministry's figure")."""
    spoken = {w.casefold() for w in tokens(quoted)}
    if any((s := state_of(w)) and s == actor.side for w in tokens(quoted) if w[:1].isupper()):
        return True
    names = {core(actor.root.name)[-1].casefold(), core(actor.name)[-1].casefold()}
    kinds = {noun_kind(word) for word in spoken} & {*knowledge().body_kinds}
    return bool(names & spoken) or actor.root.kind in kinds
