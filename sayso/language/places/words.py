"""The words of place mentions (places.yaml)."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load


class Words(BaseModel):
    """What the words around a name say of it; places.yaml explains each list."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    region_words: frozenset[str]
    settlement_words: frozenset[str]
    feature_words: dict[str, str]
    prepositions: frozenset[str]
    near_words: frozenset[str]
    part_words: frozenset[str]
    not_places: frozenset[str]


@cache
def words() -> Words:
    """The lists in force."""
    return load("places", Words)
