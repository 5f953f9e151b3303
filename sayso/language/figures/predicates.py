"""Verbs and states that say what happened to those counted, found before or after the number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from sayso.language.figures.clauses import BARRIERS, DASHES, FULL_STOPS, Sentence
from sayso.language.figures.groups import Group, fits
from sayso.language.figures.inflection import Form
from sayso.language.figures.numbers import Number
from sayso.language.figures.reality import BE, DO, HAVE, NOT, unreal_verb
from sayso.language.figures.vocabulary import Phrase, lexicon, measures, number_words

GAP = 3  # words that may stand inside a verb phrase ("taken to the city hospital")
REACH = 34  # words between a subject and its verb
STOPS = BARRIERS | FULL_STOPS


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure for a number, and the words (`start` to `end`) that gave it."""

    measure: str
    start: int
    end: int
    weak: bool = False
    plain: bool = False  # a participle or adjective right after the number, without auxiliary
    real: bool = True


def rest_end(sentence: Sentence, i: int, rest: tuple[frozenset[str], ...], gap: int = GAP) -> int | None:
    """Where the words of `rest`, standing in order from `i` on, end; None where they do not stand there."""
    at = i
    for n, options in enumerate(rest):
        reach = 1 if n == 0 and gap == 0 else gap + 1
        for k in range(at, at + reach):
            if sentence.low(k) in options:
                at = k + 1
                break
            if sentence.low(k) in STOPS or sentence.low(k) in (",", "and", ""):
                return None
        else:
            return None
    return at


def state_at(sentence: Sentence, i: int, group: Group) -> tuple[str, int] | None:
    """The measure and end of the state ("in hospital", "dead") that stands at `i`."""
    for words, measure, known in lexicon().states.get(sentence.low(i), ()):
        phrase = Phrase(measure, words[0], known=known)
        if sentence.has(i, words) and fits(phrase, group.unit, group.empty):
            return measure, i + len(words)
    return None


def _object_follows(sentence: Sentence, i: int) -> bool:
    """Whether a noun group begins at `i`, so that the verb before it is active."""
    low, tag = sentence.low(i), sentence.tag(i)
    if low in number_words().moments:
        return False
    return tag in ("DT", "CD", "PRP$", "PRP", "NN", "NNS", "NNP", "JJ", "PDT") or low in ("at least", "up")


def _passive(sentence: Sentence, i: int, end: int, form: Form, *, be: bool, have: bool) -> bool:
    if form in ("base", "third", "ing"):
        return False
    if be:
        return form != "past"
    return not have and form != "past" and not _object_follows(sentence, end)


def _subject_verbs(sentence: Sentence, i: int, group: Group, *, be: bool, have: bool) -> Iterator[tuple[Phrase, int]]:
    for form, phrase in lexicon().verbs.get(sentence.low(i), ()):
        end = rest_end(sentence, i + 1, phrase.rest)
        if end is None or not fits(phrase, group.unit, group.empty):
            continue
        if phrase.intransitive:
            if be and form not in ("ing", "either", "participle"):
                continue
            if form == "base" and sentence.tag(i) in ("NN", "NNS", "NNP") and phrase.rest == () and group.empty and not have:
                yield phrase, end
                continue
            yield phrase, end
        elif _passive(sentence, i, end if phrase.rest else i + 1, form, be=be, have=have):
            yield phrase, end


def _jump(sentence: Sentence, i: int, reach: int = 18) -> int | None:
    """Past the insertion that the comma, dash or bracket at `i` opens; None where it does not close again."""
    opener = sentence.low(i)
    closers = {"(": (")",), "[": ("]",)}.get(opener, (",",) if opener == "," else tuple(DASHES) + ("-",))
    for k in range(i + 1, min(len(sentence), i + reach)):
        if sentence.low(k) in closers:
            return k + 1
        if sentence.low(k) in STOPS:
            return None
    return None


def subject_reading(sentence: Sentence, number: Number, group: Group, *, lists: bool) -> Reading | None:
    """What is said of the number by the words after it. With `lists` the walk crosses "and" and commas of a list."""
    words = measures()
    i = group.end
    be = have = plain_broken = relative = relayed = False
    verb_start: int | None = None
    while i < min(len(sentence), group.end + REACH):
        low, tag = sentence.low(i), sentence.tag(i)
        state = state_at(sentence, i, group)
        verbs = list(_subject_verbs(sentence, i, group, be=be, have=have))
        if state and (not verbs or state[1] > verbs[0][1]):
            measure, end = state
            if not (tag in ("NN",) and sentence.tag(end) in ("NN", "NNS") and end == i + 1):
                real = not unreal_verb(sentence, i, zero=number.kind == "zero")
                return Reading(measure, verb_start or i, end, plain=not (be or have or plain_broken), real=real)
        if verbs:
            phrase, end = verbs[0]
            real = not unreal_verb(sentence, i, zero=number.kind == "zero")
            return Reading(phrase.measure, verb_start or i, end, phrase.weak, not (be or have or plain_broken), real)
        if low in STOPS:
            return None
        if low in BE or low in ("remain", "remains", "remained", "stayed", "lay", "lie", "went"):
            be, verb_start = True, verb_start or i
        elif low in HAVE:
            have, verb_start = True, verb_start or i
        elif low in NOT or low in DO or tag in ("MD", "RB", "RBR", "RBS") or low in ("to", "both", "all", "as", "yet"):
            pass
        elif low in words.relays and (be or tag == "VBN"):
            relayed = True
            be = have = False
        elif tag in ("WP", "WDT") or (low == "that" and i == group.end):
            relative = True
        elif low in ("(", "[", ",", "-") or low in DASHES:
            after = _jump(sentence, i)
            if lists and low == "," and (after is None or _list_item(sentence, i + 1)):
                i += 1
                plain_broken = True
                continue
            if after is None or after >= len(sentence):
                return None
            i = after
            plain_broken = True
            continue
        elif tag in ("IN", "DT", "CD", "PRP$", "POS", "JJ", "HYPH", "RP") or tag.startswith("NN") or low in ("their", "his"):
            if (tag.startswith("NN") or tag in ("JJ", "CD", "DT")) and not plain_broken and not lists:
                return None
            plain_broken = plain_broken or tag == "IN"
        elif tag in ("VBG", "VBN") and i == group.end:
            plain_broken = True
        elif low in ("and", "or") and lists:
            plain_broken = True
        elif relative and tag.startswith("VB"):
            relative = False
            plain_broken = True
        else:
            return None
        i += 1
    _ = relayed
    return None


