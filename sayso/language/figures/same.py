"""A figure that is told again without its number: "The hospital gave the same figure.\""""

from __future__ import annotations

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.numbers import Number
from sayso.language.figures.totals import total_at
from sayso.language.figures.vocabulary import measures

NAMES = frozenset({"figure", "number", "count", "estimate", "total"})
FAR = 6  # words from the verb of giving to the figure


def same_figure(sentence: Sentence, told: Number, measure: str) -> Number | None:
    """The words by which somebody gives the figure of `measure` that was just told, with its bounds; None without."""
    for i in range(1, len(sentence) - 1):
        if sentence.low(i) != "same" or sentence.tag(i + 2).startswith("NN"):
            continue
        total = total_at(sentence, i + 1)
        if not (sentence.low(i + 1) in NAMES or (total and total[0] == measure)):
            continue
        start = i - (sentence.low(i - 1) in ("the", "that", "this"))
        if any(sentence.low(k) in measures().sayings for k in range(max(0, start - FAR), start)):
            return Number(start, start, i + 2, told.low, told.high, told.value, told.qualifier)
    return None
