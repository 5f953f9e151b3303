"""The chart of a revised figure: what each origin said of it over time, as steps that hold until the next word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.dossier.ledger import Side
from sayso.dossier.page.charts.draw import MARGIN, Spec, calendar, frame
from sayso.dossier.page.charts.shapes import ENCODING, marked
from sayso.dossier.page.charts.timeline import milliseconds

HEIGHT = 190
LEFT = 36  # room for the numbers of the scale
MARK, BESIDE = 8, 11  # pixels from the middle of a mark to its edge, and to its number
LETTER, LINE = 8.4, 16  # pixels of a number's character, and between two lines


@dataclass(frozen=True, slots=True)
class Datum:
    """What one origin said at a time: its bounds, at least one of them known, and the words."""

    origin: str
    value: str
    when: datetime
    low: int | None
    high: int | None
    side: Side
    earlier: bool
    href: str


def steps(rows: Sequence[Datum], width: int) -> Spec:
    """The specification for a width in pixels."""
    last = max(row.when for row in rows) + timedelta(hours=12)
    first = min(row.when for row in rows) - timedelta(hours=2)
    time = {
        "type": "utc",
        "domain": [milliseconds(first), milliseconds(last)],
        "range": [LEFT + 12, width - 2 * MARGIN - 60],
    }
    numbers = {"zero": True, "nice": True, "range": [HEIGHT, 12]}

    def y(field: str) -> Spec:
        axis = {"tickCount": 4, "tickMinStep": 1, "format": ",d", "offset": -LEFT}
        return {"field": field, "type": "quantitative", "scale": numbers, "axis": axis}

    x = {
        "field": "when",
        "type": "temporal",
        "scale": time,
        "axis": {**calendar(last - first, width), "grid": False, "labelFlush": False},
    }
    colour = {"field": "colour", "scale": None}
    layers: list[Spec] = [
        {
            "name": "step",
            "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2},
            "encoding": {"x": x, "y": y("at"), "detail": {"field": "origin"}, "stroke": colour},
        },
        {
            "name": "range",
            "transform": [{"filter": "isValid(datum.low) && isValid(datum.high) && datum.low < datum.high"}],
            "mark": {"type": "rule", "strokeWidth": 6, "opacity": 0.45},
            "encoding": {"x": x, "y": y("low"), "y2": {"field": "high"}, "color": colour},
        },
        {
            "name": "point",
            "mark": {"type": "point", "size": 170, "strokeWidth": 1.6, "opacity": 1},
            "encoding": {**ENCODING, "x": x, "y": y("at")},
        },
        {
            "name": "value",
            "mark": {
                "type": "text",
                "align": "left",
                "dx": BESIDE,
                "fontSize": 13,
                "fontWeight": 700,
                "fill": "var(--ink)",
            },
            "encoding": {"x": x, "y": y("at"), "text": {"field": "value"}},
        },
        {
            "name": "link",
            "mark": {"type": "point", "filled": True, "shape": "square", "size": 700, "opacity": 0},
            "encoding": {"x": x, "y": y("at"), "href": {"field": "href"}, "description": {"field": "label"}},
        },
    ]
    return frame(width, HEIGHT + 10, layers, data={"values": _values(rows, width - 2 * MARGIN - LEFT - 72)})


def _values(rows: Sequence[Datum], width: int) -> list[Spec]:
    return [
        {
            "origin": row.origin,
            "when": milliseconds(row.when),
            "at": row.low if row.low is not None else row.high,
            "low": row.low,
            "high": row.high,
            "value": row.value if shown else "",
            "label": f"{row.origin}: {row.value}",
            "href": row.href,
            **marked(row.side, hollow=row.earlier),
        }
        for row, shown in zip(rows, _labelled(rows, width), strict=True)
    ]


def _labelled(rows: Sequence[Datum], width: int) -> list[bool]:
    """Which rows have their number beside them: what stands first, then whatever has room between marks and numbers."""
    first, last = min(row.when for row in rows), max(row.when for row in rows)
    most = max(max(row.low or 0, row.high or 0) for row in rows) or 1
    at = [
        (
            (row.when - first) / ((last - first) or timedelta(1)) * width,
            (row.low if row.low is not None else row.high or 0) / most * HEIGHT,
        )
        for row in rows
    ]
    taken = [(x - MARK, x + MARK, y) for x, y in dict.fromkeys(at)]
    shown = [False] * len(rows)
    for place in sorted(range(len(rows)), key=lambda place: rows[place].earlier):
        x, y = at[place][0] + BESIDE, at[place][1]
        end = x + LETTER * len(rows[place].value)
        if all(end < left or x > right or abs(y - other) > LINE for left, right, other in taken):
            taken.append((x, end, y))
            shown[place] = True
    return shown
