"""Mends what candidates hold: cut phrases, and what belongs to another paragraph, sentence or statement."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from sayso.language.attribution.boundaries import tidy
from sayso.language.attribution.candidates import Candidate, overlap, tokens
from sayso.language.attribution.cues import cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.subjects import verb_of
from sayso.language.parsing import text_of
from sayso.language.quotations import Quotation

SURE = 0.5  # confidence from which a content stands without cue or source
CLAUSE_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def from_the_start(doc: Doc, candidate: Candidate) -> Candidate:
    """ "Nine drowned after the dam burst, the board said": what stands before the cue is said from its beginning on."""
    verb = verb_of(doc, candidate)
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


def coordinated(doc: Doc, candidate: Candidate, others: list[Candidate]) -> Candidate:
    """ "said nine had died and | left no heirs": a content that ends with a conjunction goes on to what this joins."""
    text, (start, end) = text_of(doc), candidate.content[-1]
    words = tokens(doc, ((start, end),))
    if len(words) < 2 or words[-1].dep_ != "cc":
        return candidate
    conjuncts = (c for t in words for c in t.children if c.dep_ == "conj" and c.left_edge.i == words[-1].i + 1)
    joined = next((c for c in conjuncts if not any(g.dep_ in CLAUSE_SUBJECTS for g in c.children)), None)
    if joined is None:
        return candidate
    last = joined.right_edge
    while last.is_punct or last.is_space:
        last = last.nbor(-1)
    added = ((end, last.idx + len(last.text)),)
    busy = [s for o in others for s in (*o.cue, *o.source, *(o.content if o is not candidate else ()))]
    if any(overlap(added, (s,)) for s in busy) or "\n" in text[slice(*added[0])]:
        return candidate
    return candidate.but(content=tidy(text, (*candidate.content[:-1], (start, added[0][1]))))


def whole_clauses(doc: Doc, candidate: Candidate) -> Candidate:
    """ "…, said the prefect; on Friday nine | had been destroyed": a later part keeps what stands before its verb."""
    busy = {t.i for spans in (candidate.cue, candidate.source, candidate.content) for t in tokens(doc, spans)}
    parts = [candidate.content[0]]
    for start, end in candidate.content[1:]:
        words = tokens(doc, ((start, end),))
        at = words[0].i if words and words[0].pos_ == "AUX" else 0
        first = at
        while first > 0 and not (doc[first - 1].is_punct or doc[first - 1].is_space or first - 1 in busy):
            first -= 1
        parts.append((doc[first].idx, end) if first < at and doc[first - 1].text == ";" else (start, end))
    return candidate.but(content=tidy(text_of(doc), tuple(parts)))


def without_as(text: str, doc: Doc, candidate: Candidate) -> Candidate:
    """ "Owner denies blame as toll rises to 39": what a headline sets beside a statement is no part of it."""
    start, end = candidate.content[-1]
    high = text.find("\n", end)
    line = text[end : high if high >= 0 else len(text)]
    ends = (text[start:end] + line).rstrip("”\"’'").endswith((".", "?", "!"))
    if ends or not candidate.cue or candidate.cue[0][0] > start:
        return candidate
    for token in tokens(doc, ((start, end),))[1:]:
        whole = any(c.dep_ in CLAUSE_SUBJECTS for c in token.head.children)
        if token.lower_ == "as" and token.dep_ == "mark" and whole:
            cut = tidy(text, (*candidate.content[:-1], (start, token.idx)))
            return candidate.but(content=cut) if cut else candidate
    return candidate


def what_is_denied(doc: Doc, candidate: Candidate) -> Candidate:
    """ "Denies | backing the rebels": the deed is denied with what it was done to."""
    words = tokens(doc, candidate.cue)
    if len(words) < 2 or not candidate.content or words[-1].tag_ != "VBG":
        return candidate
    deed = words[-1]
    governs = deed.head.i in {t.i for t in words} and cues().stance_of(deed.head.lemma_.lower()) == "denies"
    follows = deed.idx < candidate.content[0][0] and not words[-2].i > deed.i
    if not governs or not follows or deed.dep_ not in ("xcomp", "pcomp", "dobj", "ccomp"):
        return candidate
    start = candidate.cue[-1][0]
    cue = (*candidate.cue[:-1], *(((start, deed.idx),) if start < deed.idx else ()))
    content = ((deed.idx, candidate.content[0][1]), *candidate.content[1:])
    return candidate.but(cue=tidy(text_of(doc), cue), content=tidy(text_of(doc), content))


def whole_phrases(doc: Doc, candidate: Candidate) -> Candidate:
    """The candidate with no phrase cut before its head ("the quietest" of "the quietest day") or inside a name."""
    taken = {t.i for spans in (candidate.cue, candidate.source) for t in tokens(doc, spans)}
    content = tuple(_to_head(doc, span, taken, tail=True) for span in candidate.content)
    mine = {t.i for spans in (candidate.cue, content) for t in tokens(doc, spans)}
    source = tuple(_from_name(doc, _to_head(doc, span, mine, tail=False), mine) for span in candidate.source)
    return candidate.but(content=tidy(text_of(doc), content), source=source)


def _to_head(doc: Doc, span: Span, taken: set[int], *, tail: bool) -> Span:
    """A span that ends in a preposition or modifier, taken on to the noun of this, and with `tail` to the end of its
    phrase.
    """
    words = tokens(doc, (span,))
    top = _noun_after(words[-1]) if words else None
    # "her reluctance", "Moscow's denial": whose statement it is stands whole
    owner = words and words[-1].dep_ in ("poss", "case")
    if top is None or (owner and not tail):
        return span
    last = top.right_edge if tail else top
    while last.i > top.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    between = range(words[-1].i + 1, last.i + 1)
    if len(between) > 25 or any(i in taken or "\n" in doc[i].text for i in between):
        return span
    return span[0], last.idx + len(last.text)


def _noun_after(word: Token) -> Token | None:
    if word.dep_ == "prep":
        return next((c for c in word.children if c.dep_ == "pobj" and c.i > word.i), None)
    return word.head if word.dep_ in MODIFIERS and word.head.i > word.i else None


def _from_name(doc: Doc, span: Span, taken: set[int]) -> Span:
    """A span that begins or ends inside a name, or before the name of what it describes, with the whole of it."""
    words = tokens(doc, (span,))
    if not words:
        return span
    first, last = words[0].i, words[-1].i
    while last + 1 < len(doc) and _goes_on(doc[last], doc[last + 1]) and last + 1 not in taken:
        last += 1
    span = (span[0], doc[last].idx + len(doc[last].text))
    if words[0].pos_ != "PROPN":
        return span
    while first and _goes_on(doc[first - 1], doc[first]) and _named(doc[first - 1]) and first - 1 not in taken:
        first -= 1
    return doc[first].idx, span[1]


def _named(word: Token) -> bool:
    return word.pos_ == "PROPN" and word.text[0].isupper() and word.ent_type_ not in ("DATE", "TIME")


def _goes_on(word: Token, after: Token) -> bool:
    """Whether a name goes on with the next word, which is no day ("a tweet | Sunday")."""
    return word.pos_ in NAMING and after.pos_ == "PROPN" and after.ent_type_ not in ("DATE", "TIME")


NAMING = ("NOUN", "PROPN")
MODIFIERS = ("det", "amod", "compound", "nummod", "poss", "nmod", "advmod", "quantmod", "case")


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


def elsewhere(text: str, candidate: Candidate, quotations: list[Quotation]) -> bool:
    """Whether a cue stands in a later paragraph than all of its content, and none of this is quoted.

    A headline is no statement of whoever speaks first in the text.
    """
    if not candidate.cue or any(overlap((q.inner,), candidate.content) for q in quotations):
        return False
    return "\n" in text[candidate.content[-1][1] : candidate.cue[0][0]]


def not_the_source(text: str, candidate: Candidate) -> Candidate:
    """A content that only repeats the source, as in "Dam was safe, insists Arden", is what stands before the cue."""
    if not candidate.cue or overlap(candidate.content, candidate.source) < candidate.size:
        return candidate
    line = text.rfind("\n", 0, candidate.cue[0][0]) + 1
    before = tidy(text, ((line, candidate.cue[0][0]),))
    return candidate.but(content=before) if before and text[slice(*before[0])].count(" ") >= 2 else candidate


def only_a_reaction(doc: Doc, candidate: Candidate) -> bool:
    """ "Their angry response to | the attacks": what somebody reacts to is not what he says."""
    words = tokens(doc, candidate.cue)
    return bool(words) and words[-1].lower_ == "to" and any(t.lemma_.lower() in cues().reactions for t in words)


def only_a_phrase(doc: Doc, candidate: Candidate) -> bool:
    """ "Rival tolls after strike on market": a headline's phrase without cue, number or verb says nothing."""
    text, words = text_of(doc), tokens(doc, candidate.content)
    end = text.find("\n", candidate.start)
    running = text[: end if end >= 0 else len(text)].rstrip("”\"’' ").endswith((".", "?", "!", ":"))
    return not (running or candidate.cue or any(t.pos_ in ("VERB", "AUX") or t.like_num for t in words))


