"""What the counting policies go by (policies.yaml): their names and sources, reliability, numbers for vague words."""

from __future__ import annotations

from functools import cache
from typing import Self, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from sayso.knowledge import load
from sayso.model.dossier import Interest


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
    reliability: tuple[tuple[Interest, ...], ...]
    because: dict[Interest, str]
    party: tuple[Interest, ...]
    vague: dict[str, int]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        ranked = sorted(interest for tier in self.reliability for interest in tier)
        if not ranked == sorted(self.because) == sorted(get_args(Interest)):
            raise ValueError("reliability and because must name every interest once")
        if self.default not in self.policies:
            raise ValueError(f"default: {self.default!r} is none of the policies")
        return self

    def tier(self, interest: Interest) -> int:
        """The place of an interest in the order of reliability, 0 for the most reliable."""
        return next(i for i, tier in enumerate(self.reliability) if interest in tier)


@cache
def knowledge() -> Knowledge:
    """What is known of counting policies."""
    return load("policies", Knowledge)
