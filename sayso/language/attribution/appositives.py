"""Somebody's word on what was just told, hung on it by a noun: "accused the army of looting, a charge it denies"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.cues import cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.phrases import CONFIDENCE, span_of
from sayso.language.attribution.relatives import Relative

REACH = 20  # words behind such a noun within which its verb stands, and behind the verb what it is called
INDEFINITE = ("a", "an", "another", "one")
STOPS = (".", ";", "?", "!")
FINITE = ("VBD", "VBZ", "VBP")
BEING = ("was", "were", "is", "are")
QUOTES = "“\"‘'«"


def in_appositions(words: list[Token]) -> Iterator[Relative]:
    """The denials and admissions that hang on what stands before them, where `words` are those outside quotations.

    The parser takes such a noun for a subject, an object or an adverb, so that only the order of words is trusted.
    """
    for noun in words:
        first = _indefinite(noun)
        behind = _behind(noun) if first is not None else None
        if first is None or behind is None:
            continue
        who, verb = behind
        label = _label(verb)
        if label is None and not _unchecked(verb) and cues().stance_of(_lemma(verb)) not in ("denies", "admits"):
            continue
        named = (first.idx, span_of(noun)[1])
        content = (named,) if label is None else (named, label)
        source = [_whose(who, first)] if who else []
        said = Candidate(tuple(source), (_whole(verb),), content, CONFIDENCE, "rule", own=not who)
        agent = [end for _, end in source if verb.i < who[0].i]
        end = max(span_of(verb.right_edge)[1], content[-1][1], *agent)
        yield Relative(said, (first.idx, end), False)


def _indefinite(noun: Token) -> Token | None:
    """The first word of a noun for a statement that takes up what stands before a comma: "…, a flat charge"."""
    lemma = noun.lemma_.lower().removesuffix("s")
    if lemma != "something" and lemma not in cues().contested | cues().statements:
        return None
    first = noun
    while first.i and first.nbor(-1).pos_ == "ADJ":
        first = first.nbor(-1)
    if first.i and first.nbor(-1).lower_ in INDEFINITE:
        first = first.nbor(-1)
    elif lemma != "something" and noun.lower_ == lemma:
        return None  # one statement is "a charge", several are "charges"
    return first if first.i and first.nbor(-1).text in (",", "–", "—", "-") else None


def _behind(noun: Token) -> tuple[list[Token], Token] | None:
    """The words of who answers it, and the verb: "… the army denies", "… rejected by the army"; nobody's where the
    outlet itself "could not" ("a figure that could not be verified").
    """
    between: list[Token] = []
    for token in noun.doc[noun.i + 1 : noun.i + 1 + REACH]:
        if token.text in (*STOPS, *QUOTES) or "\n" in token.text:
            return None
        if _answers(token):
            if between:
                return between, token
            agent = next((g for c in token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
            if agent is None:
                return ([], token) if _unchecked(token) else None
            return list(agent.subtree), token
        if token.tag_ in FINITE and not between:
            return None
        opens = token.lower_ in ("that", "which") or token.dep_ in ("aux", "auxpass", "neg", "advmod")
        ofs = {token.lower_, token.head.lower_} & {"of"} and token.head.i <= noun.i + 1 and not between
        if not opens and not ofs:
            between.append(token)
    return None


def _answers(token: Token) -> bool:
    """Whether it is a verb that denies, admits or calls; the parser may take it for a noun at a clause's end."""
    lemma = _lemma(token)
    listed = cues().stance_of(lemma) in ("denies", "admits") or lemma in cues().label | cues().saying | cues().check
    if token.pos_ == "VERB":
        return listed
    return listed and token.tag_ == "NNS" and token.i + 1 < len(token.doc) and token.nbor(1).text in (*STOPS, ",")


def _whole(verb: Token) -> Span:
    """A verb with its auxiliaries: "has repeatedly denied", "could not be verified"."""
    first = verb
    while first.i and first.nbor(-1).head == verb and first.nbor(-1).dep_ in ("aux", "auxpass", "neg", "advmod"):
        first = first.nbor(-1)
    return first.idx, span_of(verb)[1]


def _unchecked(verb: Token) -> bool:
    """ "A claim this newspaper could not verify"."""
    return verb.lemma_.lower() in cues().check and {"could", "not"} <= {c.lower_ for c in verb.children}


def _lemma(token: Token) -> str:
    lemma = token.lemma_.lower()
    return lemma if token.pos_ == "VERB" else lemma.removesuffix("s")


def _label(verb: Token) -> Span | None:
    """What the statement is called, where that is to say that it is not so: "dismissed as “fairy tales”"."""
    lemma, following = _lemma(verb), verb.doc[verb.i + 1 : verb.i + 2].text.lower()
    if lemma not in cues().label and not (lemma in cues().saying and following in BEING):
        return None
    behind = verb.doc[verb.i + 1 : verb.i + REACH]
    called = list(takewhile(lambda t: t.text not in STOPS and "\n" not in t.text, behind))
    words = {t.lower_ for t in called} | {t.lemma_.lower() for t in called}
    scare = any(t.text in QUOTES for t in called[:2]) and not words & cues().granting
    if not scare and not words & cues().untrue:
        return None
    named = [t for t in called if not t.is_punct]
    opening = next((n for n, t in enumerate(named[:4]) if t.lower_ in ("as", *BEING)), -1)
    named = named[opening + 1 :]
    return (named[0].idx, span_of(named[-1])[1]) if named else None


def _whose(who: list[Token], first: Token) -> Span:
    """Who says so; for a pronoun behind an accusation, who is accused there, since nobody answers himself."""
    if len(who) == 1 and who[0].pos_ == "PRON":
        before = first.sent[: first.i - first.sent.start]
        blaming = [t for t in before if cues().stance_of(t.lemma_.lower()) == "blames" and t.pos_ == "VERB"]
        accused = next((c for t in reversed(blaming) for c in t.children if c.dep_ == "dobj" and c.i > t.i), None)
        if accused is not None and accused.pos_ in ("NOUN", "PROPN"):
            return accused.left_edge.idx, span_of(accused)[1]
    words = [t for t in who if not t.is_punct]
    return words[0].idx, span_of(words[-1])[1]
