"""Nouns with "a" that may count as one: only as items of a list of numbers ("30 soldiers, a launcher and a truck")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.numbers import Number
from sayso.language.figures.spelled import fraction_at

LIST_MARKS = frozenset({",", "and", "or"})


def _of_some(sentence: Sentence, i: int) -> bool:
    """Whether the word at `i` belongs to "of three" in "a mother of three"."""
    return (sentence.low(i) == "of" and sentence.tag(i + 1) == "CD") or (
        sentence.tag(i) == "CD" and sentence.low(i - 1) == "of"
    )


def article_items(sentence: Sentence, numbers: Sequence[Number]) -> Iterator[Number]:
    """Each "a" or "an" that begins an item of a list, or that "without" makes a none, as a number of one.

    Whether it counts is decided when the list is read: its verb must count a real number too.
    """
    taken = {k for number in numbers for k in range(number.start, number.end)}
    for i, word in enumerate(sentence.words):
        if word.low not in ("a", "an") or i in taken:
            continue
        if fraction_at(sentence, i):
            continue  # "a platoon and a half"
        end = i + 1
        while sentence.tag(end) in ("CD", "JJ", "NN", "NNP", "VBN", "HYPH") or _of_some(sentence, end):
            end += 1
        opens = (
            i == 0
            or (sentence.tag(i - 1).startswith("VB") and sentence.low(i - 1) != "including")
            or sentence.tag(i - 1) in ("RP", "IN", "``")
        )
        item = sentence.low(i - 1) in LIST_MARKS or (opens and sentence.low(end) in LIST_MARKS)
        without = sentence.low(i - 2) == "without"
        if without or (item and numbers):
            yield Number(i, i, i + 1, 1, 1, 1, word.low, "article")
