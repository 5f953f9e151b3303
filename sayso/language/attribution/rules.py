"""Statements that rules find where the encoder is silent: headlines, refusals, denials, checks that failed.

These are the forms that the training corpus has few of. Each rule looks for a listed cue in a fixed place of
the parse; where a candidate of the encoder already holds the words, it is kept and the rule's is dropped.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.language.attribution import judged, tallies
from sayso.language.attribution.candidates import Candidate, overlap, tokens
from sayso.language.attribution.cues import NEGATIONS, NOTHING, Cues, cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.mentions import noun_group, people
from sayso.language.attribution.phrases import CONFIDENCE, SUBJECTS, span_of, spans_of, subject_of, subtree
from sayso.language.parsing import text_of

INVERTED = re.compile(r"^(?P<content>[^\n]{3,}), (?P<cue>\w+) (?P<source>[^,\n]{2,60})$")
DASH = re.compile(r"^(?P<right>[^\n]{3,}?)\s+[—–]\s+(?P<left>[^\n—–]{2,60})$")
COLON = re.compile(r"^(?P<left>[^:\n]{3,}?)\s*:\s+(?P<right>[^\n]{3,})$")


def headline(doc: Doc, span: Span) -> list[Candidate]:
    """ "Four killed in blast: police", "Police: four killed in blast", "Four killed in blast, say police"."""
    text = text_of(doc)[span[0] : span[1]].rstrip()
    match = COLON.match(text)
    if not match:
        return _dashed_headline(doc, text, span[0]) or _inverted_headline(doc, text, span[0])
    sides = [(span[0] + match.start(g), span[0] + match.end(g)) for g in ("right", "left")]
    for source, content in (sides, sides[::-1]):
        if _only_where(doc, source, content):
            continue
        if names_source(doc, source) and len(text_of(doc)[content[0] : content[1]].split()) >= 3:
            colon = span[0] + match.end("left") + match.group()[match.end("left") :].index(":")
            return [Candidate((source,), ((colon, colon + 1),), (content,), CONFIDENCE, "rule")]
    return []


def _dashed_headline(doc: Doc, text: str, at: int) -> list[Candidate]:
    """ "Four killed in blast — police"."""
    match = DASH.match(text)
    if match is None:
        return []
    source, content = ((at + match.start(g), at + match.end(g)) for g in ("left", "right"))
    if not names_source(doc, source) or not _has_verb(doc, content):
        return []
    dash = at + match.end("right") + len(text[match.end("right") :]) - len(text[match.end("right") :].lstrip())
    return [Candidate((source,), ((dash, dash + 1),), (content,), CONFIDENCE, "rule")]


def _only_where(doc: Doc, source: Span, content: Span) -> bool:
    """ "Norland: Flash update on the flood": a country before a heading without a verb is where it was."""
    words = doc.char_span(*source, alignment_mode="expand") or ()
    return any(t.ent_type_ in ("GPE", "LOC") for t in words) and not _has_verb(doc, content)


def _has_verb(doc: Doc, span: Span) -> bool:
    words = doc.char_span(*span, alignment_mode="expand") or ()
    return any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in words)


def _inverted_headline(doc: Doc, text: str, at: int) -> list[Candidate]:
    """ "Rebels shelled our towns, complains minister"."""
    match = INVERTED.match(text)
    if match is None:
        return []
    source, cue, content = (((at + match.start(g), at + match.end(g)),) for g in ("source", "cue", "content"))
    verb = {t.lemma_.lower() for t in doc.char_span(*cue[0], alignment_mode="expand") or ()} | {
        match["cue"].lower()[:-1]
    }
    name = doc.char_span(*source[0], alignment_mode="expand") or ()
    if not verb & cues().speech or not (names_source(doc, source[0]) or all(t.pos_ == "PROPN" for t in name)):
        return []
    return [Candidate(source, cue, content, CONFIDENCE, "rule")]


def names_source(doc: Doc, span: Span) -> bool:
    """A short noun group whose head is a person or body, without a verb."""
    words = doc.char_span(*span, alignment_mode="expand")
    if words is None or len(words) > 5 or any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in words):
        return False
    known = people()
    last = words[-1]
    named = last.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
    return named or bool({last.lemma_.lower(), last.lower_} & (known.person | known.body | known.plural))


def clauses(words: list[Token]) -> list[Candidate]:
    """Refusals to comment, failed checks, denials, admissions and "according to" among a report's own words, by the
    parse.
    """
    known = cues()
    found = []
    for token in words:
        lemma = token.lemma_.lower()
        if lemma == "accord" or token.lower_ == "according":
            found.append(_according(token))
        elif token.pos_ == "VERB":
            found.append(
                _refusal(known, token, lemma)
                or _flat(known, token, lemma)
                or tallies.given(known, token)
                or _echo(known, token, lemma)
                or _claimed(token, lemma)
                or _aside(known, token, lemma)
                or _saying(known, token, lemma)
                or _trailing(known, token, lemma)
            )
    return [c for c in found if c is not None]


def _refusal(known: Cues, token: Token, lemma: str) -> Candidate | None:
    """ "declined to comment on X", "has not responded to X", "could not verify X"."""
    if lemma not in known.check and lemma not in known.answer:
        return None
    words = {t.lower_ for t in token.children if t.dep_ in ("neg", "aux")}
    top = token
    if token.dep_ in ("xcomp", "acomp") and token.head.pos_ in ("VERB", "AUX", "ADJ"):
        top = token.head if token.head.pos_ != "ADJ" else token.head.head
        words |= {t.lower_ for t in top.children} | {token.head.lower_}
    placed = token.head.lower_ == "position" and token.head.head.lower_ == "in"  # "is not in a position to verify"
    if placed:
        top = token.head.head.head
        words |= {"able", *(t.lower_ for t in top.children)}
    subject = subject_of(top) or subject_of(token)
    if subject is not None and subject.lower_ in NOTHING:
        words.add("not")  # "neither has replied"
    negated = bool(words & NEGATIONS)
    declined = top.lemma_.lower() in known.decline
    checks = lemma in known.check and negated and bool(words & {"could", "unable", "able", "can", "been"})
    silent = lemma in known.answer and lemma != "say" and (declined or (negated and lemma in known.silence))
    if not (checks or silent):
        return None
    if subject is None or subject.dep_ == "nsubjpass" or subject.lower_ in ("i", "we", "you", "that", "this"):
        return None
    target = next((c for c in token.children if c.dep_ in ("dobj", "ccomp")), None)
    edge = token
    if target is None:
        prep = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in ("on", "to", "about", "for")), None)
        target, edge = (
            (next((c for c in prep.children if c.dep_ in ("pobj", "pcomp")), None), prep) if prep else (None, token)
        )
    if target is None and lemma in known.check:  # "could not establish when it was filmed"
        asked = (c for c in token.children if c.dep_ == "advcl" and c.i > token.i)
        target = next((c for c in asked if c.left_edge.tag_ in ("WRB", "WP")), None)
    content = subtree(target) if target is not None else None
    source = subtree(subject)
    if content is None or source is None:
        return None
    first = min(t.idx for t in (top, *top.children, token) if t is top or t.dep_ in ("aux", "neg") or t is token)
    return Candidate((source,), ((first, edge.idx + len(edge.text)),), (content,), CONFIDENCE, "rule")


def _flat(known: Cues, token: Token, lemma: str) -> Candidate | None:
    """ "denied direct involvement", "rejects her account", "accused X of Y": a listed stance with a nominal content."""
    if known.stance_of(lemma) not in ("denies", "admits", "blames") or lemma == "allow":
        return None
    subject = subject_of(token)
    target = next((c for c in token.children if c.dep_ in ("dobj", "ccomp", "xcomp") and c.i > token.i), None)
    if subject is None or target is None or subject.lower_ in ("i", "we", "you"):
        return None
    source, content = subtree(subject), subtree(target)
    if source is None or content is None:
        return None
    for prep in token.children:
        if prep.dep_ == "prep" and prep.i > target.i and prep.lower_ in ("of", "for"):
            more = subtree(prep)
            content = (content[0], more[1]) if more else content
    return Candidate((source,), ((token.idx, token.idx + len(token.text)),), (content,), CONFIDENCE, "rule")


def _echo(known: Cues, token: Token, lemma: str) -> Candidate | None:
    """ "Two miners told us the same", "others told the radio similar stories": what another has just said."""
    if lemma not in known.speech:
        return None
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    target = next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i), None)
    if subject is None or target is None or subject.lower_ in ("i", "we", "you"):
        return None
    word = next((t for t in target.subtree if t.i <= target.i and t.lower_ in known.echoes), None)
    source = subtree(subject)
    if source is None or word is None or any(c.dep_ == "neg" for c in token.children):
        return None
    first = word.nbor(-1) if word.nbor(-1).lower_ == "the" else word
    return Candidate((source,), (span_of(token),), ((first.idx, span_of(target)[1]),), CONFIDENCE, "rule")


def _claimed(token: Token, lemma: str) -> Candidate | None:
    """ "The Front claimed responsibility in a statement": for what, the sentences before tell."""
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    target = next((c for c in token.children if c.dep_ == "dobj" and c.lemma_.lower() == "responsibility"), None)
    if target is None and token.dep_ == "relcl":  # "the Front, which has claimed the ambush"
        deeds = cues().deeds
        target = next((c for c in token.children if c.dep_ == "dobj" and c.lemma_.lower() in deeds), None)
    if lemma != "claim" or subject is None or target is None or any(c.dep_ == "neg" for c in token.children):
        return None
    whole = any(c.dep_ == "prep" and c.lower_ == "for" for c in (*target.children, *token.children))
    source = subtree(subject, tuple(c for c in subject.children if c.dep_ in ("relcl", "acl")))
    nobody = subject.lower_ in cues().flat or any(c.lower_ == "no" for c in subject.children)
    if whole or nobody or source is None:
        return None
    content = span_of(target) if target.lemma_.lower() == "responsibility" else noun_group(target)
    return Candidate((source,), (span_of(token),), (content,), CONFIDENCE, "rule")


def _aside(known: Cues, token: Token, lemma: str) -> Candidate | None:
    """ "At noon, it goes on, the enemy withdrew": a verb of saying and its subject between two commas."""
    if lemma not in known.speech:
        return None
    subject = next((c for c in token.children if c.dep_ in SUBJECTS and c.i < token.i), None)
    if subject is None or token.i + 1 >= len(token.doc):
        return None
    first = subject.left_edge
    before, after = first.nbor(-1) if first.i else None, token.nbor()
    if after.dep_ == "prt" and after.i + 1 < len(token.doc):  # "it goes on"
        after = after.nbor()
    if before is None or before.text != "," or after.text != "," or token.i - first.i > 6:
        return None
    sent = token.sent
    parts = [[t for t in sent if t.i < before.i], [t for t in sent if t.i > after.i and not t.is_space]]
    if any(len([t for t in part if not t.is_punct]) < 2 for part in parts):
        return None
    content = tuple((part[0].idx, part[-1].idx + len(part[-1].text)) for part in parts)
    return Candidate(
        ((first.idx, subject.idx + len(subject.text)),),
        ((token.idx, token.idx + len(token.text)),),
        content,
        CONFIDENCE,
        "rule",
    )


def _trailing(known: Cues, token: Token, lemma: str) -> Candidate | None:
    """ "Nine are known to have died and four are missing, the governor announced on Sunday." The sentence is his."""
    if lemma not in known.saying:
        return None
    subject = next((c for c in token.children if c.dep_ == "nsubj" and c.i < token.i), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    sent, first = token.sent, subject.left_edge
    after = [t for t in sent if t.i > token.i and not t.is_punct and not t.is_space]
    # What follows is only when, or in which document, he said it.
    timed = all(
        t.ent_type_ in ("DATE", "TIME") or t.pos_ in ("ADP", "DET", "ADJ") or t.lemma_.lower() in people().documents
        for t in after
    )
    if first.i <= sent.start or first.nbor(-1).text != "," or not timed or len(after) > 6 or token.i - subject.i > 12:
        return None
    content = spans_of([t for t in sent if t.i < first.i])
    source = subtree(subject)
    if len(content) != 1 or source is None or not any(t.pos_ in ("VERB", "AUX") for t in sent if t.i < first.i):
        return None
    return Candidate((source,), ((token.idx, token.idx + len(token.text)),), content, CONFIDENCE, "rule")


def _saying(known: Cues, token: Token, lemma: str) -> Candidate | None:
    """ "Nine had drowned, the coastguard said", "the coastguard said nine had drowned"."""
    if lemma not in known.saying or token.dep_ == "ccomp":
        return None
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    clause = next((c for c in token.children if c.dep_ == "ccomp"), None)
    if subject is None or clause is None or clause.pos_ == "ADJ":
        return None  # "she told us, her coat white with dust"
    # "the fields it concludes that…" is a misreading of a sentence's main verb
    if token.dep_ == "relcl" and not (subject.pos_ == "PRON" and any(c.lower_ == "that" for c in clause.children)):
        return None
    if any(c.dep_ == "neg" for c in token.children):
        return None
    if subject.lower_ in ("i", "we", "you", "that", "this", "which", "who"):
        return None
    source, content = subtree(subject), subtree(clause)
    if source is None or content is None or content[0] < token.idx < content[1]:
        return None
    return Candidate((source,), ((token.idx, token.idx + len(token.text)),), (content,), CONFIDENCE, "rule")


def nested(words: list[Token]) -> list[Candidate]:
    """Reports inside what somebody else says: "the note, which further states that…", "posts claiming that…"."""
    known = cues()
    found = []
    for token in words:
        stated = judged.stated(known, token)
        found += [stated] if stated is not None else []
        passive = judged.rejected_by(known, token)
        found += [passive] if passive is not None else []
        if token.lower_ == "according":
            within = _according_within(token)
            found += [within] if within is not None else []
        if token.pos_ != "VERB" or token.dep_ not in ("relcl", "acl") or token.lemma_.lower() not in known.speech:
            continue
        clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i > token.i), None)
        if clause is None or not any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
            continue
        relative = next(
            (c for c in token.children if c.dep_ in SUBJECTS and c.lower_ in ("which", "who", "that")), None
        )
        if relative is None and token.dep_ == "relcl":
            continue
        who = relative if relative is not None else token.head
        source = (who.idx, who.idx + len(who.text)) if relative is not None else noun_group(who)
        content = subtree(clause)
        if content is not None:
            cue = (token.idx, token.idx + len(token.text))
            found.append(Candidate((source,), (cue,), (content,), CONFIDENCE, "rule"))
    return found


def all_according(doc: Doc, candidate: Candidate) -> Candidate:
    """ "According to the spokesman, Captain Ridd, and two medics, 40 had crossed": all three say it, where the encoder
    took some of them for what is said; "The mill, according to four drivers, | ran all night": on both sides.
    """
    words = tokens(doc, candidate.cue)
    whole = _according(words[0]) if len(words) > 1 and words[0].lower_ == "according" else None
    if whole is None or not candidate.source or not overlap(whole.source, candidate.source):
        return candidate
    parted = len(whole.content) > len(candidate.content) and overlap(candidate.content, whole.content) == candidate.size
    if parted:
        return candidate.but(content=whole.content)
    kept = tuple(p for p in candidate.content if overlap((p,), whole.source) < p[1] - p[0])
    return candidate.but(source=whole.source, content=kept) if 0 < len(kept) < len(candidate.content) else candidate


def _according_within(token: Token) -> Candidate | None:
    """ "He visited Orlen, where, according to the council, nine had died": only its own clause is the council's."""
    whole = _according(token)
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if whole is None or verb is None or verb.dep_ not in ("relcl", "advcl", "ccomp"):
        return None
    gone = {t.i for t in token.subtree} | {t.i for t in verb.lefts if t.tag_ in ("WRB", "WDT", "WP")}
    content = spans_of([t for t in verb.subtree if t.i not in gone])
    return whole.but(content=content) if content else None


