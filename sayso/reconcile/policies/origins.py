"""The project's own rule: each origin counts once, and a best figure takes origins of different sides that agree.

Nine papers with one agency's number are one voice; a ministry and its army are of one side. An outlet that says a
number in its own voice widens the range, but supports no number: from whom it has it is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.model import Claim, Reckoning
from sayso.reconcile.policies.accounts import Account, accounts, listed, reckoning
from sayso.reconcile.statements import UNNAMED


def origins(claim: Claim) -> Reckoning:
    """The range that origins allow, open (null) where one does not close it, and the number that most of them share."""
    told = accounts(claim)
    if not told:
        return reckoning("origins", None, None, None, ["Nobody gives a number."], ())
    floors = [each.number for each in told if each.number is not None]
    low = min(floors, default=None)
    high: int | None = max(each.highest for each in told)
    reasons, top = [], [each for each in told if each.highest == high]
    if all(each.position.high is None for each in top):
        # Who says "at least 60" where nobody says more leaves the range open above.
        high = None
        reasons.append(f"Open above: {listed(top)}.")
    best, behind, why = _shared(told)
    ends = [each for each in told if low is not None and each.number == low]
    return reckoning("origins", low, best, high, [why, *reasons], [*behind, *ends, *top])


def _shared(told: Sequence[Account]) -> tuple[int | None, list[Account], str]:
    """The number that most independent voices share, who they are, and why it is or is not the best figure."""
    support: dict[int, list[Account]] = defaultdict(list)
    for each in told:
        if each.single is not None and each.position.origin not in (None, UNNAMED):
            support[each.single].append(each)
    strength = {number: _voices(several) for number, several in support.items()}
    most = max(strength.values(), default=0)
    leading = sorted(number for number, voices in strength.items() if voices == most)
    roots = {each.root for each in told}
    if most < 2:
        if len(roots) == 1:
            return None, [], f"All rests on {listed(told)}."
        sides = {each.position.side for each in told}
        if len(sides) == 1 and None not in sides:
            return None, [], f"All are of one side: {listed(told)}."
        return None, [], f"No two independent origins agree: {listed(told)}."
    if len(leading) > 1:
        both = [each for number in leading for each in support[number]]
        return None, [], f"As many independent origins give one number as the other: {listed(both)}."
    behind = support[leading[0]]
    return leading[0], behind, f"{most} independent voices agree: {listed(behind)}."


def _voices(several: Sequence[Account]) -> int:
    """How many independent voices these are: one for each known side, and one for each origin without a side."""
    sides = {each.position.side for each in several if each.position.side}
    return len(sides) + len({each.root for each in several if not each.position.side})
