"""Vega-Lite specifications to inline SVG: links stay within the page, colours are the page's, nothing is fetched.

What Vega writes is parsed again and only what a chart needs passes: no style, no event, no address off the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markupsafe import Markup

from sayso.dossier.harmless import REPLACEMENT, harmless
from sayso.dossier.page.charts import engine

Spec = dict[str, Any]

WIDE, NARROW = 720, 340  # pixels: a column of a desktop's page, and a phone's; the style shows one of them
MARGIN = 8
DAYS = 10  # up to so many have a tick each

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_TAGS = {"svg", "g", "path", "line", "text", "a", "rect", "tspan"}
_ATTRIBUTES = set(
    "viewBox class transform d fill stroke stroke-width stroke-dasharray stroke-opacity fill-opacity opacity x x2 y y2 "
    "width height text-anchor font-size font-weight font-family stroke-linecap stroke-miterlimit".split()
)
_DEFAULTS = {"opacity": "1", "stroke-width": "0", "fill-opacity": "1"}
_NO_XML = dict.fromkeys((0xFFFE, 0xFFFF), REPLACEMENT)
# What JSON escapes, and what of it is harmless.
_ESCAPED, _PLAIN = re.compile(r"\\(?:u.{4}|.)"), {r"\"", r"\\", r"\n", r"\t"}
_LONG = re.compile(r"\d+\.\d{3,}")


# Charts are drawn one after the other, while the rest of the page is put together.
_DRAWING = ThreadPoolExecutor(1)


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart in two widths, on their way; `alternative` says in words what it shows."""

    _wide: Future[Markup]
    _narrow: Future[Markup]
    alternative: str

    @property
    def wide(self) -> Markup:
        """The chart for a desktop; waits until it is drawn."""
        return self._wide.result()

    @property
    def narrow(self) -> Markup:
        """The chart for a phone; waits until it is drawn."""
        return self._narrow.result()


def chart(spec: Callable[[int], Spec], alternative: str) -> Chart:
    """The chart that `spec` describes for a width in pixels."""
    return Chart(_drawn(spec(WIDE)), _drawn(spec(NARROW)), alternative)


def frame(width: int, height: int, layers: list[Spec], *, bottom: int = 24, **more: Any) -> Spec:
    """A specification of these layers in the page's colours; no part of its layout depends on a machine's fonts."""
    return {
        "width": width - 2 * MARGIN,
        "height": height,
        "padding": {"left": MARGIN, "right": MARGIN, "top": 2, "bottom": bottom},
        "autosize": {"type": "none"},
        "background": None,
        "config": {
            "font": "inherit",
            "view": {"stroke": None},
            "axis": {
                "domain": False,
                "ticks": False,
                "title": None,
                "gridColor": "var(--rule)",
                "labelColor": "var(--soft)",
                "labelFontSize": 12,
                "labelOverlap": True,
            },
        },
        "layer": layers,
        **more,
    }


def calendar(time: timedelta, width: int) -> Spec:
    """The ticks of an axis of so long a time: a day each, or a few where these would be many, and hours of a day."""
    if time <= timedelta(days=1):
        return {"tickCount": 5 if width == WIDE else 3, "format": "%H:%M"}
    if time <= timedelta(days=DAYS):
        return {"tickCount": "day", "format": "%-d %b"}
    return {"tickCount": 5 if width == WIDE else 3, "format": "%-d %b" if time < timedelta(days=300) else "%b %Y"}


def _drawn(spec: Spec) -> Future[Markup]:
    return _drawing(_fit_for_xml(json.dumps(spec, sort_keys=True, ensure_ascii=False)))


@lru_cache(maxsize=256)
def _drawing(spec: str) -> Future[Markup]:
    return _DRAWING.submit(_svg, spec)


def _fit_for_xml(spec: str) -> str:
    """JSON with every text in it harmless: what XML has no room for would abort the process."""
    escaped = _ESCAPED.sub(lambda found: found[0] if found[0] in _PLAIN else REPLACEMENT, spec)
    return harmless(escaped).translate(_NO_XML)


def _svg(spec: str) -> Markup:
    root = ElementTree.fromstring(engine.svg(spec))
    _clean(root)
    for size in ("width", "height"):
        root.attrib.pop(size, None)
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def _clean(element: Element) -> None:
    """Keeps what draws and what links, in HTML's way of naming; rounds what no screen shows."""
    element.tag = element.tag.removeprefix(_SVG)
    for child in list(element):
        hidden = child.get("class") in ("background", "foreground") or child.get("display") == "none"
        if hidden or child.tag.removeprefix(_SVG) not in _TAGS:
            element.remove(child)
            continue
        _clean(child)
        if (child.tag == "g" and not len(child)) or (child.tag == "path" and "d" not in child.attrib):
            element.remove(child)
    given = dict(element.attrib)
    element.attrib.clear()
    for key, value in given.items():
        if key in _ATTRIBUTES and _DEFAULTS.get(key) != value and "url(" not in value:
            element.set(key, _LONG.sub(lambda n: f"{float(n[0]):.2f}".rstrip("0").rstrip("."), value))
    if element.tag == "a":
        _link(element, given.get(_HREF, ""))
    elif "aria-label" in given and element.tag != "g":
        element.set("aria-label", given["aria-label"])  # for the link around it to take
    if element.tag == "g":
        _group(element)


def _link(element: Element, address: str) -> None:
    """A link to an id of the page, named after its mark."""
    element.set("class", "row")
    _, _, id = address.partition("#")
    if id.isascii() and id.isalnum():
        element.set("href", "#" + id)
    for mark in element:
        if label := mark.attrib.pop("aria-label", ""):
            element.set("aria-label", label)


def _group(element: Element) -> None:
    """Screen readers are told of links alone: the text beside a chart says the rest. Classes: the layer's name."""
    for mark in element:
        if mark.tag != "a":
            mark.attrib.pop("aria-label", None)
    names = [n for n in element.attrib.pop("class", "").split() if n.endswith("_marks") or n.startswith("role-axis")]
    if names:
        element.set("class", " ".join(names))
        if element.find(".//a") is None:
            element.set("aria-hidden", "true")
