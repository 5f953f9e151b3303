"""Events and places as GeoJSON (RFC 7946): a point where the place is known, with how exact it is, else no geometry."""

from __future__ import annotations

import json
from typing import Any

from sayso.export.context import Context
from sayso.model import Event, Place

# What a point of each UCDP where_prec stands for; from 4 on it is one point of a whole area.
EXTENT = {
    1: "a settlement",
    2: "near a settlement, or a site in it",
    3: "a region of the second order",
    4: "a region of the first order",
    5: "a landscape or a part of a state",
    6: "a state",
    7: "a sea",
}


def files(context: Context) -> dict[str, bytes]:
    """`events.geojson` and `places.geojson`, each a collection of features, longitude before latitude."""
    dossier = context.dossier
    events = [_event(event, context) for event in dossier.events]
    places = [_place(place, context) for place in dossier.places]
    return {"events.geojson": _collection(events, context), "places.geojson": _collection(places, context)}


def _collection(features: list[dict[str, Any]], context: Context) -> bytes:
    whole = {"type": "FeatureCollection", "features": features, "sayso": context.made_by()}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _event(event: Event, context: Context) -> dict[str, Any]:
    place = context.place(event.place, event.reports)
    anchor = context.anchor(event.evidence[0]) if event.evidence else (None,) * 4
    return _feature(
        event.id,
        place,
        anchor,
        kind="event",
        name=event.name,
        type=event.type,
        place=event.place,
        when=event.when,
        parties=list(event.parties),
        historical=event.historical,
        reports=list(event.reports),
    )


def _place(place: Place, context: Context) -> dict[str, Any]:
    anchor = (place.report, place.start, place.end, context.words(place.report, place.start, place.end))
    return _feature(place.id, place, anchor, kind="place", name=place.name, role=place.role, geonames=place.geonames)


def _feature(id: str, at: Place | None, anchor: tuple[Any, ...], **properties: Any) -> dict[str, Any]:
    point = [at.longitude, at.latitude] if at and at.longitude is not None and at.latitude is not None else None
    precision = at.precision if at and point else None
    where = {
        "precision": precision,
        "extent": EXTENT.get(precision) if precision else None,
        "country": at.country if at else None,
        "region": at.region if at else None,
    }
    words = dict(zip(("report", "start", "end", "quote"), anchor, strict=True))
    geometry = {"type": "Point", "coordinates": point} if point else None
    return {"type": "Feature", "id": id, "geometry": geometry, "properties": properties | where | words}
