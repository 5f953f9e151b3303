"""What is known of counts: how they grow, what makes them parts, of whom they are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load


class Counting(BaseModel):
    """`counting.yaml`; the keys are described in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    amending: tuple[str, ...]
    momentary: tuple[str, ...]
    settling: tuple[str, ...]
    momentary_words: tuple[str, ...]
    lasting: tuple[str, ...]
    unplaced: tuple[str, ...]
    growing: tuple[str, ...]
    losses: tuple[str, ...]
    at_least: dict[str, tuple[str, ...]]
    former_cues: tuple[str, ...]
    part_cues: tuple[str, ...]
    part_after: tuple[str, ...]
    among: tuple[str, ...]
    partial_cues: tuple[str, ...]
    part_places: tuple[str, ...]
    regions: tuple[str, ...]
    counter: tuple[str, ...]
    more_cues: tuple[str, ...]
    correction_cues: tuple[str, ...]
    total_cues: tuple[str, ...]
    sum_cues: tuple[str, ...]
    units: dict[str, str]
    plurals: dict[str, str]
    questions: dict[str, str]
    echoes: tuple[str, ...]
    prepositions: tuple[str, ...]
    several_places: tuple[str, ...]
    at_large: frozenset[str]
    sites: tuple[str, ...]
    sides_of_sites: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]
    parts: tuple[str, ...]
    uniformed: tuple[str, ...]
    armed: tuple[str, ...]
    combatants: tuple[str, ...]
    people: tuple[str, ...]
    own_words: tuple[str, ...]
    enemy_words: tuple[str, ...]
    doing: tuple[str, ...]
    losing: tuple[str, ...]
    loss_nouns: tuple[str, ...]
    combat_losses: tuple[str, ...]
    then_cues: tuple[str, ...]
    since_cues: tuple[str, ...]
    ranking: tuple[str, ...]
    forces: tuple[str, ...]


@cache
def counting() -> Counting:
    """What is known of counts."""
    return load("counting", Counting)


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the words or phrases as whole words, in any case."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def found(words: Iterable[str], text: str) -> bool:
    """Whether any of the words stands in `text`."""
    return any_of(tuple(words)).search(text) is not None
