"""Numbers that a whole gives: "all but three of the 40", "two-thirds of the 90"; and shares that give none."""

from __future__ import annotations

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.spelled import fraction_at, spelled
from sayso.language.figures.vocabulary import number_words

OWNER = 5  # words that an owner may have
DEFINITE = frozenset({"the", "its", "his", "her", "their", "our", "those", "these"})


def of_whole(sentence: Sentence, i: int) -> tuple[int | None, int] | None:
    """The value of the words at `i` and where they end; no value where they say only a share. None: no such words."""
    return _complement(sentence, i) or _ratio(sentence, i) or _share(sentence, i)


def _whole(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """ "of the 40", "the 40": the set that something is a part of."""
    at = i + (sentence.low(i) == "of")
    end = next((k for k in range(at, at + OWNER) if sentence.tag(k) == "POS"), None)
    if end is not None and all(sentence.tag(k)[:2] in ("DT", "NN") for k in range(at, end)):
        return spelled(sentence, end + 1)  # "all but three of the village's 40"
    if sentence.low(at) not in DEFINITE:
        return None
    return spelled(sentence, at + 1)


def _complement(sentence: Sentence, i: int) -> tuple[int | None, int] | None:
    for words in number_words().complements:
        phrase = tuple(words.split())
        if sentence.has(i, phrase) and (left := spelled(sentence, i + len(phrase))):
            whole = _whole(sentence, left[1])
            return (whole[0] - left[0], whole[1]) if whole and whole[0] > left[0] else (None, left[1])
    return None


def _ratio(sentence: Sentence, i: int) -> tuple[None, int] | None:
    """ "Two in every five", "three out of every ten"."""
    part = spelled(sentence, i)
    if part is None:
        return None
    at = part[1] + (2 if sentence.has(part[1], ("out", "of")) else 1)
    if sentence.low(part[1]) not in ("in", "out", "of") or sentence.low(at) != "every":
        return None
    whole = spelled(sentence, at + 1)
    return (None, whole[1]) if whole else None


def _share(sentence: Sentence, i: int) -> tuple[int | None, int] | None:
    share = fraction_at(sentence, i)
    whole = _whole(sentence, share[1]) if share else None
    if share is None or whole is None:
        return None
    value = share[0] * whole[0]
    return (round(value), whole[1]) if abs(value - round(value)) < 1e-6 else (None, whole[1])
