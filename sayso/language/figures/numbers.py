"""Numbers in a sentence: numerals and number words, ranges, bounds, vague words, and none at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.spelled import spelled
from sayso.language.figures.vocabulary import measures, number_words
from sayso.language.figures.wholes import of_whole

DASHED = re.compile(r"(\d[\d,]*)[–—-](\d[\d,]*)")
ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
ODD = re.compile(r"(\d{2,4})-odd")
HYPHENS = frozenset({"-", "–", "—"})
LONGEST = 6  # words of the longest bound or vague phrase

Kind = Literal["cardinal", "ordinal", "zero", "another", "article"]

NEGATED = ("not", "n't", "never", "without")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at words `start` to `end` (half-open), qualifiers included; `core` is where the number itself starts.

    `value` is the number without its bounds (None for vague words); `bare` is true for a pronoun that takes no
    noun ("nobody"); `more` for "four more".
    """

    start: int
    core: int
    end: int
    low: int | None
    high: int | None
    value: int | None
    qualifier: str | None = None
    kind: Kind = "cardinal"
    bare: bool = False
    more: bool = False


@cache
def _split(name: str) -> tuple[tuple[str, ...], ...]:
    """A list of numbers.yaml as word tuples, longest first."""
    words = number_words()
    lists = {
        "vague": words.vague,
        "zero": words.zero_phrases + words.zero_pronouns,
        "low": words.before.low,
        "high": words.before.high,
        "about": words.before.about,
        "exact": words.before.exact,
        "after_low": words.after.low,
        "after_high": words.after.high,
        "after_about": words.after.about,
    }
    return tuple(sorted((tuple(w.split()) for w in lists[name]), key=lambda w: (-len(w), w)))


def _phrase_at(sentence: Sentence, i: int, name: str) -> int:
    """The length of the longest phrase of the list that stands at `i`, or 0."""
    return next((len(w) for w in _split(name) if sentence.has(i, w)), 0)


def _phrase_before(sentence: Sentence, i: int, name: str) -> int:
    """The length of the longest phrase of the list that ends before `i`, or 0."""
    return next((len(w) for w in _split(name) if i >= len(w) and sentence.has(i - len(w), w)), 0)


def _core(sentence: Sentence, i: int) -> Number | None:
    """The number whose own words start at `i`, without bounds."""
    known = number_words()
    low = sentence.low(i)
    if count := _phrase_at(sentence, i, "zero"):
        pronoun = " ".join(sentence.low(k) for k in range(i, i + count)) in known.zero_pronouns
        return Number(i, i, i + count, 0, 0, 0, low, "zero", bare=pronoun)
    if sentence.has(i, ("a", "single")) and any(sentence.low(k) in NEGATED for k in range(max(0, i - 4), i)):
        return Number(i, i, i + 2, 0, 0, 0, "not a single", "zero")  # "did not lose a single aircraft"
    if sentence.has(i, ("a", "single")) and sentence.tag(i + 2).startswith(("NN", "JJ")):
        return Number(i, i, i + 2, 1, 1, 1, "a single")
    if low in known.zero and sentence.tag(i + 1) not in ("JJR", "RBR"):  # not "no longer"
        hyphened = sentence.low(i + 1) == "-" and sentence.low(i + 2) == "one"
        if not hyphened and sentence.low(i + 1) == "-":
            return None
        return Number(i, i, i + (3 if hyphened else 1), 0, 0, 0, low, "zero", bare=hyphened or low == "none")
    if count := _phrase_at(sentence, i, "vague"):
        words = " ".join(sentence.low(k) for k in range(i, i + count))
        end = i + count + (sentence.low(i + count) == "of" and sentence.tag(i + count + 1)[:1] in "JNV")
        return Number(i, i, end, None, None, None, words)
    if low == "twice" and sentence.low(i + 1) not in ("as", "the"):
        return Number(i, i, i + 1, 2, 2, 2, low, "ordinal")
    if low in known.both:
        return Number(i, i, i + 1, 2, 2, 2, low)
    if low in known.another and spelled(sentence, i + 1) is None and not _phrase_at(sentence, i + 1, "vague"):
        return Number(i, i, i + 1, 1, 1, 1, low, "another", more=True)
    ordinal = ORDINAL.fullmatch(low)
    if ordinal or low in known.ordinals:
        value = int(ordinal[1]) if ordinal else known.ordinals[low]
        return Number(i, i, i + 1, value, value, value, kind="ordinal")
    if dashed := DASHED.fullmatch(low):
        a, b = (int(re.sub(r"\D", "", part)) for part in dashed.groups())
        return Number(i, i, i + 1, a, b, a, f"{dashed[1]}-{dashed[2]}") if a < b else None
    if odd := ODD.fullmatch(low):
        return Number(i, i, i + 1, int(odd[1]), int(odd[1]), int(odd[1]), low)
    found = spelled(sentence, i)
    if found is None:
        return None
    value, end = found
    collective = sentence.low(end - 1) in known.collectives
    if collective and sentence.low(end) == "of" and sentence.tag(end + 1)[:1] in "JNV":
        end += 1
    qualifier = " ".join(sentence.low(k) for k in range(i, end) if sentence.low(k) != "of") if collective else None
    return Number(i, i, end, value, value, value, qualifier)


