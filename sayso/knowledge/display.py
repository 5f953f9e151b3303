"""The words that a dossier is shown in (display.yaml): one plain term for each entry of the closed vocabularies."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str
    means: str


class StandingWord(_Entry):
    """A standing tag on screen; `tone` says how it is set."""

    tone: Literal["firm", "plain", "careful", "disputed"]


class PositionWord(_Entry):
    """What an origin does on a claim, with its sign in the matrix."""

    sign: str


class Display(BaseModel):
    """Each vocabulary by its tag. The order of `standings` is the order in which tags are shown.

    `joining` are words that only join a statement to its cue, and that a heading does without;
    `conditional` ones that make a condition of what credits a source.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    standings: dict[str, StandingWord]
    positions: dict[str, PositionWord]
    interests: dict[str, str]
    stances: dict[str, str]
    found_by: dict[str, str]
    joining: tuple[str, ...]
    conditional: tuple[str, ...]


@cache
def display() -> Display:
    """The words in force. Raises KnowledgeError where the file does not have its shape."""
    found: Display = load("display", Display)
    return found
