"""One report's text to its annotations: one parse, then the finders."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sayso.language.attribution import begin, find_attributions, model_version, running_text
from sayso.language.clauses import find_clauses
from sayso.language.figures import find_figures
from sayso.language.parsing import parse
from sayso.language.places import find_places
from sayso.language.setting import settle
from sayso.language.times import find_times
from sayso.model import Anchor, Annotations, Attribution, Report


def annotate(report: Report) -> Annotations:
    """Attributions, figures, places and times of `report`, in text order; nothing from lines that are furniture.

    A report in another language than English is left without annotations.
    """
    if not _english(report):
        return Annotations(report=report.id)
    furniture = [(part.start, part.end) for part in report.parts if part.kind == "furniture"]
    doc = parse(report.text)
    attributions = _outside(furniture, find_attributions(report, doc))
    kept = partial(_clear, furniture)
    figures = tuple(filter(kept, find_figures(report, doc, attributions)))
    places = tuple(filter(kept, find_places(report, doc)))
    times = tuple(filter(kept, find_times(report, doc)))
    located = tuple(place for place in places if place.role == "where")
    attributions, figures = settle(report, doc, attributions, figures, located, times)
    return Annotations(
        report=report.id,
        model=model_version(),
        attributions=attributions,
        figures=figures,
        places=places,
        times=times,
        clauses=find_clauses(doc, crediting(attributions)),
    )


def ahead(report: Report) -> None:
    """Has the part that needs no Python begin with a report that `annotate` will soon be asked for."""
    if _english(report):
        begin(running_text(report))


def crediting(attributions: Sequence[Attribution]) -> list[tuple[int, int]]:
    """Where the words stand that say who says it: sources and cues."""
    cues = [(cue.start, cue.end) for each in attributions for cue in each.cue]
    sources = [each.source for each in attributions if each.source]
    named = [(s.start, s.end) for s in sources if s.start is not None and s.end is not None]
    return sorted([*cues, *named])


def _english(report: Report) -> bool:
    return report.language.partition("-")[0] == "en"


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