def _according(token: Token) -> Candidate | None:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    who = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if who is None or to is None:
        return None
    sent: Tokens = token.sent
    source = subtree(who)
    start, end = token.idx, to.idx + len(to.text)
    after = source[1] if source else end
    words = [t for t in sent if not t.is_space and not t.is_punct]
    before_words = [t for t in words if t.idx < start]
    after_words = [t for t in words if t.idx >= after]
    parts = []
    if source is not None and _inserted(token, source[1]):
        parts = [(w[0].idx, w[-1].idx + len(w[-1].text)) for w in (before_words, after_words)]
    elif before_words and len(before_words) >= len(after_words):
        parts.append((before_words[0].idx, before_words[-1].idx + len(before_words[-1].text)))
    elif after_words:
        parts.append((after_words[0].idx, after_words[-1].idx + len(after_words[-1].text)))
    if source is None or not parts:
        return None
    return Candidate((source,), ((start, end),), tuple(parts), CONFIDENCE, "rule")


def _inserted(token: Token, end: int) -> bool:
    """ "The manager, according to three men, knew of it": whether a phrase parts a subject from its verb."""
    verb = token.head
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None) if verb.pos_ in ("VERB", "AUX") else None
    commas = token.i > token.sent.start and token.nbor(-1).text == "," and text_of(token.doc)[end : end + 1] == ","
    starts = subject is not None and all(t.is_punct or t.is_space for t in token.sent if t.i < subject.left_edge.i)
    return commas and starts and subject is not None and subject.i < token.i < verb.i
