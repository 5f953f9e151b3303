"""The reports as the page shows them: marked text, list of statements, what each alone carries or leaves out."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from sayso.dossier.harmless import clip
from sayso.dossier.ledger import Ledger, Side
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.page.claims import Claims, ClaimView
from sayso.dossier.page.marks import Mark, Note, paragraphs
from sayso.model import Attribution, ReportEntry, Story

SNIPPET = 90
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of the list beside a text: one attribution, and the claims that it bears on."""

    id: str
    number: int
    attribution: Attribution
    side: Side
    words: str
    href: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One report. `language` is a language tag that HTML takes, or empty."""

    report: ReportEntry
    id: str
    label: str
    language: str
    link: str | None
    html: Markup
    statements: tuple[Statement, ...]
    figures: int
    alone: tuple[ClaimView, ...]
    missing: tuple[ClaimView, ...]


def texts(ledger: Ledger, anchors: Anchors, story: Story, claims: Claims) -> tuple[Text, ...]:
    """The reports of a story, in its order."""
    bearing: dict[str, dict[str, None]] = defaultdict(dict)
    counted: dict[str, str] = {}
    for view in claims.all:
        for position in view.claim.positions:
            for evidence in position.evidence:
                if evidence.attribution:
                    bearing[evidence.attribution][view.id] = None
                if evidence.figure:
                    counted.setdefault(evidence.figure, view.id)
    found = _Found(ledger, anchors, {key: tuple(ids) for key, ids in bearing.items()}, counted)
    return tuple(
        _text(found, ledger.reports[report], claims, reports=len(story.reports))
        for report in story.reports
        if report in ledger.reports
    )


def _text(found: _Found, report: ReportEntry, claims: Claims, *, reports: int) -> Text:
    marks, notes, statements = found.of(report)
    alone = tuple(v for v in claims.all if reports > 1 and v.coverage == (report.id,))
    missing = tuple(v for v in claims.all if report.id in v.claim.silent and (v.contested or len(v.coverage) > 1))
    return Text(
        report=report,
        id=found.anchors.report(report.id),
        label=found.ledger.label(report.id),
        language=report.language if LANGUAGE.fullmatch(report.language) else "",
        link=report.url if report.url and report.url.lower().startswith(("http://", "https://")) else None,
        html=paragraphs(report.text, marks, notes, report.parts),
        statements=tuple(statements),
        figures=len(found.figures[report.id]),
        alone=alone,
        missing=missing,
    )


class _Found:
    """What was found, by report, with the claims that attributions and figures bear on."""

    def __init__(
        self, ledger: Ledger, anchors: Anchors, bearing: dict[str, tuple[str, ...]], counted: dict[str, str]
    ) -> None:
        self.ledger, self.anchors, self._bearing, self._counted = ledger, anchors, bearing, counted
        dossier = ledger.dossier
        self._attributions = _by_report(dossier.attributions)
        self.figures = _by_report(dossier.figures)
        self._places = _by_report(dossier.places)
        self._times = _by_report(dossier.times)
        self._stretches: dict[str, list[Mark]] = defaultdict(list)
        for (report, start, end), id in anchors.stretches.items():
            self._stretches[report].append(Mark(start, end, "ev", id))

    def of(self, report: ReportEntry) -> tuple[list[Mark], list[Note], list[Statement]]:
        marks: list[Mark] = []
        notes: list[Note] = []
        statements: list[Statement] = []
        for number, attribution in enumerate(self._attributions[report.id], 1):
            statement = self._statement(attribution, number)
            statements.append(statement)
            notes.append(Note(max(part.end for part in attribution.content), number, "#" + statement.id))
            marks += self._said(attribution, statement.side)
        for figure in self.figures[report.id]:
            claim = self._counted.get(figure.id)
            href = "#" + claim if claim else None
            marks.append(Mark(figure.start, figure.end, "fig", self.anchors.figure(figure.id), href))
        for place in self._places[report.id]:
            marks.append(Mark(place.start, place.end, "place", self.anchors.place(place.id)))
        for time in self._times[report.id]:
            marks.append(Mark(time.start, time.end, "time", self.anchors.time(time.id)))
        return marks + self._stretches[report.id], notes, statements

    def _said(self, attribution: Attribution, side: Side) -> list[Mark]:
        first, *others = attribution.content
        css = f"said k{side.number}"
        marks = [Mark(first.start, first.end, css, self.anchors.attribution(attribution.id))]
        marks += [Mark(part.start, part.end, css) for part in others]
        marks += [Mark(part.start, part.end, "cue") for part in attribution.cue]
        source = attribution.source
        if source and source.start is not None and source.end is not None:
            marks.append(Mark(source.start, source.end, f"src k{side.number}"))
        return marks

    def _statement(self, attribution: Attribution, number: int) -> Statement:
        return Statement(
            id=self.anchors.statement(attribution.id),
            number=number,
            attribution=attribution,
            side=self.ledger.side_of(attribution.origin),
            words=clip(" … ".join(part.quote for part in attribution.content), SNIPPET),
            href="#" + self.anchors.attribution(attribution.id),
            claims=self._bearing.get(attribution.id, ()),
        )


def _by_report(found: tuple[Any, ...]) -> dict[str, list[Any]]:
    sorted_: dict[str, list[Any]] = defaultdict(list)
    for one in found:
        sorted_[one.report].append(one)
    return sorted_
