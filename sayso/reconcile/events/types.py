"""Of which type an event is, by the words around its figures and in headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load
from sayso.model import Report
from sayso.reconcile.counts.kinds import any_of
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import paragraph, sentence

# The month, which is no march: capitalised, and not the first word of a sentence.
MONTH = re.compile(r"(?<=[\w,;:(–—-]\s)March\b")


class Types(BaseModel):
    """`events.yaml`; the keys are described in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    types: dict[str, tuple[str, ...]]
    names: dict[str, str]
    apart: tuple[str, ...]


@cache
def types() -> Types:
    """The vocabulary of types of event."""
    return load("events", Types)


def type_of(readings: Sequence[Reading], reports: Sequence[Report]) -> str | None:
    """The type whose words stand most often around the figures, in their own sentences above all, and in headlines."""
    tally = dict.fromkeys(types().types, 0)
    _count(tally, " ".join(report.headline or "" for report in reports), 2)
    seen: set[tuple[str, int]] = set()
    for reading in readings:
        lo, hi = paragraph(reading.report.text, reading.figure.start)
        if (reading.report.id, lo) in seen:
            continue
        seen.add((reading.report.id, lo))
        start, end = sentence(reading.report.text, reading.figure.start, reading.figure.end)
        _count(tally, reading.report.text[lo:hi], 1)
        _count(tally, reading.report.text[start:end], 2)
    best = max(tally, key=lambda kind: tally[kind])
    return best if tally[best] else None


def _count(tally: dict[str, int], text: str, weight: int) -> None:
    plain = MONTH.sub(" ", any_of(types().apart).sub(" ", text))
    for kind, words in types().types.items():
        tally[kind] += weight * len(any_of(words).findall(plain))
