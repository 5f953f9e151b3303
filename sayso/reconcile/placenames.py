"""Places are called as the reports of a story call them: the map's own name for a town may stand in none of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.model import Annotations, Place

SETTLED = ("PPL", "PPLC")


def as_told(annotations: Sequence[Annotations]) -> list[Annotations]:
    """The annotations of one story, in which a town whose listed name stands in no report has the one used most.

    One spelling for all of them, so that "Kiev" and "Kyiv" stay one place; regions and states keep their listed names.
    """
    told: dict[int, Counter[str]] = defaultdict(Counter)
    listed: dict[int, str] = {}
    for place in (p for each in annotations for p in each.places):
        if place.geonames is not None and place.feature in SETTLED:
            told[place.geonames][_plain(place.quote)] += 1
            listed[place.geonames] = place.name
    called = {number: name for number, names in told.items() if (name := _used(listed[number], names))}
    return [_renamed(each, called) for each in annotations]


def _used(listed: str, names: Counter[str]) -> str | None:
    """The name that stands most often for a town, None where its listed one stands in a report or none is a name."""
    if any(listed.casefold() in name.casefold() for name in names):
        return None
    proper = [name for name in sorted(names) if all(word[:1].isupper() for word in name.split())]
    return max(proper, key=lambda name: names[name], default=None)


def _plain(quote: str) -> str:
    return quote.title() if quote.isupper() else quote


def _renamed(annotation: Annotations, called: dict[int, str]) -> Annotations:
    """The annotation with its towns, and the places of its figures, called so."""
    if not any(place.geonames in called for place in annotation.places):
        return annotation
    places = tuple(_called(place, called) for place in annotation.places)
    names = {place.id: place.name for place in places}
    figures = tuple(
        figure.model_copy(update={"place": names[figure.place_at]}) if figure.place_at in names else figure
        for figure in annotation.figures
    )
    return annotation.model_copy(update={"places": places, "figures": figures})


def _called(place: Place, called: dict[int, str]) -> Place:
    name = called.get(place.geonames or 0)
    return place.model_copy(update={"name": name}) if name else place
