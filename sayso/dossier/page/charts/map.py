"""The chart of a map: areas, not points, over the outlines of countries, in an equal-area view of where they lie."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sayso.dossier.harmless import clip
from sayso.dossier.page.charts.countries import LETTER, SIZE, View, country_names
from sayso.dossier.page.charts.draw import MARGIN, WIDE, Spec, frame
from sayso.dossier.page.geography import DEGREE, EARTH, Area, apart, circle, countries

LEAST = 480  # kilometres from edge to edge that a map shows at the least
MOST = 9000  # beyond this a map of the part would mislead: the whole is shown
ROUND = 1.35  # how much wider than its areas a map is
AREA = {"fill": "var(--alarm)", "fillOpacity": 0.22, "stroke": "var(--alarm)", "strokeWidth": 1.6}
LABEL = {"fontSize": 13, "fontWeight": 700, "baseline": "middle"}


@dataclass(frozen=True, slots=True)
class Datum:
    """An area with what happened there; or, where `event` is false, a place that reports name, for orientation."""

    number: str
    name: str
    area: Area
    event: bool
    href: str


def worldmap(places: Sequence[Datum], width: int) -> Spec:
    """The specification for a width in pixels."""
    inner = width - 2 * MARGIN
    height = round(inner * (0.5 if width == WIDE else 0.9))
    centre, reach = _extent([datum.area for datum in places if datum.event])
    shades = sorted({datum.area.country or "" for datum in places if datum.event and not datum.area.km} - {""})
    shown = [datum for datum in places if datum.area.km]
    words = {"href": {"field": "properties.href"}, "description": {"field": "properties.label"}}
    point = {
        "longitude": {"field": "longitude", "type": "quantitative"},
        "latitude": {"field": "latitude", "type": "quantitative"},
    }
    outlines = countries(centre, reach * 2)
    lands = {"values": outlines, "format": {"type": "topojson", "feature": "countries"}}
    shape = {"type": "geoshape", "strokeWidth": 0.8, "stroke": "var(--soft)", "strokeJoin": "round"}

    def named(name: str, test: str, dx: int, **style: Any) -> list[Spec]:
        # To the side where there is more of the picture.
        sides = {"left": dx, "right": -dx}
        return [
            {
                "name": f"{name}_{align}",
                "transform": [{"filter": f"{test} && datum.align === '{align}'"}],
                "mark": {"type": "text", "align": align, "dx": away, **LABEL, **style},
                "encoding": {**point, "text": {"field": "name"}},
            }
            for align, away in sides.items()
        ]

    values = [
        {
            "name": clip(f"{datum.number} {datum.name}".strip(), 34),
            "event": datum.event,
            "align": "right" if datum.area.longitude > centre.longitude else "left",
            # The name of a wide area stands at its northern edge, not at a point that nobody named.
            "latitude": datum.area.latitude + (datum.area.km / DEGREE if datum.area.km >= reach / 8 else 0),
            "longitude": datum.area.longitude,
        }
        for datum in _apart(places, reach)
    ]
    layers: list[Spec] = [
        {"name": "sea", "data": {"sphere": True}, "mark": {"type": "geoshape", "fill": "var(--plain-tint)"}},
        {"name": "land", "data": lands, "mark": {**shape, "fill": "var(--paper)"}},
        {
            "name": "within",
            "data": lands,
            "transform": [{"filter": {"field": "id", "oneOf": shades}}],
            "mark": {**shape, "fill": "var(--alarm)", "fillOpacity": 0.18},
        },
        {
            "name": "area",
            "data": {"values": [_feature(datum) for datum in shown if datum.event]},
            "mark": {**shape, **AREA},
            "encoding": words,
        },
        {
            "name": "country_name",
            "data": {"values": _country_names(centre, reach, (inner, height), outlines, places, values)},
            "mark": {"type": "text", "baseline": "middle", "fontSize": SIZE, "fill": "var(--soft)", "opacity": 0.75},
            "encoding": {**point, "text": {"field": "name"}},
        },
        {
            "name": "other",
            "transform": [{"filter": "!datum.event"}],
            "mark": {"type": "point", "filled": True, "size": 18, "fill": "var(--soft)", "opacity": 1},
            "encoding": point,
        },
        *named("other_name", "!datum.event", 6, fontWeight=400, fontSize=12, fill="var(--soft)"),
        *named("place_name", "datum.event", 10, fill="var(--ink)"),
    ]  # fmt: skip
    if not shades:
        layers = [layer for layer in layers if layer["name"] != "within"]
    projection = _view(centre, reach, inner, height)
    return frame(width, height, layers, bottom=4, projection=projection, data={"values": values})


def _country_names(
    centre: Area, reach: float, size: tuple[int, int], outlines: Spec, places: Sequence[Datum], labels: Sequence[Spec]
) -> list[Spec]:
    """Countries by name where there is room beside the areas and the names of places; none on a map of the world."""
    scale = _scale(reach, *size)
    if scale is None:
        return []
    view = View(centre, scale, *size)
    taken = [view.around(datum.area) for datum in places if datum.event and datum.area.km]
    told = {datum.name for datum in places}
    for label in labels:
        x, y = view.pixel(label["latitude"], label["longitude"])
        wide = LETTER * len(label["name"]) + 12
        taken.append(
            (x - wide, y - 12, x + 8, y + 12) if label["align"] == "right" else (x - 8, y - 12, x + wide, y + 12)
        )
    return country_names(view, outlines, taken, told)


def _apart(places: Sequence[Datum], reach: float) -> list[Datum]:
    """The events, and those other places whose names neither leave the picture nor stand on another's."""
    kept = [datum for datum in places if datum.event]
    for datum in places:
        if (
            not datum.event
            and apart(datum.area, kept[0].area) < reach
            and all(_clear(datum.area, k.area, reach) for k in kept)
        ):
            kept.append(datum)
    return kept


