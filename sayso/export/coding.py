"""How what Sayso knows is said in the words of other formats (exports.yaml)."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AcledType(_Entry):
    """What ACLED calls a type of event; null where the type does not tell."""

    disorder: str | None = None
    event: str
    sub_event: str | None = None


class Coding(_Entry):
    """`exports.yaml`; the keys are described in the file."""

    civilians: tuple[str, ...]
    state_based: tuple[str, ...]
    acled: dict[str, AcledType]
    hxl: dict[str, str]
    followthemoney: dict[str, str]
    schema_org_persons: tuple[str, ...]


@cache
def coding() -> Coding:
    """The words of other formats. Raises KnowledgeError where the file does not have its shape."""
    return load("exports", Coding)
