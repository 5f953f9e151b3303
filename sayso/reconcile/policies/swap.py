"""A dossier by another counting policy, and what that changes."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Claim, Dossier, Reckoning
from sayso.reconcile.policies import check, reckon, reckonings


@dataclass(frozen=True, slots=True)
class Change:
    """A claim whose number is another by the new policy."""

    claim: Claim
    before: Reckoning
    after: Reckoning


def recounted(dossier: Dossier, policy: str) -> Dossier:
    """The dossier with `policy` as its own: first among each claim's reckonings. Raises PolicyError."""
    check(policy)
    claims = tuple(c.model_copy(update={"reckonings": reckonings(c, policy)}) for c in dossier.claims)
    return dossier.model_copy(update={"policy": policy, "claims": claims})


def changes(dossier: Dossier, policy: str) -> list[Change]:
    """Claims whose best figure is another by `policy` than by the dossier's own, or whose range is, where both policies
    have one. Raises PolicyError.
    """
    check(policy)
    found = [
        Change(claim, reckon(claim, dossier.policy), reckon(claim, policy)) for claim in dossier.claims if claim.measure
    ]
    return [each for each in found if _differ(each.before, each.after)]


def _differ(before: Reckoning, after: Reckoning) -> bool:
    ranges = {(each.low, each.high) for each in (before, after)} - {(None, None)}
    return before.best != after.best or len(ranges) > 1
