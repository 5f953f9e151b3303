"""Counts that somebody tells in passing: a body that counted, a toll given by somebody.

Like those of `tallies`, each rule looks for a listed verb or noun of counting, and for whose it is in a fixed place of
the parse; no verb of saying needs to hold the number.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.cues import Cues, cues
from sayso.language.attribution.mentions import noun_group
from sayso.language.attribution.phrases import CONFIDENCE, SUBJECTS, span_of, spans_of, subtree

RELATIVES = ("which", "who", "that")
HOLDING = ("be", "stand")
MAIN = ("ROOT", "conj", "parataxis")
PERSONS = ("i", "we", "you")


def counted(words: list[Token]) -> list[Candidate]:
    """What is found among `words`, those outside quotation marks."""
    known, found = cues(), []
    for token in words:
        lemma = token.lemma_.lower()
        if token.tag_.startswith("VB") and lemma in known.counting:
            found.append(_counts(token))
        if lemma in known.tallies or lemma in known.reckonings:
            found.append(_given_by(known, token) or _count_by(token))
    return [c for c in found if c is not None]


def _numbers(words: Iterable[Token]) -> bool:
    return any(t.like_num or t.pos_ == "NUM" for t in words)


def _counts(verb: Token) -> Candidate | None:
    """ "The clinic, which recorded 64 dead, …", "residents counted 22 bodies, nine of them children"."""
    who = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    rights = [c for c in verb.rights if c.dep_ in ("dobj", "advmod", "acomp", "oprd") and _numbers(c.subtree)]
    what = rights[0] if rights else None
    if who is None or what is None or who.dep_ != "nsubj" or who.lower_ in PERSONS:
        return None
    dead = cues().tallies | cues().countable
    if {what.lemma_.lower(), what.lower_}.isdisjoint(dead) and not any(c.lower_ in dead for c in what.subtree):
        return None
    relative = who.lower_ in RELATIVES
    if relative and verb.dep_ != "relcl":
        return None
    if not relative and (who.pos_ not in ("NOUN", "PROPN") or verb.dep_ not in MAIN):
        return None
    source = span_of(who) if relative else noun_group(who)
    content = subtree(what)
    return Candidate((source,), (span_of(verb),), (content,), CONFIDENCE, "rule") if content else None


def _given_by(known: Cues, noun: Token) -> Candidate | None:
    """ "The toll of 19 given by the chief"."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    heads = (noun, *(of.children if of is not None else ()))  # the parse may hang "given" on the number
    giving = next((c for h in heads for c in h.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    if giving is None or giving.lemma_.lower() not in known.tally | known.issuing | known.saying:
        return None
    source = _agent(giving)
    said = [t for t in noun.subtree if t.i < giving.i]
    if source is None or not _numbers(said):
        return None
    return Candidate((source,), (span_of(giving),), spans_of(said), CONFIDENCE, "rule")


def _count_by(noun: Token) -> Candidate | None:
    """ "The latest count by the mayor's office is 14 wounded"."""
    verb, source = noun.head, _agent(noun)
    if source is None or noun.dep_ not in SUBJECTS or verb.lemma_ not in HOLDING:
        return None
    words = [t for t in verb.subtree if t.i > verb.i]
    if not _numbers(words):
        return None
    return Candidate((source,), (span_of(noun), span_of(verb)), spans_of(words), CONFIDENCE, "rule")


def _agent(token: Token) -> tuple[int, int] | None:
    """Whoever "by" names behind a noun or participle."""
    by = next((c for c in token.children if c.lower_ == "by" and c.dep_ in ("prep", "agent")), None)
    who = next((c for c in by.children if c.dep_ == "pobj" and c.pos_ in ("NOUN", "PROPN")), None) if by else None
    return subtree(who) if who is not None else None
