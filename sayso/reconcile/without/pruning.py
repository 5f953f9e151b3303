"""The rest of a dossier without what fell: its reports, findings, actors, events and stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model import Claim, Dossier, Event, Evidence
from sayso.reconcile.without.naming import folded
from sayso.reconcile.without.removal import Removal


def pruned(dossier: Dossier, removal: Removal, claims: Sequence[Claim], names: Sequence[str]) -> Dossier:
    """The dossier with these claims, and without whatever fell with the sources called `names`."""
    used = {each.attribution for each in _evidence(claims)}
    gone = frozenset(a.id for a in dossier.attributions if a.id not in used and removal.attribution(a))
    cited = {each.figure for each in _evidence(claims)}
    fallen = frozenset(
        f.id for f in dossier.figures if f.id not in cited and removal.figure(f.report, f.said_by, f.attribution, gone)
    )
    attributions = tuple(a for a in dossier.attributions if a.id not in gone)
    figures = tuple(
        f.model_copy(update={"part_of": None}) if f.part_of in fallen else f
        for f in dossier.figures
        if f.id not in fallen
    )
    reports = tuple(report for report in dossier.reports if report.id not in removal.reports)
    left = {report.id for report in reports}
    events = tuple(made for event in dossier.events if (made := _event(event, left, gone, fallen)) is not None)
    happened = {event.id for event in events}
    stories = tuple(
        story.model_copy(update={"reports": tuple(r for r in story.reports if r in left)})
        for story in dossier.stories
        if left & set(story.reports)
    )
    said = {folded(link.name) for a in attributions for link in a.chain}
    said |= {folded(f.said_by) for f in figures if f.said_by}
    speaking = {p.actor for claim in claims for p in claim.positions}
    actors = tuple(
        actor
        for actor in dossier.actors
        if actor.id not in removal.actors
        and (actor.id in speaking or said & {folded(form) for form in (actor.name, *actor.names)})
    )
    return dossier.model_copy(
        update={
            "without": tuple(dict.fromkeys((*dossier.without, *names))),
            "reports": reports,
            "attributions": attributions,
            "figures": figures,
            "places": tuple(place for place in dossier.places if place.report in left),
            "times": tuple(time for time in dossier.times if time.report in left),
            "actors": actors,
            "stories": stories,
            "copies": tuple(copy for copy in dossier.copies if {copy.report, copy.of} <= left),
            "events": events,
            "claims": tuple(
                claim if claim.event in happened else claim.model_copy(update={"event": None}) for claim in claims
            ),
        }
    )


def _evidence(claims: Sequence[Claim]) -> Iterator[Evidence]:
    for claim in claims:
        for position in claim.positions:
            yield from position.evidence


def _event(event: Event, left: set[str], gone: frozenset[str], fallen: frozenset[str]) -> Event | None:
    """The event as the reports that are left tell it; None where none does."""
    reports = tuple(report for report in event.reports if report in left)
    if not reports:
        return None
    evidence = tuple(
        each
        for each in event.evidence
        if each.report in left and each.attribution not in gone and each.figure not in fallen
    )
    return event.model_copy(update={"reports": reports, "evidence": evidence})
