"""How places lie to one another: their distance, and whether one holds the other."""

from __future__ import annotations

import math

from sayso.language.places.gazetteer import Entry

AREAS = {"RGN", "ISL", "ISLS", "PEN", "VAL", "AREA"}
TOWNS = {"PPL", "PPLC"}
AREA_KM = 250.0  # the same, of an island or a region that the landscape has
DISTRICT_KM = 150.0  # a second-level region holds nothing farther than that from its middle


def distance(a: Entry, b: Entry) -> float:
    """Great-circle distance in kilometres (haversine, on a sphere of 6,371 km)."""
    lat_a, lat_b = math.radians(a.latitude), math.radians(b.latitude)
    north, east = lat_b - lat_a, math.radians(b.longitude - a.longitude)
    h = math.sin(north / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(east / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, h)))


def holds(region: Entry, entry: Entry) -> bool:
    """Whether a state or region holds another place, as far as the index can tell."""
    if region.feature in AREAS and region.country in (None, entry.country):
        return entry.feature in TOWNS and distance(region, entry) < AREA_KM
    if region.country != entry.country or region == entry:
        return False
    if region.feature == "PCLI":
        return True
    if region.feature == "ADM1":
        return region.region == entry.region
    return region.feature == "ADM2" and region.region == entry.region and distance(region, entry) < DISTRICT_KM
