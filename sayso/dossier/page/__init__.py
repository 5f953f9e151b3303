"""The dossier as self-contained web pages: no script, no network, nothing of a report but its escaped text."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sayso.dossier.harmless import clip, harmless
from sayso.dossier.json import verify
from sayso.dossier.ledger import OWN_VOICE, UNKNOWN, Ledger, Side
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.page.box import Box, box
from sayso.dossier.page.changes import Change, changes
from sayso.dossier.page.charts import Chart
from sayso.dossier.page.claims import Claims, claims
from sayso.dossier.page.flow import Copied, copied, drawn
from sayso.dossier.page.index import Entry, entry
from sayso.dossier.page.matrix import MARKS, Matrix, matrix
from sayso.dossier.page.origins import SHOWN, Origin, origins
from sayso.dossier.page.places import Map, places
from sayso.dossier.page.texts import Text, texts
from sayso.dossier.page.timeline import Timeline, timeline
from sayso.dossier.phrasing import bounds, count, day, named, sentence
from sayso.knowledge.display import display
from sayso.model import Dossier, ReportEntry, Story

HERE = Path(__file__).parent
INDEX = "index.html"
OPEN_TEXTS = 8  # up to so many reports stand open; more start folded
OPEN_CLAIMS = 40  # up to so many claims that one report alone carries stand open
WHOLE = 200  # up to so many are shown with their quotations; more are listed, each with its link to the words
DISPUTES = 16  # that stand open; more are listed
CAMP = 4  # origins that stand open on either side of a disputed claim
FULL = 12  # positions of a claim that are shown with their quotations; further ones are listed


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story with all its parts, in the order of the page."""

    story: Story
    box: Box
    claims: Claims
    changes: tuple[Change, ...]
    matrix: Matrix
    origins: tuple[Origin, ...]
    flow: Chart | None
    copies: tuple[Copied, ...]
    timeline: Timeline
    map: Map
    texts: tuple[Text, ...]


def pages(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The pages as (name of the file, HTML): `index.html`, the story itself where there is one, else their list.

    Of several stories each has a page of its own (`story-1.html`, …), made one at a time. Raises AnchorError or
    DossierError where evidence does not fit its report.
    """
    verify(dossier)
    ledger = Ledger(dossier)
    anchors = Anchors(ledger)
    shared = {"dossier": dossier, "ledger": ledger, "anchors": anchors, **_style()}
    if len(dossier.stories) > 1:
        files = [(f"story-{n}.html", story) for n, story in enumerate(dossier.stories, 1)]
        yield INDEX, _list(shared, ledger, anchors, files)
        for file, story in files:
            yield file, _page(shared, ledger, anchors, story, several=len(files))
    elif dossier.reports:
        yield INDEX, _page(shared, ledger, anchors, _only(dossier), several=0)
    else:
        yield INDEX, _list(shared, ledger, anchors, [])


def _only(dossier: Dossier) -> Story:
    return next(iter(dossier.stories), None) or Story(
        id="", name="What was read", reports=tuple(report.id for report in dossier.reports)
    )


def _list(shared: dict[str, Any], ledger: Ledger, anchors: Anchors, files: list[tuple[str, Story]]) -> str:
    entries: tuple[Entry, ...] = tuple(entry(ledger, anchors, story, file) for file, story in files)
    return _rendered(
        "index.html",
        shared,
        title=count(len(files), "story", "stories"),
        stories=entries,
        reports=shared["dossier"].reports,
        several=0,
        anchored=False,
    )


def _page(shared: dict[str, Any], ledger: Ledger, anchors: Anchors, story: Story, *, several: int) -> str:
    view = _view(ledger, anchors, story)
    reports: list[ReportEntry] = [ledger.reports[report] for report in story.reports if report in ledger.reports]
    return _rendered(
        "story.html",
        shared,
        title=named(story.name),
        view=view,
        sides=_shown_sides(ledger, view),
        reports=reports,
        several=several,
        anchored=True,
    )


def _view(ledger: Ledger, anchors: Anchors, story: Story) -> StoryView:
    gathered = claims(ledger, anchors, story)
    sources = origins(ledger, anchors, story)
    return StoryView(
        story=story,
        box=box(ledger, anchors, story),
        claims=gathered,
        changes=changes(ledger, gathered),
        matrix=matrix(ledger, anchors, story),
        origins=sources,
        flow=drawn(ledger, anchors, story, sources),
        copies=copied(ledger, anchors, story),
        timeline=timeline(ledger, anchors, story),
        map=places(ledger, anchors, story),
        texts=texts(ledger, anchors, story, gathered),
    )


def _shown_sides(ledger: Ledger, view: StoryView) -> tuple[Side, ...]:
    used = {stand.side for claim in view.claims.all for stand in claim.stands}
    used |= {origin.side for origin in view.origins}
    return tuple(side for side in (*ledger.sides.values(), OWN_VOICE, UNKNOWN) if side in used)


def _style() -> dict[str, Any]:
    style = (HERE / "style.css").read_text(encoding="utf-8")
    return {"style": Markup(style), "style_hash": base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}


def _rendered(template: str, shared: dict[str, Any], **more: Any) -> str:
    return _environment().get_template(template).render(**shared, **more)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters.update(day=day, clip=clip, named=named, sentence=sentence)
    environment.globals.update(
        bounds=bounds,
        count=count,
        words=display(),
        SHOWN=SHOWN,
        OPEN_TEXTS=OPEN_TEXTS,
        OPEN_CLAIMS=OPEN_CLAIMS,
        DISPUTES=DISPUTES,
        CAMP=CAMP,
        MARKS=MARKS,
        WHOLE=WHOLE,
        FULL=FULL,
    )
    return environment


def _finalize(value: Any) -> Any:
    """Whatever a template puts out passes here: plain text is made harmless before it is escaped."""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value
