"""Which mentions tell where or when something happened, and which tell when it was said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Token

from sayso.knowledge import load
from sayso.language.setting.grammar import Grammar, path
from sayso.model import Attribution, Place, Source, Time

SAID = ("minute", "hour", "part-of-day", "day")  # precisions of a time that a statement is made at


class Words(BaseModel):
    """`setting.yaml`; the keys are described in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    locatives: frozenset[str]
    destinations: frozenset[str]
    apart: frozenset[str]
    bounds: frozenset[str]
    people: frozenset[str]


@cache
def words() -> Words:
    """The lists in force."""
    return load("setting", Words)


def spots(grammar: Grammar, places: Sequence[Place]) -> list[tuple[Place, Token]]:
    """Places at which something happens, each with the word that hangs it on its clause."""
    found = []
    for place in places:
        span = grammar.span(place)
        if span is None or grammar.credited(place):
            continue
        hangs = _located(span.root)
        # "told reporters in Rome": where it was said
        if hangs is not None and not grammar.reports(grammar.clause(hangs)):
            found.append((place, hangs))
    return found


def _located(token: Token) -> Token | None:
    """The word on which a place hangs as where something is ("killed | in the town of Orlen"), else None."""
    while token.head.i != token.i:
        head = token.head
        if token.dep_ == "pobj":
            if head.lower_ in words().locatives:
                # "taken to schools in Orlen": where they were brought, or came from
                beyond = head.head.dep_ == "pobj" and head.head.head.lower_ in words().destinations
                return None if beyond else head
            if head.lower_ != "of":
                return None
            token = head
        elif token.dep_ in ("dobj", "nsubjpass") and head.pos_ == "VERB":
            return token
        elif token.dep_ == "prep" and head.pos_ in ("NOUN", "PROPN", "ADV"):
            # "north of Orlen", "the town of Orlen", "hundreds in Orlen"
            if head.pos_ == "ADV" and head.dep_ == "advmod":
                return head
            token = head
        elif token.dep_ in ("compound", "nmod", "poss", "appos", "amod", "conj", "nummod", "npadvmod"):
            token = head
        else:
            return None
    return None


def happenings(grammar: Grammar, times: Sequence[Time]) -> list[tuple[Time, Token]]:
    """Times at which something happens: with a value, of no statement, and not of another event that is set apart."""
    found = []
    for time in times:
        span = grammar.span(time)
        if time.value is None or span is None or grammar.credited(time):
            continue
        clause = grammar.clause(span.root)
        # "since the siege began on Friday" tells a stretch, and no day
        if any(c.dep_ == "mark" and c.lower_ in words().bounds for c in clause.children):
            continue
        if grammar.reports(clause) or any(t.lower_ in words().apart for t in path(span.root, clause) if t not in span):
            continue
        found.append((time, span.root))
    return found


def when_said(grammar: Grammar, attribution: Attribution, times: Sequence[Time]) -> Time | None:
    """The time beside an attribution's cue ("said on Thursday") or of its document ("the note of 4 May")."""
    source, held = attribution.source, []
    for time in times:
        span = grammar.span(time)
        if time.precision not in SAID or span is None:
            continue
        if any(p.start < time.end and time.start < p.end for p in attribution.content):
            continue
        clause = grammar.clause(span.root)
        of_cue = any(c.start <= clause.idx < c.end for c in attribution.cue)
        # "the note of 4 May": not "the council, which has ruled since May"
        inside = source is not None and (source.start or 0) <= time.start and time.end <= (source.end or 0)
        if of_cue or (inside and not any(t.pos_ in ("VERB", "AUX") for t in _over(grammar, span.root, source))):
            held.append(time)
    return held[0] if len({t.value for t in held}) == 1 else None


def _over(grammar: Grammar, token: Token, source: Source | None) -> list[Token]:
    """The words over a time that stand in a source's words."""
    start, end = (source.start or 0, source.end or 0) if source is not None else (0, 0)
    return [t for t in token.ancestors if start <= t.idx < end]
