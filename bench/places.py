"""Places against GeoWebNews: how many literal toponyms are found, how far off, and what is found besides.

    python -m bench.places [GWN.xml] [--half even|odd] [--misses]

GeoWebNews: Gritta, Pilehvar and Collier, "A pragmatic guide to geoparsing evaluation", LREV 54, 2020. Its Table 1 has
five types of literal toponyms (literals, literal modifiers, mixed, coercion, embedded literal) and six associative
ones; the table below has each literal type by itself. A toponym counts as found where a place mention overlaps it,
whatever role the mention has, and as right where that mention's point lies within 161 km (100 miles) of its own. Rules
are worked out on the articles of even number; the odd ones are only counted.
"""

from __future__ import annotations

import math
import statistics
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from sayso.language.parsing import parse
from sayso.language.places import find_places
from sayso.model import Place, Report

DATA = Path(__file__).parents[2] / "shared/data/places/GWN.xml"
LITERAL = {"Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"}
# Phrases such as "the city", and whole names that hold an embedded toponym: neither is a toponym.
NO_TOPONYM = {"Literal_Expression", "Non_Lit_Expression", "Non_Toponym"}
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

    number: int
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
        made.append(Article(int(element.get("file") or 0), element.findtext("text") or "", tuple(found)))
    return made


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance."""
    lat_a, lat_b = math.radians(a[0]), math.radians(b[0])
    h = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    )
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, h)))


@dataclass
class Tally:
    """What was counted over some articles."""

    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, float]] = field(default_factory=list)
    mentions: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, article: Article, *, misses: bool) -> None:
        """Reads an article and counts; with `misses` prints what is not found, too far off or no toponym."""
        places = find_places(Report(id=str(article.number), text=article.text), parse(article.text))
        located = [t for t in article.toponyms if t.point is not None and t.kind in LITERAL]
        for toponym in located:
            self.wanted[toponym.kind] += 1
            place = _best(places, toponym)
            if place is None:
                if misses:
                    print(f"missed {article.number:4} {toponym.kind:16} {_around(article.text, toponym)}")
                continue
            self.found[toponym.kind] += 1
            error = HALF_ROUND
            if place.latitude is not None and place.longitude is not None and toponym.point is not None:
                error = kilometres((place.latitude, place.longitude), toponym.point)
            self.errors.append((toponym.kind, error))
            if misses and error > WITHIN_KM:
                where = f"{place.name}, {place.region}, {place.country} {place.feature}"
                around = _around(article.text, toponym)
                print(f"far {error:6.0f} {article.number:4} {toponym.point} -> {where} in {around}")
        for place in places:
            over = {t.kind for t in article.toponyms if t.start < place.end and place.start < t.end} - NO_TOPONYM
            kind = "literal" if over & LITERAL else min(over, default="none")
            self.mentions[place.role, kind] += 1
            if misses and kind == "none":
                around = article.text[max(0, place.start - 40) : place.end + 30]
                print(f"no toponym {article.number:4} {place.quote!r} -> {place.name}, {place.country} in {around!r}")

    def print(self, title: str) -> None:
        """Prints the table."""
        print(f"== {title}")
        only = {"Literal"}
        for name, kinds in (("all literal types", LITERAL), ("type Literal only", only)):
            wanted = sum(self.wanted[k] for k in kinds)
            found = sum(self.found[k] for k in kinds)
            errors = [e for k, e in self.errors if k in kinds]
            near = sum(e <= WITHIN_KM for e in errors)
            placed = [e for e in errors if e < HALF_ROUND]
            print(f"{name}: {wanted}; found {found / wanted:.3f}; of the found within 161 km {near / found:.3f}")
            print(
                f"    of those with a point {near / len(placed):.3f} ({len(placed)} of {found}), "
                f"mean {statistics.mean(placed):.0f} km, median of all found {statistics.median(errors):.1f} km"
            )
        by_kind = ", ".join(f"{k} {self.found[k]}/{n}" for k, n in sorted(self.wanted.items()))
        print(f"found by type: {by_kind}")
        total = self.mentions.total()
        on: Counter[str] = Counter()
        for (_role, kind), count in self.mentions.items():
            on["literal" if kind == "literal" else "none" if kind == "none" else "associative"] += count
        shares = ", ".join(f"{kind} {on[kind]} ({on[kind] / total:.3f})" for kind in ("literal", "associative", "none"))
        print(f"mentions: {total}; on a toponym that is {shares}")
        for role in sorted({role for role, _kind in self.mentions}):
            kinds_of = sorted(((k, n) for (r, k), n in self.mentions.items() if r == role), key=lambda item: -item[1])
            print(f"    {role}: " + ", ".join(f"{k} {n}" for k, n in kinds_of))


def main(arguments: list[str]) -> int:
    """Prints the tables."""
    half = arguments[arguments.index("--half") + 1] if "--half" in arguments else None
    named = [a for a in arguments if not a.startswith("-") and a != half]
    path = Path(named[0]) if named else DATA
    if not path.is_file():
        print(f"skipped: {path.name} is not there")
        return 0
    every, even, odd = Tally(), Tally(), Tally()
    for article in articles(path):
        of_half = even if article.number % 2 == 0 else odd
        if half and of_half is not (even if half == "even" else odd):
            continue
        of_half.add(article, misses="--misses" in arguments)
    for tally, title in ((even, "even articles"), (odd, "odd articles")):
        if tally.wanted:
            tally.print(title)
        every.wanted += tally.wanted
        every.found += tally.found
        every.errors += tally.errors
        every.mentions += tally.mentions
    if not half:
        every.print("all articles")
    return 0


def _best(places: tuple[Place, ...], toponym: Toponym) -> Place | None:
    over = [p for p in places if toponym.start < p.end and p.start < toponym.end]
    return max(over, key=lambda p: min(p.end, toponym.end) - max(p.start, toponym.start), default=None)


def _around(text: str, toponym: Toponym) -> str:
    return repr(text[max(0, toponym.start - 40) : toponym.end + 30])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
