"""Figures of affected people with HXL hashtags (Humanitarian Exchange Language 1.1), a row a claim.

Source of the hashtags and attributes: HXL hashtag dictionary, 1.1 final (2018); `+min` and `+max` for the ends of a
range, `+char` and `+quote` for the words are attributes of our own, as the standard allows.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.dossier.harmless import one_line
from sayso.export.coding import coding
from sayso.export.context import Context
from sayso.export.csv import encoded
from sayso.export.days import days
from sayso.export.table import Row, joined
from sayso.export.told import country, origins, outlets
from sayso.model import Claim

_HEAD = (
    ("claim", "#meta+id+claim", "Id of the claim."),
    ("event", "#event+id", "Id of the event."),
    ("event_name", "#event+name", "What the event is called."),
    ("date_start", "#date+start", "The first day that the event may be."),
    ("date_end", "#date+end", "The last day that the event may be."),
    ("country", "#country+name", "The state, by its usual English name."),
    ("country_code", "#country+code+v_iso2", "ISO 3166-1 alpha-2 code of the state."),
    ("adm1", "#adm1+name", "First-level region."),
    ("place", "#loc+name", "The place, as told."),
    ("latitude", "#geo+lat", "WGS 84, degrees; blank where the place could not be resolved."),
    ("longitude", "#geo+lon", "WGS 84, degrees."),
    ("where_prec", "#geo+precision+v_ucdp", "UCDP where_prec of the place: 4 and more is an area, not a point."),
    ("of_whom", "#description+affected", "Of whom the figure is told."),
)
_ENDS = (("", "", "the best"), ("_min", "+min", "the low"), ("_max", "+max", "the high"))
_TAIL = (
    ("standing", "#status+standing", "The standings of the claim."),
    ("policy", "#meta+policy", "The counting policy by which the numbers are reckoned."),
    ("without", "#meta+without", "Sources that were taken away from the dossier."),
    ("origins", "#meta+source", "Whose word the figure rests on."),
    ("outlets", "#meta+source+media", "The outlets that carry it."),
    ("report", "#meta+report+id", "Id of the report that the words stand in."),
    ("start", "#meta+char+start", "Where they begin: code points of the report's text, from 0."),
    ("end", "#meta+char+end", "Where they end; the character at `end` is not part of them."),
    ("quote", "#meta+quote", "The words themselves, exactly as in the report."),
)


def columns() -> tuple[tuple[str, str, str], ...]:
    """Each column's header, hashtag and meaning; three columns for each measure of affected people (exports.yaml)."""
    counts = tuple(
        (f"{attribute}{name}", f"#affected+{attribute}{tag}", f"How many were {measure}: {which} number by the policy.")
        for measure, attribute in coding().hxl.items()
        for name, tag, which in _ENDS
    )
    return (*_HEAD, *counts, *_TAIL)


def files(context: Context) -> dict[str, bytes]:
    """`hxl.csv`: a row of headers, a row of hashtags, then the figures."""
    heads = list(zip(*columns(), strict=True))[:2]
    return {"hxl.csv": encoded(heads, _rows(context))}


def _rows(context: Context) -> Iterator[Row]:
    recalled = {event.id for event in context.dossier.events if event.historical}
    for claim in context.dossier.claims:
        if claim.measure in coding().hxl and claim.unit in (None, "person") and claim.event not in recalled:
            yield _row(claim, context)


def _row(claim: Claim, context: Context) -> Row:
    event = next((event for event in context.dossier.events if event.id == claim.event), None)
    told = claim.place or (event.place if event else None)
    place = context.place(told, claim.coverage)
    when = days(claim.when or (event.when if event else None))
    numbers = context.reckon(claim)
    counts: list[int | None] = []
    for measure in coding().hxl:
        counts += [numbers.best, numbers.low, numbers.high] if measure == claim.measure else [None] * 3
    evidence = claim.positions[numbers.positions[0] if numbers.positions else 0].evidence[0]
    carriers = [entry for entry in context.dossier.reports if entry.id in claim.coverage]
    return (
        claim.id,
        claim.event,
        one_line(event.name) if event else None,
        when.first.isoformat() if when else None,
        when.last.isoformat() if when else None,
        country(place),
        place.country if place else None,
        place.region if place else None,
        told,
        place.latitude if place else None,
        place.longitude if place else None,
        place.precision if place else None,
        claim.of_whom,
        *counts,
        joined(claim.standing),
        numbers.policy,
        joined(context.dossier.without),
        origins([claim], context),
        outlets(carriers),
        *context.anchor(evidence),
    )
