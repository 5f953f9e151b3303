"""Verbs before a number: what was done to those counted."""

from __future__ import annotations

from sayso.language.figures.clauses import DASHES, Sentence
from sayso.language.figures.groups import Group, fits
from sayso.language.figures.inflection import Form
from sayso.language.figures.numbers import Number
from sayso.language.figures.predicates import GAP, STOPS, TO_DEATH, Reading, frames, rest_end, verbs_at
from sayso.language.figures.reality import BE, HAVE, unreal_verb
from sayso.language.figures.vocabulary import lexicon, measures

LINKS = frozenset({"to", "with"})
NO_VERB_TAGS = frozenset({"RP", "IN", "JJ", "DT", "RB", "NNP", "NNPS", "TO"})


def _split_rest(
    sentence: Sentence, k: int, number: Number, group: Group, rest: tuple[frozenset[str], ...]
) -> int | None:
    """Where a verb phrase with its object in the middle ends ("picked up 60 people from the sea")."""
    at, left = k + 1, list(rest)
    while left and at < number.core and sentence.low(at) in left[0]:
        left.pop(0)
        at += 1
    if not left or (len(left) == 1 and group.head is not None and sentence.low(group.head) in left[0]):
        return group.end  # "claimed 12 lives"
    beside = rest is not TO_DEATH or at > k + 1  # else it has an object of its own: "hacks a man to death"
    inside = rest_end(sentence, at, tuple(left)) if beside else None
    if inside is not None and inside <= number.core:
        return group.end
    return rest_end(sentence, group.end, tuple(left), gap=GAP)


def _left_skip(sentence: Sentence, k: int) -> int | None:
    """The next word to look at on the left of `k`, past what may stand between verb and number; None: stop."""
    low, tag = sentence.low(k), sentence.tag(k)
    if low == ",":
        for j in range(k - 1, max(-1, k - 14), -1):
            if sentence.low(j) in STOPS:
                return None
            if sentence.low(j) == "," or sentence.low(j) in DASHES:
                opening = sentence.low(j + 1)
                return (
                    j - 1 if opening in ("according", "as", "by", "in", "at", "on", "he", "she", "it", "they") else None
                )
        return None
    if low == "of" and sentence.tag(k - 1).startswith("NN"):
        if not frames(sentence.low(k - 1)):
            return None
        j = k - 1
        while j > 0 and sentence.tag(j) in ("NN", "NNS", "JJ", "DT", "PRP$") and sentence.low(j) not in lexicon().verbs:
            j -= 1
        return j
    if tag in ("RB", "DT", "JJ", "RBR", "PDT", "PRP$", "RP") or low in (
        "in",
        "on",
        "up",
        "down",
        "out",
        "off",
        "back",
        "another",
        "than",
    ):
        return k - 1
    return None


def _governs(sentence: Sentence, k: int, form: Form, crossed: bool) -> bool:
    """Whether the word at `k`, which has this verb form, is an active verb here."""
    tag = sentence.tag(k)
    if tag in NO_VERB_TAGS or (tag in ("NN", "NNS") and (crossed or form not in ("base", "third") or k == 0)):
        return False
    if tag in ("NN", "NNS") and not sentence.tag(k - 1).startswith("NN"):
        return form == "third" and sentence.tag(k - 1) == "CC" and sentence.tag(k + 1) == "CD"  # "and wounds four"
    if sentence.tag(k - 1) in ("DT", "PRP$") and sentence.tag(k + 1) != "CD":
        return False  # "of the wounded, 15 …"
    if form == "participle":
        reach = 9 if sentence.low(k - 1) in (",", "and") else 3  # "have seized one ship, sunk two others"
        return any(sentence.low(j) in HAVE for j in range(max(0, k - reach), k))
    if form == "either":
        j = k - 1
        while j >= 0 and sentence.tag(j) == "RB":
            j -= 1
        return sentence.low(j) not in BE
    return True


def object_reading(sentence: Sentence, number: Number, group: Group, *, lists: bool) -> Reading | None:
    """What was done to those counted, by a verb before the number. With `lists` the walk crosses a list's items."""
    k: int | None = number.start - 1
    crossed, link = False, ""
    while k is not None and k >= max(0, number.start - 26):
        low, tag = sentence.low(k), sentence.tag(k)
        if low in STOPS:
            return None
        for form, phrase in verbs_at(sentence, k):
            if phrase.intransitive or phrase.passive or (link and link not in (phrase.rest or (frozenset(),))[-1]):
                continue
            if not _governs(sentence, k, form, crossed):
                continue
            if not fits(phrase, group.unit, group.empty):
                continue
            end = _split_rest(sentence, k, number, group, phrase.rest) if phrase.rest else group.end
            if end is None or (crossed and end > group.end):
                continue
            measure, first = phrase.measure, k
            if sentence.low(k - 1) in ("or", "and") and sentence.tag(k - 3) != "CD":  # not "32 wounded and lost three"
                for _, other in lexicon().verbs.get(sentence.low(k - 2), ()):
                    both = measures().together.get(f"{other.measure} {measure}")
                    if both:
                        measure, first = both, k - 2
                        break
            real = not unreal_verb(sentence, first, zero=number.kind == "zero")
            return Reading(measure, first, end, k, phrase.weak, real=real)
        following = _left_skip(sentence, k)
        if following is None and k == number.start - 1 and low in LINKS:
            link = low  # of a verb that has it: "set fire to three trucks"
            following = k - 2 if sentence.tag(k - 1) == "NN" else k - 1
        joint = tag in ("CD", "CC", "HYPH", "POS", "JJ", "VBN", "IN", "DT") and low != "but"
        joint = joint or (low == "to" and sentence.low(k - 1) == "up")
        crossing = joint or tag.startswith("NN") or low == ","
        if following is None and lists and crossing and not (k == number.start - 1 and tag == "IN"):
            crossed = True
            following = k - 1
        k = following
    return None
