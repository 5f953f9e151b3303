"""The clauses of a report: who did what to whom, and whether it is denied, from the parse.

Reconciling compares statements by these parts: two statements are on one question where their verbs and those that
the verbs speak of fit each other, and they stand against each other where one is negated.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Doc, Token

from sayso.knowledge import load
from sayso.language.asking import SUBJECTS, Stretch, question
from sayso.model import Clause

OBJECTS = frozenset({"dobj", "dative", "attr", "acomp", "oprd"})
CLAUSAL = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass", "parataxis", "dep"}
)
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "PRON"})
# What is told beside a noun: "women who were not involved" are not denied, nor are "three, not two".
BESIDE = frozenset({"relcl", "acl", "appos", "conj"})
MOST = 12  # words of a part


class Grammar(BaseModel):
    """`clauses.yaml`; the keys are described in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    none: frozenset[str]
    adverbs: frozenset[str]
    occasions: frozenset[str]
    unreal: frozenset[str]
    charging: frozenset[str]
    accusing: frozenset[str]
    joining: frozenset[str]


@cache
def _grammar() -> Grammar:
    return load("clauses", Grammar)


def find_clauses(doc: Doc, asides: Sequence[Stretch] = ()) -> tuple[Clause, ...]:
    """All clauses, in order of their verbs. `asides` are stretches that only credit somebody with what is said: no
    question is made of their words.
    """
    heads = [token for token in doc if _is_head(token)]
    number = {token.i: n for n, token in enumerate(heads)}
    return tuple(_clause(token, number, asides) for token in heads)


def _is_head(token: Token) -> bool:
    """Whether the token is the verb of a clause; an auxiliary is not, a form of "be" with a complement is."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass", "amod", "compound"):
        return False
    return token.dep_ in CLAUSAL or token.dep_ == "conj" or any(child.dep_ in SUBJECTS for child in token.children)


def _clause(verb: Token, number: dict[int, int], asides: Sequence[Stretch]) -> Clause:
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS] or _inverted(verb)
    shared = verb
    if verb.dep_ == "pcomp" and not subjects:
        subjects = _charged(verb)
    while not subjects and shared.dep_ in ("conj", "xcomp", "advcl", "pcomp"):
        # "The extractors worked and were serviced": the second verb has the first one's subject.
        above_it = _told(shared.head.head, asides) if shared.dep_ == "pcomp" else shared.head
        if above_it.i not in number or above_it.i == shared.i:
            break
        subjects = _accused(shared, above_it) or [child for child in above_it.children if child.dep_ in SUBJECTS]
        shared = above_it
    passive = _is_passive(verb) or (verb.dep_ == "conj" and verb.tag_ == "VBN" and _is_passive(verb.head))
    objects = [child for child in verb.children if child.dep_ in OBJECTS and child not in subjects]
    agents = [pobj for by in verb.children if by.dep_ == "agent" for pobj in by.children]
    others = [pobj for prep in verb.children if prep.dep_ == "prep" for pobj in prep.children if pobj.dep_ == "pobj"]
    particles = [child.lower_ for child in verb.children if child.dep_ == "prt"]
    above = next((a for a in verb.ancestors if a.i in number), None)
    edges = list(verb.subtree)
    last = edges[-1]
    return Clause(
        start=edges[0].idx,
        end=last.idx + len(last.text),
        at=verb.idx,
        verb=" ".join((verb.lower_, *particles)),
        subject=_words(agents if passive else subjects, number),
        object=_words(subjects if passive else objects, number),
        other=_words(others if not passive else [*objects, *others], number),
        negated=_negated(verb, (*subjects, *objects)),
        unreal=any(child.dep_ == "aux" and child.lower_ in _grammar().unreal for child in verb.children),
        relation=verb.dep_,
        under=number[above.i] if above is not None else None,
        question=question(
            verb,
            subjects,
            passive=passive,
            asides=_near(asides, edges[0].idx, last.idx),
            joining=_grammar().joining,
        ),
    )


def _told(above: Token, asides: Sequence[Stretch]) -> Token:
    """The verb that a verb of saying credits, where what comes behind hangs on the latter: "he fired, they said, before
    being shot".
    """
    if not any(lo <= above.idx < hi for lo, hi in asides):
        return above
    said = next((c for c in above.children if c.dep_ == "ccomp" and c.i < above.i), None)
    said = said or (above.head if above.dep_ == "parataxis" else None)
    told = [t for t in said.subtree if t.i < above.i and any(c.dep_ in SUBJECTS for c in t.children)] if said else []
    return told[-1] if told else above  # the last of which it tells is nearest


def _near(asides: Sequence[Stretch], start: int, end: int) -> list[Stretch]:
    return [(lo, hi) for lo, hi in asides if lo <= end and start < hi]


def _charged(verb: Token) -> list[Token]:
    """The same where the parse hangs the charge on him: "accused | the garrison of having fired"."""
    by, whom = verb.head, verb.head.head
    charge = by.lower_ in _grammar().charging and whom.dep_ == "dobj" and whom.head.lemma_ in _grammar().accusing
    return [whom] if charge else []


def _accused(verb: Token, above: Token) -> list[Token]:
    """Whoever is said to have done it: the object of "accused them of stealing", "blamed them for the delay"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in _grammar().charging or verb.head.head.i != above.i:
        return []
    return [child for child in above.children if child.dep_ in ("dobj", "dative") and child.i < verb.i]


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def _words(heads: list[Token], number: dict[int, int]) -> str:
    """The content words of phrases, without the clauses that hang on them."""
    kept: list[Token] = []
    for head in heads:
        for token in head.subtree:
            path = token
            while path.i != head.i and path.i not in number:
                path = path.head
            if path.i == head.i and token.pos_ in CONTENT:
                kept.append(token)
    return " ".join(token.text for token in sorted(set(kept), key=lambda t: t.i)[:MOST])


