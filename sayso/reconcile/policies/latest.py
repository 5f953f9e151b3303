"""The rule of a news desk: the figure that was given last."""

from __future__ import annotations

from sayso.model import Claim, Reckoning
from sayso.reconcile.policies.accounts import accounts, listed, reckoning


def latest(claim: Claim) -> Reckoning:
    """The last account's bounds, and its number as best; no best where accounts of one moment differ.

    An account counts from when it was first published; one without a date comes before all others.
    """
    told = accounts(claim)
    if not told:
        return reckoning("latest", None, None, None, ["Nobody gives a number."], ())
    last = max(each.when for each in told)
    final = [each for each in told if each.when == last]
    lows = [each.position.low for each in final]
    highs = [each.position.high for each in final]
    low = None if None in lows else min(n for n in lows if n is not None)
    high = None if None in highs else max(n for n in highs if n is not None)
    singles = {each.single for each in final}
    best = next(iter(singles)) if len(singles) == 1 else None
    day = f", of {final[0].position.said[:10]}" if final[0].position.said else ""
    reasons = [f"The last account{'s' if len(final) > 1 else ''}{day}: {listed(final)}."]
    if len(singles) > 1:
        reasons.append("They differ, so none is best.")
    return reckoning("latest", low, best, high, reasons, final)