def _clear(a: Area, b: Area, reach: float) -> bool:
    north = abs(a.latitude - b.latitude) * DEGREE
    east = abs(a.longitude - b.longitude) * DEGREE * math.cos(math.radians(a.latitude))
    return north > 0.09 * reach or east > 0.6 * reach


def _extent(areas: Sequence[Area]) -> tuple[Area, float]:
    """The middle of the areas, and how many kilometres around it a map shows."""
    latitude = (min(a.latitude for a in areas) + max(a.latitude for a in areas)) / 2
    longitude = (min(a.longitude for a in areas) + max(a.longitude for a in areas)) / 2
    centre = Area(latitude, longitude, 0, None, "")
    # A country alone gives no distance: its neighbourhood is shown.
    return centre, max(max(apart(centre, a) + (a.km or LEAST * 2), LEAST / 2) for a in areas) * ROUND


def _view(centre: Area, reach: float, width: int, height: int) -> Spec:
    """An equal-area projection in which so many kilometres around the middle fill the picture."""
    view: Spec = {"clipExtent": [[0, 0], [width, height]], "translate": [width / 2, height / 2]}
    scale = _scale(reach, width, height)
    if scale is None:
        return {"type": "equalEarth", "rotate": [-centre.longitude, 0, 0], "scale": width / 5.5, **view}
    middle = [-centre.longitude, -centre.latitude, 0]
    return {"type": "azimuthalEqualArea", "rotate": middle, "scale": scale, **view}


def _scale(reach: float, width: int, height: int) -> float | None:
    """Pixels to the radian in an equal-area view; None where only the whole world holds it."""
    return round(min(width, height) / 2 / (reach / EARTH), 2) if 2 * reach <= MOST else None


def _feature(datum: Datum) -> Spec:
    made = circle(datum.area)
    made["properties"] = {"href": datum.href, "label": f"{datum.name}: {datum.area.known}"}
    return made
