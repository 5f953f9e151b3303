"""Telling a place from the actor that it stands for: "Moscow said" names a government, "in Moscow" a city."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from sayso.knowledge.states import states
from sayso.language.places.mentions import Mention
from sayso.language.places.names import fold
from sayso.language.places.words import words


@cache
def _seats() -> frozenset[str]:
    return frozenset(fold(name) for state in states().values() for name in (*state.names, *state.seats))


def stands_for_actor(mention: Mention, doc: Doc) -> bool:
    """Whether a state, a capital or another seat of government is named for those who govern from it."""
    if fold(mention.name) not in _seats() or mention.part or mention.kind:
        return False
    root = doc[mention.start : mention.end].root
    for _step in range(4):
        if root.dep_ != "conj" or root.head.pos_ != "PROPN":
            break
        root = root.head
    head = root.head
    if root.dep_ == "pobj" and head.dep_ == "agent":
        return True
    if root.dep_ in ("poss", "compound", "nmod"):
        return head.lemma_.lower() in words().institution_nouns and head.i >= mention.end
    return root.dep_ == "nsubj" and head.pos_ == "VERB" and head.lemma_ not in words().static_verbs
