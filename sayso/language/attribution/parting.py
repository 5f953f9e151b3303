"""Parts candidates that hold two statements: one cue, one statement."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.attribution.boundaries import tidy
from sayso.language.attribution.candidates import Candidate, overlap, sentence, tokens
from sayso.language.attribution.cues import cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.phrases import SUBJECTS, span_of, subtree
from sayso.language.attribution.subjects import verb_of
from sayso.language.parsing import text_of
from sayso.language.quotations import Quotation

OWN_STANCES = ("denies", "admits", "blames", "promises", "announces")


def own_quotation(doc: Doc, candidate: Candidate, quotations: list[Quotation]) -> list[Candidate]:
    """Reported speech and a quotation that is a sentence of its own after it, told apart.

    The cue goes to the sentence that it stands in; a quotation left without one takes what stands behind it.
    """
    text = text_of(doc)
    content = _cut_at_sentences(text, candidate.content, quotations)
    if len(content) < 2 or not candidate.cue:
        return [candidate]
    whole = [any(q.start <= s and e <= q.end for q in quotations) for s, e in content]
    first = next((i for i, w in enumerate(whole) if w), None)
    if first is None or first == 0 or not all(whole[first:]) or any(whole[:first]):
        return [candidate]
    cut, cue = content[first][0], candidate.cue[0][0]
    before = max(content[first - 1][1], candidate.cue[-1][1] if cue < cut else 0)
    if not text[before - 1 : cut].rstrip("“\"‘' ").endswith((".", "?", "!")):
        return [candidate]
    if cue > cut:
        return [candidate.but(content=content[first:])]
    source, said = _behind(doc, content[first][1])
    if not said and len(content) > len(candidate.content):
        return [candidate]
    reported = (*content[: first - 1], _without_stop(text, content[first - 1]))
    return [candidate.but(content=reported), candidate.but(cue=said, source=source, content=content[first:])]


def _without_stop(text: str, span: Span) -> Span:
    """Reported speech has no full stop of its own."""
    return (span[0], span[1] - 1) if text[span[1] - 2].islower() and text[span[1] - 1] == "." else span


def _cut_at_sentences(text: str, content: tuple[Span, ...], quotations: list[Quotation]) -> tuple[Span, ...]:
    """Contents with each part that runs from a sentence into a quotation cut before this."""
    parts: list[Span] = []
    for start, end in content:
        cut = next(
            (
                q
                for q in quotations
                if start < q.start < end and end <= q.end and text[start : q.start].rstrip().endswith((".", "?", "!"))
            ),
            None,
        )
        parts += (
            [(start, end)] if cut is None else tidy(text, ((start, cut.start),)) + tidy(text, ((cut.inner[0], end),))
        )
    return tuple(parts)


def _behind(doc: Doc, end: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Source and cue right behind a quotation: "…," the miller told a reporter. Both are empty where none is."""
    sent = sentence(doc, max(0, end - 1))
    for verb in sent or ():
        if verb.idx <= end or verb.lemma_.lower() not in cues().saying:
            continue
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        span = subtree(subject) if subject is not None else None
        if subject is not None and span is not None and span[0] >= end and verb.idx - end < 80:
            return (span,), (span_of(verb),)
    return (), ()


def own_verbs(doc: Doc, candidate: Candidate, quotations: list[Quotation]) -> list[Candidate]:
    """ "says he “mourns them” and rejects any blame": a second verb of the same subject has a statement of its own."""
    verb = verb_of(doc, candidate)
    if verb is None:
        return [candidate]
    parted = _at_gap(doc, candidate, verb)
    if parted:
        return parted
    start, end = candidate.content[-1]
    for token in tokens(doc, ((start, end),))[1:]:
        if not _second(verb, token) or any(q.start < token.idx < q.end for q in quotations):
            continue
        joint = token.nbor(-1)
        quoted = any(q.end == joint.idx - 1 or q.end == joint.idx for q in quotations)
        if joint.dep_ != "cc" or not (quoted or _other_tense(token) or token.head.i == verb.i):
            continue
        text = text_of(doc)
        left = tidy(text, (*candidate.content[:-1], (start, joint.idx)))
        right = tidy(text, ((token.idx + len(token.text), end),))
        if left and right and not overlap(candidate.cue, ((token.idx, end),)):
            return [candidate.but(content=left), candidate.but(content=right, cue=(span_of(token),))]
    return [candidate]


