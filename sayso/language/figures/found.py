"""A number with its measure."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.groups import Group
from sayso.language.figures.numbers import Number


@dataclass(frozen=True, slots=True)
class Found:
    """A number with its measure, before it is credited.

    `start` and `end` are words of the sentence; `whole` is the index of the figure that this one is part of; `again`
    marks words that tell the figure before once more, without its number.
    """

    sentence: Sentence
    number: Number
    group: Group
    measure: str
    unit: str
    start: int
    end: int
    at: int
    whole: int | None = None
    again: bool = False
