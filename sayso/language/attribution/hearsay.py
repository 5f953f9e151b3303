"""Hearsay in a participle: "two tankers said to have carried the arms", where nobody is named who says so."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.attribution.boundaries import tidy
from sayso.language.attribution.candidates import Candidate, tokens
from sayso.language.attribution.cues import cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.mentions import noun_group
from sayso.language.attribution.phrases import span_of, spans_of
from sayso.language.parsing import text_of

FINITE = ("VBD", "VBZ", "VBP", "MD")
NOUNS = ("NOUN", "PROPN")


def described_by(token: Token) -> Token | None:
    """The noun that a participle of hearsay stands behind; None where it is no such participle."""
    doc = token.doc
    if token.tag_ not in ("VBN", "VBD") or token.lemma_.lower() not in cues().passive_hearsay:
        return None
    if token.i == token.sent.start or token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    before = doc[token.i - 1]
    noun = before.nbor(-1) if before.text == "," and before.i > token.sent.start else before
    perfect = doc[token.i + 2].lemma_ in ("have", "be")
    return noun if perfect and (noun.pos_ in NOUNS or noun.lower_ in ("those", "one")) else None


def of_hearsay(doc: Doc, candidate: Candidate) -> Candidate:
    """The candidate with what is said, of whom, and no source: what is described as said to have acted does not speak,
    and what the sentence goes on with is not hearsay.
    """
    verb = next((t for t in tokens(doc, candidate.cue) if described_by(t) is not None), None)
    noun = described_by(verb) if verb is not None else None
    if verb is None or noun is None:
        return candidate
    said = _infinitive(verb)
    whom: tuple[Span, ...] = (noun_group(noun),)
    if verb.sent[0].lower_ == "among" and said[-1].i + 1 < verb.sent.end:
        # "Among the vessels said to have carried the arms are two tankers": it is said of the tankers.
        whom = spans_of(_complement(said[-1].nbor())) or whom
    content = tidy(text_of(doc), (*whom, *spans_of(said)))
    cue = (span_of(verb),)
    return candidate.but(source=(), cue=cue, content=content, found_by="model+rule") if content else candidate


def _infinitive(verb: Token) -> list[Token]:
    """The words from "to" on, up to the sentence's own verb or the next comma."""
    found: list[Token] = []
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.tag_ in FINITE and not _in_relative(token):
            break
        if token.text in (",", ";", ".") or token.is_space:
            break
        found.append(token)
    return found


def _in_relative(token: Token) -> bool:
    return any(t.dep_ in ("nsubj", "nsubjpass") and t.tag_ in ("WDT", "WP") for t in token.children)


def _complement(be: Token) -> list[Token]:
    """What stands behind "are", up to a comma."""
    rest = be.doc[be.i + 1 : be.sent.end]
    end = next((t.i for t in rest if t.text in (",", ";", ".") or t.is_space), be.sent.end)
    return list(be.doc[be.i + 1 : end]) if be.lemma_ == "be" else []
