"""The dossier: every story's actors, events and claims, in an order that does not depend on the input's."""

from __future__ import annotations

from collections.abc import Sequence

import sayso
from sayso import knowledge
from sayso.model import Actor, Annotations, Claim, Copy, Dossier, Event, Report, ReportEntry, Story, Unread, Versions
from sayso.reconcile import claims
from sayso.reconcile.cast import Cast, Member, cast
from sayso.reconcile.cast.own import NOBODY, OwnActors
from sayso.reconcile.cast.sides import sides
from sayso.reconcile.copies import Copies
from sayso.reconcile.copies.tracing import traced_readings, traced_statements
from sayso.reconcile.counts import counts
from sayso.reconcile.counts.whose import parties
from sayso.reconcile.events import events
from sayso.reconcile.moments import order
from sayso.reconcile.of_annotations import namings, readings, statements
from sayso.reconcile.placenames import as_told
from sayso.reconcile.policies import default_policy, reckonings
from sayso.reconcile.questions import answers, questions
from sayso.reconcile.questions.likeness import Likeness
from sayso.reconcile.statements import Statement
from sayso.reconcile.stories import group, story
from sayso.reconcile.voices import own_voice

MOST = 30  # claims of a story


def reconcile(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    unread: Sequence[Unread] = (),
    *,
    own: OwnActors = NOBODY,
) -> Dossier:
    """The dossier of all reports. Annotations belong to their reports by id; those of no report are left out.

    `own` are the user's actors. The result depends on what is given, not on its order.
    """
    ordered = sorted(reports, key=order)
    known = {report.id for report in ordered}
    read = sorted((a for a in annotations if a.report in known), key=lambda a: a.report)
    by_id = {a.report: a for a in read}
    stories: list[Story] = []
    actors: list[Actor] = []
    all_claims: list[Claim] = []
    happened: list[Event] = []
    rests = Copies(ordered).edges()
    for members in group(ordered):
        told = story(members)
        here = as_told([by_id[report.id] for report in members if report.id in by_id])
        by_id |= {a.report: a for a in here}
        _one_story(told, members, here, actors, happened, all_claims, stories, own, rests)
    return Dossier(
        versions=Versions(
            sayso=sayso.__version__,
            model=", ".join(sorted({a.model for a in read} - {"none"})) or "none",
            knowledge=knowledge.digest(),
            actors=own.digest,
        ),
        policy=default_policy(),
        reports=tuple(map(ReportEntry.of, ordered)),
        unread=tuple(sorted(unread, key=lambda u: (u.input, u.reason))),
        attributions=tuple(x for report in ordered if report.id in by_id for x in by_id[report.id].attributions),
        figures=tuple(x for report in ordered if report.id in by_id for x in by_id[report.id].figures),
        places=tuple(x for report in ordered if report.id in by_id for x in by_id[report.id].places),
        times=tuple(x for report in ordered if report.id in by_id for x in by_id[report.id].times),
        actors=tuple(actors),
        stories=tuple(stories),
        events=tuple(happened),
        claims=tuple(all_claims),
        copies=rests,
    )


def _one_story(
    told: Story,
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    actors: list[Actor],
    happened: list[Event],
    found: list[Claim],
    named: list[Story],
    own: OwnActors,
    rests: Sequence[Copy],
) -> None:
    """Adds the actors, events and claims of one story, and the story with its name, to those found so far."""
    people = cast(reports, namings(reports, annotations), own)
    told_by_all = [*statements(reports, annotations, people), *own_voice(reports, annotations, people)]
    told_by_all = traced_statements(told_by_all, rests)
    said = [s for s in told_by_all if not s.own_voice]
    voiced = [s for s in told_by_all if s.own_voice]
    claiming = [s.actor for s in said if s.actor and s.stance == "claims-responsibility"]
    admitting = [s.actor for s in said if s.actor and s.stance in ("admits", "claims-responsibility")]
    camps = sides(reports, people.members, accusations(said), admitting, claiming)
    told_figures = traced_readings(readings(reports, annotations, people, said), rests)
    likeness = Likeness.over([*said, *voiced])
    answered = answers(told_by_all, likeness)
    ids = [report.id for report in reports]
    owning_up = frozenset(s.side for s in said if s.stance == "claims-responsibility" and s.side)
    counted = counts(told_figures, annotations, parties(reports, people.members, camps, owning_up))
    made, belongs = events(told.id, reports, annotations, counted, len(happened))
    happened += made
    named.append(_named(told, made))
    drafts = [
        claims.of_count(count, answered, told.id, ids, belongs.get(i))
        for i, count in enumerate(counted)
        if not count.subject.historical and count.tells
    ]
    drafts += [claims.of_question(question, told.id, ids) for question in questions(said, voiced, answered, likeness)]
    drafts = [draft for draft in drafts if draft.claim.standing or draft.claim.measure]
    drafts.sort(key=lambda d: (-d.weight, d.claim.question, d.claim.positions[0].evidence[0].report))
    names = _actor_ids(people, len(actors))
    actors += [_actor(member, names) for member in people.members]
    for draft in claims.told_apart(drafts[:MOST]):
        positions = tuple(
            position.model_copy(
                update={
                    "actor": names.get(position.actor or ""),
                    "root": names.get(position.root or "", position.root),
                }
            )
            for position in draft.claim.positions
        )
        claim = draft.claim.model_copy(update={"id": f"c{len(found) + 1}", "positions": positions})
        found.append(claim.model_copy(update={"reckonings": reckonings(claim)}))


def _named(told: Story, made: Sequence[Event]) -> Story:
    """The story called by where and when its main event was: a headline would be one party's words."""
    main = next((e for e in made if not e.historical and e.place and e.when), None)
    return told.model_copy(update={"name": f"{main.place}, {main.when}"}) if main else told


def accusations(said: Sequence[Statement]) -> list[tuple[Member, str]]:
    """Who accuses or denies, with his words."""
    return [(s.actor, s.text) for s in said if s.actor and s.stance in ("blames", "denies")]


def _actor_ids(people: Cast, offset: int) -> dict[str, str]:
    return {member.key: f"a{offset + i}" for i, member in enumerate(people.members, 1)}


def _actor(member: Member, names: dict[str, str]) -> Actor:
    return Actor(
        id=names[member.key],
        name=member.name,
        names=tuple(sorted(member.names)),
        kind=member.kind,
        affiliation=member.affiliation,
        side=member.side,
    )
