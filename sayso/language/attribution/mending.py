"""Mends candidates by the parse: whose verb the cue is, and what belongs to another paragraph or statement."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from sayso.language.attribution.boundaries import tidy
from sayso.language.attribution.candidates import Candidate, head, overlap, tokens
from sayso.language.attribution.cues import cues
from sayso.language.attribution.decoding import Span
from sayso.language.parsing import text_of
from sayso.language.quotations import Quotation

SUBJECTS = ("nsubj",)
# Subjects that only stand for a clause or for nobody.
EMPTY = {"it", "there", "that", "this", "what", "which", "who", "whom", "whose"}


def subject_of_cue(doc: Doc, candidate: Candidate) -> Candidate:
    """The candidate credited to its cue's own subject, where the encoder took nobody or somebody from elsewhere."""
    verb = _verb(doc, candidate)
    if verb is not None and verb.lower_ == "believed" and text_of(doc)[: verb.idx].endswith("to be "):
        return _believed(candidate, verb)
    if verb is None or any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return candidate
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ in EMPTY or subject.pos_ not in ("NOUN", "PROPN", "PRON"):
        return candidate
    span = _span(list(subject.subtree), subject)
    if span is None or overlap((span,), candidate.content) or overlap((span,), candidate.cue):
        return candidate
    if candidate.source and (overlap((span,), candidate.source) or _same_sentence_before(doc, candidate, subject)):
        return candidate
    return candidate.but(source=(span,), found_by="model+rule")


def _believed(candidate: Candidate, verb: Token) -> Candidate:
    """ "If the army's account is to be believed": what is to be believed is the source."""
    asked = next((t for t in verb.head.children if t.dep_ in ("nsubj", "nsubjpass")), None)
    subject = next((t for t in verb.children if t.dep_ == "nsubjpass"), asked)
    if subject is None:
        return candidate
    words = [t for t in subject.subtree if t.i - subject.i < 1]
    span = _span(words, subject)
    return candidate.but(source=(span,), found_by="model+rule") if span else candidate


def from_the_start(doc: Doc, candidate: Candidate) -> Candidate:
    """ "Nine drowned after the dam burst, the board said": what stands before the cue is said from its beginning on."""
    verb = _verb(doc, candidate)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None) if verb is not None else None
    if clause is None or len(candidate.content) != 1:
        return candidate
    start, end = candidate.content[0]
    first, last = clause.left_edge, clause.right_edge
    added = text_of(doc)[first.idx : start]
    if not (first.idx < start and end <= last.idx + len(last.text) and added.strip()):
        return candidate
    if any(mark in added for mark in '“”"«»\n:') or overlap(((first.idx, start),), candidate.source):
        return candidate
    return candidate.but(content=tidy(text_of(doc), ((first.idx, end),)))


def cited(doc: Doc, candidate: Candidate) -> Candidate:
    """ "The paper reported, citing two officers, that…": whoever is cited is the source, and the paper a relay."""
    verb = _verb(doc, candidate)
    if verb is None or verb.lower_ in CITING:
        return candidate
    heads = [verb, *(c for c in verb.children if c.dep_ in SUBJECTS)]
    citing = next((c for h in heads for c in h.children if c.lower_ in CITING), None)
    whom = next((c for c in citing.children if c.dep_ == "dobj"), None) if citing is not None else None
    if citing is None or whom is None or whom.lemma_.lower() in cues().tallies | cues().statements:
        return candidate
    span, cue = _span(list(whom.subtree), whom), (citing.idx, citing.idx + len(citing.text))
    if span is None or overlap((span, cue), candidate.content):
        return candidate
    return candidate.but(source=(span,), cue=tidy(text_of(doc), (*candidate.cue, cue)), found_by="model+rule")


CITING = ("citing", "quoting")


def whole_phrases(doc: Doc, candidate: Candidate) -> Candidate:
    """The candidate with no phrase cut before its head ("the quietest" of "the quietest day") or inside a name."""
    taken = {t.i for spans in (candidate.cue, candidate.source) for t in tokens(doc, spans)}
    content = tuple(_to_head(doc, span, taken, tail=True) for span in candidate.content)
    mine = {t.i for spans in (candidate.cue, content) for t in tokens(doc, spans)}
    source = tuple(_from_name(doc, _to_head(doc, span, mine, tail=False), mine) for span in candidate.source)
    return candidate.but(content=tidy(text_of(doc), content), source=source)


def _to_head(doc: Doc, span: Span, taken: set[int], *, tail: bool) -> Span:
    """A span that ends in a modifier, taken on to the noun of this, and with `tail` to the end of its phrase."""
    words = tokens(doc, (span,))
    if not words or words[-1].dep_ not in MODIFIERS or words[-1].head.i <= words[-1].i:
        return span
    top = words[-1].head
    last = top.right_edge if tail else top
    while last.i > top.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    between = range(words[-1].i + 1, last.i + 1)
    if len(between) > 25 or any(i in taken or "\n" in doc[i].text for i in between):
        return span
    return span[0], last.idx + len(last.text)


