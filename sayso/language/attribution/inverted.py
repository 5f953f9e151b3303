"""Statements whose speaker comes last: "The road was mined, says everybody on our street"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.attribution.boundaries import tidy
from sayso.language.attribution.candidates import Candidate, overlap
from sayso.language.attribution.cues import cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.subjects import phrase, verb_of
from sayso.language.parsing import text_of

MOST = 0.5  # of the words of who speaks last, from which a content that holds them takes him for what is said


def turned(doc: Doc, candidate: Candidate) -> Candidate:
    """The candidate with who speaks and what is said the right way round, where the encoder took one for the other."""
    verb = verb_of(doc, candidate)
    comma = doc[verb.i - 1] if verb is not None and verb.i > verb.sent.start else None
    if verb is None or comma is None or comma.text != "," or verb.lemma_.lower() not in cues().saying:
        return candidate
    said = [t for t in verb.sent if t.i < comma.i and not t.is_space]
    verdict = bool(said) and {t.lower_ for t in said if not t.is_punct} <= cues().untrue  # "Nonsense, say those who …"
    speaker = _speaker(verb, ("nsubj", "dobj") if verdict else ("nsubj",))
    if speaker is None or not (verdict or any(t.pos_ in ("VERB", "AUX") for t in said)):
        return candidate
    wrong = overlap((speaker,), candidate.content) > MOST * (speaker[1] - speaker[0])
    if not wrong and candidate.source:
        return candidate
    before = tuple((start, min(end, comma.idx)) for start, end in candidate.content if start < comma.idx)
    content = tidy(text_of(doc), before or ((said[0].idx, comma.idx),))
    return candidate.but(source=(speaker,), content=content, found_by="model+rule") if content else candidate


def _speaker(verb: Token, as_: tuple[str, ...]) -> Span | None:
    """The words right behind the verb that name its subject, where the sentence, or this part of it, ends with them."""
    subject = next((c for c in verb.rights if c.dep_ in as_ and c.pos_ in ("NOUN", "PROPN", "PRON")), None)
    if subject is None or subject.left_edge.i != verb.i + 1:
        return None
    if any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children):
        return None
    last = subject.right_edge
    after = last.nbor() if last.i + 1 < len(verb.doc) else None
    ends = last.is_punct or after is None or after.is_punct or after.is_space
    return phrase(list(subject.subtree), subject) if ends else None
