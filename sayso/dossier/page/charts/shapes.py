"""The sides' shapes, for charts: the same that the style gives to their names."""

from __future__ import annotations

from sayso.dossier.ledger import Side

# Vega's own shapes, and four short lines for who speaks in his own voice. By the number of the side.
SHAPES = (
    "circle",
    "circle",
    "square",
    "triangle-up",
    "diamond",
    "triangle-down",
    "cross",
    "square",
    "M-1,-1H1M-1,-.33H1M-1,.33H1M-1,1H.33",
)
HOLLOW = {0, 7, 8}


def marked(side: Side, *, hollow: bool = False) -> dict[str, object]:
    """Colour and shape of a side, as fields of a chart's datum; `hollow` for what no longer stands."""
    colour = f"var(--k{side.number})"
    return {
        "colour": colour,
        "shape": SHAPES[side.number],
        "fill": "var(--sheet)" if hollow or side.number in HOLLOW else colour,
        "dash": [2.6, 1.6] if side.number == 0 else [1, 0],
    }


# How a point takes them.
ENCODING: dict[str, object] = {
    "shape": {"field": "shape", "scale": None},
    "fill": {"field": "fill", "scale": None},
    "stroke": {"field": "colour", "scale": None},
    "strokeDash": {"field": "dash", "scale": None},
}
