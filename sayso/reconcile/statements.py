"""What the stages of reconciling hand on: statements and readings of figures, each with its actor and its moment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache

from sayso.model import Annotations, Attribution, Clause, Evidence, Figure, Report
from sayso.model.annotations import Stance
from sayso.reconcile.cast import Cast, Member, Naming, publishing_body
from sayso.reconcile.points import Point, Span, Spans, points
from sayso.reconcile.words import concepts, people_of, sentence, unwrapped, words

UNNAMED = "unnamed"
DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?")


@lru_cache(maxsize=1 << 14)
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
    return (_rank(report.published), report.id)


@lru_cache(maxsize=1 << 14)
def _rank(published: str | None) -> str:
    at = moment(published)
    return at.astimezone(UTC).isoformat() if at else "~"


def apart(a: Report, b: Report) -> timedelta | None:
    """How long after `a` the report `b` was published; None where either time is unknown."""
    first, second = moment(a.published), moment(b.published)
    return second - first if first and second else None


def later(first: Report, second: Report) -> bool:
    """Whether `second` is known to be published after `first`: not where one has no date, nor where one of a day has no
    hour.
    """
    before, after = moment(first.published), moment(second.published)
    if before is None or after is None:
        return False
    hours = all(len(each.published or "") > len("2023-06-01") for each in (first, second))
    return after > before if hours else after.date() > before.date()


def in_headline(report: Report, at: int) -> bool:
    """Whether position `at` stands in the report's headline."""
    if report.headline and report.text.startswith(report.headline):
        return at < len(report.headline)
    return any(part.kind == "headline" and part.start <= at < part.end for part in report.parts)