def _list_item(sentence: Sentence, i: int) -> bool:
    return sentence.tag(i) in ("CD", "DT", "JJ", "NNS", "NN")


def _left_skip(sentence: Sentence, k: int) -> int | None:
    """The next word to look at on the left of `k`, past what may stand between verb and number; None: stop."""
    low, tag = sentence.low(k), sentence.tag(k)
    if low == ",":
        for j in range(k - 1, max(-1, k - 14), -1):
            if sentence.low(j) in STOPS:
                return None
            if sentence.low(j) == "," or sentence.low(j) in DASHES:
                opening = sentence.low(j + 1)
                return j - 1 if opening in ("according", "as", "by", "in", "at", "on", "he", "she", "it", "they") else None
        return None
    if low in ("of", "to") and sentence.tag(k - 1).startswith("NN"):
        j = k - 1
        while j > 0 and sentence.tag(j) in ("NN", "NNS", "JJ", "DT", "PRP$"):
            j -= 1
        return j if low == "of" else None
    if tag in ("RB", "DT", "JJ", "RBR", "PDT", "PRP$", "RP") or low in ("in", "on", "up", "down", "out", "off", "back", "another", "than"):
        return k - 1
    return None


def object_reading(sentence: Sentence, number: Number, group: Group, *, lists: bool) -> Reading | None:
    """What was done to those counted, by a verb before the number. With `lists` the walk crosses the items of a list."""
    k: int | None = number.start - 1
    crossed = False
    while k is not None and k >= max(0, number.start - 26):
        low, tag = sentence.low(k), sentence.tag(k)
        if low in STOPS:
            return None
        for form, phrase in lexicon().verbs.get(low, ()):
            if phrase.intransitive or not fits(phrase, group.unit, group.empty):
                continue
            if tag in ("NN", "NNS", "JJ", "DT") and not (form in ("base", "third") and tag != "JJ" and not crossed and k > 0 and sentence.tag(k - 1).startswith("NN")):
                continue
            if form == "participle" and not _perfect(sentence, k):
                continue
            if form == "either" and _after_be(sentence, k):
                continue
            end = group.end
            if phrase.rest:
                inside = rest_end(sentence, k + 1, phrase.rest)
                if inside is not None and inside <= number.core:
                    end = group.end
                else:
                    after = rest_end(sentence, group.end, phrase.rest, gap=2)
                    if after is None or crossed:
                        continue
                    end = after
            real = not unreal_verb(sentence, k, zero=number.kind == "zero")
            return Reading(phrase.measure, k, end, phrase.weak, real=real)
        following = _left_skip(sentence, k)
        if following is None and lists and (tag in ("CD", "NN", "NNS", "NNP", "NNPS", "CC", "HYPH", "POS", "JJ", "VBN", "IN") or low == ","):
            crossed = True
            following = k - 1
        k = following
    return None


def _perfect(sentence: Sentence, k: int) -> bool:
    return any(sentence.low(j) in HAVE for j in range(max(0, k - 3), k))


def _after_be(sentence: Sentence, k: int) -> bool:
    j = k - 1
    while j >= 0 and sentence.tag(j) == "RB":
        j -= 1
    return sentence.low(j) in BE


def parsed_subject(doc: Doc, sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """What the parser takes to be said of the number's noun, where it stands further off in the sentence."""
    at = {w.at: i for i, w in enumerate(sentence.words)}
    token = doc[sentence.words[group.head if group.head is not None else number.end - 1].at]
    while token.dep_ in ("nummod", "quantmod", "compound") and token.head.i in at and group.head is None:
        token = token.head
    while token.dep_ == "conj" and token.head.i in at:
        token = token.head
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    verb = token.head
    while verb.i in at and verb.lower_ in measures().relays:
        follow = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp")]
        if not follow:
            break
        verb = follow[0]
    if verb.i not in at:
        return None
    i = at[verb.i]
    if i < group.end:
        return None
    helpers = {c.lower_.replace("’", "'") for c in verb.children if c.dep_ in ("aux", "auxpass")}
    be = bool(helpers & BE)
    for phrase, end in _subject_verbs(sentence, i, group, be=be, have=bool(helpers & HAVE) and not be):
        return Reading(phrase.measure, i, end, phrase.weak, real=not unreal_verb(sentence, i, zero=number.kind == "zero"))
    return None