def only_after(text: str, candidate: Candidate) -> bool:
    """ "Rivals trade blame after strike kills dozens": what came before somebody spoke is not what he says."""
    if not candidate.cue or candidate.cue[-1][1] > candidate.start:
        return False
    return text[candidate.cue[-1][1] : candidate.start].strip().lower() in ("after", "amid", "following")


def only_lets(doc: Doc, candidate: Candidate) -> bool:
    """ "Norland does not allow reporters to enter": who lets others do something says nothing, but with "that"."""
    verb = verb_of(doc, candidate)
    if verb is None or verb.lemma_.lower() != "allow":
        return False
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    return clause is None or any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)


def only_asked(doc: Doc, candidate: Candidate) -> bool:
    """ "Asked whether he would resign, the minister said …": what somebody was asked he has not said."""
    words = tokens(doc, candidate.cue)
    asked = words and words[0].lower_ == "asked" and words[0].tag_ in ("VBN", "VBD") and words[-1].i - words[0].i < 2
    if not asked or any(c.dep_ in CLAUSE_SUBJECTS for c in words[0].children):
        return False
    return not candidate.source or words[0].i == words[0].sent.start


def only_unnamed(doc: Doc, candidate: Candidate) -> bool:
    """ "Who asked not to be identified": under what name somebody speaks is nothing that he says."""
    words = tokens(doc, candidate.content)[:4]
    opens = [t.lower_ for t in words[:3]] == ["not", "to", "be"]
    return opens and len(words) > 3 and words[3].lemma_.lower() in cues().naming


