"""Names that no map has, where the words around them say that they are a place's: "the village of X", "X hospital"."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.language.places.gazetteer import gazetteer
from sayso.language.places.tokens import JOINERS, previous
from sayso.language.places.words import words

MOVED = {"to", "from", "into", "toward", "towards", "through", "via"}
BODIES = {"ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}


def told_as_place(doc: Doc, start: int, end: int) -> bool:
    """Whether the words around the name of tokens `start` to `end` let it be weighed as a place's."""
    known = words()
    after = doc[end] if end < len(doc) else None
    if after is not None and after.lower_ in known.region_words | known.settlement_words and after.pos_ == "NOUN":
        return True
    if site_after(doc, end):
        return True
    before = previous(doc, start)
    if before >= 0 and doc[before].lower_ == "near":
        return True
    return of_kind(doc, start) or between(doc, start) or moved(doc, start, end) or is_venue(doc, start, end)


def site_after(doc: Doc, end: int) -> int:
    """The end of the site that bears the name before `end`, in small letters ("X airport"); 0 for none."""
    for at in range(end, min(len(doc), end + 3)):
        if doc[at].pos_ not in ("NOUN", "ADJ") or not doc[at].text.islower():
            return 0
        if doc[at].lower_ in words().site_nouns and doc[at].pos_ == "NOUN":
            return at + 1
    return 0


def of_kind(doc: Doc, at: int) -> bool:
    """Whether "the village of", "the outskirts of" or the like stands before."""
    known = words()
    before = previous(doc, at)
    if before <= 0 or doc[before].lower_ != "of":
        return False
    return doc[previous(doc, before)].lower_ in known.region_words | known.settlement_words | known.locating_nouns


def between(doc: Doc, at: int) -> bool:
    """Whether the name is the second of two that something lies or runs between, the first a known one."""
    joint = previous(doc, at)
    if joint < 2 or doc[joint].lower_ != "and":
        return False
    opening = next((i for i in range(joint - 2, max(-1, joint - 6), -1) if doc[i].lower_ == "between"), None)
    return opening is not None and bool(gazetteer().find(doc[opening + 1 : joint].text))


def moved(doc: Doc, start: int, end: int) -> bool:
    """Whether somebody goes there or comes from there: "withdrew from X"."""
    root = doc[start:end].root
    if root.dep_ != "pobj" or root.pos_ != "PROPN" or root.head.lower_ not in MOVED:
        return False
    if root.ent_type_ in BODIES or (root.ent_type_ == "PERSON" and end - start > 1):
        return False
    return root.head.head.pos_ == "VERB" and root.head.head.lemma_ in words().going_verbs


def is_venue(doc: Doc, start: int, end: int) -> bool:
    """Whether something happens "at" what tokens `start` to `end` name: a restaurant, a race track, a firm's office."""
    before = previous(doc, start)
    if before >= 0 and doc[before].lower_ == "the":
        before = previous(doc, before)
    if before < 0 or doc[before].lower_ != "at" or (end < len(doc) and doc[end].lower_ in ("'s", "’s")):
        return False
    name, head = doc[start:end], doc[before].head
    entity = next((e for e in doc.ents if e.start <= start < e.end), None)
    if entity is not None and entity.label_ not in ("ORG", "FAC", "GPE", "LOC"):
        return False
    if name.text.isupper() or any(t.pos_ != "PROPN" and t.lower_ not in JOINERS for t in name):
        return False
    return head.lemma_.lower() not in words().member_nouns | words().facing_verbs
