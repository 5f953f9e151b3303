"""What reports were read to say, as statements and readings of figures: each with its actor, its words and points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model import Annotations, Attribution, Clause, Figure, Report
from sayso.reconcile.cast import Cast, Member, Naming, publishing_body
from sayso.reconcile.counts.kinds import any_of
from sayso.reconcile.points import Point, Spans, points
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.statements import UNNAMED, Reading, Statement
from sayso.reconcile.units import breaks, units
from sayso.reconcile.words import concepts, negated, people_of, sentence, unwrapped, words


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
                words = said.source.text or "" if said.source.resolved else ""
                found.append(Naming(annotation.report, said.source.name, start, words))
        found += [Naming(annotation.report, f.said_by, f.start) for f in annotation.figures if f.said_by]
    return found


def denying_cue(said: Attribution) -> bool:
    """Whether the words that credit it deny what follows, all of it."""
    return any_of(reference().denying).search(" ".join(part.quote for part in said.cue)) is not None


def _only_beside(said: Attribution, text: str) -> bool:
    """Whether only another part of a quotation denies or admits something ("We did follow them. We did not hit
    them."): the words that credit them all do neither.
    """
    cue = " ".join(part.quote for part in said.cue)
    denies = said.stance == "denies" and not denying_cue(said) and not negated(text)
    return denies or (said.stance == "admits" and not any_of(reference().admitting).search(cue) and negated(text))


def _faulting(said: Attribution) -> bool:
    """Whether somebody says what he takes another's words for: "called this “a tale”"."""
    cue = " ".join(part.quote for part in said.cue)
    return said.stance == "denies" and any_of(reference().calling).search(cue) is not None


FIRED = ("launched", "attack")  # measures of which none is what somebody says did not happen


def _spoken(said: Attribution) -> str:
    return said.origin or (said.source.name if said.source else UNNAMED)


def statements(reports: Sequence[Report], annotations: Sequence[Annotations], cast: Cast) -> list[Statement]:
    """All attributions as statements, in order, a long one sentence by sentence."""
    by_id = {report.id: report for report in reports}
    found = []
    for annotation in annotations:
        report = by_id[annotation.report]
        figures = sorted(annotation.figures, key=lambda f: f.start)
        between = breaks(report.text, annotation.clauses)
        for said in annotation.attributions:
            origin = _spoken(said)
            actor = cast.of(report.id, origin)
            parts = units(report.text, said, between)
            for number, spans in enumerate(parts):
                where = sentence(report.text, spans[0][0], spans[-1][1])
                text = " … ".join(report.text[start:end] for start, end in spans)
                bare, spoken = spoken_and_bare(report.text, spans, figures)
                told = _told(report, said, actor, spans, where, annotation.clauses, spoken - bare)
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
                        points=told,
                        counting=() if told else points(report.text, spans, annotation.clauses),
                        beside=len(parts) > 1 and _only_beside(said, text),
                        faulting=_faulting(said),
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


def spoken_and_bare(text: str, spans: Spans, figures: Sequence[Figure]) -> tuple[frozenset[str], frozenset[str]]:
    """The concepts of what stands in `spans`: those that are not only in its figures, and all."""
    ordered = sorted(figures, key=lambda f: f.start)
    bare = concepts(" ".join(_without_figures(text, span, ordered) for span in spans))
    return bare, concepts(" … ".join(text[start:end] for start, end in spans))


def _without_figures(text: str, span: tuple[int, int], figures: Sequence[Figure]) -> str:
    """The words of a stretch without those of its figures: these are gathered as counts. That nothing was fired ("no
    bomb had been dropped") is said to be so or not so, as well.
    """
    kept, at = [], span[0]
    for figure in figures:
        if figure.high == 0 and figure.measure in FIRED:
            continue
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
            parts = by_attribution.get(figure.attribution or "", [])
            holding = [p for p in parts if any(start <= figure.start < end for start, end in p.spans)]
            within = next(iter(holding or parts), None)
            origin = figure.said_by
            if origin is None and within is not None and within.origin == UNNAMED:
                origin = UNNAMED
            if origin is None:
                origin = publishing_body(report)
            found.append(Reading(report, figure, origin, cast.of(report.id, origin), within))
    return sorted(found, key=lambda each: each.order)
