"""The chart of whose word it is: from origins through relays to outlets, and on to outlets that copy others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.dossier.harmless import clip
from sayso.dossier.ledger import UNKNOWN, Side
from sayso.dossier.page.charts.draw import MARGIN, WIDE, Spec, frame
from sayso.dossier.page.charts.shapes import ENCODING, marked

ROW = 34
CURVE = (0.0, 0.35, 0.65, 1.0)  # shares of the way at which a line lies level with its ends
WIDEST = 9  # pixels of the widest line
BESIDE = 216  # pixels for a name beside its point


@dataclass(frozen=True, slots=True)
class Node:
    """A name in one of the columns; `href` leads to words."""

    name: str
    column: int
    href: str
    side: Side = UNKNOWN


@dataclass(frozen=True, slots=True)
class Edge:
    """So many statements from one node (by its place among the nodes) to another; `copied` with the very words."""

    start: int
    end: int
    weight: int
    copied: bool = False


def flow(nodes: Sequence[Node], edges: Sequence[Edge], width: int) -> Spec:
    """The specification for a width in pixels."""
    inner = width - 2 * MARGIN
    columns = sorted({node.column for node in nodes})
    tall = max(sum(node.column == column for node in nodes) for column in columns)
    # On a desktop the outer names stand beside their points, on a phone all stand above.
    wide = width == WIDE
    first, last = (BESIDE, inner - BESIDE) if wide else (6, inner - 6)
    way = (last - first) / max(1, len(columns) - 1)
    x = {column: first + way * place for place, column in enumerate(columns)}
    y = _heights(nodes, columns, tall)
    position = {axis: {"field": axis, "type": "quantitative", "scale": None, "axis": None} for axis in ("x", "y")}
    words = {"href": {"field": "href"}, "description": {"field": "label"}}
    names = [
        {
            "x": round(x[node.column], 1),
            "y": y[n],
            "name": clip(node.name, 32 if wide and node.column in (columns[0], columns[-1]) else 23 if wide else 17),
            "label": node.name,
            "href": node.href,
            **_beside(node.column == columns[0], node.column == columns[-1], wide),
            **marked(node.side),
        }
        for n, node in enumerate(nodes)
    ]
    layers: list[Spec] = [
        {
            "name": "way",
            "data": {"values": _lines(nodes, edges, x, y)},
            "mark": {"type": "line", "interpolate": "basis", "strokeOpacity": 0.4},
            "encoding": {
                **position,
                "detail": {"field": "edge"},
                "order": {"field": "step"},
                "stroke": {"field": "colour", "scale": None},
                "strokeDash": {"field": "dash", "scale": None},
                "strokeWidth": {"field": "width", "type": "quantitative", "scale": None},
            },
        },
        {
            "name": "node",
            "mark": {"type": "point", "size": 110, "strokeWidth": 1.6, "opacity": 1},
            "encoding": {**ENCODING, **position},
        },
        {
            "name": "node_name",
            "mark": {
                "type": "text",
                "fontSize": 13,
                "fill": "var(--ink)",
                "baseline": "middle",
                **{name: {"expr": f"datum.{name}"} for name in ("align", "dx", "dy")},
            },
            "encoding": {**position, "text": {"field": "name"}},
        },
        {
            "name": "link",
            "mark": {
                "type": "rect",
                "fill": "transparent",
                "xOffset": -8,
                "x2Offset": 110,
                "yOffset": -12,
                "y2Offset": 12,
            },
            "encoding": {**position, "x2": {"field": "x"}, "y2": {"field": "y"}, **words},
        },
    ]
    return frame(width, tall * ROW, layers, bottom=10, data={"values": names})


def _heights(nodes: Sequence[Node], columns: Sequence[int], tall: int) -> dict[int, float]:
    """How far down each node stands: those of a column share the height of the longest one."""
    y: dict[int, float] = {}
    for column in columns:
        members = [n for n, node in enumerate(nodes) if node.column == column]
        space = tall * ROW / len(members)
        y.update({n: 4 + space * (place + 0.5) for place, n in enumerate(members)})
    return y


def _lines(nodes: Sequence[Node], edges: Sequence[Edge], x: dict[int, float], y: dict[int, float]) -> list[Spec]:
    """The points of each edge's curve; wider where there are more statements."""
    most = max((edge.weight for edge in edges), default=1)
    return [
        {
            "edge": number,
            "step": step,
            "x": round(x[nodes[e.start].column] + share * (x[nodes[e.end].column] - x[nodes[e.start].column]), 1),
            "y": y[e.start] if share < 0.5 else y[e.end],
            "colour": f"var(--k{nodes[e.start].side.number})" if not e.copied else "var(--alarm)",
            "dash": [5, 4] if e.copied else [1, 0],
            "width": 3 if e.copied else round(1.5 + (WIDEST - 1.5) * (e.weight - 1) / max(1, most - 1), 1),
        }
        for number, e in enumerate(edges)
        for step, share in enumerate(CURVE)
    ]


def _beside(first: bool, last: bool, wide: bool) -> Spec:
    """Where a name stands by its point."""
    if wide and (first or last):
        return {"align": "right" if first else "left", "dx": -11 if first else 11, "dy": 0}
    return {
        "align": "left" if first else "right" if last else "center",
        "dx": -6 if first else 6 if last else 0,
        "dy": -13,
    }
