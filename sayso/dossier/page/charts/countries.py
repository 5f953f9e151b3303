"""Where the names of countries stand on a map: inside the country and the picture, where nothing else is drawn."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.dossier.page.geography import EARTH, Area
from sayso.knowledge.states import states

STEP = 10  # pixels between the points that are tried
LETTER, HEIGHT = 8.0, 16.0  # pixels of one capital and of a line, at SIZE, with room to spare
SIZE = 11
Box = tuple[float, float, float, float]  # left, top, right, bottom, in pixels


@dataclass(frozen=True, slots=True)
class View:
    """Lambert's azimuthal equal-area projection as the map uses it (Snyder 1987, p. 182–187); `scale` in pixels."""

    centre: Area
    scale: float
    width: float
    height: float

    def pixel(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a point lies in the picture, from its upper left corner."""
        north, here = math.radians(latitude), math.radians(self.centre.latitude)
        east = math.radians(longitude - self.centre.longitude)
        toward = math.sin(here) * math.sin(north) + math.cos(here) * math.cos(north) * math.cos(east)
        k = self.scale * math.sqrt(2 / max(1e-9, 1 + toward))
        x = k * math.cos(north) * math.sin(east)
        y = k * (math.cos(here) * math.sin(north) - math.sin(here) * math.cos(north) * math.cos(east))
        return self.width / 2 + x, self.height / 2 - y

    def around(self, area: Area) -> Box:
        """The box of an area's circle."""
        x, y = self.pixel(area.latitude, area.longitude)
        reach = max(6.0, area.km / EARTH * self.scale)
        return x - reach, y - reach, x + reach, y + reach

    def points(self) -> tuple[Any, Any, Any, Any]:
        """Points all over the picture: x and y, and latitude and longitude, each in rows."""
        x, y = np.meshgrid(np.arange(STEP / 2, self.width, STEP), np.arange(STEP / 2, self.height, STEP))
        right, up = (x - self.width / 2) / self.scale, (self.height / 2 - y) / self.scale
        rho = np.maximum(np.hypot(right, up), 1e-9)
        c = 2 * np.arcsin(np.minimum(rho / 2, 1.0))
        here = math.radians(self.centre.latitude)
        north = np.arcsin(np.clip(np.cos(c) * math.sin(here) + up * np.sin(c) * math.cos(here) / rho, -1.0, 1.0))
        east = np.arctan2(right * np.sin(c), rho * math.cos(here) * np.cos(c) - up * math.sin(here) * np.sin(c))
        longitude = (np.degrees(east) + self.centre.longitude + 180) % 360 - 180
        return x, y, np.degrees(north), longitude


def country_names(
    view: View, lands: dict[str, Any], taken: Sequence[Box], told: Collection[str] = ()
) -> list[dict[str, Any]]:
    """A name and a point for each country of `lands` (TopoJSON) that has room for its name beside what is `taken`.

    A name stands on the largest land of its country alone: outlines show who holds a peninsula or an island, which a
    name must not seem to settle. None for those `told` on the map already.
    """
    x, y, latitude, longitude = view.points()
    made = []
    boxes = list(taken)
    for shape in sorted(lands["objects"]["countries"]["geometries"], key=lambda s: str(s.get("id"))):
        state = states().get(str(shape.get("id")))
        if state is None or state.name in told:
            continue
        name = state.name.upper()
        inside = np.zeros(x.shape, dtype=bool)
        for ring in _largest(shape, lands):
            inside ^= _within(ring, longitude, latitude)
        spot = _roomiest(inside, x, y, len(name) * LETTER, boxes)
        if spot:
            row, column = spot
            wide = len(name) * LETTER / 2
            at_x, at_y = float(x[row, column]), float(y[row, column])
            boxes.append((at_x - wide, at_y - HEIGHT / 2, at_x + wide, at_y + HEIGHT / 2))
            made.append(
                {
                    "name": name,
                    "latitude": round(float(latitude[row, column]), 3),
                    "longitude": round(float(longitude[row, column]), 3),
                }
            )
    return made


def _roomiest(inside: Any, x: Any, y: Any, wide: float, taken: Sequence[Box]) -> tuple[int, int] | None:
    """The row and column at which a text that wide lies in the land, clear of the boxes, farthest from its edges."""
    free = inside.copy()
    for left, top, right, bottom in taken:
        beside = (x + wide / 2 > left) & (x - wide / 2 < right)
        free &= ~(beside & (y + HEIGHT / 2 > top) & (y - HEIGHT / 2 < bottom))
    room = np.minimum(np.minimum(_run(inside), _run(inside[:, ::-1])[:, ::-1]), x.shape[1])
    tall = np.minimum(_run(inside.T).T, _run(inside.T[:, ::-1])[:, ::-1].T)
    free &= (room * STEP >= wide / 2) & (tall * STEP >= HEIGHT / 2)
    if not free.any():
        return None
    score = np.where(free, np.minimum(room, 2 * tall) * 1000 + room + tall, -1)
    row, column = np.unravel_index(int(score.argmax()), score.shape)
    return int(row), int(column)


def _run(mask: Any) -> Any:
    """For each cell how many cells before it in its row are of the land without a break."""
    run = np.zeros(mask.shape, dtype=int)
    for column in range(1, mask.shape[1]):
        run[:, column] = np.where(mask[:, column] & mask[:, column - 1], run[:, column - 1] + 1, 0)
    return run


def _largest(shape: dict[str, Any], lands: dict[str, Any]) -> list[Any]:
    """The outline, and those of the holes, of the largest polygon of a TopoJSON shape: longitude and latitude."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    made = [[_ring(ring, lands) for ring in polygon] for polygon in polygons]
    return max(made, key=lambda rings: _extent(rings[0]))


def _ring(arcs: Sequence[int], lands: dict[str, Any]) -> Any:
    scale, shift = np.array(lands["transform"]["scale"]), np.array(lands["transform"]["translate"])
    parts = []
    for arc in arcs:
        line = np.cumsum(np.array(lands["arcs"][arc if arc >= 0 else ~arc]), axis=0) * scale + shift
        parts.append(line if arc >= 0 else line[::-1])
    return np.concatenate(parts)


def _extent(ring: Any) -> float:
    """Degrees squared that an outline encloses (shoelace formula), a degree of longitude as long as it is there."""
    x, y = ring[:, 0] * np.cos(np.radians(ring[:, 1].mean())), ring[:, 1]
    return float(abs((x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) / 2)


def _within(ring: Any, longitude: Any, latitude: Any) -> Any:
    """Which points an outline encloses (even-odd rule)."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    near = (longitude >= low[0]) & (longitude <= high[0]) & (latitude >= low[1]) & (latitude <= high[1])
    found = np.zeros(longitude.shape, dtype=bool)
    south, north = np.minimum(ring[:-1, 1], ring[1:, 1]), np.maximum(ring[:-1, 1], ring[1:, 1])
    # Row by row: most of a long outline lies north or south of all points of a row, and is crossed by nothing.
    for row in np.flatnonzero(near.any(axis=1)):
        x, y = longitude[row, near[row]][:, None], latitude[row, near[row]][:, None]
        beside = (north >= y.min()) & (south <= y.max())
        x1, y1 = ring[:-1][beside].T
        x2, y2 = ring[1:][beside].T
        rises = np.where(y2 == y1, 1e-12, y2 - y1)
        crossed = ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / rises + x1)
        found[row, near[row]] = crossed.sum(axis=1) % 2 == 1
    return found