def _from_name(doc: Doc, span: Span, taken: set[int]) -> Span:
    """A span that begins or ends inside a name, or before the name of what it describes, with the whole of it."""
    words = tokens(doc, (span,))
    if not words:
        return span
    first, last = words[0].i, words[-1].i
    while last + 1 < len(doc) and doc[last + 1].pos_ == "PROPN" and last + 1 not in taken and doc[last].pos_ in NAMING:
        last += 1
    span = (span[0], doc[last].idx + len(doc[last].text))
    if words[0].pos_ != "PROPN":
        return span
    while first and doc[first - 1].pos_ == "PROPN" and doc[first - 1].text[0].isupper() and first - 1 not in taken:
        first -= 1
    return doc[first].idx, span[1]


NAMING = ("NOUN", "PROPN")
MODIFIERS = ("det", "amod", "compound", "nummod", "poss", "nmod", "advmod", "quantmod", "case")


def _same_sentence_before(doc: Doc, candidate: Candidate, subject: Token) -> bool:
    """Whether the encoder's source stands between the subject and the cue, and so is nearer than the parse's."""
    start = candidate.source[0][0]
    low, high = sorted((subject.idx, candidate.cue[0][0]))
    return low <= start <= high


def _verb(doc: Doc, candidate: Candidate) -> Token | None:
    top = head(doc, candidate.cue) if candidate.cue else None
    return top if top is not None and top.pos_ in ("VERB", "AUX") else None


def _span(words: list[Token], keep: Token) -> Span | None:
    """Characters of a subtree around `keep`, without marks at its ends and without what follows a line break."""
    words = [t for t in words if not t.is_space]
    while words and words[0].is_punct and words[0].i != keep.i:
        words = words[1:]
    while words and words[-1].is_punct and words[-1].i != keep.i:
        words = words[:-1]
    if not words or len(words) > 30:
        return None
    return words[0].idx, words[-1].idx + len(words[-1].text)


def own_paragraph(text: str, candidate: Candidate, quotations: list[Quotation]) -> Candidate:
    """The candidate without what its content holds of other paragraphs, quotations excepted."""
    if not candidate.cue:
        return candidate
    at = candidate.cue[0][0]
    low = text.rfind("\n", 0, at) + 1
    high = text.find("\n", at)
    high = len(text) if high < 0 else high
    parts: list[Span] = []
    for start, end in candidate.content:
        here = "\n" not in text[start:end] and low <= start < high
        if here or any(q.start <= start + 1 and end <= q.end + 1 for q in quotations):
            parts.append((start, end))
        elif min(end, high) - max(start, low) > 0:
            parts.append((max(start, low), min(end, high)))
        else:
            parts += [q.inner for q in quotations if overlap((q.inner,), ((start, end),)) > 0.5 * (q.end - q.start)]
    mended = tidy(text, tuple(parts))
    return candidate.but(content=mended) if mended else candidate


def not_the_source(text: str, candidate: Candidate) -> Candidate:
    """A content that only repeats the source, as in "Dam was safe, insists Arden", is what stands before the cue."""
    if not candidate.cue or overlap(candidate.content, candidate.source) < candidate.size:
        return candidate
    line = text.rfind("\n", 0, candidate.cue[0][0]) + 1
    before = tidy(text, ((line, candidate.cue[0][0]),))
    return candidate.but(content=before) if before and text[slice(*before[0])].count(" ") >= 2 else candidate


def one_cue(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Contents without a cue joined to the neighbour in their sentence that has the same source and a cue."""
    kept: list[Candidate] = []
    for c in sorted(candidates, key=lambda c: c.start):
        last = kept[-1] if kept else None
        if last is not None and c.source and c.source == last.source and bool(c.cue) != bool(last.cue):
            between = text[last.content[-1][1] : c.start]
            if len(between) < 60 and not re.search(r"[.!?\n]", between):
                merged = tidy(text, (*last.content, *c.content))
                confidence = max(last.confidence, c.confidence)
                kept[-1] = last.but(cue=last.cue or c.cue, content=merged, confidence=confidence)
                continue
        kept.append(c)
    return kept


def own_quotation(text: str, candidate: Candidate, quotations: list[Quotation]) -> list[Candidate]:
    """Reported speech and a quotation that is a sentence of its own after it, told apart: one cue, one statement."""
    if len(candidate.content) < 2 or not candidate.cue:
        return [candidate]
    whole = [any(q.start <= s and e <= q.end for q in quotations) for s, e in candidate.content]
    first_quoted = next((i for i, w in enumerate(whole) if w), None)
    if first_quoted is None or first_quoted == 0 or not all(whole[first_quoted:]) or any(whole[:first_quoted]):
        return [candidate]
    cut = candidate.content[first_quoted][0]
    between = text[max(candidate.content[first_quoted - 1][1], candidate.cue[-1][1]) : cut].rstrip("“\"‘' ")
    if not between.rstrip().endswith((".", "?", "!")) or candidate.cue[0][0] > cut:
        return [candidate]
    rest = candidate.but(cue=(), source=(), content=candidate.content[first_quoted:])
    return [candidate.but(content=candidate.content[:first_quoted]), rest]
