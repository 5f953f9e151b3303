"""One report's text to its annotations: one parse, then the finders."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from typing import Any

from sayso.language.parsing import parse
from sayso.model import Anchor, Annotations, Attribution, Report, Unread

FAILED = "its text could not be read ({what}: {why}); please report this with the text"


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


def annotate_all(reports: Sequence[Report], *, jobs: int = 1) -> Iterator[Annotations | Unread]:
    """The annotations of each report, in order, by `jobs` processes; an Unread in the place of one that fails."""
    if jobs <= 1 or len(reports) <= 1:
        yield from map(_guarded, reports)
        return
    # Fresh processes: a fork would copy the threads of libraries in an unknown state.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_guarded, reports, chunksize=4)


def _guarded(report: Report) -> Annotations | Unread:
    try:
        return annotate(report)
    except Exception as error:
        # One odd report must not cost a reader the other thousand.
        return Unread(input=report.file or report.id, reason=FAILED.format(what=type(error).__name__, why=error))


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
