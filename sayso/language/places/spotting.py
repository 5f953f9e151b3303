"""Weighing the signs that a name is a place's: the tagger's label, the words around it, and what the index knows of it.

The small tagger calls many towns persons or organisations, and many persons places; no sign decides alone. Signs are
counted in points; SURE is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from sayso.language.places.gazetteer import Entry, gazetteer
from sayso.language.places.company import demonyms
from sayso.language.places.landscape import spelled_out
from sayso.language.places.names import fold
from sayso.language.places.words import words

PLACE_LABELS = {"GPE": 4, "LOC": 4, "FAC": 3}
SURE, CERTAIN = 5, 8
LISTED = 4
LONGEST = 6  # words of a name that the index is asked for
# Universities and schools are named for those who speak for them more often than for where they stand.
SCHOOLS = {"SCH", "SCHU", "SCHC"}
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
# "KOLKATA, India (AP) —": the town in capitals, or an agency in brackets, before a dash at the head of a line.
DATELINE = re.compile(
    r"(?:^|(?<=[.!?)] ))[^\S\n]*(?P<place>[^\W\d_][\w.'’ -]{1,30}?)(?:,[^\S\n]*[A-Z][\w. ]{1,24})?[^\S\n]*(?P<agency>\([A-Z][\w ./]{1,24}\))?[^\S\n]*[—–-]",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A name that may be a place's: tokens `start` to `end`, half-open, with the points that speak for it."""

    start: int
    end: int
    points: int
    label: str | None
    known: bool


def spots(doc: Doc) -> list[Spot]:
    """The names in `doc` that the signs together call places, in text order."""
    persons: dict[str, set[str]] = {}
    for entity in doc.ents:
        if entity.label_ == "PERSON" and len(entity) > 1:
            for token in entity:
                persons.setdefault(token.text, set()).add(entity.text)
    datelines = {m.start("place") for m in DATELINE.finditer(doc.text) if m["agency"] or m["place"].isupper()}
    found = [_weigh(doc, start, end, persons, datelines) for start, end in _names(doc)]
    certain = {doc[s.start : s.end].text for s in found if s.points >= CERTAIN}
    sure = {doc[s.start : s.end].text for s in found if s.points >= SURE}
    raised = []
    for spot in found:
        name = doc[spot.start : spot.end].text
        raised.append(replace(spot, points=spot.points + (4 if name in certain else 2 if name in sure else 0)))
    return [s for s in _raised(doc, raised) if s.points >= SURE]


