"""The number that a claim comes to by a counting policy, in words."""

from __future__ import annotations

from sayso.dossier.phrasing import bounds
from sayso.model import Reckoning


def reckoned(reckoning: Reckoning) -> str:
    """ "30", "30 (20 to 60)", "30 or more, no best figure", "no number"."""
    low, best, high = reckoning.low, reckoning.best, reckoning.high
    if low is None and high is None:
        return "no number" if best is None else f"{best:,}"
    if best is None:
        return f"{bounds(low, high)}, no best figure"
    return f"{best:,}" if low == best == high else f"{best:,} ({bounds(low, high)})"
