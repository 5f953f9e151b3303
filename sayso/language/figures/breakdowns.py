"""Numbers that share the measure of one before them.

"Three died in Orsk and 12 in Kolm"; "toll by district: Kolm 14, Orsk 9".
"""

from __future__ import annotations

from sayso.language.figures.clauses import DASHES, Sentence
from sayso.language.figures.found import Found
from sayso.language.figures.groups import Group
from sayso.language.figures.numbers import Number
from sayso.language.figures.predicates import Reading
from sayso.language.figures.totals import counted_between, total_at
from sayso.language.figures.vocabulary import measures

JOINTS = frozenset({",", ";", ":", "and", "but", "plus", "while", "against", "versus", "(", "/"})
COMPARING = frozenset({"compared", "contrasted"})  # "with 12 in Kolm", "to 12 in Kolm"
PLACING = frozenset(
    {"in", "at", "on", "near", "from", "around", "outside", "inside", "among", "for", "across", "under"}
)
ENDS = frozenset({",", ";", ".", ")", "", "and", "/"})


def _named(sentence: Sentence, i: int) -> int | None:
    """Where the name that ends before `i` starts ("Port Kolm 14", "Kolm: 14", "Kolm (14)"), if there is one."""
    k = i - 1
    while sentence.low(k) in (":", "(", "-", *DASHES):
        k -= 1
    start = k
    while start >= 0 and sentence.tag(start) in ("NNP", "NNPS") and sentence.words[start].text[:1].isupper():
        start -= 1
    return start + 1 if start < k else None


def _row(sentence: Sentence, number: Number) -> bool:
    """Whether the number stands behind a name as in a table's row."""
    name = _named(sentence, number.start)
    return name is not None and sentence.low(name - 1) in JOINTS and sentence.low(number.end) in ENDS


def broken_down(
    sentence: Sentence, number: Number, group: Group, before: tuple[str, Number] | None, *, counts: bool
) -> Reading | None:
    """The measure of a bare number that only says where or of whom it is; `before` is the sentence's last figure.

    `counts` is false where the number by itself would count nothing (a numeral behind a name: "Kolm 14").
    """
    if not group.empty or group.pronoun or number.kind != "cardinal":
        return None
    row = _row(sentence, number)
    if before is None:
        measure = _heading(sentence, number) if row else None
        return Reading(measure, number.start, number.end) if measure else None
    placed = counts and _joins(sentence, number.start - 1) and sentence.low(group.end) in PLACING
    next_row = row and (_row(sentence, before[1]) or sentence.low(number.start - 1) in (":", "("))
    return Reading(before[0], number.start, number.end) if placed or next_row else None


def next_item(sentence: Sentence, number: Number, group: Group, last: Found) -> Reading | None:
    """The next of a list that a total or "losses" gives: "rose to 14 villagers and nine police"."""
    if last.sentence is not sentence or group.head is None or last.group.head is None or number.kind != "cardinal":
        return None
    between = {sentence.low(k) for k in range(last.group.end, number.start)}
    if not between or not between <= {",", "and"} or not 0 <= last.at < last.number.start:
        return None
    total = sentence.low(last.at)
    if total == "losses" or sentence.low(last.at - 1) == "losses":
        measure = measures().losses.get(group.unit or "")
    else:
        measure = last.measure if total_at(sentence, last.at) and group.unit == last.group.unit else None
    return Reading(measure, number.start, group.end, last.at) if measure else None


def _joins(sentence: Sentence, k: int) -> bool:
    """Whether the words that end at `k` go on to another number of the same ("and", "compared with perhaps")."""
    while sentence.tag(k) == "RB":
        k -= 1
    return sentence.low(k) in JOINTS or (sentence.low(k) in ("with", "to") and sentence.low(k - 1) in COMPARING)


def _heading(sentence: Sentence, number: Number) -> str | None:
    """The measure that the words before a colon give the rows behind it."""
    colon = (_named(sentence, number.start) or 0) - 1
    if sentence.low(colon) != ":":
        return None
    totals = [total[0] for k in range(colon) if (total := total_at(sentence, k))]
    return totals[-1] if totals else counted_between(sentence, 0, colon)
