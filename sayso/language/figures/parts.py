"""Which number is a part of which: "19 of them", "including two children", "32 of 36 had been shot down"."""

from __future__ import annotations

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.found import Found
from sayso.language.figures.groups import Group
from sayso.language.figures.nouns import strong_noun
from sayso.language.figures.numbers import Number
from sayso.language.figures.predicates import Reading, let_go
from sayso.language.figures.reality import BE
from sayso.language.figures.subjects import subject_reading
from sayso.language.figures.vocabulary import number_words

NEAR = 4  # words between a figure and the brackets that break it down
# What is told by who or what did it: "40 attacks, 12 by drones", "26 wounded, eleven by gunfire".
BY = frozenset({"attack", "killed", "wounded", "detained", "captured"})


def _next_part(sentence: Sentence, number: Number, found: list[Found]) -> int | None:
    """The whole of a list's next part: "54 hurt, including nine women and 21 children"."""
    last = found[-1] if found else None
    if last is None or last.whole is None or last.sentence is not sentence or last.group.pronoun:
        return None
    between = [sentence.low(k) for k in range(last.group.end, number.start)]
    return last.whole if between and set(between) <= {",", "and"} and last.at < 0 else None


def _bracketed(sentence: Sentence, number: Number, found: list[Found]) -> int | None:
    """The whole of what brackets break down: "18 were killed (nine children, six women) and 32 hurt"."""
    k = number.start - 1
    while sentence.tag(k) in ("CD", "CC", ",", "JJ") or sentence.tag(k).startswith("NN"):
        k -= 1
    if sentence.low(k) != "(":
        return None
    before = [i for i, f in enumerate(found) if f.sentence is sentence and f.number.end <= k]
    whole = found[before[-1]] if before else None
    most = whole.number.value if whole else None
    fits = number.value is not None and most is not None and number.value <= most and k - whole.group.end < NEAR  # type: ignore[union-attr]
    return before[-1] if fits else None


def _of_the(sentence: Sentence, number: Number, group: Group, found: list[Found]) -> int | None:
    """The whole of "of the 18 dead, seven were children": what follows says who they were."""
    last = found[-1] if found else None
    if last is None or last.sentence is not sentence or not group.empty or sentence.low(last.number.start - 1) != "of":
        return None
    opens = last.number.start == 1 and number.start == last.group.end + 1 and sentence.low(last.group.end) == ","
    told = sentence.low(number.end) in BE and sentence.tag(number.end + 1) in ("NN", "NNS", "DT", "JJ", "IN")
    return len(found) - 1 if opens and told else None


def part_of(sentence: Sentence, number: Number, group: Group, found: list[Found]) -> int | None:
    """The index of the figure that this number is a part of ("19 of them", "including two children")."""
    lead = [sentence.low(k) for k in range(max(0, number.start - 2), number.start)]
    named = "including" in lead or lead in [[a, b] for a in ("among", "of") for b in ("them", "whom", "which")]
    if (joined := _next_part(sentence, number, found)) is not None:
        return joined
    if (inside := _bracketed(sentence, number, found)) is not None:
        return inside
    if (outset := _of_the(sentence, number, group, found)) is not None:
        return outset
    split = group.empty and lead[-1:] in ([","], ["and"]) and sentence.low(number.end) == "by"
    split = (
        split and sentence.tag(number.end + 1) != "CD" and sentence.low(number.end + 1) not in number_words().moments
    )
    if not (named or group.pronoun or split):
        return None
    if group.pronoun and sentence.low(group.end - 1) in ("us", "you"):
        return None
    for index in range(len(found) - 1, -1, -1):
        whole = found[index]
        back = sentence.index - whole.sentence.index
        described = (
            group.pronoun and number.start <= 1 and sentence.low(group.end) in BE
        )  # "Nine of them were children."
        if back > (1 if described else 0):
            return None
        if whole.number.kind == "zero" or (split and whole.measure not in BY):
            continue
        most = whole.number.high
        if number.value is None or most is None or number.value <= most:
            return index if whole.whole is None or not split else whole.whole
    return None


def beyond(sentence: Sentence, group: Group, reading: Reading) -> bool:
    """Whether a comma stands between a part and what is said there ("among them two children, and nine injured")."""
    return any(sentence.low(k) in (",", ")") for k in range(group.end, reading.at))


def as_whole(sentence: Sentence, number: Number, group: Group, measure: str) -> Reading | None:
    """A part has the measure of its whole, unless it is a part that was let go ("11 of whom have been released")."""
    free = any(let_go(sentence, k) for k in range(group.end, group.end + 6))
    return None if free else Reading(measure, number.start, group.end)


def launched_of(sentence: Sentence, number: Number, last: Found) -> bool:
    """Whether the number is the whole of those intercepted ("32 of 36 had been shot down")."""
    inside = last.sentence is sentence and last.number.end <= number.start < last.group.end + 1
    return (
        inside
        and last.measure == "intercepted"
        and any(sentence.low(k) == "of" for k in range(last.number.end, number.start))
    )


def whole_set(sentence: Sentence, number: Number, group: Group, last: Found) -> bool:
    """Whether a number inside "ten of the 14 …" has a measure of its own ("23 of the 53 wounded")."""
    own = strong_noun(sentence, number, group, None)
    if own is not None and own.measure != last.measure:
        return True
    beside = subject_reading(sentence, number, group, lists=False)
    if beside is not None and beside.measure == last.measure:
        return False
    return own is not None or (beside is not None and beside.plain)
