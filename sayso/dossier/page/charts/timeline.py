"""The chart of a time line: above, when it happened; below, when it was said; each as long as it is uncertain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.dossier.harmless import clip
from sayso.dossier.page.charts.draw import MARGIN, WIDE, Spec, calendar, frame
from sayso.dossier.page.spans import Span

PHONE, DESKTOP = 44, 40  # characters of a row's line
HOUR = 3_600_000  # milliseconds
LEFT = 300  # where the calendar begins on a desktop; on a phone the names stand above


@dataclass(frozen=True, slots=True)
class Datum:
    """A row: an event at its time, or a report at its publication with the event that it tells of (`since`)."""

    name: str
    below: str
    time: Span
    since: datetime | None
    href: str


def timeline(rows: Sequence[Datum], width: int) -> Spec:
    """The specification for a width in pixels; events are the rows without `since`, and come first."""
    wide = width == WIDE
    row, name, below, middle = (40, 12, 28, 18) if wide else (56, 9, 24, 40)
    left, right = (LEFT if wide else 0), width - 2 * MARGIN
    starts = [r.since or r.time.start for r in rows] + [r.time.start for r in rows]
    scale = {
        "type": "utc",
        "domain": [milliseconds(min(starts)), milliseconds(max(r.time.end for r in rows))],
        "range": [left + 4, right - 4],
    }
    axis = {**calendar(max(r.time.end for r in rows) - min(starts), width), "labelFlush": False, "grid": True}
    y = {"field": "y", "type": "quantitative", "scale": None, "axis": None}
    words = {"href": {"field": "href"}, "description": {"field": "label"}}
    drawn = {"told": "var(--k1)", "happened": "var(--alarm)"}
    colour = {"field": "kind", "scale": {"domain": list(drawn), "range": list(drawn.values())}, "legend": None}

    def x(field: str) -> Spec:
        return {"field": field, "type": "temporal", "scale": scale, "axis": axis}

    def layer(name: str, mark: Spec, encoding: Spec, only: str = "true") -> Spec:
        return {"name": name, "transform": [{"filter": only}], "mark": mark, "encoding": {"y": y, **encoding}}

    def text(field: str, offset: int, **style: object) -> Spec:
        mark = {"type": "text", "align": "left", "fontSize": 14, "fill": "var(--ink)", "yOffset": offset, **style}
        return layer(field, mark, {"x": {"value": 0}, "text": {"field": field}})

    bar = {"type": "rect", "fillOpacity": 0.45, "strokeWidth": 1, "yOffset": middle - 5, "y2Offset": middle + 5}
    layers = [
        layer(
            "since",
            {"type": "rule", "strokeWidth": 1.5, "strokeDash": [3, 3], "stroke": "var(--soft)", "yOffset": middle},
            {"x": x("since"), "x2": {"field": "start"}},
            "isValid(datum.since)",
        ),
        layer(
            "span",
            bar,
            {"x": x("start"), "x2": {"field": "end"}, "y2": {"field": "y"}, "fill": colour, "stroke": colour},
        ),
        layer(
            "at",
            {"type": "point", "filled": True, "size": 120, "opacity": 1, "yOffset": middle},
            {
                "x": x("start"),
                "color": colour,
                "shape": {
                    "field": "kind",
                    "scale": {"domain": list(drawn), "range": ["square", "diamond"]},
                    "legend": None,
                },
            },
            # A mark where the time is known to the hour; a day is a bar alone.
            only=f"datum.end - datum.start <= {HOUR}",
        ),
        text("name", name, fontWeight=600),
        text("below", below, fontSize=12.5, fill="var(--soft)"),
        layer(
            "link",
            {"type": "rect", "fill": "transparent", "y2Offset": row - 2},
            {"x": {"value": 0}, "x2": {"value": right}, "y2": {"field": "y"}, **words},
        ),
    ]
    return frame(width, len(rows) * row, layers, data={"values": _values(rows, row, DESKTOP if wide else PHONE)})


def _values(rows: Sequence[Datum], height: int, fits: int) -> list[Spec]:
    return [
        {
            "y": place * height,
            "name": clip(datum.name, fits - 4),
            "below": clip(datum.below, fits),
            "label": f"{datum.name}: {datum.below}",
            "kind": "told" if datum.since else "happened",
            "since": milliseconds(datum.since) if datum.since else None,
            "start": milliseconds(datum.time.start),
            "end": milliseconds(datum.time.end),
            "href": datum.href,
        }
        for place, datum in enumerate(rows)
    ]


def milliseconds(moment: datetime) -> int:
    """Milliseconds of Vega's clock, as if the moment were in UTC."""
    return round((moment - datetime(1970, 1, 1)).total_seconds() * 1000)
