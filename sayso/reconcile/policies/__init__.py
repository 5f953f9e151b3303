"""Counting policies: a claim of a figure put into a low, a best and a high number, by a rule with a name.

A policy picks from the numbers that positions give; none takes an average. Rules, examples and sources are in
docs/policies.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sayso.model import Claim, Reckoning
from sayso.reconcile.policies.acled import acled
from sayso.reconcile.policies.knowledge import knowledge
from sayso.reconcile.policies.latest import latest
from sayso.reconcile.policies.origins import origins
from sayso.reconcile.policies.ucdp import ucdp

POLICIES: Mapping[str, Callable[[Claim], Reckoning]] = MappingProxyType(
    {"origins": origins, "ucdp": ucdp, "acled": acled, "latest": latest}
)


class PolicyError(ValueError):
    """There is no policy of this name."""


def check(policy: str) -> str:
    """`policy` itself; raises PolicyError, which lists the policies, where there is none of the name."""
    if policy not in POLICIES:
        raise PolicyError(f"no counting policy is called {policy!r}; there are {', '.join(POLICIES)}")
    return policy


def default_policy() -> str:
    """The policy of a dossier that names none."""
    return check(knowledge().default)


def reckon(claim: Claim, policy: str | None = None) -> Reckoning:
    """The claim's low, best and high number by `policy` (None: the default one).

    Every number is one that a position gives, or that the policy notes for a position's word (ACLED: "dozens" is 12);
    low ≤ best ≤ high where they are not null. The order of positions changes nothing but `positions`, which are places
    among those of the claim. A claim on a proposition has no numbers. Raises PolicyError for an unknown name.
    """
    name = check(policy) if policy is not None else default_policy()
    if claim.measure is None:
        return Reckoning(policy=name, reason="It asks for no number.")
    return POLICIES[name](claim)


def reckonings(claim: Claim, first: str | None = None) -> tuple[Reckoning, ...]:
    """By every policy, `first` (None: the default one) before the others; none for a proposition."""
    if claim.measure is None:
        return ()
    chosen = check(first) if first is not None else default_policy()
    return tuple(reckon(claim, name) for name in (chosen, *(other for other in POLICIES if other != chosen)))
