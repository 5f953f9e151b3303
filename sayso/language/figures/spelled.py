"""Whole numbers in words and digits: "four hundred and six", "1.5 lakh", "a quarter of a million", "half a dozen"."""

from __future__ import annotations

import re

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.vocabulary import number_words

DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{2,3})*[,\u00a0\u202f]\d{3}|\d{1,12}")
DECIMAL = re.compile(r"\d{1,6}\.\d{1,3}")
SCALED = re.compile(r"(\d+(?:\.\d+)?)(k|m|mn|bn)")


def simple(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """A number below a hundred in words, and where it ends."""
    words = number_words().words
    first = words.get(sentence.low(i))
    if first is None:
        return None
    if first >= 20:
        step = 2 if sentence.low(i + 1) == "-" else 1
        unit = words.get(sentence.low(i + step), 99)
        if unit < 10:
            return first + unit, i + step + 1
    return first, i + 1


def digits(text: str) -> int | None:
    """A numeral, with or without marks between its groups ("12,400", "1,50,000")."""
    return int(re.sub(r"\D", "", text)) if DIGITS.fullmatch(text) else None


def spelled(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """The whole number that starts at `i`, and where it ends."""
    low = sentence.low(i)
    if DECIMAL.fullmatch(low):
        scale = number_words().scales.get(sentence.low(i + 1))
        return (round(float(low) * scale), i + 2) if scale else None
    if scaled := SCALED.fullmatch(low):
        return round(float(scaled[1]) * number_words().scales[scaled[2]]), i + 1
    return _fraction(sentence, i) or _collective(sentence, i) or _counted(sentence, i)


def fraction_at(sentence: Sentence, i: int) -> tuple[float, int] | None:
    """The share that the words at `i` name ("half", "a third", "two-thirds"), and where they end."""
    known = number_words()
    at = i + 1 if sentence.low(i) in ("a", "one") else i
    count: float = 1
    if at == i and sentence.low(i) in known.words:
        count, at = known.words[sentence.low(i)], i + 1 + (sentence.low(i + 1) == "-")
    parts = known.fractions.get(sentence.low(at))
    if parts is None or (at == i and parts != 2) or (count > 1) != sentence.low(at).endswith("s"):
        return None  # "third" alone is an ordinal
    return count / parts, at + 1


def _fraction(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """A part of a round number: "half a million", "three quarters of a million", "two and a half thousand"."""
    known = number_words()
    if share := fraction_at(sentence, i):
        value, at = share
        at += sentence.low(at) == "of"
    elif sentence.low(i) in known.fractions and sentence.has(i + 1, ("of", "a")):
        value, at = 1 / known.fractions[sentence.low(i)], i + 2
    elif sentence.low(i) in known.words and sentence.has(i + 1, ("and", "a", "half")):
        value, at = known.words[sentence.low(i)] + 0.5, i + 4
    else:
        return None
    at += sentence.low(at) in ("a", "-")
    scale = known.scales.get(sentence.low(at)) or known.collectives.get(sentence.low(at))
    return (round(value * scale), at + 1) if scale and scale >= 12 else None


def _collective(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """A noun that is a number: "a dozen", "two score", "a half-dozen"."""
    known = number_words().collectives
    if sentence.low(i) == "a" and sentence.low(i + 1) == "half":
        share = _fraction(sentence, i + 1)
        return share if share and sentence.low(share[1] - 1) in known else None
    count = 1 if sentence.low(i) == "a" else number_words().words.get(sentence.low(i)) or digits(sentence.low(i))
    if count is None or sentence.low(i + 1) not in known:
        return None
    return count * known[sentence.low(i + 1)], i + 2


def _counted(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """A number built of units, hundreds and scales: "two thousand four hundred", "3 million", "a hundred"."""
    scales = number_words().scales
    total, current, at = 0, digits(sentence.low(i)), i + 1
    if current is None and sentence.low(i) == "a":
        current = 1 if sentence.low(i + 1) in scales and len(sentence.low(i + 1)) > 2 else None
    elif current is None and (first := simple(sentence, i)):
        current, at = first
    if current is None:
        return None
    while sentence.low(at) in scales:
        scale = scales[sentence.low(at)]
        after = at + 1 + (sentence.low(at + 1) == "and")
        follow = simple(sentence, after)
        if scale == 100:
            current = (current or 0) * 100 + (follow[0] if follow else 0)
            at = follow[1] if follow else at + 1
            continue
        total, current, at = total + (current or 0) * scale, None, at + 1
        if follow:
            current, at = follow
    return total + (current or 0), at
