"""The rule of the Uppsala Conflict Data Program: best, low and high estimate, conservative.

Best is the number of the most reliable account, and the lower one where no account is more reliable than the others;
low is the lowest of the accounts that are not a party's own, high the highest of all. *At least 30* is noted as 30, as
a coder does, for the dataset has no open ends.
"""

from __future__ import annotations

from itertools import groupby

from sayso.model import Claim, Reckoning
from sayso.reconcile.policies.accounts import Account, accounts, listed, reckoning
from sayso.reconcile.policies.knowledge import knowledge


def ucdp(claim: Claim) -> Reckoning:
    """The estimates; each null where no account has a number for it (*up to 30* gives a high only)."""
    told = accounts(claim)
    high = max((each.highest for each in told), default=None)
    top = [each for each in told if each.highest == high]
    numbered = [each for each in told if each.number is not None]
    if not numbered:
        reasons = ["Nobody gives a number that it is at least."] if told else ["Nobody gives a number."]
        return reckoning("ucdp", None, None, high, reasons, top)
    others = [each for each in numbered if each.position.interest not in knowledge().party] or numbered
    tiers = [list(group) for _, group in groupby(sorted(others, key=_tier), key=_tier)]
    best = min(tiers[0], key=_estimate)
    low = min(others, key=_number)
    reasons = [_why_best(best, tiers[0], numbered)]
    if _number(low) < _number(best) and low is not best:
        reasons.append(f"Low is that of {low}, which is less reliable.")
    below = [each for each in numbered if each not in others and _number(each) < _number(low)]
    if below:
        reasons.append(f"Low leaves out {listed(below)}: a party's own account.")
    assert high is not None
    if high > _estimate(best):
        reasons.append(f"High takes in {listed(top)}.")
    rests_on = [each for each in others if each is best or each.number in (_number(best), _number(low))]
    return reckoning("ucdp", low.number, best.estimate, high, reasons, [*rests_on, *top])


def _tier(account: Account) -> int:
    return knowledge().reliability[account.position.interest]


def _number(account: Account) -> int:
    assert account.number is not None
    return account.number


def _estimate(account: Account) -> int:
    assert account.estimate is not None
    return account.estimate


def _why_best(best: Account, tier: list[Account], numbered: list[Account]) -> str:
    same = [each for each in tier if each.estimate == best.estimate]
    if len({each.estimate for each in numbered}) == 1:
        return f"No other number is given: {listed(same)}."
    if len({each.estimate for each in tier}) > 1:
        return f"Of accounts that are equally reliable the lowest is best: {listed(same)}."
    return f"The most reliable account is best: {listed(same)}, {knowledge().because[best.position.interest]}."
