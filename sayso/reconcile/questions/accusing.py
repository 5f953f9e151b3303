"""Who accuses whom: statements that name somebody as the doer of violence."""

from __future__ import annotations

import re
from functools import cache

from sayso.reconcile.cast import Member
from sayso.reconcile.cast.camps import stem_of
from sayso.reconcile.cast.kinds import core, knowledge, noun_kind, state_of, tokens
from sayso.reconcile.cast.sides import THE_STATE
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import concept, concept_named, concepts


def names(statement: Statement, actor: Member | None) -> bool:
    """Whether the content speaks of the actor by name, or by the name of its side."""
    if actor is None:
        return False
    mine = {stem_of(w) for name in actor.root.names for w in core(name) if w[:1].isupper()}
    if actor.side:
        mine |= {stem_of(w) for w in tokens(actor.side) if w[:1].isupper()}
    if called(statement.text, actor) is not None:
        return True
    spoken = {stem_of(w) for w in tokens(statement.text) if w[:1].isupper()}
    states = {state_of(w) for w in tokens(statement.text) if w[:1].isupper()}
    return bool(mine & spoken) or (actor.side is not None and actor.side in states)


def called(text: str, actor: Member) -> int | None:
    """Where a text calls a body by its bare noun ("the army of bombing", "police had fired"); None where it never
    does.
    """
    body = actor.root
    nouns = {core(name)[-1].casefold() for name in (*body.names, body.name)}
    nouns = {noun for noun in nouns if noun_kind(noun) in knowledge().state_kinds}
    for word in SMALL.finditer(text):
        if word["noun"] in nouns and not (word["before"] or "")[:1].isupper():
            return word.start("noun")
    return None


SMALL = re.compile(r"(?:\b(?P<before>[\w’'\-]+)\s+)?(?<!\w)(?P<noun>[a-z]+)\b")


def same_camp(a: Statement, b: Statement) -> bool:
    """Whether two are of one side; of two states that nothing tells apart ("the army", "the government") not."""
    return a.root == b.root or (a.side not in (None, THE_STATE) and a.side == b.side)


def blames(accuser: Statement, denier: Statement) -> bool:
    """Whether a statement of another side accuses the denier, or makes him the doer of violence."""
    if same_camp(accuser, denier) or accuser.stance in (
        "no-comment",
        "could-not-verify",
        "denies",
        "admits",
    ):
        return False
    party = accuser.actor is not None
    told = accuser.spoken | accuser.deeds
    guilt = accuser.stance == "blames" or bool(told & (violence() | {concept_named(INVOLVED)}))
    return party and guilt and doer(accuser, denier.actor)


def doer(statement: Statement, actor: Member | None) -> bool:
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
        if statement.stance == "blames" and name.end() <= len(WHOM.split(text)[0]):
            return True  # "blamed the rebel Lode Front (LF), which …"
        if not lead or lead[-1] in reference().doers or concept(word.casefold()) in doing:
            return True
        if WHO.match(text, name.end()):
            return True  # "a strike on Front fighters who were running a depot"
    at = called(text, actor)
    if at is None:
        return False
    lead = [w.casefold() for w in text[:at].split() if w.casefold() not in ("that", "the", "a", "an")]
    return not lead or lead[-1] in reference().doers


NAMED = re.compile(r"(?<![\w\-])[A-Z]\w+")


def bears_out(one: Statement, other: Statement) -> bool:
    """Whether two may say the same of whom they accuse: who only tells what was done names nobody for it."""
    for accuser, teller in ((one, other), (other, one)):
        if accuser.stance == "blames" and teller.stance not in ("blames", "admits", "claims-responsibility"):
            named = accused(accuser)
            if not named or not named & frozenset().union(*(point.all for point in teller.points)):
                return False
    return True


def accused(statement: Statement) -> frozenset[str]:
    """The concepts of whom an accusation names: who does what it tells, else what stands before "for" or "of"."""
    doing = frozenset().union(*(point.who for point in statement.points if point.main))
    return doing or concepts(BECAUSE.split(statement.text)[0])


WHO = re.compile(r"(?:\s+[a-z]+){0,2}\s+who\b")
WHOM = re.compile(r",| (?:for|of|over|on) ")
BECAUSE = re.compile(r" (?:for|of|over) ")
INVOLVED = "involve"


@cache
def repelled() -> frozenset[str]:
    """The concepts of telling how an attack was met."""
    return frozenset(f"={name}" for name in reference().repelled)


@cache
def violence() -> frozenset[str]:
    """The concepts of deeds that somebody denies having had a part in."""
    return frozenset(f"={name}" for name in reference().violence)
