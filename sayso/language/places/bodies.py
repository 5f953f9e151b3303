"""Places in the names of bodies and works: "the Lagos State Emergency Agency" has a place in it, and is none."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from sayso.language.places.company import demonyms
from sayso.language.places.gazetteer import gazetteer
from sayso.language.places.names import fold
from sayso.language.places.naming import LONGEST
from sayso.language.places.words import words

NAMED = {"ORG", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "FAC"}
LARGE = 200_000  # people: a smaller place is as likely a founder's name, unless the report tells of it elsewhere
SHORT = 4  # letters: a shorter name is mostly an article or initials
REGIONS = {"ADM1", "ISL"}


def enclosed(doc: Doc, known: Iterable[str]) -> list[tuple[int, int]]:
    """The places, by their tokens, that begin or end the name of a body; `known` are places of the report.

    No states and no peoples: whose a body is says nothing of where it works.
    """
    told = {fold(name) for name in known}
    found = []
    for entity in doc.ents:
        start, end = entity.start, entity.end
        while start < end and doc[start].lower_ in ("the", "a", "an"):
            start += 1
        if entity.label_ not in NAMED or end - start < 2:
            continue
        for size in range(min(LONGEST, end - start - 1), 0, -1):
            part = next((p for p in ((start, start + size), (end - size, end)) if _place(doc, *p, told)), None)
            if part:
                found.append(part)
                break
    return found


def _place(doc: Doc, start: int, end: int, told: set[str]) -> bool:
    name = doc[start:end].text
    folded = fold(name)
    if not name[:1].isupper() or len(folded) < SHORT or name in words().not_places or folded in demonyms():
        return False
    entries = [e for e in gazetteer().find(name) if e.usual]
    if any(e.feature == "PCLI" for e in entries):
        return False
    return any(folded in told or e.feature in REGIONS or e.population >= LARGE for e in entries)
