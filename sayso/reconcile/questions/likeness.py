"""How much two statements speak of the same thing: what they share, rare words counting for more.

Only a way to find candidates; whether they agree is decided by rules (polarity.py).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.reconcile.statements import Statement


@dataclass(frozen=True, slots=True)
class Likeness:
    """Weights of concepts over the statements of one story (inverse document frequency)."""

    weights: dict[str, float]
    unseen: float

    @classmethod
    def over(cls, statements: Sequence[Statement]) -> Likeness:
        """The weights that `statements` give."""
        seen: dict[str, int] = {}
        for statement in statements:
            for each in statement.concepts:
                seen[each] = seen.get(each, 0) + 1
        total = len(statements) + 1
        weights = {each: math.log(total / (count + 0.5)) for each, count in sorted(seen.items())}
        return cls(weights, math.log(total / 0.5))

    def weight(self, several: Iterable[str]) -> float:
        """The weight of concepts together."""
        return math.fsum(self.weights.get(each, self.unseen) for each in sorted(several))

    def shared(self, a: Statement, b: Statement) -> frozenset[str]:
        """Concepts that stand in both."""
        return a.concepts & b.concepts

    def of(self, a: Statement, b: Statement) -> float:
        """From 0 to 1: the weight that they share, of the lighter one's; 0 where they share fewer than two."""
        shared = self.shared(a, b)
        if len(shared) < 2:
            return 0.0
        lighter = min(self.weight(a.concepts), self.weight(b.concepts))
        # Long statements share words by chance: beyond a sentence's worth the lighter one's weight is not enough.
        return self.weight(shared) / max(lighter, MEASURE * self.unseen) if lighter else 0.0


MEASURE = 3.0