def _at_gap(doc: Doc, candidate: Candidate, verb: Token) -> list[Candidate]:
    """ "said it was opposed and warned | Tarn to refrain": parts between which the cue's subject has another verb."""
    text, content = text_of(doc), candidate.content
    for i in range(1, len(content)):
        gap = tokens(doc, ((content[i - 1][1], content[i][0]),))
        second = next((t for t in gap if _joined(verb, t)), None)
        if second is None or overlap((span_of(second),), candidate.cue):
            continue
        right = tidy(text, ((span_of(second)[1], content[i][1]), *content[i + 1 :]))
        return [candidate.but(content=content[:i]), candidate.but(content=right, cue=(span_of(second),))]
    return []


def _joined(verb: Token, token: Token) -> bool:
    """Whether a verb without a subject is joined to the cue's, or by its tense can be, where the parse took it for
    joined to what is said.
    """
    if token.dep_ != "conj" or token.pos_ != "VERB" or any(c.dep_ in SUBJECTS for c in token.children):
        return False
    return token.head.i == verb.i or (token.head.head.i == verb.i and token.tag_ == verb.tag_)


def _second(verb: Token, token: Token) -> bool:
    """Whether a verb of listed stance can stand beside the cue, by its tense and by having no subject of its own."""
    lemma = token.lemma_.lower()
    if token.dep_ != "conj" or any(c.dep_ in (*SUBJECTS, "aux", "auxpass") for c in token.children):
        return False
    if token.head.i == verb.i:
        return token.tag_ == verb.tag_ and (cues().stance_of(lemma) in OWN_STANCES or lemma in cues().asking)
    listed = cues().stance_of(lemma) in OWN_STANCES and token.head.dep_ == "ccomp" and token.head.head.i == verb.i
    # "said it had been sold and blamed a swell": with an object, the tagger's participle is a verb of the past
    past = token.tag_ == "VBN" and verb.tag_ == "VBD" and _is_passive(token.head)
    return listed and (token.tag_ == verb.tag_ or (past and any(c.dep_ == "dobj" for c in token.children)))


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def own_clauses(doc: Doc, candidate: Candidate, quotations: list[Quotation]) -> Candidate:
    """ "Police say nine came; the union has spoken of 90": a content ends at the semicolon behind which another
    than its speaker speaks or counts, or of what he himself says nothing ("of the dead he did not speak").
    """
    for n, (start, end) in enumerate(candidate.content):
        for token in tokens(doc, ((start, end),)):
            if token.text == ";" and not any(q.start < token.idx < q.end for q in quotations):
                if not _another_speaks(doc, candidate, token):
                    continue
                kept = tidy(text_of(doc), (*candidate.content[:n], (start, token.idx)))
                return candidate.but(content=kept) if kept else candidate
        after = tokens(doc, ((end, end + 1),))
        if (
            after
            and after[0].text == ";"
            and n + 1 < len(candidate.content)
            and _another_speaks(doc, candidate, after[0])
        ):
            return candidate.but(content=candidate.content[: n + 1])
    return candidate


def _another_speaks(doc: Doc, candidate: Candidate, mark: Token) -> bool:
    """Whether the clause behind a semicolon has a subject and a verb of saying or counting of its own."""
    if not candidate.cue or candidate.cue[0][0] > mark.idx:
        return False
    known = cues()
    for token in doc[mark.i + 1 : mark.sent.end]:
        if token.text == ";":
            return False
        subject = next((c for c in token.children if c.dep_ in SUBJECTS and c.i > mark.i), None)
        if (
            subject is not None
            and token.lemma_.lower() in known.silence
            and any(c.dep_ == "neg" for c in token.children)
        ):
            return True
        if token.pos_ == "VERB" and subject is not None and token.dep_ not in ("relcl", "ccomp", "advcl"):
            return (
                subject.pos_ in ("NOUN", "PROPN")
                and token.lemma_.lower() in known.saying | known.tally | known.speaking_of
            )
    return False


def _other_tense(token: Token) -> bool:
    first = token.head
    return first.tag_ != token.tag_ or any(c.dep_ in ("aux", "auxpass") for c in first.children)
