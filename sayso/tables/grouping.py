"""Rows to events: the weights of pairs added up over groups, and the best two groups joined while any is worth it.

Average linkage on match weights, a form of correlation clustering: two groups are as alike as their rows are on
average, so that one odd pair neither joins nor parts them. Rows of one source are never joined: who lists two things
apart has seen two things.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence

import numpy as np

from sayso.tables.candidates import Floats, Pairs

Pair = tuple[float, int]  # the sum of weights between two groups, and of how many pairs


def group(
    count: int, pairs: Pairs, weights: Floats, sources: Sequence[str], *, threshold: float, unseen: float
) -> list[list[int]]:
    """The groups of `count` rows, each in order, by their first row.

    `weights` are the log odds of each pair; a pair that was not compared has `unseen`. Groups whose mean weight is
    above `threshold` are joined, the heaviest first; of equal ones those with the first rows.
    """
    between: list[dict[int, Pair]] = [{} for _ in range(count)]
    for i, j, weight in zip(pairs.left.tolist(), pairs.right.tolist(), np.round(weights, 6).tolist(), strict=True):
        if sources[i] != sources[j]:
            between[i][j] = between[j][i] = (weight, 1)
    members = [[i] for i in range(count)]
    from_sources = [{source} for source in sources]

    def mean(i: int, j: int) -> float:
        total, compared = between[i][j]
        of = len(members[i]) * len(members[j])
        return (total + (of - compared) * unseen) / of

    heap = [(-mean(i, j), i, j) for i in range(count) for j in between[i] if i < j and mean(i, j) > threshold]
    heapq.heapify(heap)
    while heap:
        worth, i, j = heapq.heappop(heap)
        # What a later joining has changed stands further down with its new worth.
        if j not in between[i] or worth != -mean(i, j):
            continue
        members[i] += members[j]
        members[j] = []
        from_sources[i] |= from_sources[j]
        _take_over(between, i, j)
        for k in [k for k in between[i] if from_sources[i] & from_sources[k]]:
            del between[i][k], between[k][i]
        for k in between[i]:
            if (now := mean(i, k)) > threshold:
                heapq.heappush(heap, (-now, min(i, k), max(i, k)))
    return sorted(sorted(each) for each in members if each)


def _take_over(between: list[dict[int, Pair]], i: int, j: int) -> None:
    """Gives the pairs of group `j` to group `i`."""
    del between[i][j], between[j][i]
    for k, (total, compared) in between[j].items():
        before = between[i].get(k, (0.0, 0))
        between[i][k] = between[k][i] = (before[0] + total, before[1] + compared)
        del between[k][j]
    between[j] = {}
