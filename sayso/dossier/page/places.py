"""Where the events of a story happened, as areas on a map; what no gazetteer has is told of in words alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sayso.dossier.ledger import Ledger
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.page.charts import Chart, chart
from sayso.dossier.page.charts.map import Datum, worldmap
from sayso.dossier.page.geography import Area, apart, area
from sayso.dossier.page.happened import event_words, happenings, named_once, place_of, place_words
from sayso.dossier.phrasing import day, named
from sayso.model import Event, Story

EVENTS = 12  # on one map
OTHERS = 7  # places that the reports name near by, for orientation
NEAR, CLOSE = 700, 4  # kilometres: what helps to find one's way, and what would only hide the event


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the events there: a line of the table behind the map. `known` says how well it is known."""

    number: str
    place: str
    place_href: str
    known: str
    events: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Map:
    """The map (None where no event's place is in the gazetteer) and the table behind it."""

    chart: Chart | None
    spots: tuple[Spot, ...]
    unknown: tuple[Spot, ...]


def places(ledger: Ledger, anchors: Anchors, story: Story) -> Map:
    """The map of a story's events."""
    at: dict[str, list[Event]] = {}
    for event in happenings(ledger, story):
        if event.place:
            at.setdefault(event.place, []).append(event)
    spots: list[Spot] = []
    unknown: list[Spot] = []
    data: list[Datum] = []
    for place, events in list(at.items())[:EVENTS]:
        found = place_of(ledger, events[0])
        where = area(found) if found else None
        number = str(len(spots) + 1) if where else ""
        happened = tuple((named(e.name), day(e.when), event_words(anchors, e)) for e in named_once(events))
        href = place_words(ledger, anchors, events[0])
        spot = Spot(number, place, href, _known(where), happened)
        (spots if where else unknown).append(spot)
        if where:
            data.append(Datum(number, place, where, True, href))
    if not data:
        return Map(None, (), tuple(unknown))
    data += _others(ledger, anchors, story, data)
    words = "; ".join(f"{spot.number}: {spot.place}, {spot.known}" for spot in spots)
    return Map(chart(lambda width: worldmap(data, width), f"{words}."), tuple(spots), tuple(unknown))


def _known(where: Area | None) -> str:
    if where is None:
        return "not in the gazetteer"
    return f"{where.known}: within about {where.km:,.0f} km" if where.km else where.known


def _others(ledger: Ledger, anchors: Anchors, story: Story, data: list[Datum]) -> list[Datum]:
    """Settlements near by that the reports name, the most often named first."""
    named_: Counter[tuple[str, Area]] = Counter()
    href: dict[tuple[str, Area], str] = {}
    for place in ledger.dossier.places:
        settled = place.role == "where" and place.precision in (1, 2)
        where = area(place) if settled and place.report in story.reports else None
        if where and all(place.name != datum.name and apart(where, datum.area) > CLOSE for datum in data):
            key = (place.name, Area(where.latitude, where.longitude, 0, where.country, where.known))
            named_[key] += 1
            href.setdefault(key, "#" + anchors.place(place.id))
    near = [key for key, _ in named_.most_common() if min(apart(key[1], datum.area) for datum in data) < NEAR]
    return [Datum("", name, where, False, href[name, where]) for name, where in near[:OTHERS]]
