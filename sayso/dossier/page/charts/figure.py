"""The chart of a disputed figure: a row for each origin, ranges as bars, open bounds as arrows, sides by shape."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.dossier.harmless import clip
from sayso.dossier.ledger import Side
from sayso.dossier.page.charts.draw import MARGIN, WIDE, Spec, frame
from sayso.dossier.page.charts.shapes import ENCODING, marked


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a row's parts lie, in pixels from its top left; how many characters fit a line."""

    row: int
    name: int
    below: int
    middle: int
    value: int
    left: int
    right: int
    line: int


# On a desktop the names stand beside the bars, on a phone above them. Right of the bars: room for an arrow.
BESIDE = Layout(row=48, name=14, below=32, middle=20, value=14, left=292, right=548, line=34)
ABOVE = Layout(row=60, name=9, below=45, middle=27, value=9, left=0, right=308, line=36)


@dataclass(frozen=True, slots=True)
class Value:
    """One figure of a row: its bounds (either null: open), and the words that it leads to.

    `vague` is a word without a number ("several"), drawn as a dashed line; `earlier` has since been replaced.
    """

    text: str
    low: int | None
    high: int | None
    vague: bool
    earlier: bool
    href: str


@dataclass(frozen=True, slots=True)
class Datum:
    """A row: whose figures, what stands, what stood before, who carries it, and the words that it leads to."""

    name: str
    value: str
    earlier: str
    below: str
    side: Side
    values: tuple[Value, ...]
    href: str


