"""Confidence that means what it says: of attributions with 0.8, about eight in ten are right.

The encoder's own probability is mapped by a logistic curve (Platt 1999) whose two numbers `training.calibrate`
fitted on one half of a development set; `bench/RESULTS.md` shows the reliability on the other half.
"""

from __future__ import annotations

import math

SLOPE, SHIFT = 0.719, 0.398


def calibrated(raw: float, slope: float | None = None, shift: float | None = None) -> float:
    """The calibrated probability of a raw one; both lie between 0 and 1."""
    bounded = min(max(raw, 1e-3), 1 - 1e-3)
    logit = math.log(bounded / (1 - bounded))
    a, b = SLOPE if slope is None else slope, SHIFT if shift is None else shift
    return 1 / (1 + math.exp(-(a * logit + b)))
