"""Which rows tell of one event: pairs are compared, weighed and grouped.

The weights are log odds, as in probabilistic record linkage (Fellegi and Sunter, "A Theory for Record Linkage", JASA
1969), but fitted together, since columns of one table say the same thing twice (the town and its coordinates). They
stand in knowledge/linking.yaml. Learning them from each table without examples (expectation maximisation) was tried
and left: it finds rows of one town and week, not of one event (docs/tables.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load
from sayso.tables.candidates import Floats, candidates
from sayso.tables.comparisons import Levels, compare, source_of
from sayso.tables.grouping import group
from sayso.tables.rows import Row


class Linking(BaseModel):
    """`linking.yaml`; the keys are described in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    prior: float
    threshold: float
    unseen: float
    weights: dict[str, dict[str, float]]


@cache
def linking() -> Linking:
    """What agreement and disagreement weigh."""
    return load("linking", Linking)


def link(rows: Sequence[Row], threshold: float | None = None) -> list[list[Row]]:
    """The rows grouped by event, each group in the order of `rows`, the groups by their first row.

    Nothing of a row is looked at but what its mapping names. Neither its id nor its place among `rows` counts: of two
    joinings of the same weight the rows' contents decide.
    """
    known = linking()
    given = {row.id: place for place, row in enumerate(rows)}
    rows = sorted(rows, key=lambda row: (repr(replace(row, id="", cells={})), row.id))
    pairs = candidates(rows)
    found = group(
        len(rows),
        pairs,
        weigh(compare(rows, pairs), len(pairs.left), known.weights),
        [source_of(row) for row in rows],
        threshold=known.threshold if threshold is None else threshold,
        unseen=known.unseen,
    )
    together = [sorted((rows[i] for i in members), key=lambda row: given[row.id]) for members in found]
    return sorted(together, key=lambda members: given[members[0].id])


def weigh(levels: Mapping[str, Levels], count: int, weights: Mapping[str, Mapping[str, float]]) -> Floats:
    """The log odds of `count` pairs, the prior with the weights of their levels; a level without a weight adds none.

    Of several figures of one kind ("figure.1", "figure.2") the mean counts: they go together.
    """
    total = np.full(count, linking().prior)
    for comparison, graded in levels.items():
        kind = comparison.partition(".")[0]
        alike = sum(name.partition(".")[0] == kind for name in levels)
        of_level = weights[kind]
        total += np.array([of_level.get(level, 0.0) for level in graded]) / alike
    return total
