"""One report's text to its annotations: one parse, then the finders."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from sayso.language.parsing import parse
from sayso.model import Anchor, Annotations, Attribution, Report


def _finder(module: str, name: str) -> Callable[..., tuple[Any, ...]]:
    try:
        return getattr(import_module(f"sayso.language.{module}"), name)  # type: ignore[no-any-return]
    except (ImportError, AttributeError):
        return lambda *_: ()


def annotate(report: Report) -> Annotations:
    """Attributions, figures, places and times of `report`, in text order; nothing from lines that are furniture.

    A report in another language than English is left without annotations.
    """
    if report.language.partition("-")[0] != "en":
        return Annotations(report=report.id)
    furniture = [(part.start, part.end) for part in report.parts if part.kind == "furniture"]
    doc = parse(report.text)
    attributions = _outside(furniture, _finder("attribution", "find_attributions")(report, doc))
    kept = partial(_clear, furniture)
    return Annotations(
        report=report.id,
        attributions=attributions,
        figures=tuple(filter(kept, _finder("figures", "find_figures")(report, doc, attributions))),
        places=tuple(filter(kept, _finder("places", "find_places")(report, doc))),
        times=tuple(filter(kept, _finder("times", "find_times")(report, doc))),
    )


def _clear(furniture: list[tuple[int, int]], anchor: Anchor) -> bool:
    return not any(start < anchor.end and anchor.start < end for start, end in furniture)


def _outside(furniture: list[tuple[int, int]], attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions whose cue and content stand outside furniture; a content part inside it is cut off."""
    found: list[Attribution] = []
    for attribution in attributions:
        content = tuple(part for part in attribution.content if _clear(furniture, part))
        if content and all(_clear(furniture, cue) for cue in attribution.cue):
            found.append(attribution.model_copy(update={"content": content}))
    return tuple(found)
