"""How the text uses a place: as where something is, as a modifier, as a body, inside the name of something else."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc, Token

from sayso.language.places.gazetteer import gazetteer
from sayso.language.places.names import fold
from sayso.language.places.seats import seats
from sayso.language.places.tokens import previous
from sayso.language.places.unlisted import is_venue
from sayso.language.places.words import words

Role = Literal["where", "modifier", "venue", "inside"]
LOCATED = 5  # points of a preposition that hardly anything but a place can follow (places.yaml)
NAMES = (None, "region", "settlement")  # kinds of a mention that names a place, and no site


def role(doc: Doc, start: int, end: int, kind: str | None) -> Role:
    """The role of the place named by tokens `start` to `end`; `kind` is what the words beside it call it."""
    if kind in words().body_features:
        return "where" if _located(doc, start) else "venue"
    if kind is None and end - start > 1 and is_venue(doc, start, end) and not gazetteer().find(doc[start:end].text):
        return "venue"
    root = doc[start:end].root
    if kind not in NAMES:
        return "venue" if root.dep_ == "nsubj" and root.head.lemma_ in words().person_verbs else "where"
    head = root.head
    noun = head.lemma_.lower()
    if root.dep_ in ("compound", "amod", "nmod") and head.i >= end:
        if noun in words().happening_nouns | words().site_nouns:
            return "where"  # "the Goma attack", "the Goma border crossing"
        return "inside" if head.pos_ == "PROPN" or noun in words().civic_nouns else "modifier"
    if root.dep_ == "pobj" and head.lower_ == "of":
        return "modifier" if head.head.lemma_.lower() in words().civic_nouns | words().titles else "where"
    if root.dep_ == "pobj" and head.dep_ == "prep" and head.head.lemma_.lower() in words().basing_verbs:
        return "modifier"
    if root.dep_ == "poss" and noun in words().civic_nouns:
        return "modifier"
    if root.dep_ == "poss" and fold(doc[start:end].text) in seats() and not _ground(head):
        return "modifier"  # "Morocco's role": whose, not where
    return "where"


def _located(doc: Doc, start: int) -> bool:
    at = previous(doc, start)
    while at >= 0 and doc[at].lower_ == "the":
        at = previous(doc, at)
    return at >= 0 and (doc[at].lower_ == "at" or words().prepositions.get(doc[at].lower_, 0) >= LOCATED)


def _ground(noun: Token) -> bool:
    """Whether what the noun names lies in a place."""
    known = words()
    ground = known.site_nouns | known.located_nouns | known.happening_nouns | known.settlement_words
    return noun.lemma_.lower() in ground | known.region_words or noun.pos_ == "PROPN"
