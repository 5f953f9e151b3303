"""Whose word a figure is: the innermost attribution whose content holds it, else the outlet's own voice."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Attribution


def innermost(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The attribution with the smallest content part that holds `start` to `end`; None where none does."""
    held = [
        (part.end - part.start, order, attribution)
        for order, attribution in enumerate(attributions)
        for part in attribution.content
        if part.start <= start and end <= part.end
    ]
    return min(held, key=lambda h: h[:2])[2] if held else None
