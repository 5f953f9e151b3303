"""Two bare numbers in the order of two told before: "12 were killed and 30 captured; it had spoken of nine and 22"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.found import Found
from sayso.language.figures.groups import group_after
from sayso.language.figures.numbers import Number
from sayso.language.figures.talk import ENDS
from sayso.language.figures.vocabulary import measures


def aligned(sentence: Sentence, number: Number, numbers: Sequence[Number], found: Sequence[Found]) -> Found | None:
    """The figure told before whose measure a number of a bare pair takes; None where it is in no such pair."""
    at = next((i for i, each in enumerate(numbers) if each.core == number.core), None)
    if at is None:
        return None
    for first in (at, at - 1):
        if 0 <= first < len(numbers) - 1 and _pair(sentence, numbers[first], numbers[first + 1]):
            earlier = [f for f in found if f.number not in (numbers[first], numbers[first + 1])][-2:]
            return earlier[at - first] if _told_together(sentence, earlier) else None
    return None


def _pair(sentence: Sentence, first: Number, second: Number) -> bool:
    """Whether two numbers without nouns stand together behind a word of saying."""
    bare = all(n.kind == "cardinal" and n.value is not None and group_after(sentence, n).empty for n in (first, second))
    k = first.start - 1
    says = f"{sentence.low(k - 1)} {sentence.low(k)}" in measures().sayings or sentence.low(k) in measures().sayings
    joined = sentence.low(first.end) == "and" and second.start == first.end + 1
    return bare and says and joined and sentence.low(second.end) in ENDS


def _told_together(sentence: Sentence, earlier: Sequence[Found]) -> bool:
    """Whether the last two figures stand in one sentence, this or the one before, and are of two measures."""
    if len(earlier) < 2 or earlier[0].measure == earlier[1].measure:
        return False
    index = earlier[0].sentence.index
    return earlier[1].sentence.index == index and sentence.index - index <= 1