def figure(rows: Sequence[Datum], *, logarithmic: bool, width: int) -> Spec:
    """The specification for a width in pixels."""
    at = BESIDE if width == WIDE else ABOVE
    values = [value for row in rows for value in row.values]
    numbers = [n for value in values for n in (value.low, value.high) if n]
    # Beyond an open bound there is room for a bar before its arrow.
    most = max([*numbers, *(v.low * 1.2 for v in values if v.low and v.high is None)], default=1)
    least = 10 ** (len(str(min(numbers, default=1))) - 1) if logarithmic else 0
    scale = {
        "type": "log" if logarithmic else "linear",
        "domain": [least, most],
        "range": [at.left, at.right],
        "nice": True,
    }
    ticks = {"tickCount": min(4, math.ceil(most)), "tickMinStep": 1, "format": ",d"}
    y = {"field": "y", "type": "quantitative", "scale": None, "axis": None}
    colour = {"field": "colour", "scale": None}
    start, edge, end = {"value": at.left}, {"value": at.right}, {"value": width - 2 * MARGIN}

    def x(field: str) -> Spec:
        return {"field": field, "type": "quantitative", "scale": scale, "axis": ticks}

    def layer(name: str, mark: Spec, encoding: Spec, *, only: str = "true") -> Spec:
        return {"name": name, "transform": [{"filter": only}], "mark": mark, "encoding": {"y": y, **encoding}}

    def bar(name: str, left: Spec, to: Spec, only: str) -> Spec:
        mark = {
            "type": "rect",
            "fillOpacity": 0.45,
            "strokeWidth": 1,
            "yOffset": at.middle - 5,
            "y2Offset": at.middle + 5,
        }
        drawn = {"fill": {"field": "fill", "scale": None}, "stroke": colour, "y2": {"field": "y"}}
        return layer(name, mark, {**drawn, "x": left, "x2": to}, only=only)

    def point(name: str, where: Spec, only: str = "true", *, size: int = 170, offset: int = at.middle) -> Spec:
        mark = {"type": "point", "size": size, "strokeWidth": 1.6, "opacity": 1, "yOffset": offset}
        return layer(name, mark, {**ENCODING, "x": where}, only=only)

    def arrow(name: str, where: int, only: str) -> Spec:
        mark = {
            "type": "point",
            "filled": True,
            "shape": f"triangle-{name}",
            "size": 170,
            "opacity": 1,
            "yOffset": at.middle,
        }
        return layer(f"to_{name}", mark, {"x": {"value": where}, "color": colour}, only=only)

    def text(name: str, where: Spec, offset: int, **style: object) -> Spec:
        mark = {"type": "text", "align": "left", "fill": "var(--ink)", "fontSize": 14, "yOffset": offset, **style}
        return layer(name, mark, {"x": where, "text": {"field": name}})

    def earlier(words: Spec) -> Spec:
        mark = {"type": "point", "filled": True, "opacity": 0, "shape": "square", "size": 700, "yOffset": at.middle}
        return layer("before", mark, {"x": x("at"), **words}, only="isValid(datum.at)")

    low, high = "isValid(datum.low)", "isValid(datum.high)"
    dashes = {"type": "rule", "strokeWidth": 3, "strokeDash": [2, 7], "yOffset": at.middle}
    link = {"type": "rect", "fill": "transparent", "y2Offset": at.row - 4}
    marks = _marks(rows, at, least)
    drawn = [
        bar("range", x("low"), {"field": "high"}, f"{low} && {high} && datum.low < datum.high"),
        bar("from", x("low"), edge, f"{low} && !{high}"),
        bar("up_to", x("high"), start, f"!{low} && {high}"),
        layer("vague", dashes, {"x": start, "x2": edge, "color": colour}, only="datum.vague"),
        point("low", x("low"), low),
        point("high", x("high"), f"{high} && datum.low !== datum.high"),
        arrow("right", at.right + 6, f"{low} && !{high}"),
        arrow("left", at.left + 6, f"!{low} && {high}"),
    ]
    words = {"href": {"field": "href"}, "description": {"field": "label"}}
    layers = [
        {"data": {"values": marks}, "layer": drawn},
        point("sign", {"value": 6}, size=110, offset=at.name),
        text("name", {"value": 20}, at.name, fontWeight=600),
        text("value", end, at.value, fontWeight=700, align="right"),
        text("earlier", end, at.below, fontSize=12.5, fill="var(--soft)", align="right"),
        text("below", {"value": 20}, at.below, fontSize=12.5, fill="var(--soft)"),
        layer("link", link, {"x": {"value": 0}, "x2": end, "y2": {"field": "y"}, **words}),
        # On top, so that what stood before has a link of its own within the row's.
        {"data": {"values": [m for m in marks if m["earlier"]]}, "layer": [earlier(words)]},
    ]
    return frame(width, len(rows) * at.row, layers, data={"values": [_datum(n, row, at) for n, row in enumerate(rows)]})


def _marks(rows: Sequence[Datum], at: Layout, least: int) -> list[Spec]:
    return [
        {
            "y": place * at.row,
            "low": low,
            "high": high,
            "at": low if low is not None else high,
            "vague": value.vague,
            "earlier": value.earlier,
            "href": value.href,
            "label": f"{row.name}, earlier: {value.text}",
            **marked(row.side, hollow=value.earlier),
        }
        for place, row in enumerate(rows)
        for value in sorted(row.values, key=lambda value: not value.earlier)
        for low, high in [(_at_least(least, value.low), _at_least(least, value.high))]
    ]


def _at_least(least: int, number: int | None) -> int | None:
    """A logarithmic scale has no nought: what is below its beginning stands there."""
    return None if number is None else max(number, least)


def _datum(place: int, row: Datum, at: Layout) -> Spec:
    return {
        "y": place * at.row,
        "name": _fit(row.name, at.line if at.left else at.line - len(row.value)),
        "value": row.value,
        "earlier": row.earlier,
        "below": _fit(row.below, at.line + 6 - (0 if at.left else len(row.earlier))),
        "label": f"{row.name}: " + "; ".join(filter(None, (row.value, row.earlier, row.below))),
        "href": row.href,
        **marked(row.side),
    }


def _fit(text: str, width: int) -> str:
    """`text` cut to what fits; wide East Asian characters count twice."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text[:width])
    return clip(text, max(8, width - wide // 2))
