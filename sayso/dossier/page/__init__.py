"""The dossier as one self-contained web page: no script, no network, nothing of a report but its escaped text."""

from __future__ import annotations

import base64
import hashlib
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
from sayso.dossier.page.claims import Claims, claims
from sayso.dossier.page.matrix import MARKS, Matrix, matrix
from sayso.dossier.page.origins import SHOWN, Origin, origins
from sayso.dossier.page.places import Map, places
from sayso.dossier.page.texts import Text, texts
from sayso.dossier.page.timeline import Timeline, timeline
from sayso.dossier.phrasing import bounds, count, day, named
from sayso.knowledge.display import display
from sayso.model import Dossier, Story

HERE = Path(__file__).parent
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
    id: str
    box: Box
    claims: Claims
    changes: tuple[Change, ...]
    matrix: Matrix
    origins: tuple[Origin, ...]
    timeline: Timeline
    map: Map
    texts: tuple[Text, ...]


def render(dossier: Dossier) -> str:
    """The page as HTML. Raises AnchorError or DossierError where evidence does not fit its report."""
    verify(dossier)
    ledger = Ledger(dossier)
    anchors = Anchors(ledger)
    stories = tuple(_story(ledger, anchors, story, f"story{n}") for n, story in enumerate(_stories(dossier), 1))
    style = (HERE / "style.css").read_text(encoding="utf-8")
    template = _environment().get_template("index.html")
    return template.render(
        dossier=dossier,
        stories=stories,
        sides=_shown_sides(ledger, stories),
        style=Markup(style),
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


def _stories(dossier: Dossier) -> tuple[Story, ...]:
    if dossier.stories or not dossier.reports:
        return dossier.stories
    return (Story(id="", name="What was read", reports=tuple(report.id for report in dossier.reports)),)


def _story(ledger: Ledger, anchors: Anchors, story: Story, id: str) -> StoryView:
    gathered = claims(ledger, anchors, story)
    return StoryView(
        story=story,
        id=id,
        box=box(ledger, anchors, story),
        claims=gathered,
        changes=changes(ledger, gathered),
        matrix=matrix(ledger, anchors, story),
        origins=origins(ledger, anchors, story),
        timeline=timeline(ledger, anchors, story),
        map=places(ledger, anchors, story),
        texts=texts(ledger, anchors, story, gathered),
    )


def _shown_sides(ledger: Ledger, stories: tuple[StoryView, ...]) -> tuple[Side, ...]:
    used = {stand.side for story in stories for view in story.claims.all for stand in view.stands}
    used |= {origin.side for story in stories for origin in story.origins}
    return tuple(side for side in (*ledger.sides.values(), OWN_VOICE, UNKNOWN) if side in used)


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
    environment.filters.update(day=day, clip=clip, named=named)
    environment.globals.update(
        bounds=bounds,
        count=count,
        words=display(),
        SHOWN=SHOWN,
        OPEN_TEXTS=OPEN_TEXTS,
        OPEN_CLAIMS=OPEN_CLAIMS,
        CAMP=CAMP,
        DISPUTES=DISPUTES,
        MARKS=MARKS,
        WHOLE=WHOLE,
        FULL=FULL,
    )
    return environment


def _finalize(value: Any) -> Any:
    """Whatever a template puts out passes here: plain text is made harmless before it is escaped."""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value
