"""States: their names, their people, their capitals and the words used for their governments (states.yaml)."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from sayso.knowledge import load


class State(BaseModel):
    """A state, or a territory that news treats as a party or a place of its own.

    `names` has the usual English name first, then other names and abbreviations; `demonyms` are the adjectives and
    the nouns for its people; `capitals` the seat or seats of its government, each spelling, the usual one first;
    `metonyms` other words that stand for its government ("the Kremlin" without the article: "Kremlin").
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: tuple[str, ...] = Field(min_length=1)
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The usual English name."""
        return self.names[0]

    @property
    def seats(self) -> tuple[str, ...]:
        """Every word that can stand for the government: the capitals and the metonyms."""
        return self.capitals + self.metonyms


class States(BaseModel):
    """`states` by ISO 3166-1 alpha-2 code (`XK`: Kosovo)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    states: dict[str, State]


@cache
def states() -> dict[str, State]:
    """Every state by ISO 3166-1 alpha-2 code."""
    return load("states", States).states
