"""Which runs of words are worth weighing as the name of a place."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from sayso.language.places.gazetteer import gazetteer
from sayso.language.places.landscape import spelled_out
from sayso.language.places.names import ARTICLES
from sayso.language.places.words import words

TAGS = {"GPE", "LOC", "FAC"}
LONGEST = 6  # words of a name that the index is asked for
JOINERS = {
    "of",
    "de",
    "del",
    "la",
    "le",
    "el",
    "al",
    "du",
    "des",
    "da",
    "do",
    "dos",
    "-",
    "–",
    "upon",
    "sur",
    "an",
    "am",
    "'s",
    "’s",
}
FUNCTION = {
    "ADP",
    "DET",
    "PRON",
    "CCONJ",
    "SCONJ",
    "AUX",
    "VERB",
    "PUNCT",
    "SPACE",
    "NUM",
    "PART",
    "INTJ",
    "SYM",
    "ADV",
}


def capital(token: Token) -> bool:
    """Whether a token can be part of a name."""
    return token.text[:1].isupper() and token.pos_ not in FUNCTION - {"VERB", "NUM", "ADV"} and not token.like_num


def names(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names to weigh: the tagger's places, and every longest name that the index or a telling word beside it knows."""
    end = 0
    tagged = {e.start: e for e in doc.ents if e.label_ in TAGS}
    inside = {i for e in tagged.values() for i in range(e.start, e.end)}
    for token in doc:
        if token.i < end:
            continue
        if token.i in tagged:
            stop = _longest(doc, token.i)
            if stop > tagged[token.i].end and _known(doc[token.i : stop].text):
                parts = [(token.i, stop)]
            else:
                parts = _of_entity(doc, tagged[token.i])
            for part in parts:
                yield part
                end = max(end, part[1])
            continue
        if token.i in inside or not (capital(token) or _article(doc, token.i)):
            continue
        stop = _longest(doc, token.i)
        if stop and (not inside.intersection(range(token.i, stop)) or _known(doc[token.i : stop].text)):
            yield token.i, stop
            end = stop


def _of_entity(doc: Doc, entity: Span) -> list[tuple[int, int]]:
    """The place or places of an entity: "Maiduguri Borno State" is two."""
    start, end = entity.start, entity.end
    while start < end and (doc[start].lower_ in ("the", "a", "an") or doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ in ("'s", "’s", "s")):
        end -= 1
    if start >= end:
        return []
    if end - start < 2 or gazetteer().find(doc[start:end].text):
        return [(start, end)]
    parts, at = [], start
    while at < end:
        stop = next((s for s in range(end, at, -1) if _known(doc[at:s].text) or spelled_out(doc[at:s].text)), 0)
        if not stop:
            return [(start, end)]
        if stop < end and doc[stop].lower_ in words().region_words:
            stop += 1
        parts.append((at, stop))
        at = stop
        while at < end and doc[at].is_punct:
            at += 1
    return parts


def _longest(doc: Doc, start: int) -> int:
    """The end of the longest name at `start` that the index, or a telling word in or after it, knows; 0 for none."""
    stop = start + 1
    while stop < min(len(doc), start + LONGEST) and "\n" not in doc[stop].text:
        if not capital(doc[stop]) and not _joins(doc, stop):
            break
        stop += 1
    for end in range(stop, start, -1):
        last = doc[end - 1].lower_
        if _known(doc[start:end].text) or spelled_out(doc[start:end].text):
            return end
        if end - start > 1 and last in words().feature_words and doc[end - 1].text[0].isupper():
            return end
        if end - start > 1 and last in words().region_words and doc[end - 1].text[0].isupper():
            return end
        if end == stop and end - start > 1 and doc[start].lower_ in words().leading_words:
            return end
    if any(token.lower_ in ("of", "'s", "’s") for token in doc[start:stop]):
        return 0  # "Residents of X region": the name starts later
    kinds = words().region_words | words().settlement_words
    if stop < len(doc) and doc[stop].lower_ in kinds and doc[stop].pos_ == "NOUN":
        return stop
    if stop < len(doc) and doc[stop].lower_ in words().site_nouns and doc[stop].pos_ == "NOUN":
        return stop if _told_of(doc, start) else 0
    before = previous(doc, start)
    near = before >= 0 and doc[before].lower_ == "near"
    return stop if near or _of_kind(doc, start) or is_venue(doc, start, stop) else 0


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


def _article(doc: Doc, at: int) -> bool:
    """Whether an Arabic article in small letters begins a name there ("al-X")."""
    return doc[at].lower_ in ARTICLES and at + 2 < len(doc) and doc[at + 1].text == "-" and capital(doc[at + 2])


def _joins(doc: Doc, at: int) -> bool:
    """Whether the word there joins two parts of one name: "Lanao del Sur", "Maarat al-Numan", "Cox's Bazar"."""
    if doc[at].lower_ not in JOINERS and doc[at].lower_ not in ARTICLES:
        return False
    after = doc[at + 1 : at + 3]
    return bool(after) and (capital(after[0]) or (len(after) > 1 and after[0].text == "-" and capital(after[1])))


def _known(name: str) -> bool:
    return bool(gazetteer().find(name)) and name not in words().not_places


def _told_of(doc: Doc, at: int) -> bool:
    """Whether a preposition of place stands before, with an article or without."""
    before = previous(doc, at)
    if before >= 0 and doc[before].lower_ == "the":
        before = previous(doc, before)
    return before >= 0 and doc[before].lower_ in words().prepositions


def _of_kind(doc: Doc, at: int) -> bool:
    """Whether "the village of" or the like stands before."""
    kinds = words().settlement_words | words().region_words
    before = previous(doc, at)
    return before > 0 and doc[before].lower_ == "of" and doc[previous(doc, before)].lower_ in kinds


def previous(doc: Doc, at: int) -> int:
    """The token before `at` that is no white space inside a line; −1 where there is none."""
    at -= 1
    while at >= 0 and doc[at].is_space and "\n" not in doc[at].text:
        at -= 1
    return at
