"""Whose word a figure is: the innermost attribution that holds it or goes on to it, else the outlet's own voice."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from sayso.language.attribution.cues import cues
from sayso.language.figures.vocabulary import lexicon
from sayso.language.parsing import text_of
from sayso.model import Attribution

SUBJECTS = ("nsubj", "nsubjpass", "expl")
PHRASAL = ("dobj", "pobj", "prep", "conj", "appos", "attr", "oprd", "nmod")
ACCUSING = ("blames", "denies")


def credited(doc: Doc, attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The attribution whose word the number at `start` to `end` is; None for the outlet's own."""
    held = innermost(attributions, start, end)
    if held is not None:
        return None if _reporters(held) or _presupposed(doc, held, start, end) else held
    return (
        _joined(doc, attributions, start)
        or _same_sentence(doc, attributions, start)
        or _read_out(doc, attributions, start)
    )


def innermost(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The attribution with the smallest content part that holds `start` to `end`; None where none does."""
    held = [
        (part.end - part.start, order, attribution)
        for order, attribution in enumerate(attributions)
        for part in attribution.content
        if part.start <= start and end <= part.end
    ]
    return min(held, key=lambda h: h[:2])[2] if held else None


def _reporters(held: Attribution) -> bool:
    """Whether who writes speaks of himself, in no quotation: "I counted seven wrecks"."""
    return held.quotation == "indirect" and (held.origin or "").casefold() in ("i", "we")


def _presupposed(doc: Doc, held: Attribution, start: int, end: int) -> bool:
    """Whether a statement takes the figure for granted: "the blast that killed 20 was an accident, the owners said",
    "denied blame for the blast that killed 20", "condemned the raid in which 14 died".

    What a relative clause says of the subject, or of what the source judges, the report has said; who denies the deed,
    or is blamed, does not say it.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or held.quotation != "indirect":
        return False
    lows = min(part.start for part in held.content)
    heads = [t.head for t in (span.root, *span.root.ancestors) if t.dep_ == "relcl" and t.head.idx >= lows]
    if held.stance in ACCUSING:
        return bool(heads)
    return any(
        _definite(head) and (_under_cue(head, held) or (head.dep_ in SUBJECTS and not _is_person(head)))
        for head in heads
        if head.lemma_.lower() not in cues().tallies
    )


def _definite(noun: Token) -> bool:
    """Whether readers are taken to know which one is meant ("the blast", "Orsk")."""
    the = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in noun.children)
    return noun.pos_ == "PROPN" or (noun.pos_ == "NOUN" and the)


def _under_cue(noun: Token, held: Attribution) -> bool:
    """Whether the noun hangs on the cue itself, with no clause between: "condemned | the raid in which 14 died"."""
    token = noun
    while token.dep_ in PHRASAL:
        token = token.head
        if any(cue.start <= token.idx < cue.end for cue in held.cue):
            return True
    return False


def _is_person(noun: Token) -> bool:
    return lexicon().units.get(noun.lower_) == "person"


def _joined(doc: Doc, attributions: Sequence[Attribution], start: int) -> Attribution | None:
    """ "said its gunners killed 40 | and lost three men": a verb without a subject shares the one that is credited."""
    token = _token(doc, start)
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None) if token is not None else None
    if verb is None or verb.dep_ != "conj" or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    first = verb.head
    if first.pos_ not in ("VERB", "AUX") or first.idx > start:
        return None
    found = innermost(attributions, first.idx, first.idx + len(first.text))
    between = [c for a in attributions for c in a.cue if first.idx < c.start < start]
    return found if found is not None and not between and found.quotation == "indirect" else None


def _same_sentence(doc: Doc, attributions: Sequence[Attribution], start: int) -> Attribution | None:
    """ "Nine died, the navy said, after a boiler burst, injuring 30", "12 were hit, he said; the day before it was 9".

    A cue behind or inside a statement is put into it: what the sentence goes on with is said too.
    """
    token = _token(doc, start)
    if token is None:
        return None
    for attribution in sorted(attributions, key=_end, reverse=True):
        end = _end(attribution)
        cue = attribution.cue[-1].start if attribution.cue else end
        put_in = attribution.content[0].start < cue and attribution.quotation == "indirect"
        if end > start or not put_in or end < token.sent.start_char or attribution.source is None:
            continue
        return attribution if _goes_on(doc, end, start) else None
    return None


def _end(attribution: Attribution) -> int:
    ends = [a.end for a in (*attribution.cue, *attribution.content)]
    return max([*ends, (attribution.source.end or 0) if attribution.source else 0])


