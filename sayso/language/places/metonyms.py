"""Telling a place from the actor that it stands for: "Moscow said" names a government, "in Moscow" a city."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.places.gazetteer import gazetteer
from sayso.language.places.mentions import Mention
from sayso.language.places.names import fold
from sayso.language.places.nearness import holds
from sayso.language.places.seats import BLOCS, seats
from sayso.language.places.words import words

DEALING = {"with", "between", "against", "on"}


def stands_for_actor(mention: Mention, doc: Doc) -> bool:
    """Whether a state, a capital or another seat of government is named for those who govern from it."""
    if (
        fold(mention.name) not in seats()
        or mention.part
        or mention.kind
        or mention.role == "inside"
        or _heads(mention, doc)
    ):
        return False
    root = doc[mention.start : mention.end].root
    for _step in range(4):
        if root.dep_ != "conj" or root.head.pos_ != "PROPN":
            break
        root = root.head
    head = root.head
    if root.dep_ == "pobj" and head.dep_ == "agent":
        return True
    if root.dep_ == "pobj" and head.lower_ in DEALING:
        return head.head.lemma_.lower() in words().dealing_words
    if root.dep_ == "dobj":
        return head.lemma_ in words().addressing_verbs
    if root.dep_ == "dative":
        return True
    if _follows_its_town(mention, doc):
        return False
    if fold(mention.name) in BLOCS and root.dep_ in ("compound", "nmod"):
        return True
    if root.dep_ in ("poss", "compound", "nmod"):
        return head.lemma_.lower() in words().institution_nouns and head.i >= mention.end
    return root.dep_ == "nsubj" and head.pos_ == "VERB" and _said(head).lemma_ not in words().static_verbs


def _said(verb: Token) -> Token:
    """The verb that says what the subject does: "used to be", "is starting to look"."""
    for _step in range(3):
        further = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in ("VERB", "AUX")), None)
        if verb.lemma_ not in words().phase_verbs or further is None:
            break
        verb = further
    return verb


def _heads(mention: Mention, doc: Doc) -> bool:
    """Whether the name stands as a dateline: first in its line, before an agency in brackets or a dash."""
    first = mention.start == 0 or "\n" in doc[mention.start - 1].text
    return first and mention.end < len(doc) and doc[mention.end].text in ("(", "-", "–", "—", ":")


def _follows_its_town(mention: Mention, doc: Doc) -> bool:
    """Whether the name only says where the town before it lies: "in Tacoma, Washington"."""
    if mention.start < 2 or doc[mention.start - 1].text != ",":
        return False
    towns = [e for e in gazetteer().find(doc[mention.start - 2].text) if e.usual]
    wholes = [e for e in gazetteer().find(mention.name) if e.feature in ("PCLI", "ADM1")]
    return any(holds(whole, town) for whole in wholes for town in towns)
