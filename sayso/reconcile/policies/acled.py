"""The rule of the Armed Conflict Location and Event Data project: one figure, the most conservative that is reported.

It has no range. A word for a number ("dozens") counts only where nobody gives a number.
"""

from __future__ import annotations

from sayso.model import Claim, Reckoning
from sayso.reconcile.policies.accounts import accounts, listed, reckoning, vague_accounts
from sayso.reconcile.policies.knowledge import knowledge


def acled(claim: Claim) -> Reckoning:
    """The figure as best; low and high are null."""
    told = [each for each in accounts(claim) if each.number is not None]
    if told:
        lowest = min(each.number for each in told if each.number is not None)
        same = [each for each in told if each.number == lowest]
        differ = len({each.number for each in told}) > 1
        why = "Accounts differ; the lowest counts" if differ else "No other number is given"
        return reckoning("acled", None, lowest, None, [f"{why}: {listed(same)}."], same)
    words = knowledge().vague
    vague = [each for each in vague_accounts(claim) if _word(each.position.qualifier) in words]
    if vague:
        lowest = min(words[_word(each.position.qualifier)] for each in vague)
        same = [each for each in vague if words[_word(each.position.qualifier)] == lowest]
        return reckoning(
            "acled", None, lowest, None, [f"Nobody gives a number; noted as {lowest:,}: {listed(same)}."], same
        )
    return reckoning("acled", None, None, None, ["Nobody gives a number that it is at least."], ())


def _word(qualifier: str | None) -> str:
    return " ".join((qualifier or "").casefold().split())
