"""Names of regions and states: what is told of one may be told of a place in it, and tells no two places apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.model import Place
from sayso.reconcile.cast.camps import stem_of
from sayso.reconcile.counts.kinds import counting
from sayso.reconcile.counts.subject import WIDE
from sayso.reconcile.words import folded


def regions(places: Sequence[Place], texts: Iterable[str], states: Iterable[str] = ()) -> frozenset[str]:
    """The stems of the names that the places or the texts of a story give to regions and states; `states` are the
    states that take part in it, which no map need know.
    """
    return _named_wide(places, states) | _called_regions(texts)


def _named_wide(places: Sequence[Place], states: Iterable[str]) -> frozenset[str]:
    """The stems of names of regions and states, but those that a town bears as well: what is told of a region may be
    told of a place in it.
    """
    wide, settled = (
        frozenset(stem_of(folded(word)) for place in chosen for word in place.quote.split())
        for chosen in (
            [place for place in places if place.precision in WIDE],
            [place for place in places if place.precision is not None and place.precision not in WIDE],
        )
    )
    return (wide | {stem_of(folded(word)) for state in states for word in state.split()}) - settled


def _called_regions(texts: Iterable[str]) -> frozenset[str]:
    """The stems of names that the texts themselves give to regions ("the province of Orl", "Orl province")."""
    name, word = r"([A-Z][\w’'\-]+(?:\s[A-Z][\w’'\-]+)?)", "|".join(map(re.escape, counting().regions))
    called = re.compile(rf"\b(?:{word})\s+of\s+{name}|\b{name}\s+(?:{word})\b")
    return frozenset(
        stem_of(folded(part))
        for text in texts
        for found_name in called.finditer(text)
        for part in (found_name.group(1) or found_name.group(2)).split()
    )
