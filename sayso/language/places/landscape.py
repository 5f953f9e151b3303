"""Continents, waters, mountains and regions across borders, and short names of states' parts (landscape.yaml)."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from sayso.knowledge import load
from sayso.language.places.names import fold


class Area(BaseModel):
    """A place that no list of settlements or administrative regions has; landscape.yaml explains the fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: tuple[str, ...] = Field(min_length=1)
    feature: str
    point: tuple[float, float]
    country: str | None = None


class Landscape(BaseModel):
    """The areas, adjectives of places that are no state, nicknames, and short names of the parts of states."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    areas: tuple[Area, ...]
    adjectives: dict[str, str]
    nicknames: dict[str, str]
    short_names: dict[str, dict[str, str]]


@cache
def _landscape() -> Landscape:
    return load("landscape", Landscape)


@cache
def _areas() -> dict[str, Area]:
    return {fold(name): area for area in _landscape().areas for name in area.names}


@cache
def _short() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for country, names in _landscape().short_names.items():
        for short, full in names.items():
            found.setdefault(short, []).append((country, full))
    return {short: tuple(parts) for short, parts in found.items()}


def area(folded: str) -> Area | None:
    """The area of that folded name."""
    return _areas().get(folded)


@cache
def _nicknames() -> dict[str, str]:
    return {fold(nickname): fold(name) for nickname, name in _landscape().nicknames.items()}


def proper(folded: str) -> str:
    """The folded name of the place that a folded nickname means; any other name as it is."""
    return _nicknames().get(folded, folded)


def by_adjective() -> dict[str, str]:
    """The name of each place that is no state by its adjective ("European", "English")."""
    return _landscape().adjectives


def spelled_out(name: str) -> tuple[tuple[str, str], ...]:
    """The country and the full name of each region that `name`, exactly so written, is short for ("Va.", "NSW")."""
    return _short().get(name, ())