def _raised(doc: Doc, found: list[Spot]) -> list[Spot]:
    """Known names listed beside a sure place gain from it, from left to right and back."""
    made = list(found)
    for order in (range(1, len(made)), range(len(made) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for at in order:
            beside = made[at - step]
            if made[at].points < SURE <= beside.points and made[at].known and _listed(doc, made[at], beside):
                made[at] = replace(made[at], points=made[at].points + LISTED)
    return made


def _listed(doc: Doc, one: Spot, two: Spot) -> bool:
    first, last = sorted((one, two), key=lambda s: s.start)
    return doc[first.end : last.start].text.strip() in ("and", "or", ",", ", and", "&", "/", "and the", ", the")


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ not in FUNCTION - {"VERB", "NUM", "ADV"} and not token.like_num


def _names(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names to weigh: the tagger's places, and every longest name that the index or a telling word beside it knows."""
    end = 0
    tagged = {e.start: e for e in doc.ents if e.label_ in PLACE_LABELS}
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
        if token.i in inside or not _capital(token):
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
        if not (
            _capital(doc[stop]) or (doc[stop].lower_ in JOINERS and stop + 1 < len(doc) and _capital(doc[stop + 1]))
        ):
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
    if (
        stop < len(doc)
        and doc[stop].lower_ in words().region_words | words().settlement_words
        and doc[stop].pos_ == "NOUN"
    ):
        return stop
    return stop if _of_kind(doc, start) else 0


def _known(name: str) -> bool:
    return bool(gazetteer().find(name)) and name not in words().not_places


def _of_kind(doc: Doc, at: int) -> bool:
    """Whether "the village of" or the like stands before."""
    kinds = words().settlement_words | words().region_words
    before = previous(doc, at)
    return before > 0 and doc[before].lower_ == "of" and doc[previous(doc, before)].lower_ in kinds


def fame(entries: tuple[Entry, ...]) -> int:
    """Points for what the index knows under a name: states and wide areas most, hamlets none."""
    best = 0
    for entry in entries:
        if entry.feature == "PCLI":
            points = 6
        elif entry.feature == "PPLC" or entry.geonames is None:
            points = 5
        elif entry.feature == "ADM1":
            points = 3
        else:
            points = sum(entry.population >= bound for bound in (1_000, 20_000, 200_000, 1_000_000))
        if not entry.usual:
            points = points // 2 if entry.population >= 20_000 else 0
        best = max(best, points)
    return best


def _weigh(doc: Doc, start: int, end: int, persons: dict[str, set[str]], datelines: set[int]) -> Spot:
    span, known = doc[start:end], words()
    name = span.text
    entries = gazetteer().find(name)
    short = bool(spelled_out(name))
    label = next((e.label_ for e in doc.ents if e.start <= start and end <= e.end), None)
    if name in known.not_places or not any(t.text[:1].isupper() for t in span):
        return Spot(start, end, -9, label, False)
    points = fame(entries) + _tag(doc, start, end, label) + _before(doc, start)
    points += _after(doc, end, entries)
    if doc[start].idx in datelines:
        points += 6
    if short:
        points += (
            6
            if start and doc[start - 1].text == "," and (start < 2 or "." in name or doc[start - 2].text[:1].isupper())
            else 1
        )
    elif (
        fame(entries) < 5
        and (len(fold(name)) < 4 or (name.isupper() and len(name) < 6))
        and doc[start].idx not in datelines
    ):
        points -= 4
    if fame(entries) < 5 and span.root.dep_ == "nsubj" and span.root.head.lemma_ in known.person_verbs:
        points -= 5
    if len(span) > 1 and known.feature_words.get(span[-1].lower_, "SCH") not in SCHOOLS:
        points += 4
    if (
        fame(entries) < 5
        and label != "FAC"
        and any(span.text not in persons[t.text] for t in span if t.text in persons)
    ):
        points -= 4
    if label is None and fame(entries) < 6 and _runs_on(doc, start, end):
        points -= 3
    return Spot(start, end, points, label if label in PLACE_LABELS else None, bool(entries))


def _tag(doc: Doc, start: int, end: int, label: str | None) -> int:
    """Points for the tagger's label, which is often wrong on a single word and seldom on a longer name."""
    if label is None:
        return 0
    if label in PLACE_LABELS:
        return PLACE_LABELS[label]
    entity = next(e for e in doc.ents if e.start <= start and end <= e.end)
    if label in ("DATE", "TIME", "LANGUAGE", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"):
        return -8
    if label == "NORP" and fold(entity.text) in demonyms():
        return -8
    if sum(t.is_alpha and t.lower_ != "the" for t in entity) > end - start:
        return -8
    return -2 if label == "PERSON" else -1


def previous(doc: Doc, at: int) -> int:
    """The token before `at` that is no white space inside a line; −1 where there is none."""
    at -= 1
    while at >= 0 and doc[at].is_space and "\n" not in doc[at].text:
        at -= 1
    return at


def _before(doc: Doc, start: int) -> int:
    known, at = words(), previous(doc, start)
    points = 0
    while at >= 0 and (doc[at].lower_ in known.part_words or doc[at].lower_ == "the"):
        points = max(points, 4 if doc[at].lower_ in known.part_words else 0)
        at = previous(doc, at)
    if at < 0:
        return points
    word, further = doc[at].lower_, previous(doc, at)
    if word.rstrip(".") in known.titles and doc[at].text[0].isupper():
        return points - 6
    if word in ("'s", "’s") and further >= 0:
        return points + (4 if fame(gazetteer().find(doc[further].text)) >= 6 else 0)
    if word == "of" and further >= 0:
        head = doc[further].lower_
        if head in known.settlement_words or head in known.region_words:
            return points + 8
        return points + (5 if head in known.locating_nouns else 0)
    return points + known.prepositions.get(word, 0)


def _after(doc: Doc, end: int, entries: tuple[Entry, ...]) -> int:
    if end >= len(doc):
        return 0
    known, word = words(), doc[end].lower_
    if word in known.region_words or word in known.settlement_words:
        return 5
    if word == "-" and end + 1 < len(doc) and doc[end + 1].lower_ in known.after_hyphen:
        return 4
    if word != "," or end + 1 >= len(doc):
        return 0
    for stop in range(min(len(doc), end + 5), end + 1, -1):
        text = doc[end + 1 : stop].text
        wholes = [
            (e.country, e.region) for e in gazetteer().find(text) if e.feature in ("PCLI", "ADM1", "ADM2") and e.usual
        ]
        wholes += [(country, region) for country, region in spelled_out(text)]
        if any(country == e.country and region in (None, e.region) for e in entries for country, region in wholes):
            return 5
    return 0


def _runs_on(doc: Doc, start: int, end: int) -> bool:
    """Whether the name is only part of a longer run of capitalised words ("Aston Villa" in "Aston Villa Ladies")."""
    before = start > doc[start].sent.start and _capital(doc[start - 1]) and doc[start - 1].pos_ == "PROPN"
    after = (
        end < len(doc)
        and _capital(doc[end])
        and doc[end].pos_ == "PROPN"
        and doc[end].lower_ not in words().region_words
    )
    return before or after