def _inverted(verb: Token) -> list[Token]:
    """The subject behind its verb: "at no time was a car there", which the parse takes for what it was."""
    if not any(_at_no_time(child) for child in verb.children):
        return []
    return [child for child in verb.children if child.dep_ == "attr" and child.i > verb.i][:1]


def _at_no_time(child: Token) -> bool:
    """Whether a phrase denies that it was ever so: "at no time", "under no circumstances"."""
    nouns = [noun for noun in child.children if noun.dep_ == "pobj" and noun.lower_ in _grammar().occasions]
    return any(word.lower_ == "no" for noun in nouns for word in noun.children)


def _set_off(token: Token) -> bool:
    """Whether a "not" only sets off what is not meant: "nineteen men, not fourteen, had fled"."""
    return token.lower_ == "not" and token.i > 0 and token.nbor(-1).text == ","


def _negated(verb: Token, parts: tuple[Token, ...]) -> bool:
    """Whether an odd number of negations stands with the verb, its subject and its objects."""
    count = sum(
        (child.dep_ == "neg" and not _set_off(child)) or child.lower_ in _grammar().adverbs for child in verb.children
    )
    count += sum(_at_no_time(child) for child in verb.children)
    for part in parts:
        # "No gun", "not a gun", "not one gun".
        near = [child for child in part.children if child.dep_ not in BESIDE]
        first = [part, *near, *(t for child in near for t in child.children)]
        count += any(token.lower_ in _grammar().none or token.dep_ == "neg" for token in first if not _set_off(token))
    if not count and verb.dep_ == "conj" and not any(c.dep_ in (*SUBJECTS, "aux", "auxpass") for c in verb.children):
        # "Had not been fired or beaten".
        return _negated(verb.head, ()) if verb.head.pos_ in ("VERB", "AUX") else False
    return count % 2 == 1
