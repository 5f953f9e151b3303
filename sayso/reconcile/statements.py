"""What the stages of reconciling hand on: statements and readings of figures, each with its actor and its moment."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sayso.model import Annotations, Attribution, Evidence, Figure, Report
from sayso.reconcile.cast import Cast, Member, Naming
from sayso.reconcile.words import concepts, sentence

UNNAMED = "unnamed"
DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?")


def moment(published: str | None) -> datetime | None:
    """The time of publication in UTC; None where it is missing or not ISO 8601."""
    found = DATE.match(published or "")
    if not found:
        return None
    try:
        parsed = datetime.fromisoformat(found.group().replace("Z", "+00:00"))
    except ValueError:
        return None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def order(report: Report) -> tuple[str, str]:
    """Reports in order of publication, those without a time last, then by id: the order of everything else too."""
    at = moment(report.published)
    return (at.astimezone(UTC).isoformat() if at else "~", report.id)


def apart(a: Report, b: Report) -> timedelta | None:
    """How long after `a` the report `b` was published; None where either time is unknown."""
    first, second = moment(a.published), moment(b.published)
    return second - first if first and second else None


@dataclass(frozen=True, eq=False)
class Statement:
    """An attribution with its actor, its words and their concepts (those of its figures left out).

    `spoken` are the concepts with those of its figures; `sentence` is where its sentences stand, `around` what
    these speak of.
    """

    report: Report
    attribution: Attribution
    origin: str
    actor: Member | None
    text: str
    sentence: tuple[int, int]
    concepts: frozenset[str]
    spoken: frozenset[str]
    around: frozenset[str]

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.attribution.content[0].start

    @property
    def order(self) -> tuple[tuple[str, str], int, str]:
        """By publication, then by place in the text."""
        return (order(self.report), self.start, self.attribution.id)

    @property
    def root(self) -> str:
        """A key for the one whose word it is in the end; unnamed sources are each their own."""
        return self.actor.root.key if self.actor else f"{self.report.id}:{self.origin}:{self.attribution.id}"

    @property
    def side(self) -> str | None:
        """The side of its actor."""
        return self.actor.side if self.actor else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The content, part by part."""
        return tuple(
            Evidence(report=self.report.id, start=part.start, end=part.end, attribution=self.attribution.id)
            for part in self.attribution.content
        )

    @property
    def cue(self) -> str:
        """The words that credit it."""
        return " ".join(part.quote for part in self.attribution.cue)

    @property
    def relays(self) -> tuple[str, ...]:
        """Those through whom it came."""
        return tuple(link.name for link in self.attribution.chain if link.role == "relay")


@dataclass(frozen=True, eq=False)
class Reading:
    """A figure with its actor (none: the outlet's own voice, or a source left unnamed)."""

    report: Report
    figure: Figure
    origin: str | None
    actor: Member | None
    statement: Statement | None

    @property
    def order(self) -> tuple[tuple[str, str], int, str]:
        """By publication, then by place in the text."""
        return (order(self.report), self.figure.start, self.figure.id)

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The figure's low and high."""
        return self.figure.low, self.figure.high

    @property
    def root(self) -> str:
        """A key for the one whose word it is in the end."""
        if self.actor:
            return self.actor.root.key
        return f"{self.report.id}:{self.origin}" if self.origin else f"outlet:{self.report.voice or self.report.id}"

    @property
    def side(self) -> str | None:
        """The side of its actor."""
        return self.actor.side if self.actor else None

    @property
    def evidence(self) -> Evidence:
        """The words of the figure."""
        return Evidence(
            report=self.report.id,
            start=self.figure.start,
            end=self.figure.end,
            figure=self.figure.id,
            attribution=self.figure.attribution,
        )


def namings(annotations: Sequence[Annotations]) -> list[Naming]:
    """Every name that the annotations credit with something, or through which something came."""
    found = []
    for annotation in annotations:
        for said in annotation.attributions:
            start = said.content[0].start
            found += [Naming(annotation.report, link.name, start) for link in said.chain]
            if said.source:
                found.append(Naming(annotation.report, said.source.name, start))
        found += [Naming(annotation.report, f.said_by, f.start) for f in annotation.figures if f.said_by]
    return found


def _spoken(said: Attribution) -> str:
    return said.origin or (said.source.name if said.source else UNNAMED)


def statements(reports: Sequence[Report], annotations: Sequence[Annotations], cast: Cast) -> list[Statement]:
    """All attributions as statements, in order."""
    by_id = {report.id: report for report in reports}
    found = []
    for annotation in annotations:
        report = by_id[annotation.report]
        for said in annotation.attributions:
            origin = _spoken(said)
            where = sentence(report.text, said.content[0].start, said.content[-1].end)
            text = " … ".join(part.quote for part in said.content)
            actor = cast.of(report.id, origin)
            here = concepts(report.text[where[0] : where[1]])
            bare = concepts(_without_figures(said, annotation.figures))
            found.append(Statement(report, said, origin, actor, text, where, bare, concepts(text), here))
    return sorted(found, key=lambda each: each.order)


def _without_figures(said: Attribution, figures: Sequence[Figure]) -> str:
    """The content without the words of its figures: these are gathered as counts."""
    kept = []
    for part in said.content:
        at = part.start
        for figure in sorted(figures, key=lambda f: f.start):
            if part.start <= figure.start and figure.end <= part.end and figure.start >= at:
                kept.append(part.quote[at - part.start : figure.start - part.start])
                at = figure.end
        kept.append(part.quote[at - part.start :])
    return " ".join(kept)


def readings(
    reports: Sequence[Report], annotations: Sequence[Annotations], cast: Cast, said: Sequence[Statement]
) -> list[Reading]:
    """All figures with their actors, in order."""
    by_id: Mapping[str, Report] = {report.id: report for report in reports}
    by_attribution = {statement.attribution.id: statement for statement in said}
    found = []
    for annotation in annotations:
        for figure in annotation.figures:
            report = by_id[annotation.report]
            statement = by_attribution.get(figure.attribution or "")
            origin = figure.said_by
            if origin is None and statement is not None and statement.origin == UNNAMED:
                origin = UNNAMED
            found.append(Reading(report, figure, origin, cast.of(report.id, origin), statement))
    return sorted(found, key=lambda each: each.order)
