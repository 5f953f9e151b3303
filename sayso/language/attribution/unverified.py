"""What nobody could check, where no one is named who tried: "could not be verified", "it was not possible to confirm".

Such a sentence is in the report's own voice: it is the outlet that could not.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.cues import NEGATIONS, NOTHING, cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.phrases import CONFIDENCE, span_of, spans_of, subtree

AT_HAND = {"available", "possible", "forthcoming"}
POSSIBLE = {"possible", "impossible"}


def unverified(words: list[Token]) -> Iterator[Candidate]:
    """Statements that something could not be checked; credited to the agent that a passive names, else `own`."""
    for token in words:
        found = None
        if token.lemma_.lower() in cues().check:
            found = _passive(token) if token.tag_ == "VBN" else _impersonal(token)
        elif token.lemma_.lower() in cues().checks:
            found = _none(token)
        if found is not None:
            yield found


def _passive(verb: Token) -> Candidate | None:
    """ "The claim could not be independently verified", "Neither account could be confirmed by this paper"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i < verb.i]
    unchecked = {"could", "can", "been"} & {c.lower_ for c in auxiliaries}
    if subject is None or not unchecked or not (_negated(auxiliaries) or _nothing(subject)):
        return None
    if subject.ent_type_ == "PERSON" or verb.lemma_.lower() in cues().reaching:
        return None  # "could not be reached" is said of whom one asks
    agent = next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
    if verb.dep_ == "ccomp" and (whole := _record(verb, auxiliaries[0])) is not None:
        source = subtree(agent) if agent is not None else None
        cue = (span_of(auxiliaries[0])[0], span_of(verb)[1])
        return Candidate((source,) if source else (), (cue,), (whole,), CONFIDENCE, "rule", own=source is None)
    return _candidate(subject, [*auxiliaries, verb], agent)


def _record(verb: Token, modal: Token) -> Span | None:
    """ "A video said to show a blast could not be verified": what opens the sentence, with the clause that describes
    it, of which the parser takes the end for what was not verified.
    """
    showing = verb.head
    if "to" not in {c.lower_ for c in showing.children} or showing.i > verb.i:
        return None
    opening = verb.sent[0]
    described = {t.i for t in showing.ancestors} | {c.i for t in showing.ancestors for c in t.children}
    first = next((t for t in verb.sent[:8] if t.pos_ == "NOUN"), None)
    if first is None or first.i not in described or first.left_edge != opening:
        return None
    return opening.idx, span_of(modal.nbor(-1))[1]


def _none(noun: Token) -> Candidate | None:
    """ "There was no independent confirmation of the toll", "no confirmation of it was available"."""
    being = noun.head
    of = next((c for c in noun.children if c.lower_ in ("of", "for")), None)
    target = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if target is None or being.lemma_ != "be" or not any(c.lower_ == "no" for c in noun.children):
        return None
    if not any(c.dep_ == "expl" or c.lower_ in AT_HAND for c in being.children):
        return None
    return _candidate(target, [*(c for c in noun.children if c.i < noun.i), noun], None)


def _impersonal(verb: Token) -> Candidate | None:
    """ "It was not immediately possible to verify the figures"."""
    top = verb.head.head if verb.head.lower_ in POSSIBLE else verb.head
    possible = next((c for c in top.children if c.dep_ == "acomp" and c.lower_ in POSSIBLE), None)
    target = next((c for c in verb.children if c.dep_ in ("dobj", "ccomp")), None)
    if possible is None or target is None or not (possible.lower_ == "impossible" or _negated(list(top.children))):
        return None
    beside = [c for c in (*top.children, *possible.children) if c.dep_ in ("neg", "advmod", "aux") and c.i < verb.i]
    return _candidate(target, [top, *beside, possible, verb], None)


def _negated(words: list[Token]) -> bool:
    return bool({t.lower_ for t in words} & NEGATIONS)


def _nothing(subject: Token) -> bool:
    """ "None of the claims", "neither side's claims"."""
    before = (t.lower_ for left in subject.lefts for t in left.subtree)
    return bool({subject.lower_, *before, *(c.lower_ for c in subject.children)} & NOTHING)


def _candidate(target: Token, cue: list[Token], agent: Token | None) -> Candidate | None:
    content = subtree(target)
    source = subtree(agent) if agent is not None else None
    if content is None:
        return None
    whole = (min(span_of(t)[0] for t in cue), max(span_of(t)[1] for t in cue))
    words = [t for t in target.doc.char_span(*whole) or () if t.i not in {x.i for x in target.subtree}]
    return Candidate((source,) if source else (), spans_of(words), (content,), CONFIDENCE, "rule", own=source is None)
