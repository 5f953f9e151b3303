"""What the event rows of UCDP and ACLED have in common: sources, the words they rest on, who told which figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.dossier.harmless import one_line
from sayso.dossier.phrasing import bounds
from sayso.export.context import Context
from sayso.export.deaths import Count
from sayso.export.table import ANCHOR, NOWHERE, Column, Row, joined
from sayso.knowledge.states import states
from sayso.model import Claim, Event, Evidence, Place, Position, ReportEntry

# Sayso's own columns, after those of the dataset, so that a row can be checked.
OWN = (
    Column("sayso_policy", "The counting policy by which the numbers are reckoned."),
    Column("sayso_without", "Sources that were taken away from the dossier."),
    Column("sayso_claims", "Ids of the claims that the deaths are from, each with whose deaths they are."),
    Column("sayso_standing", "The standings of those claims."),
    Column("sayso_reason", "Why the policy comes to these numbers."),
    *ANCHOR,
)


def current(context: Context) -> list[Event]:
    """The events that the reports tell of as of now, without those that they recall from earlier."""
    return [event for event in context.dossier.events if not event.historical]


def own(event: Event, counts: Sequence[Count], policy: str, context: Context) -> Row:
    """The values of the columns OWN: the anchor is that of the first claim of deaths, else the event's own."""
    evidence = _first(event, counts)
    return (
        policy,
        joined(context.dossier.without),
        joined(f"{count.claim.id} ({count.whose})" for count in counts),
        joined(tag for count in counts for tag in count.claim.standing),
        " ".join(count.numbers.reason for count in counts) or None,
        *(context.anchor(evidence) if evidence else NOWHERE),
    )


def _first(event: Event, counts: Sequence[Count]) -> Evidence | None:
    """Where the best number of the first claim stands, else the first of what its numbers rest on."""
    for count in counts:
        behind = [count.claim.positions[place] for place in count.numbers.positions] or count.claim.positions
        number = count.numbers.best
        best = [position for position in behind if number is not None and number in (position.best, position.low)]
        return (best or behind)[0].evidence[0]
    return event.evidence[0] if event.evidence else None


def entries(event: Event, context: Context) -> list[ReportEntry]:
    """The reports that tell of the event, in the dossier's order."""
    return [entry for entry in context.dossier.reports if entry.id in event.reports]


def office(entry: ReportEntry) -> str | None:
    """Who published the report: the outlet that it is republished from, else its own; None where neither is known."""
    name = entry.republished_from or entry.outlet
    return one_line(name) if name else None


def outlets(reports: Iterable[ReportEntry]) -> str | None:
    """Their outlets, so far as they are known."""
    return joined(name for name in map(office, reports) if name)


def origins(claims: Iterable[Claim], context: Context) -> str | None:
    """Whose word the claims rest on."""
    return joined(
        one_line(context.ledger.speaker(position))
        for claim in claims
        for position in claim.positions
        if _takes(position)
    )


def _takes(position: Position) -> bool:
    return position.polarity in ("asserts", "partly")


def _figure(position: Position, context: Context) -> str:
    number = bounds(position.low, position.high, position.qualifier)
    replaced = " (since replaced)" if position.superseded else ""
    return one_line(f"{context.ledger.speaker(position)}: {number}{replaced}")


def note(event: Event, claims: Iterable[Claim], context: Context) -> str:
    """The event in a sentence, then who told which figure of it."""
    return " ".join([f"{one_line(event.name)}.", *_sentences(claims, context)])


def _sentences(claims: Iterable[Claim], context: Context) -> Iterator[str]:
    for claim in claims:
        told = [_figure(position, context) for position in claim.positions if _takes(position)]
        yield f"{one_line(claim.question)} {', '.join(dict.fromkeys(told))}."


def country(place: Place | None) -> str | None:
    """The usual English name of the place's state."""
    if place is None or place.country is None:
        return None
    state = states().get(place.country)
    return state.name if state else place.country


def state(party: str | None) -> bool:
    """Whether the party is a state."""
    return party is not None and any(party in known.names for known in states().values())
