"""What a map is drawn from: how far a place reaches that is known with a given precision, and outlines of countries."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.model import Place

OUTLINES = Path(__file__).parent / "outlines"  # built by gazetteer.outlines
EARTH = 6371.0  # km
DEGREE = 111.2  # km along a meridian
# Kilometres around the point, and what is said of it, by UCDP's where_prec; a region reaches as far as its settlements.
REACH = {
    1: (5, "a settlement"),
    2: (25, "near a settlement"),
    3: (50, "a district"),
    4: (150, "a region"),
    5: (250, "a wider area"),
    6: (0, "a country"),
    7: (400, "waters"),
}


@dataclass(frozen=True, slots=True)
class Area:
    """Where something happened, as well as it is known: within `km` of a point, or, where `km` is 0, in `country`."""

    latitude: float
    longitude: float
    km: float
    country: str | None
    known: str


def area(place: Place) -> Area | None:
    """The area of a place; None where it has no point."""
    if place.latitude is None or place.longitude is None or place.precision not in REACH:
        return None
    km, known = REACH[place.precision]
    if place.precision == 4 and place.country and place.region:
        found = _regions().get(place.country, {}).get(place.region)
        if found:
            return Area(*found, place.country, known)
    return Area(place.latitude, place.longitude, km, place.country, known)


def circle(centre: Area, *, corners: int = 72) -> dict[str, Any]:
    """The area as a GeoJSON polygon: points at its distance in every direction (spherical direct formula)."""
    latitude, distance = math.radians(centre.latitude), centre.km / EARTH
    ring = []
    for corner in range(corners + 1):
        bearing = 2 * math.pi * corner / corners
        north = math.asin(
            math.sin(latitude) * math.cos(distance) + math.cos(latitude) * math.sin(distance) * math.cos(bearing)
        )
        east = math.atan2(
            math.sin(bearing) * math.sin(distance) * math.cos(latitude),
            math.cos(distance) - math.sin(latitude) * math.sin(north),
        )
        ring.append([round(centre.longitude + math.degrees(east), 4), round(math.degrees(north), 4)])
    # Clockwise, as d3 takes a ring to enclose what lies to its right.
    return {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}}


def apart(a: Area, b: Area) -> float:
    """Kilometres between two points along the great circle (haversine)."""
    north, south = math.radians(a.latitude), math.radians(b.latitude)
    east = math.radians(b.longitude - a.longitude)
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(half))


def countries(centre: Area, km: float) -> dict[str, Any]:
    """Natural Earth's countries that come near a point, as TopoJSON; `id` is the ISO 3166-1 alpha-2 code."""
    whole = _countries()
    south, north = centre.latitude - km / DEGREE, centre.latitude + km / DEGREE
    wide = km / DEGREE / max(0.1, math.cos(math.radians(min(80.0, max(abs(south), abs(north))))))
    near = [
        shape
        for shape in whole["objects"]["countries"]["geometries"]
        if _meet(shape["bbox"], centre, wide, south, north)
    ]
    used = {arc: place for place, arc in enumerate(sorted({arc for shape in near for arc in arcs_of(shape)}))}
    shapes = [{"type": s["type"], "id": s["id"], "arcs": _renumbered(s["arcs"], used)} for s in near]
    return {
        "type": "Topology",
        "transform": whole["transform"],
        "arcs": [whole["arcs"][arc] for arc in used],
        "objects": {"countries": {"type": "GeometryCollection", "geometries": shapes}},
    }


def arcs_of(shape: dict[str, Any]) -> set[int]:
    """The arcs that a TopoJSON geometry is made of; one that is run backwards is written as its complement."""
    found: set[int] = set()
    waiting = list(shape["arcs"])
    while waiting:
        one = waiting.pop()
        if isinstance(one, int):
            found.add(one if one >= 0 else ~one)
        else:
            waiting += one
    return found


def _renumbered(arcs: Any, places: dict[int, int]) -> Any:
    if isinstance(arcs, int):
        return places[arcs] if arcs >= 0 else ~places[~arcs]
    return [_renumbered(one, places) for one in arcs]


def _meet(box: list[float], centre: Area, wide: float, south: float, north: float) -> bool:
    west, low, east, high = box
    if high < south or low > north:
        return False
    if wide >= 180 or east - west > 180:
        return True
    # The middle may lie just across the 180th meridian.
    return any(
        west <= centre.longitude + turn + wide and east >= centre.longitude + turn - wide for turn in (-360, 0, 360)
    )


@cache
def _countries() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((OUTLINES / "countries.json").read_text(encoding="utf-8"))
    return found


@cache
def _regions() -> dict[str, dict[str, tuple[float, float, float]]]:
    found: dict[str, dict[str, tuple[float, float, float]]] = json.loads(
        (OUTLINES / "regions.json").read_text(encoding="utf-8")
    )
    return found
