"""Places against GeoWebNews: how many literal toponyms are found, and how far off the found ones are.

    python -m bench.places [GWN.xml] [--misses]

GeoWebNews: Gritta, Pilehvar and Collier, "A Pragmatic Guide to Geoparsing Evaluation", LREV 2020. Literal toponyms are
its types Literal, Literal_Modifier, Mixed, Coercion and Embedded_Literal, as far as they have coordinates; the table
has each type by itself. A toponym counts as found where a place mention overlaps it, and as right where that mention's
point lies within 161 km (100 miles) of its own.
"""

from __future__ import annotations

import math
import statistics
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from sayso.language.parsing import parse
from sayso.language.places import find_places
from sayso.model import Place, Report

DATA = Path(__file__).parents[2] / "shared/data/places/GWN.xml"
LITERAL = {"Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"}
WITHIN_KM = 161.0
HALF_ROUND = 20_038.0  # error of a place without coordinates: half the way round the earth, as in the source


@dataclass(frozen=True)
class Toponym:
    """A toponym of the gold, with offsets into its article's text."""

    start: int
    end: int
    name: str
    kind: str
    point: tuple[float, float] | None


@dataclass(frozen=True)
class Article:
    """An article of the gold."""

    text: str
    toponyms: tuple[Toponym, ...]


def articles(path: Path = DATA) -> list[Article]:
    """The articles of GeoWebNews."""
    made = []
    for element in ElementTree.parse(path).getroot().iter("article"):
        found = []
        for each in element.iter("toponym"):
            fields = {child.tag: child.text for child in each}
            latitude, longitude = fields.get("latitude"), fields.get("longitude")
            found.append(
                Toponym(
                    int(fields["start"] or 0),
                    int(fields["end"] or 0),
                    fields.get("extractedName") or "",
                    fields.get("type") or "",
                    (float(latitude), float(longitude)) if latitude and longitude else None,
                )
            )
        made.append(Article(element.findtext("text") or "", tuple(found)))
    return made


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance."""
    lat_a, lat_b = math.radians(a[0]), math.radians(b[0])
    h = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    )
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, h)))


def main(arguments: list[str]) -> int:
    """Prints the table; `--misses` lists what was not found and what lies too far off."""
    named = [a for a in arguments if not a.startswith("-")]
    path = Path(named[0]) if named else DATA
    if not path.is_file():
        print(f"skipped: {path.name} is not there")
        return 0
    wanted, found, errors = Counter[str](), Counter[str](), []
    mentions = on_toponym = resolved = 0
    for number, article in enumerate(articles(path)):
        report = Report(id=str(number), text=article.text)
        places = find_places(report, parse(article.text))
        mentions += len(places)
        located = [t for t in article.toponyms if t.point is not None]
        on_toponym += sum(any(t.start < p.end and p.start < t.end for t in located) for p in places)
        for toponym in located:
            if toponym.kind not in LITERAL or toponym.point is None:
                continue
            wanted[toponym.kind] += 1
            place = _best(places, toponym)
            if place is None:
                if "--misses" in arguments:
                    print(f"missed  {number:3} {toponym.kind:16} {toponym.name!r} in {_around(article.text, toponym)}")
                continue
            found[toponym.kind] += 1
            error = HALF_ROUND
            if place.latitude is not None and place.longitude is not None:
                resolved += 1
                error = kilometres((place.latitude, place.longitude), toponym.point)
            errors.append(error)
            if "--misses" in arguments and error > WITHIN_KM:
                where = f"{place.name}, {place.region}, {place.country} {place.feature}"
                around = _around(article.text, toponym)
                print(f"far {error:6.0f} {number:3} {toponym.name!r} {toponym.point} -> {where} in {around}")
    near = [e for e in errors if e <= WITHIN_KM]
    print(f"literal toponyms         {wanted.total()}  ({', '.join(f'{k} {v}' for k, v in sorted(wanted.items()))})")
    by_kind = ", ".join(f"{kind} {found[kind] / count:.2f}" for kind, count in sorted(wanted.items()))
    print(f"found                    {found.total() / wanted.total():.3f}  ({by_kind})")
    print(f"found: within 161 km     {len(near) / len(errors):.3f}  ({resolved} of {len(errors)} have a point)")
    print(f"resolved: within 161 km  {len(near) / resolved:.3f}")
    placed = statistics.mean(e for e in errors if e < HALF_ROUND)
    print(f"found: mean error        {statistics.mean(errors):.0f} km; of the resolved {placed:.0f} km")
    print(f"found: median error      {statistics.median(errors):.1f} km")
    print(f"mentions on a toponym    {on_toponym / mentions:.3f}  ({mentions} mentions)")
    return 0


def _best(places: tuple[Place, ...], toponym: Toponym) -> Place | None:
    over = [p for p in places if toponym.start < p.end and p.start < toponym.end]
    return max(over, key=lambda p: min(p.end, toponym.end) - max(p.start, toponym.start), default=None)


def _around(text: str, toponym: Toponym) -> str:
    return repr(text[max(0, toponym.start - 40) : toponym.end + 30])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
