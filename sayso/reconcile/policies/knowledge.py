"""What the counting policies go by (policies.yaml): their names and sources, reliability, numbers for vague words."""

from __future__ import annotations

from functools import cache
from typing import Self, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from sayso.knowledge import load
from sayso.model.dossier import Interest

NAMES = ("origins", "ucdp", "acled", "latest")


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Described(_Entry):
    """A policy in a sentence, and where its rule is from."""

    means: str
    source: str


class Knowledge(_Entry):
    """`policies.yaml`; the keys are described in the file."""

    policies: dict[str, Described]
    default: str
    reliability: dict[Interest, int]
    because: dict[Interest, str]
    party: tuple[Interest, ...]
    vague: dict[str, int]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not sorted(self.reliability) == sorted(self.because) == sorted(get_args(Interest)):
            raise ValueError("reliability and because must name every interest")
        if set(self.policies) != set(NAMES):
            raise ValueError(f"policies must be those that the program has: {', '.join(NAMES)}")
        if self.default not in NAMES:
            raise ValueError(f"default: {self.default!r} is none of the policies")
        return self


@cache
def knowledge() -> Knowledge:
    """What is known of counting policies."""
    return load("policies", Knowledge)