def _range(sentence: Sentence, first: Number) -> Number:
    """`first`, or the range that it begins ("20 to 25", "between 20 and 25", "two or three")."""
    if first.kind != "cardinal" or first.value is None or first.low != first.high:
        return first
    joint = sentence.low(first.end)
    before = sentence.low(first.start - 1)
    if not (joint in ("to", "or") or joint in HYPHENS or (joint == "and" and before == "between")):
        return first
    second = _core(sentence, first.end + 1)
    if before == "from" and joint == "to":
        return first  # a change, not a range: "cut from 14 to 12", "rose from 19 to 23"
    if second is None or second.kind != "cardinal" or second.value is None or second.value <= first.value:
        return first
    value = first.value
    scale = number_words().scales.get(sentence.low(second.end - 1), 1)
    if value * scale < second.value and sentence.low(first.end - 1) not in number_words().scales:
        value *= scale  # "2 to 3 million"
    start = first.start - 1 if before == "between" else first.start
    words = " ".join(sentence.low(k) for k in range(start, second.end))
    qualifier = "between" if before == "between" else words
    return replace(first, start=start, end=second.end, low=value, high=second.value, qualifier=qualifier)


def _bound(number: Number, name: str, words: str) -> Number:
    kept = words in number_words().kept
    if name == "low":
        return replace(number, high=None, qualifier=words)
    if name == "high":
        return replace(number, low=None, qualifier=words)
    if name == "about" or kept:
        return replace(number, qualifier=number.qualifier or words)
    return number


def _behind(sentence: Sentence, i: int) -> tuple[int, str, str] | None:
    """The bound that stands at `i`, behind a number or what it counts: its length, kind and words."""
    for name in ("low", "high", "about"):
        count = _phrase_at(sentence, i, f"after_{name}")
        if count and sentence.low(i + count) != "than":
            return count, name, " ".join(sentence.low(k) for k in range(i, i + count))
    return None


def bounded_behind(sentence: Sentence, number: Number, i: int) -> Number:
    """`number` with the bound behind its noun, which ends at `i` ("9,000 marchers at most")."""
    behind = _behind(sentence, i) if number.value is not None and number.kind == "cardinal" and i > number.end else None
    if behind is None or number.low != number.high or sentence.tag(i + behind[0]) == "CD":
        return number
    return _bound(number, behind[1], behind[2])


def _qualified(sentence: Sentence, number: Number) -> Number:
    """`number` with the bounds of the words before and after it."""
    if number.kind in ("zero", "ordinal"):
        return number
    while True:
        # The longest phrase wins: "no more than" is not "more than".
        count, name = max((_phrase_before(sentence, number.start, n), n) for n in ("exact", "about", "high", "low"))
        words = " ".join(sentence.low(k) for k in range(number.start - count, number.start))
        climbs = words == "up to" and sentence.low(number.start - 3) in measures().count_verbs
        if not count or climbs:  # "the toll went up to 11"
            break
        if number.value is not None:
            number = _bound(number, name, words)
        elif name in ("low", "high"):
            number = replace(number, qualifier=f"{words} {number.qualifier}")
        more = number.more or words.endswith(("further", "another", "additional"))
        number = replace(number, start=number.start - count, more=more)
    if behind := _behind(sentence, number.end):
        count, name, words = behind
        bounded = _bound(number, name, words) if number.value is not None else number
        return replace(bounded, end=number.end + count)
    if sentence.low(number.end) == "-" and sentence.low(number.end + 1) == "plus":
        return replace(number, high=None, qualifier="plus", end=number.end + 2)
    return number


def _repeated(sentence: Sentence, number: Number) -> bool:
    """Whether a determiner before a vague word makes it no quantity ("the number", "the few")."""
    if number.value is not None or number.kind != "cardinal":
        return False
    last = sentence.low(number.end - 1) if sentence.low(number.end - 1) != "of" else sentence.low(number.end - 2)
    if last == "number":
        return sentence.low(number.end - 1) != "of" or sentence.low(number.start) != "a"
    return False


def find_numbers(sentence: Sentence) -> list[Number]:
    """All numbers of a sentence, in order and not overlapping."""
    found: list[Number] = []
    at = 0
    while at < len(sentence):
        if told := of_whole(sentence, at):
            value, end = told
            if value is None:
                at = end
                continue
            words = " ".join(sentence.low(k) for k in range(at, end))
            number: Number | None = Number(at, at, end, value, value, value, words)
        else:
            number = _core(sentence, at)
        if number is None or _repeated(sentence, number):
            at += 1
            continue
        number = _qualified(sentence, _range(sentence, number))
        if found and number.start < found[-1].end:
            number = replace(number, start=max(number.start, found[-1].end))
        found.append(number)
        at = max(number.end, at + 1)
    return found
