"""Which runs of words are worth weighing as the name of a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from sayso.language.places.gazetteer import gazetteer
from sayso.language.places.landscape import spelled_out
from sayso.language.places.names import ARTICLES
from sayso.language.places.tokens import JOINERS, capital
from sayso.language.places.unlisted import told_as_place
from sayso.language.places.words import words

TAGS = {"GPE", "LOC", "FAC"}
LONGEST = 6  # words of a name that the index is asked for
SITE_OF = {"of", "de", "des", "du", "del", "della"}
ORDINAL = re.compile(r"\d+(st|nd|rd|th)|[A-Z][a-z]+")


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
                parts = list(_of_entity(doc, tagged[token.i]))
            for part in parts:
                yield part
                end = max(end, part[1])
            continue
        if token.i in inside or not (capital(token) or _article(doc, token.i) or _numbered(doc, token.i)):
            continue
        stop = _longest(doc, token.i)
        if stop and (not inside.intersection(range(token.i, stop)) or _known(doc[token.i : stop].text)):
            yield token.i, stop
            end = stop


def _of_entity(doc: Doc, entity: Span) -> Iterator[tuple[int, int]]:
    """The place or places of an entity: "Maiduguri Borno State" is two, and so is "Orsk, Orenburg"."""
    start = entity.start
    for stop in [*(t.i for t in entity if t.text in (",", ";", "/")), entity.end]:
        part = _trimmed(doc, start, stop)
        if part[0] < part[1]:
            yield from _split(doc, *part)
        start = stop + 1


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The tokens without an article before, and without marks on either side."""
    while start < end and (doc[start].lower_ in ("the", "a", "an") or doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ in ("'s", "’s", "s")):
        end -= 1
    return start, end


def _split(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """The names, each one that is known, that stand beside each other there; the whole where they are not all known."""
    if end - start < 2 or gazetteer().find(doc[start:end].text) or site(doc, start, end):
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


def site(doc: Doc, start: int, end: int) -> str | None:
    """The feature code of the site that a name says it is: "X Bridge", "Hotel X", "University of X"; else None."""
    known, first, last = words(), doc[start], doc[end - 1]
    if end - start < 2:
        return None
    if last.text[:1].isupper() and last.lower_ in known.feature_words:
        return known.feature_words[last.lower_]
    if first.lower_ in known.leading_words:
        return known.leading_words[first.lower_]
    return known.feature_words.get(first.lower_) if doc[start + 1].lower_ in SITE_OF and end - start > 2 else None


def _longest(doc: Doc, start: int) -> int:
    """The end of the longest name at `start` that the index, or a telling word in or after it, knows; 0 for none."""
    double = _pair(doc, start)
    if double:
        return double
    stop = start + 1
    while stop < min(len(doc), start + LONGEST) and "\n" not in doc[stop].text:
        if not capital(doc[stop]) and not _joins(doc, stop):
            break
        stop += 1
    for end in range(stop, start, -1):
        if doc[end - 1].lower_ in JOINERS:
            continue  # "Amsterdam-" in "the Amsterdam-London train"
        last = doc[end - 1].lower_
        if _known(doc[start:end].text) or spelled_out(doc[start:end].text):
            return end
        if end - start > 1 and last in words().region_words and doc[end - 1].text[0].isupper() and capital(doc[start]):
            return end
        if (end == stop or last in words().feature_words) and site(doc, start, end):
            return end
    if any(token.lower_ in ("of", "'s", "’s", "'", "’") for token in doc[start:stop]):
        return 0  # "Residents of X region": the name starts later
    return stop if told_as_place(doc, start, stop) else 0


def _pair(doc: Doc, start: int) -> int:
    """The end of a known name of two names that begins there ("Bosnia and Herzegovina"); 0 for none."""
    for joint in range(start + 1, min(len(doc) - 1, start + 4)):
        if doc[joint].lower_ in ("and", "&"):
            ends = (e for e in range(min(len(doc), joint + 4), joint + 1, -1) if doc[e - 1].text[:1].isupper())
            return next((e for e in ends if _known(doc[start:e].text)), 0)
        if not capital(doc[joint]):
            break
    return 0


def _numbered(doc: Doc, at: int) -> bool:
    """Whether a number begins a name there: "14th Street"."""
    return doc[at].like_num and bool(ORDINAL.fullmatch(doc[at].text)) and at + 1 < len(doc) and capital(doc[at + 1])


def _article(doc: Doc, at: int) -> bool:
    """Whether an Arabic article in small letters begins a name there ("al-X")."""
    return doc[at].lower_ in ARTICLES and at + 2 < len(doc) and doc[at + 1].text == "-" and capital(doc[at + 2])


def _joins(doc: Doc, at: int) -> bool:
    """Whether the word there joins two parts of one name: "Lanao del Sur", "Maarat al-Numan", "Cox's Bazar"."""
    after = doc[at + 1 : at + 3]
    if doc[at].lower_ not in JOINERS and (doc[at].lower_ not in ARTICLES or not after or after[0].text != "-"):
        return False
    return bool(after) and (capital(after[0]) or (len(after) > 1 and after[0].text == "-" and capital(after[1])))


def _known(name: str) -> bool:
    return bool(gazetteer().find(name)) and name not in words().not_places
