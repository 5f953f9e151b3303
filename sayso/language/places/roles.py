"""How the text uses a place: as where something is, as a modifier, as a body, inside the name of something else."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc

from sayso.language.places.gazetteer import gazetteer
from sayso.language.places.naming import is_venue, previous
from sayso.language.places.words import words

Role = Literal["where", "modifier", "venue", "inside"]
LOCATED = 5  # points of a preposition that hardly anything but a place can follow (places.yaml)


def role(doc: Doc, start: int, end: int, kind: str | None) -> Role:
    """The role of the place named by tokens `start` to `end`; `kind` is what the words beside it call it."""
    if kind in words().body_features:
        at = previous(doc, start)
        while at >= 0 and doc[at].lower_ == "the":
            at = previous(doc, at)
        located = at >= 0 and (doc[at].lower_ == "at" or words().prepositions.get(doc[at].lower_, 0) >= LOCATED)
        return "where" if located else "venue"
    if kind is None and end - start > 1 and is_venue(doc, start, end) and not gazetteer().find(doc[start:end].text):
        return "venue"
    root = doc[start:end].root
    if kind is None and root.dep_ in ("compound", "amod", "nmod") and root.head.i >= end:
        if root.head.lemma_.lower() in words().happening_nouns | words().site_nouns:
            return "where"  # "the Goma attack", "the Goma border crossing"
        return "inside" if root.head.pos_ == "PROPN" else "modifier"
    return "where"
