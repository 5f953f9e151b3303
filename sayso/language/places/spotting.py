"""Weighing the signs that a name is a place's: the tagger's label, the words around it, and what the index knows of it.

The small tagger calls many towns persons or organisations, and many persons places; no sign decides alone. Signs are
counted in points; SURE is enough.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio
from spacy.tokens import Doc, Span

from sayso.language.parsing import entity_at
from sayso.language.places.company import demonyms
from sayso.language.places.gazetteer import Entry, gazetteer
from sayso.language.places.governing import acting, governed, persons
from sayso.language.places.landscape import spelled_out
from sayso.language.places.names import fold
from sayso.language.places.naming import names, site
from sayso.language.places.tokens import capital, previous
from sayso.language.places.unlisted import between, is_venue, site_after
from sayso.language.places.words import words

PLACE_LABELS = {"GPE": 4, "LOC": 4, "FAC": 3}
SURE, CERTAIN = 5, 8
LISTED = 5
IN_BRACKETS = 3  # a known name alone in brackets: "the Fig Tree (Maywood)"
SITE = 6  # a name that ends in "Street" or "University"
VENUE = 3  # a name that no map has, after "at"
AROUND = 12  # words on either side that are looked at
HEADLINE = 3  # words in capitals that make more than a name
INITIALS = 5  # capitals that may be an acronym
LOCATED = 5  # a preposition that hardly anything but a place can follow
UNCONTESTED = 2  # a known name after a preposition that the report uses for nobody who acts
ACTING = 4  # what it costs that the report uses the name for somebody who acts
OWNED = 3  # points for fame that make "in X's north" speak for a place
REGION_NAMED = 7  # "X State", where the index has a region X
NEVER = -8  # what the tagger says that hardly anything makes up for
SPELLING = 75.0  # per cent of likeness (indel) of two spellings of one name
# "KOLKATA, India (AP) —": the town in capitals, or an agency in brackets, before a dash at the head of a line.
DATELINE = re.compile(
    r"(?:^|(?<=[.!?)] ))[^\S\n]*(?P<place>[^\W\d_][\w.'’ -]{1,30}?)(?:,[^\S\n]*[A-Z][\w. ]{1,24})?"
    r"[^\S\n]*(?:(?P<agency>\([A-Z][\w ./]{1,24}\))[^\S\n]*[—–-]?|[—–-])",
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


@dataclass(frozen=True, slots=True)
class People:
    """Whom a report names: the full names by their words, and the words used for somebody who acts."""

    full: Mapping[str, set[str]]
    acting: frozenset[str]


def spots(doc: Doc) -> list[Spot]:
    """The names in `doc` that the signs together call places, in text order."""
    people = People(persons(doc), acting(doc))
    headed = _datelines(doc)
    datelines = {doc[start].idx for start, _end in headed}
    taken = {i for start, end in headed for i in range(start, end)}
    rest = [(start, end) for start, end in names(doc) if taken.isdisjoint(range(start, end))]
    found = [_weigh(doc, start, end, people, datelines) for start, end in sorted([*headed, *rest])]
    # Datelines and headlines have in capitals what the text has in small letters.
    certain = {_written(doc, s) for s in found if s.points >= CERTAIN}
    sure = {_written(doc, s) for s in found if s.points >= SURE and (s.known or s.label)}
    raised = []
    for spot in found:
        name = _written(doc, spot)
        raised.append(replace(spot, points=spot.points + (4 if name in certain else 2 if name in sure else 0)))
    return [s for s in _raised(doc, raised) if s.points >= SURE]


def _shouted(doc: Doc, at: int) -> bool:
    """Whether the sentence there is in capitals, as headlines are."""
    sentence = doc[at].sent
    near = doc[max(sentence.start, at - AROUND) : min(sentence.end, at + AROUND)]
    letters = [t for t in near if t.is_alpha]
    return len(letters) > HEADLINE and all(t.is_upper for t in letters)


def _written(doc: Doc, spot: Spot) -> str:
    """The name, in the case of ordinary text where it is in long capitals."""
    name = doc[spot.start : spot.end].text
    return name.title() if name.isupper() and len(name) > INITIALS else name


def _datelines(doc: Doc) -> list[tuple[int, int]]:
    """The places, by their tokens, that stand at the head of a line before an agency or a dash."""
    found = []
    for match in DATELINE.finditer(doc.text):
        if match["agency"] or match["place"].isupper():
            span = doc.char_span(match.start("place"), match.start("place") + len(match["place"].rstrip()))
            if span is not None and gazetteer().find(span.text):
                found.append((span.start, span.end))
    return found


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


def fame(entries: tuple[Entry, ...], name: str = "") -> int:
    """Points for what the index knows under a name: states and wide areas most, hamlets none.

    An alternate name that is only another spelling of the usual one counts in full where `name` is given.
    """
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
        if not entry.usual and not (name and ratio(fold(name), fold(entry.name)) >= SPELLING):
            points = points // 2 if entry.population >= 20_000 else 0
        best = max(best, points)
    return best


def _weigh(doc: Doc, start: int, end: int, people: People, datelines: set[int]) -> Spot:
    span, known = doc[start:end], words()
    name = span.text
    entries = gazetteer().find(name)
    short = bool(spelled_out(name))
    shouted = _shouted(doc, start)
    entity = None if shouted else entity_at(doc, start, end)
    label = entity.label_ if entity is not None else None
    if name in known.not_places or name.split()[-1] in known.not_last or not any(t.text[:1].isupper() for t in span):
        return Spot(start, end, -9, label, False)
    if _initials(name, entries) and not short and doc[start].idx not in datelines:
        return Spot(start, end, -9, label, False)
    renown, before = fame(entries, name), _before(doc, start)
    if shouted and renown < OWNED and doc[start].idx not in datelines:
        return Spot(start, end, -9, None, bool(entries))  # of a headline in capitals the tagger makes nothing
    of_site = site(doc, start, end)
    tag = _tag(start, end, entity)
    if of_site and not (label == "PERSON" and span[-1].lower_ in known.surnames) and tag > NEVER:
        tag = max(tag, 0)  # the tagger takes sites for persons, bodies and dates
    if label == "LANGUAGE" and renown >= OWNED:
        tag = 0  # "in Aleppo": hardly any well-known place bears a language's name
    points = renown + tag + before + _after(doc, end, entries)
    if entries or label in PLACE_LABELS or before > 0 or site_after(doc, end):
        points += governed(doc, start, end)
    if _possessive(doc, end) and renown < OWNED and not _owns_ground(doc, start, end):
        points, before = points - before, 0  # "in X's name": the preposition is not the name's
    if renown < 5 and any(t.text in people.acting for t in span) and before < LOCATED:
        points -= ACTING
    elif renown and before > 0 and not any(t.text in people.full for t in span):
        points += UNCONTESTED
    region = (
        len(span) > 1 and name.split()[-1].casefold() in known.region_words and _is_region(doc[start : end - 1].text)
    )
    if region:
        points += REGION_NAMED
    if doc[start].idx in datelines:
        points += 6
    if short:
        points += (
            6
            if start and doc[start - 1].text == "," and (start < 2 or "." in name or doc[start - 2].text[:1].isupper())
            else 1
        )
    elif (
        renown < 5
        and (len(fold(name)) < 4 or (name.isupper() and len(name) <= INITIALS))
        and doc[start].idx not in datelines
    ):
        points -= 4
    if not entries and is_venue(doc, start, end):
        points += VENUE
    if renown < 5 and span.root.dep_ == "nsubj" and span.root.head.lemma_ in known.person_verbs:
        points -= 5
    if of_site and (before > 0 or of_site not in known.office_features):
        points += SITE
    if (
        renown < 5
        and label != "FAC"
        and (before < LOCATED or _possessive(doc, end))
        and any(span.text not in people.full[t.text] for t in span if t.text in people.full)
    ):
        points -= 4
    if label is None and renown < 6 and not region and _runs_on(doc, start, end):
        points -= 3
    return Spot(start, end, points, label if label in PLACE_LABELS else None, bool(entries))


def _initials(name: str, entries: tuple[Entry, ...]) -> bool:
    """Whether a name is a few capitals that no place is usually called."""
    return name.isalnum() and name.isupper() and len(name) <= INITIALS and not any(e.usual for e in entries)


def _is_region(name: str) -> bool:
    return any(e.feature in ("ADM1", "ADM2") for e in gazetteer().find(name))


def _possessive(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].lower_ in ("'s", "’s")


def _owns_ground(doc: Doc, start: int, end: int) -> bool:
    """Whether what the name owns lies in a place: "X's outskirts", "X's market"."""
    known = words()
    ground = known.site_nouns | known.located_nouns | known.region_words | known.settlement_words | known.locating_nouns
    return doc[start:end].root.head.lemma_.lower() in ground


def _tag(start: int, end: int, entity: Span | None) -> int:
    """Points for the tagger's label, which is often wrong on a single word and seldom on a longer name."""
    if entity is None:
        return 0
    label = entity.label_
    if label in PLACE_LABELS:
        return PLACE_LABELS[label]
    if label in ("ORDINAL", "CARDINAL", "DATE") and entity.start == start and site(entity.doc, start, end):
        return 0  # "Third Street", "14th St."
    if label in ("DATE", "TIME", "LANGUAGE", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"):
        return NEVER
    if label == "NORP" and fold(entity.text) in demonyms():
        return NEVER
    owns = start == entity.start and end < entity.end and entity.doc[end].lower_ in ("'s", "’s")
    if sum(t.is_alpha and t.lower_ != "the" for t in entity) > end - start and not owns:
        return NEVER
    return -2 if label == "PERSON" else -1


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
    if word == "(" and at + 1 == start and doc[start].text[1:].islower():
        return points + IN_BRACKETS
    if word in ("'s", "’s") and further >= 0:
        return points + (4 if fame(gazetteer().find(doc[further].text)) >= 6 else 0)
    if between(doc, start):
        return points + known.prepositions["between"] + 1
    if word == "with" and further >= 0 and doc[further].lemma_.lower() in known.described_by:
        return points + 5  # "the border with X"
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
        if stop < len(doc) and doc[stop].pos_ in ("PROPN", "NOUN") and not spelled_out(text):
            continue  # "X, U.S. Trade Representative"
        wholes = [
            (e.country, e.region) for e in gazetteer().find(text) if e.feature in ("PCLI", "ADM1", "ADM2") and e.usual
        ]
        wholes += [(country, region) for country, region in spelled_out(text)]
        if any(country == e.country and region in (None, e.region) for e in entries for country, region in wholes):
            return 5
    return 0


def _runs_on(doc: Doc, start: int, end: int) -> bool:
    """Whether the name is only part of a longer run of capitalised words ("Aston Villa" in "Aston Villa Ladies")."""
    before = start > doc[start].sent.start and capital(doc[start - 1]) and doc[start - 1].pos_ == "PROPN"
    after = (
        end < len(doc)
        and capital(doc[end])
        and doc[end].pos_ == "PROPN"
        and doc[end].lower_ not in words().region_words
    )
    return before or after
