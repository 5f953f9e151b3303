"""Which statement answers which: denials, confirmations and failures to verify that point back to what was said before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load
from sayso.reconcile.cast import Member
from sayso.reconcile.cast.kinds import core, knowledge, state_of, tokens
from sayso.reconcile.cast.sides import stem_of
from sayso.reconcile.counts.kinds import any_of
from sayso.reconcile.questions.likeness import Likeness
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import concept, paragraph, words

Relation = Literal["denies", "contradicts", "agrees", "could-not-verify", "no-comment", "concedes"]
REACH = 420  # characters back within which a statement without words of its own finds what it answers


class Reference(BaseModel):
    """`propositions.yaml`; the keys are described in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    referring: tuple[str, ...]
    judgements: tuple[str, ...]
    counted: tuple[str, ...]
    each_side: tuple[str, ...]
    pronouns: tuple[str, ...]
    involvement: tuple[str, ...]
    agreeing: tuple[str, ...]
    contrary_cues: tuple[str, ...]
    contraries: tuple[tuple[str, str], ...]


@cache
def reference() -> Reference:
    """What is known of how statements answer one another."""
    return load("propositions", Reference)


@dataclass(frozen=True, eq=False)
class Answer:
    """`by` answers `to`. `figures` is true where only what `to` counts is meant; `whole` where `to` is answered as a
    whole, its figures included, and not a point of it; `each` where it is one of all that both sides said.
    """

    by: Statement
    to: Statement
    relation: Relation
    figures: bool = False
    whole: bool = False
    each: bool = False


def own_concepts(statement: Statement) -> frozenset[str]:
    """What a statement speaks of by itself, without words that refer or judge."""
    empty = {concept(word) for word in (*reference().referring, *reference().judgements)}
    return statement.spoken - empty


def answers(statements: Sequence[Statement], likeness: Likeness) -> list[Answer]:
    """All answers of one story, in order of the answering statement."""
    by_report: dict[str, list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: s.order):
        by_report.setdefault(statement.report.id, []).append(statement)
    found: list[Answer] = []
    for statement in sorted(statements, key=lambda s: s.order):
        here = by_report[statement.report.id]
        before = [s for s in here if s is not statement and s.start < _at(statement)]
        stance = statement.attribution.stance
        if stance == "could-not-verify":
            found += _unverified(statement, before, likeness)
        elif stance == "no-comment":
            found += [
                Answer(statement, s, "no-comment") for s in _nearest(statement, before)[:1] if _refers(statement, s)
            ]
        elif stance == "denies":
            found += _denied(statement, before, statements)
        elif _agrees(statement):
            found += [Answer(statement, s, "agrees") for s in _nearest(statement, before)[:1]]
        elif _contrary(statement):
            found += [Answer(statement, s, "contradicts") for s in _nearest(statement, before)[:1]]
        elif stance == "admits":
            found += _beside_denial(statement, before)
    return found


def _at(statement: Statement) -> int:
    """Where the statement begins, its source and cue included."""
    said = statement.attribution
    starts = [statement.start, *(part.start for part in said.cue)]
    if said.source and said.source.start is not None:
        starts.append(said.source.start)
    return max(starts) if len(own_concepts(statement)) < 2 else statement.start


def _nearest(statement: Statement, before: Sequence[Statement]) -> list[Statement]:
    """Statements of others before this one, the nearest first; of another side before those of none."""
    root, side = statement.root, statement.side
    at = _at(statement)
    close = [
        s
        for s in before
        if s.root != root
        and not (side and s.side == side)
        and at - s.attribution.content[-1].end <= REACH
        and s.attribution.stance not in ("no-comment", "could-not-verify")
    ]
    return sorted(close, key=lambda s: (-_names(s, statement.actor), -s.start))


def _names(statement: Statement, actor: Member | None) -> bool:
    """Whether the content speaks of the actor by name, or by the name of its side."""
    if actor is None:
        return False
    mine = {stem_of(w) for name in actor.root.names for w in core(name) if w[:1].isupper()}
    if actor.side:
        mine |= {stem_of(w) for w in tokens(actor.side)}
    spoken = {stem_of(w) for w in tokens(statement.text)}
    states = {state_of(w) for w in tokens(statement.text) if w[:1].isupper()}
    return bool(mine & spoken) or (actor.side is not None and actor.side in states)


def _denied(statement: Statement, before: Sequence[Statement], everyone: Sequence[Statement]) -> list[Answer]:
    said = statement.text.casefold()
    if any_of(reference().involvement).search(said) and len(own_concepts(statement)) <= 2:
        blamed = [
            s for s in everyone if s.root != statement.root and s.side != statement.side and _blames(s, statement.actor)
        ]
        if blamed:
            return [Answer(statement, s, "denies") for s in blamed]
    own = own_concepts(statement)
    near = _nearest(statement, before)
    if not near:
        return []
    if len(own) < 2 or re.search(r"\b(?:such|that|this|her|his|their)\b", said):
        return [Answer(statement, near[0], "denies", whole=True)]
    accused = [
        s for s in near[:3] if s.attribution.stance == "blames" or _names(s, statement.actor) or own & s.concepts
    ]
    close = [s for s in accused if _at(statement) - s.attribution.content[-1].end <= REACH // 2]
    return [Answer(statement, s, "denies") for s in close[:1]]


def _blames(statement: Statement, actor: Member | None) -> bool:
    return _names(statement, actor) and bool(statement.concepts & {"=attack", "=shell", "=bomb", "=rocket", "=kill"})


def _agrees(statement: Statement) -> bool:
    said = statement.text.casefold().strip(" .,")
    return len(own_concepts(statement)) <= 1 and any(said == words_ for words_ in reference().agreeing)


def _contrary(statement: Statement) -> bool:
    """Whether the words before the content set it against what was said before."""
    text = statement.report.text
    lo = max(statement.sentence[0], statement.start - 90)
    return any_of(reference().contrary_cues).search(text[lo : statement.start]) is not None


def _refers(statement: Statement, to: Statement) -> bool:
    """Whether a refusal to comment is about `to`: it names what that speaks of, or only refers."""
    own = own_concepts(statement)
    return not own or bool(own & (to.concepts | to.around))


def _beside_denial(statement: Statement, before: Sequence[Statement]) -> list[Answer]:
    """An admission in the same sentence as a denial by one of its side takes up the denied question."""
    same = [s for s in before if s.sentence == statement.sentence and s.attribution.stance == "denies"]
    return [Answer(statement, s, "concedes") for s in same[-1:]]


def _unverified(statement: Statement, before: Sequence[Statement], likeness: Likeness) -> list[Answer]:
    said = [word for part in statement.attribution.content for word in words(part.quote)]
    joined = " ".join(said)
    only_figures = any(word in reference().counted for word in said)
    earlier = [s for s in before if s.attribution.stance not in ("no-comment", "could-not-verify")]

    def to(chosen: Sequence[Statement]) -> list[Answer]:
        each = len(chosen) > 2
        return [Answer(statement, s, "could-not-verify", only_figures, whole=True, each=each) for s in chosen]

    if any_of(reference().each_side).search(joined):
        return to([s for s in earlier if s.side or (s.actor and s.actor.root.kind in knowledge().party_kinds)])
    quoted = " ".join(part.quote for part in statement.attribution.content)
    named = [s for s in earlier if s.actor and _owner(quoted, s.actor)]
    if named:
        return to(named)
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
    last = core(actor.root.name)[-1].casefold()
    return last in spoken or core(actor.name)[-1].casefold() in spoken
