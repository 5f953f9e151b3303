"""Event rows in the manner of ACLED's data export, for a coder to complete.

Source of the columns and codes: ACLED Codebook (7 October 2024); names of kinds of actor as in its data files since.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.coding import coding
from sayso.export.context import Context
from sayso.export.csv import alone
from sayso.export.days import days
from sayso.export.deaths import deaths
from sayso.export.table import Column, Row, Table
from sayso.export.told import OWN, country, current, entries, note, outlets, own, state
from sayso.model import Event

POLICY = "acled"
STATE_FORCES = "State forces"
# UCDP's where_prec to ACLED's geo_precision: a town, near one or a part of a region, a larger region. A whole state or
# a sea is none of them.
_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}


def files(context: Context) -> dict[str, bytes]:
    """`acled.csv` and its metadata, by the policy `acled` where no other was asked for."""
    return alone(ACLED, context, context.policy_or(POLICY))


def _rows(context: Context) -> Iterator[Row]:
    policy = context.policy_or(POLICY)
    return (_row(event, policy, context) for event in current(context))


def _row(event: Event, policy: str, context: Context) -> Row:
    when = days(event.when)
    kind = coding().acled.get(event.type or "")
    place = context.place(event.place, event.reports)
    precision = _PRECISION.get(place.precision) if place and place.precision else None
    near = place if precision else None
    unlisted = event.place if place is None or place.precision is None else None
    parties = [*event.parties[:2], None, None]
    inter = [STATE_FORCES if state(party) else None for party in parties]
    dead = deaths(event, context, policy)
    claims = [claim for claim in context.dossier.claims if claim.event == event.id and claim.measure]
    return (
        event.id,
        when.first.isoformat() if when else None,
        when.first.year if when else None,
        when.acled if when else None,
        kind.disorder if kind else None,
        kind.event if kind else None,
        kind.sub_event if kind else None,
        parties[0],
        None,
        inter[0],
        parties[1],
        None,
        inter[1],
        f"{inter[0]}-{inter[1]}" if inter[0] and inter[1] else None,
        country(place),
        place.region if place else None,
        near.name if near else unlisted,
        near.latitude if near else None,
        near.longitude if near else None,
        precision,
        outlets(entries(event, context)),
        None,
        note(event, claims, context),
        dead.best,
        *own(event, dead.counts, policy, context),
    )


ACLED = Table(
    "acled",
    "An event that the reports tell of as of now; events that they recall from earlier are left out.",
    (
        Column("event_id_cnty", "Sayso's id of the event (ACLED gives its own)."),
        Column("event_date", "Its first day: YYYY-MM-DD."),
        Column("year", "The year.", "integer"),
        Column("time_precision", "1 a day, 2 up to a week, 3 up to a month; blank beyond.", "integer"),
        Column("disorder_type", "Political violence, Demonstrations or Strategic developments."),
        Column("event_type", "ACLED's event type; blank where the kind of event is none of its types."),
        Column("sub_event_type", "ACLED's sub-event type; blank where the kind of event does not tell it."),
        Column("actor1", "The first side of the event, by the name that Sayso knows it by."),
        Column("assoc_actor_1", "Blank, for the coder."),
        Column("inter1", "State forces where the side is a state; else blank, for the coder."),
        Column("actor2", "The second side of the event."),
        Column("assoc_actor_2", "Blank, for the coder."),
        Column("inter2", "As inter1."),
        Column("interaction", "Both, where both are known."),
        Column("country", "The state, by its usual English name."),
        Column("admin1", "First-level region."),
        Column(
            "location",
            "The place, in the gazetteer or not; blank where only a state or a sea is told.",
        ),
        Column(
            "latitude",
            "WGS 84, degrees; the region's own point, not its capital's, where geo_precision is 3.",
            "number",
        ),
        Column("longitude", "WGS 84, degrees.", "number"),
        Column("geo_precision", "1 a town, 2 near one or a part of a region, 3 a larger region.", "integer"),
        Column("source", "The outlets."),
        Column("source_scale", "Blank, for the coder: Sayso does not know which ground an outlet covers."),
        Column("notes", "The event, and who told which figure of it."),
        Column(
            "fatalities", "Deaths by the counting policy; blank where nobody tells any (ACLED writes 0).", "integer"
        ),
        *OWN,
    ),
    _rows,
)
