"""Whose a number is that stands beside its owner, or beside two: "the union's is 12", "nine according to X, and twelve
according to Y", "they claim 900, a number that …, according to Z".
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from sayso.language.attribution.candidates import Candidate, overlap
from sayso.language.attribution.cues import cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.mentions import noun_group
from sayso.language.attribution.phrases import CONFIDENCE, span_of, spans_of
from sayso.language.attribution.rules import names_source
from sayso.language.parsing import tokens_of

JOINING = (",", "and", ";", "while", "but")
ENDING = (",", ".", ";", "and", "!", "?")
YEAR = re.compile(r"(?:1[89]|20)\d\d")


def gapped(words: list[Token]) -> list[Candidate]:
    """Candidates whose content is one number; only where another number stands in the sentence or the one before."""
    found = []
    for token in words:
        if token.like_num and token.pos_ == "NUM" and not YEAR.fullmatch(token.text) and _bare(token):
            candidate = _possessed(token) or _joined(token)
            if candidate is not None and _another(token):
                found.append(candidate)
    return found


def accorded(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """The candidates, with two of one sentence told apart: "nine died according to X, and twelve according to Y"."""
    made = list(found)
    words = [t for t in tokens_of(doc) if t.lower_ == "according" and any(c.dep_ == "pobj" for c in t.subtree)]
    for sent in {t.sent.start: t.sent for t in words}.values():
        twice = [t for t in words if sent.start <= t.i < sent.end]
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


def of_claims(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """The candidates, with a claim told apart from what another says of it: "they claim 900 members, a number that
    nobody believes, according to the mill".
    """
    made, claiming = list(found), cues().distanced | cues().saying | cues().tally
    for token in tokens_of(doc):
        if token.lower_ == "according" and token.head.lemma_.lower() in claiming:
            pair = _claim_and_judgement(token)
            if pair:
                made = [c for c in made if not any(_touches(c, p) for p in pair)] + pair
    return made


def _touches(one: Candidate, other: Candidate) -> bool:
    return overlap(one.cue, other.cue) > 0 or overlap(one.content, other.content) > 0


def _claim_and_judgement(token: Token) -> list[Candidate]:
    verb, doc = token.head, token.doc
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    who = next((t for t in token.subtree if t.dep_ == "pobj"), None)
    if subject is None or who is None or any(t.tag_ == "PRP$" for t in who.children):
        return []
    nouns = cues().tallies | cues().statements
    named = (t for t in doc[verb.i + 2 : token.i] if t.lemma_.lower() in nouns and t.left_edge.lower_ in ("a", "an"))
    judged = next((t.left_edge.i for t in named if t.left_edge.nbor(-1).text == ","), None)
    if judged is None:
        return []
    by = (span_of(token)[0], span_of(token.nbor())[1])
    claimed, said = spans_of(list(doc[verb.i + 1 : judged])), spans_of(list(doc[judged : token.i]))
    return [
        Candidate((noun_group(subject),), (span_of(verb),), claimed, CONFIDENCE, "rule"),
        Candidate((noun_group(who),), (by,), said, CONFIDENCE, "rule"),
    ]


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
