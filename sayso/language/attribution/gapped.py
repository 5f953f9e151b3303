"""Whose a bare number is that stands beside its owner: "the union's is 12", "the union counted 12, the firm nine"."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.mentions import noun_group
from sayso.language.attribution.phrases import CONFIDENCE, span_of, unquoted
from sayso.language.attribution.rules import names_source
from sayso.language.quotations import Quotation

JOINING = (",", "and", ";", "while", "but")
ENDING = (",", ".", ";", "and", "!", "?")
YEAR = re.compile(r"(?:1[89]|20)\d\d")


def gapped(doc: Doc, quotations: list[Quotation]) -> list[Candidate]:
    """Candidates whose content is one number; only where another number stands in the sentence or the one before."""
    found = []
    for token in unquoted(doc, quotations):
        if token.like_num and token.pos_ == "NUM" and not YEAR.fullmatch(token.text) and _bare(token):
            candidate = _possessed(token) or _joined(token)
            if candidate is not None and _another(token):
                found.append(candidate)
    return found


def accorded(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """The candidates, with two of one sentence told apart: "nine died according to X, and twelve according to Y"."""
    made = list(found)
    for sent in doc.sents:
        twice = [t for t in sent if t.lower_ == "according" and any(c.dep_ == "pobj" for c in t.subtree)]
        if len(twice) < 2 or twice[0].i == sent.start:
            continue
        made = [c for c in made if not sent.start_char <= c.start < sent.end_char]
        start = sent.start
        for token in twice:
            source = noun_group(next(c for c in token.subtree if c.dep_ == "pobj"))
            content = (doc[start].idx, span_of(doc[token.i - 1])[1])
            made.append(Candidate((source,), ((token.idx, span_of(token.nbor())[1]),), (content,), CONFIDENCE, "rule"))
            start = next((t.i + 1 for t in doc[token.i : sent.end] if t.text in JOINING[1:]), sent.end - 1)
    return made


def _bare(token: Token) -> bool:
    """Whether no noun follows that the number counts."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "SYM") and not after.text.startswith(("%", "-"))


def _another(token: Token) -> bool:
    sent = token.sent
    before = token.doc[sent.start - 1].sent if sent.start and "\n" not in token.doc[sent.start - 1].text else sent
    return any(t.like_num and t.i != token.i for s in (before, sent) for t in s)


def _possessed(token: Token) -> Candidate | None:
    """ "Neither the army's 30 nor the rebels' 200", "the hospital's is 25"."""
    doc, at = token.doc, token.i - 1
    while at > token.sent.start and (doc[at].lemma_ == "be" or doc[at].lower_ == "own"):
        at -= 1
    if at <= token.sent.start or doc[at].tag_ != "POS":
        return None
    return _of(doc, (noun_group(doc[at - 1])[0], span_of(doc[at - 1])[1]), token, (span_of(doc[at]),))


def _joined(token: Token) -> Candidate | None:
    """ "The union counted 12 dead, the company nine": the second clause leaves its verb to the first."""
    doc = token.doc
    after = token.nbor() if token.i + 1 < len(doc) else None
    if token.i - token.sent.start < 4 or (after is not None and not after.is_space and after.text not in ENDING):
        return None
    last = token.i - 2 if token.nbor(-1).lower_ == "at" else token.i - 1
    source = noun_group(doc[last])
    words = doc.char_span(*source, alignment_mode="expand")
    if words is None or words.end != last + 1 or words.start <= token.sent.start:
        return None
    earlier = doc[token.sent.start : words.start]
    if earlier[-1].text not in JOINING or not any(t.like_num for t in earlier):
        return None
    return _of(doc, source, token, ()) if any(t.pos_ == "VERB" for t in earlier) else None


def _of(doc: Doc, source: Span, token: Token, cue: tuple[Span, ...]) -> Candidate | None:
    first = doc.char_span(*source, alignment_mode="expand")
    if first is not None and len(first) > 1 and first[0].lower_ in ("neither", "nor", "both", "either"):
        source = (first[1].idx, source[1])
    return Candidate((source,), cue, (span_of(token),), CONFIDENCE, "rule") if names_source(doc, source) else None
