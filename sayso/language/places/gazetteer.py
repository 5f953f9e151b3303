"""The place index: GeoNames populated places, regions and states, and Natural Earth's seas, held in mapped files;
continents, rivers, mountains and regions across borders come from the landscape.

`keys.npy` is a sorted array of 64-bit numbers: the 44-bit key of a folded name, a bit that says whether it is the
place's usual name, and the place's row in `places.npy`. A look-up is a binary search; nothing is read before then.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from sayso.language.places.landscape import area, proper
from sayso.language.places.names import BITS, fold, key, sound

DATA = Path(__file__).parent / "data"
# GeoNames feature codes that the index holds: state, regions of the first and second order, capital, place, water.
FEATURES = ("PCLI", "ADM1", "ADM2", "PPLC", "PPL", "SEA")
RECORD = np.dtype(
    [
        ("geonames", "<u4"),
        ("latitude", "<f4"),
        ("longitude", "<f4"),
        ("population", "<u4"),
        ("name", "<u4"),
        ("region", "<u2"),
        ("country", "u1"),
        ("feature", "u1"),
    ]
)
ROW = (1 << (63 - BITS)) - 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the index. `geonames` is null for seas and the landscape; `country` is ISO 3166-1 alpha-2.

    `usual` is true where it was found by the name that it is listed under, not by an alternate one.
    """

    geonames: int | None
    name: str
    country: str | None
    region: str | None
    latitude: float
    longitude: float
    population: int
    feature: str
    usual: bool


class Gazetteer:
    """The index, mapped into memory on opening."""

    def __init__(self, folder: Path = DATA) -> None:
        self._keys = np.load(folder / "keys.npy", mmap_mode="r")
        self._records = np.load(folder / "places.npy", mmap_mode="r")
        self._names = np.memmap(folder / "names.txt", mode="r")
        lists = json.loads((folder / "regions.json").read_text(encoding="utf-8"))
        self._countries: list[str] = lists["countries"]
        self._regions: list[str] = lists["regions"]

    @lru_cache(maxsize=50_000)  # noqa: B019 - there is one index a process
    def find(self, name: str) -> tuple[Entry, ...]:
        """Every place that bears `name`, in any case and with or without accents; the most populous first."""
        folded = proper(fold(name))
        if not folded or not folded.isascii():
            return ()
        found = self._at(key(folded))
        wide = area(folded)
        if wide is not None:
            # The landscape knows the point and the kind better than a bounding box does.
            found = [e for e in found if e.feature != "SEA"]
            point = wide.point
            found.append(Entry(None, wide.names[0], wide.country, None, *point, 0, wide.feature, True))
        return tuple(sorted(found, key=lambda e: (-e.population, e.geonames or 0, e.name)))

    @lru_cache(maxsize=10_000)  # noqa: B019 - there is one index a process
    def sounding(self, name: str) -> tuple[Entry, ...]:
        """Settlements and first-level regions whose usual name has the consonants of `name`: other ways to spell it."""
        heard = sound(fold(name))
        found = self._at(key(heard)) if heard else []
        return tuple(sorted(found, key=lambda e: (-e.population, e.geonames or 0, e.name)))

    def _at(self, number: int) -> list[Entry]:
        """The entries under a key."""
        low = number << (64 - BITS)
        start, end = np.searchsorted(self._keys, np.array([low, low | ((1 << (64 - BITS)) - 1)], dtype=np.uint64))
        rows: dict[int, bool] = {}
        for packed in self._keys[start : end + 1].tolist():
            if packed >> (64 - BITS) == low >> (64 - BITS):
                row = packed & ROW
                rows[row] = rows.get(row, False) or bool(packed >> (63 - BITS) & 1)
        return [self._entry(row, usual) for row, usual in rows.items()]

    def _entry(self, row: int, usual: bool) -> Entry:
        record = self._records[row]
        start = int(record["name"])
        name = bytes(self._names[start : start + 200]).split(b"\n", 1)[0].decode()
        return Entry(
            geonames=int(record["geonames"]) or None,
            name=name,
            country=self._countries[record["country"]] or None,
            region=self._regions[record["region"]] or None,
            latitude=round(float(record["latitude"]), 5),
            longitude=round(float(record["longitude"]), 5),
            population=int(record["population"]),
            feature=FEATURES[record["feature"]],
            usual=usual,
        )


@cache
def gazetteer() -> Gazetteer:
    """The shipped index, opened once a process."""
    return Gazetteer()