@dataclass(frozen=True, eq=False)
class Statement:
    """An attribution, or one sentence of a long one, with its actor, its words and their concepts; without an
    attribution, a sentence in the outlet's own voice (`origin` is null).

    `spans` are where its words stand; `concepts` leave out the words of its figures, `spoken` do not; `points` are
    what it says, part by part; `sentence` is where its sentences stand, `around` what these speak of; `traced` is a key
    for the one whose word it is where its words are copied (copies/tracing.py).
    """

    key: str
    report: Report
    attribution: Attribution | None
    origin: str | None
    actor: Member | None
    text: str
    spans: tuple[tuple[int, int], ...]
    sentence: tuple[int, int]
    concepts: frozenset[str]
    spoken: frozenset[str]
    around: frozenset[str]
    points: tuple[Point, ...] = ()
    traced: str | None = None

    @property
    def own_voice(self) -> bool:
        """Whether an outlet says it itself, and credits nobody."""
        return self.attribution is None and self.origin is None

    @property
    def stance(self) -> Stance:
        """How it is put forward; a sentence in the outlet's own voice asserts."""
        return self.attribution.stance if self.attribution else "asserts"

    @property
    def distanced(self) -> bool:
        """Whether the report holds it at arm's length."""
        return self.attribution is not None and self.attribution.distanced

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The concepts of what it says was done."""
        return frozenset().union(*(point.deed for point in self.points))

    @property
    def headlined(self) -> bool:
        """Whether it stands in the report's headline, and nowhere else."""
        return in_headline(self.report, self.spans[-1][0])

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.spans[-1][1]

    @cached_property
    def order(self) -> tuple[tuple[str, str], int, str]:
        """By publication, then by place in the text."""
        return (order(self.report), self.start, self.key)

    @property
    def root(self) -> str:
        """A key for the one whose word it is in the end, copies followed."""
        return self.traced or self.native

    @property
    def native(self) -> str:
        """The same by its own report alone; unnamed sources are each their own."""
        if self.own_voice:
            return f"outlet:{self.report.voice or self.report.id}"
        return self.actor.root.key if self.actor else f"{self.report.id}:{self.origin}:{self.key.partition('#')[0]}"

    @property
    def side(self) -> str | None:
        """The side of its actor."""
        return self.actor.side if self.actor else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The content, part by part."""
        return tuple(
            Evidence(
                report=self.report.id,
                start=start,
                end=end,
                attribution=self.attribution.id if self.attribution else None,
            )
            for start, end in self.spans
        )

    @property
    def cue(self) -> str:
        """The words that credit it."""
        return " ".join(part.quote for part in self.attribution.cue) if self.attribution else ""

    @property
    def relays(self) -> tuple[str, ...]:
        """Those through whom it came."""
        chain = self.attribution.chain if self.attribution else ()
        return tuple(link.name for link in chain if link.role == "relay")


@dataclass(frozen=True, eq=False)
class Reading:
    """A figure with its actor (none: the outlet's own voice, or a source left unnamed); `traced` as in Statement."""

    report: Report
    figure: Figure
    origin: str | None
    actor: Member | None
    statement: Statement | None
    traced: str | None = None

    @property
    def order(self) -> tuple[tuple[str, str], int, str]:
        """By publication, then by place in the text."""
        return (order(self.report), self.figure.start, self.figure.id)

    @property
    def headlined(self) -> bool:
        """Whether it stands in the report's headline."""
        return in_headline(self.report, self.figure.start)

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The figure's low and high."""
        return self.figure.low, self.figure.high

    @property
    def root(self) -> str:
        """A key for the one whose word it is in the end, copies followed."""
        return self.traced or self.native

    @property
    def native(self) -> str:
        """The same by its own report alone."""
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


def namings(reports: Sequence[Report], annotations: Sequence[Annotations]) -> list[Naming]:
    """Every name that the annotations credit with something, or through which something came; and the bodies that
    publish reports of their own.
    """
    found = [Naming(report.id, body) for report in reports if (body := publishing_body(report))]
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
    """All attributions as statements, in order, a long one sentence by sentence."""
    by_id = {report.id: report for report in reports}
    found = []
    for annotation in annotations:
        report = by_id[annotation.report]
        figures = sorted(annotation.figures, key=lambda f: f.start)
        for said in annotation.attributions:
            origin = _spoken(said)
            actor = cast.of(report.id, origin)
            for number, spans in enumerate(_units(report.text, said, annotation.clauses)):
                where = sentence(report.text, spans[0][0], spans[-1][1])
                text = " … ".join(report.text[start:end] for start, end in spans)
                bare, spoken = spoken_and_bare(report.text, spans, figures)
                found.append(
                    Statement(
                        key=f"{said.id}#{number}",
                        report=report,
                        attribution=said,
                        origin=origin,
                        actor=actor,
                        text=text,
                        spans=spans,
                        sentence=where,
                        concepts=bare,
                        spoken=spoken,
                        around=concepts(report.text[where[0] : where[1]]),
                        points=_told(report, said, actor, spans, where, annotation.clauses, spoken - bare),
                    )
                )
    return sorted(found, key=lambda each: each.order)


def _told(
    report: Report,
    said: Attribution,
    actor: Member | None,
    spans: Spans,
    where: tuple[int, int],
    clauses: Sequence[Clause],
    counted: frozenset[str],
) -> tuple[Point, ...]:
    """What a statement says, part by part. That somebody denies having been told is not about himself; an accusation
    by a noun alone ("blaming an air strike") is about what its sentence tells.
    """
    text = report.text
    bare = (unwrapped(text, *spans[0]), *spans[1:])
    found = points(text, bare, clauses, counted, people_of(actor.kind) if actor else frozenset())
    named = set(words(said.source.text or said.source.name)) if said.source else set()
    own = concepts(" ".join(named.intersection(words(" ".join(text[start:end] for start, end in spans)))))
    found = tuple(replace(each, who=each.who - own) if each.who - own or each.about else each for each in found)
    if said.stance == "blames" and all(each.plain for each in found if each.main):
        around = concepts(text[where[0] : where[1]]) - own - counted
        found = tuple(replace(each, about=each.about | around) if each.main else each for each in found)
    return found


# Where one statement ends and the next begins within a sentence: "that the road had been mined and that …", "; …".
LISTED = re.compile(r",?\s+and\s+(?=that\s)|;\s+")
JOINED = re.compile(r",?\s+(?:and|but)\s+$")
SHORT = 20  # characters below which a sentence stays with the one before ("That is a lie.")


def _units(text: str, said: Attribution, clauses: Sequence[Clause]) -> list[Spans]:
    """The content sentence by sentence, and what one cue lists each by itself."""
    breaks = _breaks(text, clauses)
    units: list[Spans] = []
    for part in said.content:
        for start, end in _told_apart(text, part.start, part.end, breaks):
            goes_on = units and start == part.start and sentence(text, units[-1][-1][1] - 1)[1] > start
            if units and (goes_on or end - start < SHORT):
                units[-1] = (*units[-1], (start, end))
            else:
                units.append(((start, end),))
    return units


def _told_apart(text: str, at: int, end: int, breaks: Sequence[Span]) -> Iterator[Span]:
    """The stretches of `text[at:end]` that say one thing each, without the white space around them."""
    while at < end:
        stop = min(sentence(text, at)[1], end)
        start = at
        for upto, onward in (*(b for b in breaks if at < b[0] and b[1] < stop), (stop, stop)):
            kept = text[start:upto].rstrip()
            if kept.strip():
                yield start + len(kept) - len(kept.lstrip()), start + len(kept)
            start = onward
        at = stop


def _breaks(text: str, clauses: Sequence[Clause]) -> list[Span]:
    """What stands between statements of one sentence: "; ", "and that", "and" before a verb with words of its own."""
    found = {match.span() for match in LISTED.finditer(text)}
    for clause in clauses:
        joined = JOINED.search(text, max(0, clause.start - 8), clause.start) if clause.relation == "conj" else None
        if joined and (clause.at > clause.start):
            found.add(joined.span())
    return sorted(found)


def spoken_and_bare(text: str, spans: Spans, figures: Sequence[Figure]) -> tuple[frozenset[str], frozenset[str]]:
    """The concepts of what stands in `spans`: those that are not only in its figures, and all."""
    ordered = sorted(figures, key=lambda f: f.start)
    bare = concepts(" ".join(_without_figures(text, span, ordered) for span in spans))
    return bare, concepts(" … ".join(text[start:end] for start, end in spans))


def _without_figures(text: str, span: tuple[int, int], figures: Sequence[Figure]) -> str:
    """The words of a stretch without those of its figures: these are gathered as counts."""
    kept, at = [], span[0]
    for figure in figures:
        if at <= figure.start and figure.end <= span[1]:
            kept.append(text[at : figure.start])
            at = figure.end
    return " ".join((*kept, text[at : span[1]]))


def readings(
    reports: Sequence[Report], annotations: Sequence[Annotations], cast: Cast, said: Sequence[Statement]
) -> list[Reading]:
    """All figures with their actors, in order."""
    by_id: Mapping[str, Report] = {report.id: report for report in reports}
    by_attribution: dict[str, list[Statement]] = {}
    for statement in said:
        if statement.attribution:
            by_attribution.setdefault(statement.attribution.id, []).append(statement)
    found = []
    for annotation in annotations:
        for figure in annotation.figures:
            report = by_id[annotation.report]
            units = by_attribution.get(figure.attribution or "", [])
            holding = [u for u in units if any(start <= figure.start < end for start, end in u.spans)]
            within = next(iter(holding or units), None)
            origin = figure.said_by
            if origin is None and within is not None and within.origin == UNNAMED:
                origin = UNNAMED
            if origin is None:
                origin = publishing_body(report)
            found.append(Reading(report, figure, origin, cast.of(report.id, origin), within))
    return sorted(found, key=lambda each: each.order)
