"""What somebody was asked and would not say, or said no to: "Asked whether it was safe, the company said no"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.attribution.candidates import Candidate, overlap
from sayso.language.attribution.cues import NEGATIONS, cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.phrases import CONFIDENCE, span_of, subject_of, subtree, unquoted
from sayso.language.quotations import Quotation


def with_unanswered(found: list[Candidate], doc: Doc, quotations: list[Quotation]) -> list[Candidate]:
    """The candidates, with questions that somebody would not answer in the place of those that have them as said."""
    unanswered = [c for t in unquoted(doc, quotations) if t.lower_ == "asked" and (c := _unanswered(t)) is not None]
    kept = [c for c in found if not any(_same(c, other) for other in unanswered)]
    return [*kept, *unanswered]


def _same(one: Candidate, other: Candidate) -> bool:
    return overlap(one.content, other.content) > 0 or overlap(one.cue, other.cue) > 0


def _unanswered(token: Token) -> Candidate | None:
    main = token.head
    if token.dep_ != "advcl" or token.i > main.i or token.tag_ not in ("VBN", "VBD"):
        return None
    subject, content = subject_of(main), _question(token)
    source, last = subtree(subject) if subject is not None else None, _refusing(main) or _negative(main)
    if subject is None or source is None or content is None or last is None or subject.i < token.i:
        return None
    before = [t for t in main.children if t.dep_ in ("aux", "neg") and subject.i < t.i < main.i]
    cue = (min(t.idx for t in (*before, main)), span_of(last)[1])
    return Candidate((source,), (cue,), (content,), CONFIDENCE, "rule")


def _question(asked: Token) -> Span | None:
    clause = next((c for c in asked.children if c.dep_ in ("ccomp", "advcl") and c.i > asked.i), None)
    if clause is not None:
        return subtree(clause)
    about = next((c for c in asked.children if c.dep_ == "prep" and c.lower_ in ("about", "on")), None)
    what = next((c for c in about.children if c.dep_ in ("pobj", "pcomp")), None) if about is not None else None
    return subtree(what) if what is not None else None


def _negative(main: Token) -> Token | None:
    """The "no" of "asked whether troops had entered the camp, he said no"."""
    return next((c for c in main.children if c.lower_ == "no" and c.i == main.i + 1 and main.lemma_ == "say"), None)


def _refusing(main: Token) -> Token | None:
    """The last word of "declined to comment", "would not say"; None where no answer is refused."""
    known, lemma = cues(), main.lemma_.lower()
    answers = next((c for c in main.children if c.dep_ == "xcomp" and c.lemma_.lower() in known.answer), None)
    if lemma in known.decline and answers is not None:
        return answers
    words = {t.lower_ for t in main.children if t.dep_ in ("aux", "neg")}
    refused = bool(words & NEGATIONS) and (lemma in known.silence or ("would" in words and lemma in known.answer))
    return main if refused else None