def unowned(doc: Doc, candidate: Candidate, quotations: list[Quotation]) -> bool:
    """Whether a content without a cue is nobody's: doubtful, not quoted, and of no source in its own sentence."""
    if candidate.cue or candidate.confidence >= SURE or any(overlap((q.inner,), candidate.content) for q in quotations):
        return False
    here = {t.sent.start for t in tokens(doc, candidate.content)}
    return not any(t.sent.start in here for t in tokens(doc, candidate.source))


def to_its_object(doc: Doc, candidate: Candidate) -> Candidate:
    """ "The court dismissed as “a stunt” | his claim that …": what is dismissed is said, wherever its label is."""
    target, label = _target(doc, candidate), tokens(doc, candidate.content[:1])[:1]
    if target is None or not label or label[0].lower_ != "as":
        return candidate
    text, whole = text_of(doc), (target.left_edge.idx, target.right_edge.idx + len(target.right_edge))
    apart = tuple(p for p in candidate.content if not overlap((p,), (whole,)))
    here = apart[:1] == candidate.content[:1] and "\n" not in text[apart[0][1] : whole[1]]
    if not here or overlap((whole,), tuple(sorted((*candidate.source, *candidate.cue)))):
        return candidate
    return candidate.but(content=tidy(text, tuple(sorted((*apart, whole)))))


