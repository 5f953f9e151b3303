"""What the words that govern a name say of it: "captured X", "the road to X", "X airport", "X, the capital of Y"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.places.gazetteer import gazetteer
from sayso.language.places.tokens import previous
from sayso.language.places.unlisted import site_after
from sayso.language.places.words import words

LARGE = 200_000  # people
TAKEN, LED_TO, HAPPENED, SERVED, SITE, CALLED = 5, 3, 3, 5, 4, 5  # points (spotting.py says how many are enough)


def governed(doc: Doc, start: int, end: int) -> int:
    """Points that the grammar around tokens `start` to `end` gives a name for being a place's."""
    joined = max(
        _taken(doc, start, end), _led_to(doc, start, end), _happened(doc, start, end), _served(doc, start, end)
    )
    return joined + _site(doc, start, end) + _called(doc, end)


def _first(root: Token) -> Token:
    """The first of the names that stand in a list with `root`."""
    for _step in range(4):
        if root.dep_ != "conj" or root.head.pos_ not in ("PROPN", "NOUN"):
            break
        root = root.head
    return root


def _taken(doc: Doc, start: int, end: int) -> int:
    """Whether the name is what somebody captures, shells, reaches or leaves."""
    root = _first(doc[start : site_after(doc, end) or end].root)
    return TAKEN if root.dep_ in ("dobj", "nsubjpass") and root.head.lemma_ in words().taking_verbs else 0


def _happened(doc: Doc, start: int, end: int) -> int:
    """Whether the name stands before a happening: "the X bombing"."""
    root = doc[start:end].root
    before = root.dep_ in ("compound", "nmod", "amod") and root.head.i == end
    return HAPPENED if before and root.head.lemma_.lower() in words().happening_nouns else 0


def _served(doc: Doc, start: int, end: int) -> int:
    """Whether the name of a region or a large town stands before those who serve there: "the X regional police"."""
    root = doc[start:end].root
    if root.dep_ not in ("compound", "nmod", "amod") or root.head.i < end or root.head.pos_ != "NOUN":
        return 0
    if root.head.lemma_.lower() not in words().civic_nouns:
        return 0
    known = gazetteer().find(doc[start:end].text)
    return SERVED if any(e.feature == "ADM1" or (e.usual and e.population >= LARGE) for e in known) else 0


def _led_to(doc: Doc, start: int, end: int) -> int:
    """Whether a verb or noun of moving, or of striking, governs the preposition before the name."""
    root = _first(doc[start : site_after(doc, end) or end].root)
    if root.dep_ != "pobj" or root.head.pos_ != "ADP":
        return 0
    return LED_TO if root.head.head.lemma_.lower() in words().moving_words else 0


def _site(doc: Doc, start: int, end: int) -> int:
    """Whether a site that bears the name follows: "X airport", "the X gold mine", "X’s Old Bridge"."""
    known = words()
    root = doc[start:end].root
    if root.dep_ == "poss" and root.head.pos_ == "PROPN":
        return SITE if root.head.lower_ in known.feature_words else 0
    return SITE if site_after(doc, end) else 0


def _called(doc: Doc, end: int) -> int:
    """Whether ", the capital of …", ", a town …" or the like follows."""
    known = words()
    said = [t for t in doc[end : end + 5] if not t.is_space]
    if len(said) < 3 or said[0].text != "," or said[1].lower_ not in ("a", "an", "the"):
        return 0
    kinds = known.settlement_words | known.region_words
    return CALLED if any(t.lower_ in kinds and t.pos_ == "NOUN" for t in said[2:]) else 0


def persons(doc: Doc) -> dict[str, set[str]]:
    """For each word of a person's full name in `doc`, the full names that it stands in."""
    found: dict[str, set[str]] = {}
    for entity in doc.ents:
        if entity.label_ == "PERSON" and len(entity) > 1:
            for token in entity:
                found.setdefault(token.text, set()).add(entity.text)
    return found


def acting(doc: Doc) -> frozenset[str]:
    """The words that `doc` uses for somebody who speaks, thinks or bears a title."""
    known = words()
    found = set()
    for token in doc:
        if not token.text[:1].isupper():
            continue
        before = previous(doc, token.i)
        titled = before >= 0 and doc[before].lower_.rstrip(".") in known.titles and doc[before].text[:1].isupper()
        if titled or (token.dep_ == "nsubj" and token.head.lemma_ in known.person_verbs):
            found.add(token.text)
    return frozenset(found)
