"""Place mentions, resolved offline to GeoNames. See docs/places.md."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

from sayso.language.parsing import text_of
from sayso.language.places.company import lands
from sayso.language.places.containment import Container, containers
from sayso.language.places.descriptions import descriptions
from sayso.language.places.gazetteer import Entry
from sayso.language.places.mentions import Mention, mentions
from sayso.language.places.metonyms import stands_for_actor
from sayso.language.places.resolve import Resolved, resolve
from sayso.language.places.spotting import INITIALS
from sayso.model import Place, Report

__all__ = ["find_places"]

# UCDP's where_prec by GeoNames feature: exact, second-level region, first-level region, country; waters are 7.
PRECISION = {"PPL": 1, "PPLC": 1, "ADM2": 3, "ADM1": 4, "PCLI": 6, "SEA": 7, "OCN": 7, "GULF": 7, "STRT": 7, "CHN": 7}
NEAR, SOMEWHERE, REGION = 2, 3, 4  # near a known point; somewhere about one; somewhere in its region
AREA = 5  # a river, a mountain range, a region across borders, part of a state


def find_places(report: Report, doc: Doc) -> tuple[Place, ...]:
    """Every place that `report` mentions as a place, in text order; `doc` is its parsed text.

    States and capitals that stand for their governments are left out: they are actors. A place that no
    gazetteer has is kept where the text shows that it is one: with a null `geonames` and the point of the town that the
    text puts it in, or with null coordinates where it does not. Offsets are 0-based,
    half-open, in code points of `report.text`. Raises nothing on odd text.
    """
    furniture = [(s.start, s.end) for s in report.parts if s.kind == "furniture"]
    shares = lands(doc)
    named = [m for m in mentions(doc) if not stands_for_actor(m, doc)]
    spotted = {i for m in named for i in range(m.start, m.end)}
    # "Ukraine's border" is one place, not two; the description takes the name in.
    described = [m for m in descriptions(doc, shares) if m.end - 1 not in spotted]
    covered = {i for m in described for i in range(m.start, m.end)}
    both = [*described, *(m for m in named if covered.isdisjoint(range(m.start, m.end)))]
    found = [m for m in sorted(both, key=lambda m: m.start) if not _inside(doc[m.start].idx, furniture)]
    gaps = [text_of(doc)[_end(doc, a) : doc[b.start].idx] for a, b in pairwise(found)]
    resolved = resolve(found, gaps, shares, lands(doc, seats=False))
    held = containers(resolved, doc)
    return tuple(
        _place(report, doc, each, container, f"{report.id}-p{number}")
        for number, (each, container) in enumerate(zip(resolved, held, strict=True), start=1)
    )


def _inside(at: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in stretches)


def _end(doc: Doc, mention: Mention) -> int:
    last = doc[mention.end - 1]
    return last.idx + len(last)


def _place(report: Report, doc: Doc, each: Resolved, container: Container | None, identity: str) -> Place:
    mention = each.mention
    start, end = doc[mention.start].idx, _end(doc, mention)
    name = mention.name.title() if mention.name.isupper() and len(mention.name) > INITIALS else mention.name
    place = Place.of(report.text, start, end, id=identity, report=report.id, name=name, role=mention.role)
    if each.entry is not None:
        entry = each.entry
        precision = PRECISION.get(entry.feature, AREA)
        if mention.part and precision in (4, 6):
            precision = AREA
        elif mention.near and precision == 1:
            precision = NEAR
        return place.model_copy(update={"name": entry.name, "geonames": entry.geonames, **_where(entry, precision)})
    if container is not None:
        # Of a name that nothing tells more about, only the region can be guessed.
        least = NEAR if container.told else SOMEWHERE if mention.kind else REGION
        precision = max(PRECISION.get(container.entry.feature, AREA), least)
        return place.model_copy(update={**_where(container.entry, precision), "feature": _code(mention)})
    return place.model_copy(update={"feature": _code(mention)})


def _where(entry: Entry, precision: int) -> dict[str, object]:
    return {
        "country": entry.country,
        "region": entry.region,
        "latitude": entry.latitude,
        "longitude": entry.longitude,
        "feature": entry.feature,
        "precision": precision,
    }


def _code(mention: Mention) -> str | None:
    return mention.kind if mention.kind and mention.kind.isupper() else None
