"""The figures of one event's rows as claims: who gives which number, what they agree on, what excludes what."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Claim, Event, Evidence, Figure
from sayso.reconcile.bounds import Bounds, common, excludes, outer, refines
from sayso.reconcile.claims.draft import in_order
from sayso.reconcile.claims.how_many import how_many, located
from sayso.reconcile.policies import reckonings
from sayso.reconcile.standings import standings
from sayso.reconcile.takes import Take, equal
from sayso.tables.rows import Told
from sayso.tables.setting_out import SetOut

Telling = tuple[SetOut, Told, Figure]
Asked = tuple[str, str, str | None]


def claims(event: Event, told: Sequence[SetOut], policy: str) -> list[Claim]:
    """A claim for each measure that a report of the event gives a number of; ids are given later."""
    asked: dict[Asked, list[Telling]] = {}
    for each in told:
        for number, figure in each.figures:
            count = number.count
            asked.setdefault((count.measure, count.unit, count.of_whom), []).append((each, number, figure))
    return [_claim(event, what, asked[what], policy) for what in sorted(asked, key=str)]


def _claim(event: Event, asked: Asked, tellings: Sequence[Telling], policy: str) -> Claim:
    measure, unit, of_whom = asked
    takes = _takes(tellings)
    revised = _replaced(takes)
    live = [take for take in takes if not take.superseded]
    against = [
        (a, b) for n, a in enumerate(live) for b in live[n + 1 :] if a.root != b.root and excludes(a.bounds, b.bounds)
    ]
    coverage = in_order({each.row.id for each, _, _ in tellings}, event.reports)
    reasons = standings(takes, coverage, against=against, alike=equal(takes), revised=revised)
    # Two numbers of one outlet on one day exclude each other, too, though nobody disputes the other.
    apart = any(excludes(a.bounds, b.bounds) for n, a in enumerate(live) for b in live[n + 1 :])
    low, high = outer(t.bounds for t in (takes if against else live)) if apart else common(t.bounds for t in live)
    made = Claim(
        id="",
        story=event.story,
        event=event.id,
        question=how_many(measure, unit, of_whom, located(event.place, ()), event.when),
        measure=measure,
        unit=unit,
        of_whom=of_whom,
        place=event.place,
        when=event.when,
        low=low,
        high=high,
        standing=tuple(reason.tag for reason in reasons),
        reasons=reasons,
        positions=tuple(take.position() for take in takes),
        coverage=coverage,
        # Of the other events' reports nobody expects that they tell of this one.
        silent=tuple(id for id in event.reports if id not in coverage),
    )
    return made.model_copy(update={"reckonings": reckonings(made, policy)})


def _takes(tellings: Sequence[Telling]) -> list[Take]:
    """The positions: one for each origin and range, first published first."""
    found: dict[tuple[str, Bounds, int], Take] = {}
    for each, told, figure in sorted(tellings, key=lambda t: (t[0].report.published or "", t[0].row.id)):
        said_by, outlet = each.row.said_by, each.report.outlet or each.row.id
        root = said_by.text.casefold() if said_by else f"outlet:{outlet.casefold()}"
        bounds = (told.low, told.high)
        evidence = Evidence(
            report=each.row.id, start=figure.start, end=figure.end, attribution=figure.attribution, figure=figure.id
        )
        take = found.get((root, bounds, told.best))
        if take is None:
            found[root, bounds, told.best] = Take(
                origin=said_by.text if said_by else None,
                outlet=outlet,
                actor=None,
                root=root,
                side=None,
                polarity="asserts",
                bounds=bounds,
                best=told.best if bounds[0] != bounds[1] else None,
                text=figure.quote,
                evidence=[evidence],
                reports=[each.row.id],
                said=each.report.published,
            )
        else:
            take.evidence.append(evidence)
            take.reports.append(each.row.id)
    return list(found.values())


def _replaced(takes: Sequence[Take]) -> list[Take]:
    """Marks what its origin has replaced by a number published later; gives those that this does not refine."""
    revised = []
    for take in takes:
        later = [t for t in takes if t.root == take.root and t.said and take.said and t.said > take.said]
        if later and later[-1].bounds != take.bounds:
            take.superseded = True
            if not refines(later[-1].bounds, take.bounds):
                revised.append(take)
    return revised
