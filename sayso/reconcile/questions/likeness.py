"""How much two statements speak of the same thing: what they share, rare words counting for more.

Only a way to find candidates; whether they agree is decided by rules (polarity.py).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.reconcile.questions.contraries import matched
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import WORD, concepts

# As many statements more are taken to hold none of the words: in a small story a word said twice is not yet common.
BACKGROUND = 100
# The weight, in words that stand nowhere else, that two statements are measured against at least.
FLOOR = 1.7
FEW = 2  # statements that speak a name that tells one thing from another


@dataclass(frozen=True, slots=True)
class Likeness:
    """Weights of concepts over the statements of one story (inverse document frequency); `names` are proper names,
    `rare` those of them that no more than two statements speak, and `speakers` the words for those who are credited.

    Names count for half and never make two statements alike by themselves: two statements on one town need not
    be on one question.
    """

    weights: dict[str, float]
    names: frozenset[str]
    rare: frozenset[str]
    speakers: frozenset[str]
    unseen: float

    @classmethod
    def over(cls, statements: Sequence[Statement]) -> Likeness:
        """The weights that `statements` give."""
        seen: dict[str, int] = {}
        capital: set[str] = set()
        small: set[str] = set()
        for statement in statements:
            for each in statement.concepts:
                seen[each] = seen.get(each, 0) + 1
            for word in WORD.findall(statement.text):
                (capital if word[:1].isupper() else small).update(concepts(word))
        total = len(statements) + BACKGROUND
        names = frozenset(capital - small)
        speakers = frozenset(each for s in statements if s.origin for each in concepts(s.origin))
        weights = {
            each: math.log(total / (count + 0.5)) * (0.5 if each in names else 1.0)
            for each, count in sorted(seen.items())
        }
        rare = frozenset(each for each in names if seen.get(each, 0) <= FEW)
        return cls(weights, names, rare, speakers, math.log(total / 0.5))

    def weight(self, several: Iterable[str]) -> float:
        """The weight of concepts together."""
        return math.fsum(self.weights.get(each, self.unseen) for each in sorted(several))

    def of(self, a: Statement, b: Statement) -> float:
        """From 0 to 1: the weight that they share, of the lighter one's; 0 where they share too little to tell."""
        shared = matched(a.concepts) & matched(b.concepts)
        if len(shared) < 2 or not shared - self.names:
            return 0.0
        return self.share(shared, a.spoken, b.spoken)

    def share(self, shared: frozenset[str], a: frozenset[str], b: frozenset[str], floor: float = FLOOR) -> float:
        """The weight of what is shared, of the lighter one's."""
        lighter = min(self.weight(a), self.weight(b))
        # Long statements share words by chance, and very short ones are soon contained: both are held to a floor.
        return min(1.0, self.weight(shared) / max(lighter, floor * self.unseen))
