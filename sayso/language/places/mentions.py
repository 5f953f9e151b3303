"""Finding the words that name a place: what the tagger calls one, and what it misses but the words around give away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from sayso.language.places.gazetteer import gazetteer
from sayso.language.places.words import words

PLACE_LABELS = {"GPE", "LOC", "FAC"}
OTHER_LABELS = {"PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"}
LONGEST = 5  # words of a name that the index is asked for


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a place: tokens `start` to `end` of the document, half-open.

    `name` is what is looked up: without the article, "northern", "region" and the like. `kind` is what the words
    beside it say it is: `region`, `settlement`, a GeoNames feature code, or null. `part` is true for "northern X",
    `near` for "near X". `tagged` is the tagger's label, null where the gazetteer alone found it.
    """

    start: int
    end: int
    name: str
    kind: str | None = None
    part: bool = False
    near: bool = False
    tagged: str | None = None


def mentions(doc: Doc) -> list[Mention]:
    """All place mentions of a document in text order, none overlapping another."""
    found = [m for span in doc.ents if span.label_ in PLACE_LABELS if (m := _mention(span.start, span.end, doc, span.label_))]
    taken = {i for m in found for i in range(m.start, m.end)}
    taken |= {i for span in doc.ents if span.label_ in OTHER_LABELS for i in range(span.start, span.end)}
    for start, end in _missed(doc, taken):
        mention = _mention(start, end, doc, None)
        if mention and not taken.intersection(range(mention.start, mention.end)):
            found.append(mention)
            taken.update(range(mention.start, mention.end))
    return sorted(_apart(found), key=lambda m: m.start)


def _apart(found: list[Mention]) -> Iterator[Mention]:
    end = -1
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if mention.start >= end:
            yield mention
            end = mention.end


def _mention(start: int, end: int, doc: Doc, label: str | None) -> Mention | None:
    known = words()
    while start < end and (doc[start].lower_ in ("the", "a", "an") or doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ in ("'s", "’s")):
        end -= 1
    if start == end or not any(c.isalpha() for c in doc[start:end].text) or doc[start:end].text in known.not_places:
        return None
    if not any(t.text[:1].isupper() for t in doc[start:end]):
        return None
    low, high, kind, part = start, end, None, False
    while low < high - 1 and doc[low].lower_ in known.part_words and not gazetteer().find(doc[low:high].text):
        part, low = True, low + 1
    if low == start and start and doc[start - 1].lower_ in known.part_words:
        part = True
    last = doc[high - 1].lower_
    after = doc[high].lower_ if high < len(doc) else ""
    if high - low > 1 and last in known.region_words:
        kind, high = "region", high - 1
    elif high - low > 1 and last in known.settlement_words and not gazetteer().find(doc[low:high].text):
        kind, high = "settlement", high - 1
    elif last in known.feature_words or (doc[low].lower_ in known.feature_words and high - low > 1):
        kind = known.feature_words.get(last) or known.feature_words[doc[low].lower_]
    elif after in known.region_words and not doc[high].text.isupper():
        kind, end = "region", high + 1
    elif after in known.feature_words and doc[high].text[:1].isupper():
        kind, end = known.feature_words[after], high + 1
    elif low > 1 and doc[low - 1].lower_ == "of":
        head = doc[low - 2].lower_
        kind = "region" if head in known.region_words else "settlement" if head in known.settlement_words else None
    before = doc[start - 1] if start else None
    if before is not None and before.lower_ == "the" and start > 1:
        before = doc[start - 2]
    near = before is not None and before.lower_ in known.near_words
    return Mention(start, end, doc[low:high].text, kind, part, near, label)


def _missed(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Names in the index that stand where a place stands: after a preposition or "the village of", or in a dateline."""
    known = words()
    for token in doc:
        if token.i in taken or not token.text[:1].isupper() or not token.is_alpha:
            continue
        before = doc[token.i - 1] if token.i else None
        if before is not None and before.lower_ == "the" and token.i > 1:
            before = doc[token.i - 2]
        if before is None or not (before.lower_ in known.prepositions or _kind_of(doc, token)):
            continue
        span = _longest(doc, token, taken)
        if span is not None:
            yield span.start, span.end


def _kind_of(doc: Doc, token: Token) -> bool:
    """Whether "the village of" or the like stands before."""
    known = words()
    return (
        token.i > 1
        and doc[token.i - 1].lower_ == "of"
        and (doc[token.i - 2].lower_ in known.settlement_words or doc[token.i - 2].lower_ in known.region_words)
    )


def _longest(doc: Doc, token: Token, taken: set[int]) -> Span | None:
    end = token.i + 1
    while end < min(len(doc), token.i + LONGEST) and end not in taken and doc[end].text[:1].isupper():
        end += 1
    whole = doc[token.i : end]
    for stop in range(end, token.i, -1):
        span = doc[token.i : stop]
        if gazetteer().find(span.text) and span.text not in words().not_places:
            return span if stop == end or len(span) > 1 else None
    return whole if _kind_of(doc, token) else None
