"""Event rows in the manner of UCDP's Georeferenced Event Dataset, for a coder to complete.

Source of the columns and codes: Högbladh, UCDP GED Codebook version 25.1 (2025), Department of Peace and Conflict
Research, Uppsala University. What only UCDP can give (ids of conflicts, dyads and actors, its grid) has no column.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.dossier.harmless import one_line
from sayso.export.coding import coding
from sayso.export.context import Context
from sayso.export.csv import alone
from sayso.export.days import days
from sayso.export.deaths import CIVILIANS, UNKNOWN, A, B, deaths
from sayso.export.table import Column, Row, Table, joined
from sayso.export.told import OWN, country, current, entries, office, origins, outlets, own, state
from sayso.model import Event, ReportEntry

POLICY = "ucdp"


def files(context: Context) -> dict[str, bytes]:
    """`ucdp.csv` and its metadata, by the policy `ucdp` where no other was asked for."""
    return alone(UCDP, context, context.policy_or(POLICY))


def _rows(context: Context) -> Iterator[Row]:
    policy = context.policy_or(POLICY)
    return (_row(event, policy, context) for event in current(context))


def _row(event: Event, policy: str, context: Context) -> Row:
    reports = entries(event, context)
    place = context.place(event.place, event.reports)
    when = days(event.when)
    dead = deaths(event, context, policy)
    sides = [*event.parties[:2], None, None]
    return (
        event.id,
        when.first.year if when else None,
        _violence(event),
        sides[0],
        sides[1],
        len(reports),
        joined(_article(report) for report in reports),
        outlets(reports),
        joined(r.published[:10] for r in reports if r.published),
        joined(one_line(r.headline) for r in reports if r.headline),
        origins((count.claim for count in dead.counts), context),
        place.precision if place else None,
        place.name if place else None,
        event.place,
        place.region if place else None,
        place.latitude if place else None,
        place.longitude if place else None,
        country(place),
        (1 if when.length == 1 else 2) if when else None,
        when.ucdp if when else None,
        when.first.isoformat() if when else None,
        when.last.isoformat() if when else None,
        *(dead.by.get(whose) for whose in (A, B, CIVILIANS, UNKNOWN)),
        dead.best,
        dead.high,
        dead.low,
        *own(event, dead.counts, policy, context),
    )


def _article(report: ReportEntry) -> str:
    published = (report.published or "no date")[:10]
    return one_line(f"{office(report) or 'unknown outlet'}, {published}, {report.headline or 'no headline'}")


def _violence(event: Event) -> int | None:
    """1 (state-based) for fighting between two states; what else it may be is for the coder to say."""
    both = len(event.parties) == 2 and all(state(party) for party in event.parties)
    return 1 if both and event.type in coding().state_based else None


UCDP = Table(
    "ucdp",
    "An event that the reports tell of as of now; events that they recall from earlier are left out.",
    (
        Column("id", "Sayso's id of the event (UCDP gives its own)."),
        Column("year", "Year of its first day.", "integer"),
        Column("type_of_violence", "1 where two states fight each other; else blank, for the coder.", "integer"),
        Column("side_a", "The first side of the event."),
        Column("side_b", "The second side of the event."),
        Column("number_of_sources", "How many reports tell of it.", "integer"),
        Column("source_article", "Outlet, date and headline of each report."),
        Column("source_office", "The outlets."),
        Column("source_date", "The dates of publication."),
        Column("source_headline", "The headlines."),
        Column("source_original", "Whose word the deaths rest on: the origins, not the outlets."),
        Column(
            "where_prec",
            "1 settlement, 2 near one, 3 second-order region, 4 first-order, 5 landscape, 6 state, 7 sea.",
            "integer",
        ),
        Column("where_coordinates", "The place that the coordinates are of."),
        Column("where_description", "Where, as told."),
        Column("adm_1", "First-order region."),
        Column("latitude", "WGS 84, degrees; of the whole area's point where `where_prec` is 4 or more.", "number"),
        Column("longitude", "WGS 84, degrees.", "number"),
        Column("country", "The state, by its usual English name."),
        Column("event_clarity", "1 where one day is told, 2 where a period; blank without a date.", "integer"),
        Column("date_prec", "1 a day, 2 up to six days, 3 a week, 4 up to a month, 5 up to a year.", "integer"),
        Column("date_start", "The first day that it may be."),
        Column("date_end", "The last day that it may be."),
        Column("deaths_a", "Deaths of side A, best.", "integer"),
        Column("deaths_b", "Deaths of side B, best.", "integer"),
        Column("deaths_civilians", "Deaths of civilians, best.", "integer"),
        Column("deaths_unknown", "Deaths of persons of unknown status, best.", "integer"),
        Column("best", "All deaths, best: the sum of the four; blank where the policy picks none.", "integer"),
        Column("high", "All deaths, high.", "integer"),
        Column("low", "All deaths, low.", "integer"),
        *OWN,
    ),
    _rows,
)
