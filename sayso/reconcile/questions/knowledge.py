"""What is known of how statements answer one another."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load


class Reference(BaseModel):
    """`propositions.yaml`; the keys are described in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    referring: tuple[str, ...]
    doubting: tuple[str, ...]
    accusing: tuple[str, ...]
    whole: tuple[str, ...]
    pointing: tuple[str, ...]
    judgements: tuple[str, ...]
    calling: tuple[str, ...]
    counted: tuple[str, ...]
    each_side: tuple[str, ...]
    pronouns: tuple[str, ...]
    pronouns_asked: tuple[str, ...]
    minded: tuple[str, ...]
    negated: dict[str, str]
    nominal: dict[str, str]
    own_part: dict[str, str]
    needing: frozenset[str]
    indefinite: tuple[str, ...]
    involvement: tuple[str, ...]
    silent: tuple[str, ...]
    elsewhen: tuple[str, ...]
    agreeing: tuple[str, ...]
    correcting: tuple[str, ...]
    in_error: tuple[str, ...]
    confirming: tuple[str, ...]
    asking: frozenset[str]
    supposing: tuple[str, ...]
    demanding: tuple[str, ...]
    feeling: tuple[str, ...]
    perceiving: tuple[str, ...]
    perceived: tuple[str, ...]
    definite: tuple[str, ...]
    requests: tuple[str, ...]
    initiating: tuple[str, ...]
    foes: tuple[str, ...]
    bearing_out: tuple[str, ...]
    countering: tuple[str, ...]
    turning: tuple[str, ...]
    contrary_cues: tuple[str, ...]
    denying: tuple[str, ...]
    admitting: tuple[str, ...]
    finding_none: tuple[str, ...]
    doers: tuple[str, ...]
    repelled: tuple[str, ...]
    violence: tuple[str, ...]
    kin: tuple[tuple[str, ...], ...]
    broad: tuple[str, ...]
    stilling: tuple[str, ...]
    minding: tuple[str, ...]
    causing: tuple[str, ...]
    sorts: frozenset[str]
    contraries: tuple[tuple[str, str], ...]


@cache
def reference() -> Reference:
    """What is known of how statements answer one another."""
    return load("propositions", Reference)
