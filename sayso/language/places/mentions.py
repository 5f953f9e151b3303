"""Place mentions: a spotted name with what the words beside it say of it ("northern X", "X region", "near X")."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from sayso.language.places.bodies import enclosed
from sayso.language.places.gazetteer import gazetteer
from sayso.language.places.roles import Role, role
from sayso.language.places.spotting import Spot, spots
from sayso.language.places.tokens import previous
from sayso.language.places.unlisted import site_after
from sayso.language.places.words import words


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a place: tokens `start` to `end` of the document, half-open.

    `name` is what is looked up: without the article, "northern", "region" and the like. `kind` is what the words
    beside it say it is: `region`, `settlement`, a GeoNames feature code, or null. `part` is true for "northern X",
    `near` for "near X". `role` is how the text uses it.
    """

    start: int
    end: int
    name: str
    kind: str | None = None
    part: bool = False
    near: bool = False
    role: Role = "where"


def mentions(doc: Doc) -> list[Mention]:
    """All place mentions of a document in text order, none overlapping another."""
    found: list[Mention] = []
    for spot in spots(doc):
        mention = _mention(doc, spot)
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    taken = {i for m in found for i in range(m.start, m.end)}
    for start, end in enclosed(doc, [m.name for m in found]):
        if taken.isdisjoint(range(start, end)):
            found.append(Mention(start, end, doc[start:end].text, role="inside"))
    return sorted(found, key=lambda m: m.start)


def _mention(doc: Doc, spot: Spot) -> Mention:
    known = words()
    start, end, low, high = spot.start, spot.end, spot.start, spot.end
    whole = bool(gazetteer().find(doc[start:end].text))
    part, kind = False, None
    while low < high - 1 and doc[low].lower_ in known.part_words and not whole:
        part, low = True, low + 1
    if low == start and start and doc[start - 1].lower_ in known.part_words:
        part = True
    last = doc[high - 1].lower_
    after = doc[high].lower_ if high < len(doc) else ""
    site_end = site_after(doc, high)
    bearer = doc[site_end - 1].lower_ if site_end else ""
    if high - low > 1 and last in known.region_words:
        kind, high = "region", high if whole else high - 1
    elif high - low > 1 and last in known.settlement_words and not whole:
        kind, high = "settlement", high - 1
    elif high - low > 1 and (last in known.feature_words or doc[low].lower_ in known.leading_words):
        kind = known.feature_words.get(last) or known.leading_words[doc[low].lower_]
        low = start
    elif after in known.region_words and not doc[high].is_upper:
        kind, end = "region", high + 1
    elif after in known.feature_words and (
        doc[high].text[:1].isupper() or (after in known.site_nouns and after not in known.described_by)
    ):
        kind, end, high = known.feature_words[after], high + 1, high + 1
    elif bearer in known.feature_words and bearer not in known.described_by:
        end = high = site_end  # "the X gold mine"
        kind = known.feature_words[bearer]
    elif _called_region(doc, high):
        kind = "region"
    elif previous(doc, low) > 0 and doc[previous(doc, low)].lower_ == "of":
        head = doc[previous(doc, previous(doc, low))]
        named = any(t.pos_ == "PROPN" for t in head.lefts)  # "the Dokki district of Cairo" is no "district of X"
        if not named and head.lower_ in known.region_words | known.settlement_words:
            kind = "region" if head.lower_ in known.region_words else "settlement"
    before = previous(doc, start)
    while before > 0 and (doc[before].lower_ == "the" or doc[before].lower_ in known.part_words):
        before = previous(doc, before)
    near = before >= 0 and doc[before].lower_ in known.near_words
    return Mention(start, end, doc[low:high].text, kind, part, near, role(doc, start, end, kind))


def _called_region(doc: Doc, end: int) -> bool:
    """Whether ", a region" or the like follows."""
    said = [t.lower_ for t in doc[end : end + 4]]
    return said[:1] == [","] and said[1:2] in (["a"], ["the"]) and bool(words().region_words.intersection(said[2:4]))
