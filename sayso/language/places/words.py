"""The words of place mentions (places.yaml)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load


class Words(BaseModel):
    """What the words around a name say of it; places.yaml explains each list."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    region_words: frozenset[str]
    settlement_words: frozenset[str]
    feature_words: dict[str, str]
    prepositions: dict[str, int]
    locating_nouns: frozenset[str]
    near_words: frozenset[str]
    part_words: frozenset[str]
    titles: frozenset[str]
    not_places: frozenset[str]
    not_last: frozenset[str]
    described_by: dict[str, Literal["capital", "part", "whole"]]
    institution_nouns: frozenset[str]
    civic_nouns: frozenset[str]
    basing_verbs: frozenset[str]
    after_hyphen: frozenset[str]
    person_verbs: frozenset[str]
    taking_verbs: frozenset[str]
    moving_words: frozenset[str]
    going_verbs: frozenset[str]
    site_nouns: frozenset[str]
    leading_words: dict[str, str]
    office_features: frozenset[str]
    surnames: frozenset[str]
    body_features: frozenset[str]
    located_nouns: frozenset[str]
    happening_nouns: frozenset[str]
    facing_verbs: frozenset[str]
    member_nouns: frozenset[str]
    addressing_verbs: frozenset[str]
    dealing_words: frozenset[str]
    phase_verbs: frozenset[str]
    static_verbs: frozenset[str]


@cache
def words() -> Words:
    """The lists in force."""
    return load("places", Words)