def _goes_on(doc: Doc, end: int, start: int) -> bool:
    """Whether what stands between a statement and a figure carries the statement on."""
    between = doc.char_span(end, start, alignment_mode="contract")
    if between is None or "\n" in text_of(doc)[end:start]:
        return False
    known = cues()
    for token in between:
        if token.text not in (",", ";") or token.i + 1 >= len(doc):
            continue
        after = token.nbor()
        if token.text == ";":
            return not any(t.lower_ in ("but", "however") for t in between)
        apart = any(t.lower_ in known.since for t in between if t.i > token.i)
        if (after.lower_ in known.going_on or after.tag_ == "VBG") and not apart:
            return True
    return False


def _read_out(doc: Doc, attributions: Sequence[Attribution], start: int) -> Attribution | None:
    """ "…, the note goes on. Another two were damaged." A sentence that speaks of the rest of what was said before,
    adds it up ("That brings the dead to two"), or tells of the source's own ("Four of its own men were wounded").
    """
    token = _token(doc, start)
    if token is None:
        return None
    first = next((t for t in token.sent if not t.is_space and t.dep_ != "det"), None)
    before = _before(doc, token)
    if first is None or before is None:
        return None
    told = [a for a in attributions if any(before[0] <= part.start < before[1] for part in a.content)]
    if not told or told[-1].quotation != "indirect" or told[-1].source is None:
        return None
    theirs = first.lower_ in cues().remainders or _adds_up(first) or _of_its_own(token)
    return told[-1] if theirs or (_counts_on(token) and _has_count(doc, told[-1])) else None


def _counts_on(token: Token) -> bool:
    """Whether a bare sentence only adds a number: "Thirty-one are missing.", "Their losses were put at 40 killed."

    What an outlet has seen for itself it tells with more words, or says who saw it.
    """
    sent = token.sent
    words = [t for t in sent if not t.is_punct and not t.is_space]
    if len(words) > BARE or any(t.is_quote or t.lower_ in FIRST_PERSON for t in sent):
        return False
    verb = sent.root
    heads = (verb, *(c for c in verb.children if c.dep_ == "aux"))  # the parser hangs some subjects on the auxiliary
    subject = next((c for head in heads for c in head.children if c.dep_ in SUBJECTS), None)
    if verb.pos_ not in ("VERB", "AUX") or subject is None:
        return False
    opens = words[0] in subject.subtree  # not "last year 60 died"
    return opens and (subject.dep_ == "nsubjpass" or (token in subject.subtree and not _acts(verb)))


def _acts(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "ccomp") for c in verb.children)


BARE = 10  # words of a sentence that only adds a number
FIRST_PERSON = ("i", "we", "our", "my", "us", "me")


def _has_count(doc: Doc, told: Attribution) -> bool:
    """Whether numbers are told, with the credit behind or inside: what is put so goes on in the next sentence."""
    spans = [s for part in told.content if (s := doc.char_span(part.start, part.end, alignment_mode="expand"))]
    put_in = bool(told.cue) and told.content[0].start < told.cue[-1].start
    return put_in and any(t.like_num and t.pos_ == "NUM" for span in spans for t in span)


def _adds_up(first: Token) -> bool:
    return first.lower_ in ("that", "this") and first.dep_ in SUBJECTS and first.head.lemma_.lower() in cues().sums


def _of_its_own(token: Token) -> bool:
    """Whether the number is of a source's own ("four of its own"), or seen by those who work for it ("its doctors")."""
    subject = next((c for t in token.ancestors for c in t.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return False
    theirs = any(c.tag_ == "PRP$" for c in subject.children)
    # "It had treated 140 people": what somebody had done by then is told by himself
    had = subject.tag_ == "PRP" and any(c.lower_ == "had" and c.dep_ == "aux" for c in subject.head.children)
    own = any(t.lower_ == "own" and t.nbor(-1).tag_ == "PRP$" for t in subject.subtree if t.i > token.i)
    return own or ((theirs or had) and subject.head.lemma_.lower() in cues().witnessing)


def _before(doc: Doc, token: Token) -> tuple[int, int] | None:
    """The sentence before a token's own, in the same paragraph."""
    at = token.sent.start
    if at == 0 or "\n" in doc[at - 1].text:
        return None
    sent = doc[at - 1].sent
    return sent.start_char, sent.end_char


def _token(doc: Doc, start: int) -> Token | None:
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None