def only_its_object(doc: Doc, candidate: Candidate) -> Candidate:
    """ "Blamed the Front, which had fled", "denied it at the time": what the report tells of the blamed, and when, is
    not what is said.
    """
    target, (start, end) = _target(doc, candidate), candidate.content[-1]
    if target is None or len(candidate.content) > 1 or not start <= target.idx < end:
        return candidate
    told = (t.left_edge for t in target.subtree if t.dep_ == "relcl" and target.pos_ == "PROPN")
    commas = (t.nbor(-1) for t in told if t.i and t.nbor(-1).text == ",")
    when = (c for c in target.head.children if c.dep_ == "prep" and c.i > target.i and _tells_when(c))
    first = next((t for t in (*commas, *when) if start < t.idx < end), None)
    # What the cue's verb has behind it as well ("accused X, who had fled, of looting") is said.
    behind = first is not None and any(
        c.idx > first.idx
        and c.i not in {t.i for t in (first, *target.subtree)}
        and not c.is_punct
        and not _tells_when(c)
        for c in target.head.children
    )
    if first is None or behind:
        return candidate
    kept = tidy(text_of(doc), ((start, first.idx),))
    return candidate.but(content=kept) if kept else candidate


def _target(doc: Doc, candidate: Candidate) -> Token | None:
    """What a cue that denies or blames has as its object."""
    verb = verb_of(doc, candidate)
    if verb is None or cues().stance_of(verb.lemma_.lower()) not in ("denies", "blames"):
        return None
    own = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    # "Dismissed as “a stunt” the union's claim": the parser may take the claim for another name of the stunt.
    labels = [g for c in verb.children if c.lower_ == "as" for g in c.children if g.dep_ == "pobj"]
    named = (c for label in labels for c in label.children if c.dep_ == "appos" and c.pos_ == "NOUN")
    return own or next((c for c in named if c.left_edge.nbor(-1).is_quote), None)


def _tells_when(prep: Token) -> bool:
    return any(c.dep_ == "pobj" and (c.lemma_ == "time" or c.ent_type_ in ("DATE", "TIME")) for c in prep.children)


def only_names(doc: Doc, candidate: Candidate, others: list[Candidate]) -> bool:
    """ "A note, reports the Sentinel, insisted that …": what is a source of its own is not what is relayed."""
    if not any(t.lemma_.lower() in ("report", "cite", "quote") for t in tokens(doc, candidate.cue)):
        return False
    near = (o for o in others if o is not candidate and o.source and o.source != candidate.source)
    apart = (o for o in near if not overlap(candidate.content, o.content))
    return any(overlap(candidate.content, o.source) >= 0.8 * candidate.size for o in apart)


def only_a_name(doc: Doc, candidate: Candidate) -> bool:
    """ "The coalition, which calls itself Enough Now": what somebody is called is no statement."""
    words = tokens(doc, candidate.content)
    reflexive = bool(words) and words[0].lower_.endswith(("self", "selves"))
    return reflexive and any(t.lemma_.lower() in cues().label for t in tokens(doc, candidate.cue))


def nobodys(doc: Doc, candidate: Candidate) -> bool:
    """ "Nobody has claimed responsibility", "no group has claimed it": what nobody has said."""
    words = tokens(doc, candidate.source)
    none = bool(words) and (words[0].lower_ in cues().flat or words[0].lower_ in ("no", "neither"))
    return none and any(t.lemma_.lower() == "claim" for t in tokens(doc, candidate.cue))


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
