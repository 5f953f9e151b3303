"""Statements in a relative clause: "in what the opposition called an attack", "a charge that the army rejected"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.language.attribution.candidates import Candidate, overlap, without
from sayso.language.attribution.cues import cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.mentions import noun_group
from sayso.language.attribution.phrases import CONFIDENCE, span_of, subject_of, subtree


@dataclass(frozen=True, slots=True)
class Relative:
    """A statement, the clause that holds it, with the preposition before it, and whether a pronoun says it there."""

    said: Candidate
    clause: Span
    pronoun: bool


def in_relatives(words: list[Token]) -> Iterator[Relative]:
    """What others call something, or reject, inside a sentence of the report's own or somebody else's."""
    for verb in words:
        if verb.pos_ != "VERB":
            continue
        content = _called(verb) or _rejected(verb)
        if content is None:
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in ("WP", "WDT")), None)
        source = subtree(_meant(subject, verb)) if subject is not None else None
        if source and subject is not None:
            first = verb.head if verb.dep_ == "pcomp" else verb.left_edge
            said = Candidate((source,), (span_of(verb),), (content,), CONFIDENCE, "rule")
            yield Relative(said, (first.idx, span_of(verb.right_edge)[1]), subject.pos_ == "PRON")


def _meant(subject: Token, verb: Token) -> Token:
    """The subject of a relative clause, or whom its pronoun takes up: "the army shelled what it called a base"."""
    above = next((t for t in verb.ancestors if t.pos_ == "VERB"), None)
    meant = subject_of(above) if above is not None and subject.pos_ == "PRON" else None
    return meant if meant is not None and meant.pos_ in ("NOUN", "PROPN") else subject


def _called(verb: Token) -> Span | None:
    """ "What the opposition called an attack": what it is called."""
    if verb.lemma_.lower() not in cues().label:
        return None
    if not any(c.lower_ == "what" and c.dep_ in ("dobj", "nsubj", "nsubjpass") for c in verb.children):
        return None
    named = (c for c in verb.children if c.dep_ in ("oprd", "attr", "ccomp") and c.i > verb.i)
    behind_as = (g for c in verb.children if c.lower_ == "as" for g in c.children if g.dep_ in ("pobj", "amod"))
    name = next(named, None) or next(behind_as, None)
    return subtree(name) if name is not None else None


def _rejected(verb: Token) -> Span | None:
    """ "A charge that the army rejected": what it rejects."""
    if verb.dep_ != "relcl" or cues().stance_of(verb.lemma_.lower()) != "denies":
        return None
    pronoun = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in ("that", "which")), None)
    if pronoun is None:
        return None
    # "Accuses it of hiding the letter, which it denies": the hiding, not the letter.
    deed = next((t for t in verb.head.ancestors if t.dep_ in ("pcomp", "ccomp")), None)
    behind = pronoun.lower_ == "which" and pronoun.nbor(-1).text == ","
    if behind and deed is not None and verb.head.lemma_.lower() not in cues().contested | cues().statements:
        return subtree(deed, (verb,))
    return noun_group(verb.head)


def apart_from(others: list[Relative], relatives: Iterator[Relative]) -> list[Relative]:
    """The relative clauses that none of some others holds."""
    return [one for one in relatives if not any(overlap((one.clause,), (other.clause,)) for other in others)]


def with_relatives(candidates: list[Candidate], relatives: list[Relative]) -> list[Candidate]:
    """The candidates without the words of relative clauses that name a speaker of their own, and what these say.

    A pronoun inside what somebody says is that one ("the plan, he said, was what he called a joke").
    """
    inner = [one for one in relatives if not (one.pronoun and any(_said_in(c, one) for c in candidates))]
    kept = []
    for c in candidates:
        parts = c.content
        if any(overlap(c.cue, one.said.cue) for one in inner):
            continue
        for one in inner:
            parts = without(parts, one.clause)
        if parts:
            kept.append(c.but(content=parts))
    return [*kept, *(one.said for one in inner)]


def _said_in(candidate: Candidate, relative: Relative) -> bool:
    """Whether a relative clause stands in the content of a candidate with another cue."""
    return bool(overlap(candidate.content, (relative.clause,))) and not overlap(candidate.cue, relative.said.cue)
