"""The words of time expressions (times.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load


class TurningPoint(BaseModel):
    """Something that everybody dates by, with its ISO 8601 value."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: tuple[str, ...]
    value: str


class Movable(BaseModel):
    """A feast or fast that moves from year to year, with the ISO 8601 values of the years that are known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: tuple[str, ...]
    values: tuple[str, ...]


class Words(BaseModel):
    """times.yaml explains each list. Hours and dates are numbers; all words are lower case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    months: dict[str, int]
    ambiguous_months: frozenset[str]
    month_lead: frozenset[str]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    parts_of_day: dict[str, tuple[int, int]]
    units: dict[str, str]
    numbers: dict[str, int]
    vague_numbers: tuple[str, ...]
    ordinals: dict[str, int]
    holidays: dict[str, tuple[int, int]]
    movable: tuple[Movable, ...]
    turning_points: tuple[TurningPoint, ...]
    future_verbs: frozenset[str]
    future_nouns: frozenset[str]
    timetable_verbs: frozenset[str]
    scheduling_verbs: frozenset[str]

    def number(self, word: str | None) -> int | None:
        """The amount that `word` names; one where there is no word, null where it is vague."""
        if word is None:
            return 1
        plain = " ".join(word.lower().split())
        return int(plain) if plain.isdecimal() else self.numbers.get(plain)


@cache
def words() -> Words:
    """The lists in force."""
    return load("times", Words)


def either(options: Iterable[str]) -> str:
    """A pattern that matches any of `options`, the longest first, with either apostrophe and any white space."""
    longest = sorted(set(options), key=lambda o: (-len(o), o))
    return "|".join(re.escape(o).replace("\\ ", r"[^\S\n]+").replace("'", "['’]") for o in longest)
