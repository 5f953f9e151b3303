"""Whoever is quoted by somebody else: "the station quoted him as saying": he says it, and the station relays it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.attribution.boundaries import tidy
from sayso.language.attribution.candidates import Candidate, overlap, tokens
from sayso.language.attribution.cues import cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.phrases import CONFIDENCE, span_of, subtree
from sayso.language.parsing import text_of, tokens_of
from sayso.language.quotations import Quotation

QUOTING = {"quote", "cite"}


def quoted_as(doc: Doc, quotations: list[Quotation]) -> list[Candidate]:
    """Statements in the form "X quoted Y as saying Z", "“Z,” X quoted Y as saying" or "Y was quoted by X as saying Z":
    Y's, by the parse.
    """
    found = []
    for verb in tokens_of(doc):
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in QUOTING or verb.tag_ == "VBG":
            continue
        whom = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
        agent = (g for c in verb.children if c.dep_ == "agent" for g in c.children)
        saying = next((s for s in map(_saying, (verb, whom, *agent)) if s), None)
        if whom is None or saying is None:
            continue
        source = subtree(whom, without=(saying.head,))
        content = _said(doc, verb, saying, quotations)
        if source and content:
            cue = (span_of(verb), (span_of(saying.head)[0], span_of(saying)[1]))
            found.append(Candidate((source,), cue, content, CONFIDENCE, "rule"))
    return found


def recorded(doc: Doc, candidate: Candidate, quotations: list[Quotation]) -> Candidate:
    """ "“They were off,” Hamm told the inquiry, according to a transcript": Hamm's, where the encoder gave all of it to
    the transcript.
    """
    by = tokens(doc, candidate.cue)
    whole = next((q for q in quotations if overlap((q.inner,), candidate.content) == q.inner[1] - q.inner[0]), None)
    if not by or by[0].lower_ != "according" or whole is None or len(candidate.content) > 2:
        return candidate
    for verb in tokens(doc, ((whole.end, by[0].idx),)):
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        span = subtree(subject) if subject is not None else None
        if verb.lemma_.lower() in cues().speech and span is not None and whole.end <= span[0] < by[0].idx:
            return candidate.but(source=(span,), cue=(span_of(verb),), content=(whole.inner,), found_by="model+rule")
    return candidate


def relay(verb: Token) -> Token | None:
    """Who quotes, where a verb is that of "X quoted Y as saying"."""
    if verb.lemma_.lower() not in QUOTING or _saying(verb) is None:
        return None
    return next((c for c in verb.children if c.dep_ == "nsubj"), None)


def _saying(governor: Token | None) -> Token | None:
    """The verb of "as saying" below a verb, its object or its agent."""
    below = (g for c in governor.children if c.lower_ == "as" for g in c.children) if governor is not None else ()
    return next((g for g in below if g.tag_ == "VBG" and g.lemma_.lower() in cues().speech), None)


def _said(doc: Doc, verb: Token, saying: Token, quotations: list[Quotation]) -> tuple[Span, ...]:
    """What follows "as saying", else the quotation that goes before in the same paragraph."""
    behind = [c for c in saying.children if c.i > saying.i]
    after = next((c for role in ("ccomp", "dobj") for c in behind if c.dep_ == role), None)
    if after is not None:
        span = subtree(after)
        return (span,) if span else ()
    text = text_of(doc)
    before = [q for q in quotations if q.end <= verb.idx and "\n" not in text[q.end : verb.idx]]
    if not before or any(mark in text[before[-1].end : verb.idx] for mark in ".?!"):
        return ()
    return tidy(text, (before[-1].inner,))


def without_quoted(candidates: list[Candidate], quoted: list[Candidate]) -> list[Candidate]:
    """The candidates without what is said by somebody whom their source only quotes."""
    kept = []
    for c in candidates:
        theirs = next((q for q in quoted if overlap(c.cue, q.cue)), None)
        rest = tuple(p for p in c.content if not any(overlap((p,), q.content) or overlap((p,), q.cue) for q in quoted))
        if theirs is None and rest:
            kept.append(c.but(content=rest))
    return kept
