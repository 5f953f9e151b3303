"""Events as the page shows them: what comes first, and the words that each leads to."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.dossier.ledger import Ledger
from sayso.dossier.page.anchors import Anchors
from sayso.model import Event, Place, Story


def happenings(ledger: Ledger, story: Story, *, historical: bool = False) -> list[Event]:
    """The events of a story, those of a known kind that most reports tell first."""
    found = [event for event in ledger.dossier.events if event.story == story.id and event.historical == historical]
    return sorted(found, key=lambda event: (event.type is None, -len(event.reports)))


def named_once(events: Iterable[Event]) -> list[Event]:
    """The first of those events that go by one name: what tells the others apart is no matter of place and day."""
    first: dict[tuple[str, str | None], Event] = {}
    for event in events:
        first.setdefault((event.name, event.when), event)
    return list(first.values())


def event_words(anchors: Anchors, event: Event) -> str:
    """Where the first words stand that tell of the event."""
    if event.evidence:
        return "#" + anchors.words(event.evidence[0])
    return "#" + (anchors.report(event.reports[0]) if event.reports else "reports")


def place_of(ledger: Ledger, event: Event) -> Place | None:
    """The mention of the event's place that says best where it is; None where most mentions do not say it.

    A name that one report in ten could place is not on the map: it is more often wrong than known.
    """
    named = [
        place
        for place in ledger.dossier.places
        if place.report in event.reports and event.place in (place.name, place.quote)
    ]
    known = [place for place in named if place.latitude is not None]
    if 2 * len(known) < len(named):
        return None
    return min(known, key=lambda place: place.precision or 9, default=None)


def place_words(ledger: Ledger, anchors: Anchors, event: Event) -> str:
    """Where a report names the event's place; else where it tells of the event."""
    for place in ledger.dossier.places:
        if place.report in event.reports and event.place in (place.name, place.quote):
            return "#" + anchors.place(place.id)
    return event_words(anchors, event)


def time_words(ledger: Ledger, anchors: Anchors, event: Event) -> str:
    """Where a report names the event's day; else where it tells of the event."""
    for time in ledger.dossier.times:
        if time.report in event.reports and time.value and event.when and time.value.startswith(event.when):
            return "#" + anchors.time(time.id)
    return event_words(anchors, event)
