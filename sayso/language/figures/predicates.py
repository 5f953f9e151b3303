"""Verbs and states that say what happened to those counted, found after the number or before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.language.figures.clauses import BARRIERS, DASHES, FULL_STOPS, Sentence
from sayso.language.figures.groups import Group, fits
from sayso.language.figures.inflection import Form
from sayso.language.figures.numbers import Number
from sayso.language.figures.reality import BE, DO, HAVE, NOT, unreal_verb
from sayso.language.figures.vocabulary import Phrase, State, lexicon, measures, number_words

GAP = 3  # words that may stand inside a verb phrase ("taken to the city hospital")
REACH = 34  # words between a number and its verb
STOPS = BARRIERS | FULL_STOPS
STAY = frozenset({"remain", "remains", "remained", "stayed", "lay", "lie", "went"})
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "of", "for"})
# What may follow a verb that says it only by itself ("three sailors fell on Monday", not "fell ill").
AFTER_ALONE = frozenset({"", ".", ",", ";", "and", "in", "at", "on", "near", "during", "while", "there", "here"})
NO_VERB_TAGS = frozenset({"RP", "IN", "JJ", "DT", "RB", "NNP", "NNPS", "TO"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure for a number, and the words (`start` to `end`) that give it.

    `at` is the word that says it; `plain` marks a participle or adjective right after the number, without
    auxiliary; `real` is false for what is planned, possible or negated; `bound` for a total that a verb
    makes a lower bound ("the toll passed 50"); `acts` marks a verb of those counted that takes no object.
    """

    measure: str
    start: int
    end: int
    at: int = -1
    weak: bool = False
    plain: bool = False
    real: bool = True
    bound: str | None = None
    acts: bool = False


TO_DEATH = (frozenset({"to"}), frozenset({"death", "deaths"}))
TAGGED: dict[str, Form] = {"VBD": "either", "VBN": "either", "VBZ": "third", "VBP": "base", "VB": "base", "VBG": "ing"}


def verbs_at(sentence: Sentence, i: int) -> tuple[tuple[Form, Phrase], ...]:
    """What the verb at `i` may say of a number; whatever it is, "to death" behind it makes it say that they died."""
    known = lexicon().verbs.get(sentence.low(i), ())
    form = TAGGED.get(sentence.tag(i)) if sentence.low(i) not in measures().not_to_death else None
    if form and any(sentence.low(k) in TO_DEATH[1] and sentence.low(k - 2) != "from" for k in range(i + 2, i + 12)):
        return ((form, Phrase("killed", sentence.low(i), TO_DEATH)), *known)
    return known


def rest_end(sentence: Sentence, i: int, rest: tuple[frozenset[str], ...], gap: int = GAP) -> int | None:
    """Where the words of `rest`, standing in order from `i` on, end; None where they do not stand there."""
    at = i
    for options in rest:
        for k in range(at, at + gap + 1):
            low = sentence.low(k)
            if low in options:
                at = k + 1
                break
            if low in STOPS or low in (",", "and", "or", "") or sentence.tag(k) in ("CD", "VBD"):
                return None
        else:
            return None
    return at


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


def state_at(sentence: Sentence, i: int, group: Group) -> tuple[State, int] | None:
    """The state ("in hospital", "dead") that stands at `i`, and its end."""
    for state in lexicon().states.get(sentence.low(i), ()):
        phrase = Phrase(state.measure, state.words[0], known=state.known)
        if not sentence.has(i, state.words) or not fits(phrase, group.unit, group.empty):
            continue
        if sentence.low(i - 1) in ARTICLES and i > group.end:
            continue
        if sentence.tag(i) == "VBD" and len(state.words) == 1 and _object_follows(sentence, i + 1):
            continue  # "1,500 homes lost power"
        return state, i + len(state.words)
    return None


def _object_follows(sentence: Sentence, i: int) -> bool:
    """Whether a noun group begins at `i`, so that the verb before it is active."""
    if sentence.low(i) in number_words().moments:
        return False
    return sentence.tag(i) in ("DT", "CD", "PRP$", "PRP", "NN", "NNS", "NNP", "JJ", "PDT")


def _passive(sentence: Sentence, end: int, form: Form, *, be: bool, have: bool) -> bool:
    if form in ("base", "third", "ing", "past"):
        return False
    return be or (not have and not _object_follows(sentence, end))


def _subject_verbs(sentence: Sentence, i: int, group: Group, *, be: bool, have: bool) -> Iterator[tuple[Phrase, int]]:
    if sentence.tag(i) in ("NN", "NNS") and sentence.tag(i - 1) in ("DT", "JJ", "PRP$", "VBN"):
        return
    forms = verbs_at(sentence, i)
    if (
        not forms
        or (
            sentence.low(i + 1) == "-"
            and sentence.tag(i + 2)[:1] in "NJ"
            and sentence.words[i + 1].start == sentence.words[i].end
        )
        or sentence.tag(i) in ("RP", "IN")
        or (i and sentence.words[i].text[:1].isupper() and sentence.low(i - 1) in ("in", "on"))
    ):
        return
    for form, phrase in forms:
        end = rest_end(sentence, i + 1, phrase.rest)
        if end is None or not fits(phrase, group.unit, group.empty):
            continue
        if phrase.alone and not (form in ("past", "either") and sentence.low(i + 1) in AFTER_ALONE):
            continue
        if phrase.intransitive:
            if not (be and form != "ing") and not (form == "third" and sentence.tag(i) != "VBZ"):
                yield phrase, end
        elif _passive(sentence, end if phrase.rest else i + 1, form, be=be, have=have):
            yield phrase, end


def _together(sentence: Sentence, i: int, measure: str) -> tuple[str, int]:
    """The measure of two verbs joined in one breath ("killed or wounded"), and the index of the second."""
    if sentence.low(i + 1) in ("or", "and"):
        for _, phrase in lexicon().verbs.get(sentence.low(i + 2), ()):
            both = measures().together.get(f"{measure} {phrase.measure}")
            if both:
                return both, i + 2
    return measure, i


def _jump(sentence: Sentence, i: int, reach: int = 18) -> int | None:
    """Past the insertion that the comma, dash or bracket at `i` opens; None where it does not close again."""
    opener = sentence.low(i)
    closers = {"(": (")",), "[": ("]",), ",": (",",)}.get(opener, (*DASHES, "-"))
    for k in range(i + 1, min(len(sentence), i + reach)):
        if sentence.low(k) in closers:
            return k + 1
        if sentence.low(k) in STOPS:
            return None
    return None


def _acts(phrase: Phrase) -> bool:
    return phrase.intransitive and not phrase.rest and not phrase.takes_object


def _list_item(sentence: Sentence, i: int) -> bool:
    return sentence.tag(i) in ("CD", "DT", "JJ", "NNS", "NN", "NNP") and sentence.low(i) not in (
        "that",
        "this",
        "those",
    )


def subject_reading(sentence: Sentence, number: Number, group: Group, *, lists: bool) -> Reading | None:
    """What is said of the number by the words after it. With `lists` the walk crosses "and" and commas of a list."""
    words = measures()
    i = group.end
    be = have = far = relative = joined = through = False
    zero = number.kind == "zero"
    while i < min(len(sentence), group.end + REACH):
        low, tag = sentence.low(i), sentence.tag(i)
        state = state_at(sentence, i, group)
        verbs = sorted(_subject_verbs(sentence, i, group, be=be, have=have), key=lambda v: (-len(v[0].rest), v[1]))
        if state and (not verbs or state[1] > verbs[0][1]):
            found, end = state
            plain = not (be or have or far)
            real = not unreal_verb(sentence, i, zero=zero)
            return Reading(found.measure, i, end, i, found.weak, plain, real)
        if verbs:
            phrase, end = verbs[0]
            if number.kind != "another" or sentence.tag(i) not in ("NN", "VB") or phrase.rest:
                measure, last = _together(sentence, i, phrase.measure)
                real = not unreal_verb(sentence, i, zero=zero)
                plain = not (be or have or far or phrase.intransitive)
                return Reading(measure, i, max(end, last + 1), i, phrase.weak, plain, real, acts=_acts(phrase))
        if low in STOPS:
            return None
        if low in BE or low in STAY:
            be = True
        elif low in HAVE:
            have = True
        elif low in NOT or low in DO or tag in ("MD", "RB", "RBR", "RBS") or low in ("to", "both", "all", "as", "yet"):
            pass
        elif low in (")", "]"):
            far = True
        elif low in words.relays and (be or have or tag == "VBN"):
            be = have = False
            far = True
        elif tag in ("WP", "WDT") and through:
            return None  # the clause is about a nearer noun ("two films about a man who was killed")
        elif tag in ("WP", "WDT") or (low == "that" and i == group.end):
            relative = far = True
        elif low in ("(", "[", ",", "-") or low in DASHES:
            after = _jump(sentence, i)
            far = True
            if lists and low == "," and sentence.low(i + 1) in ("and", "or"):
                i += 1
                continue
            if lists and low == "," and (after is None or _list_item(sentence, i + 1)):
                i += 1
                continue
            if after is None or after >= len(sentence):
                return None
            i = after
            continue
        elif tag in ("IN", "DT", "CD", "PRP$", "POS", "JJ", "HYPH", "RP") or tag.startswith("NN") or low == "their":
            if not far and not lists and tag not in ("IN", "POS"):
                return None
            if lists and joined and low == "of":
                return None
            far = True
            through = through or tag == "IN"
        elif tag in ("VBG", "VBN") and i == group.end:
            far = True
        elif low in ("and", "or") and lists:
            if not _list_item(sentence, i + 1):
                return None
            far = joined = True
        elif relative and tag.startswith("VB"):
            relative = False
        else:
            return None
        i += 1
    return None


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
        if sentence.low(k - 1).removesuffix("s") not in measures().frames and sentence.low(k - 1) not in (
            "lives",
            "bodies",
        ):
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
        return any(sentence.low(j) in HAVE for j in range(max(0, k - 3), k))
    if form == "either":
        j = k - 1
        while j >= 0 and sentence.tag(j) == "RB":
            j -= 1
        return sentence.low(j) not in BE
    return True


def object_reading(sentence: Sentence, number: Number, group: Group, *, lists: bool) -> Reading | None:
    """What was done to those counted, by a verb before the number. With `lists` the walk crosses a list's items."""
    k: int | None = number.start - 1
    crossed = False
    while k is not None and k >= max(0, number.start - 26):
        low, tag = sentence.low(k), sentence.tag(k)
        if low in STOPS:
            return None
        for form, phrase in verbs_at(sentence, k):
            if phrase.intransitive or phrase.passive or not _governs(sentence, k, form, crossed):
                continue
            if not fits(phrase, group.unit, group.empty):
                continue
            end = _split_rest(sentence, k, number, group, phrase.rest) if phrase.rest else group.end
            if end is None or (crossed and end > group.end):
                continue
            measure, first = phrase.measure, k
            if sentence.low(k - 1) in ("or", "and"):
                for _, other in lexicon().verbs.get(sentence.low(k - 2), ()):
                    both = measures().together.get(f"{other.measure} {measure}")
                    if both:
                        measure, first = both, k - 2
                        break
            real = not unreal_verb(sentence, first, zero=number.kind == "zero")
            return Reading(measure, first, end, k, phrase.weak, real=real)
        following = _left_skip(sentence, k)
        joint = tag in ("CD", "CC", "HYPH", "POS", "JJ", "VBN", "IN", "DT") and low != "but"
        crossing = joint or tag.startswith("NN") or low == ","
        if following is None and lists and crossing and not (k == number.start - 1 and tag == "IN"):
            crossed = True
            following = k - 1
        k = following
    return None


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
    verb: Token | None = token.head
    for _ in range(4):
        if verb is None or verb.i not in at or at[verb.i] < group.end:
            return None
        helpers = {c.lower_.replace("’", "'") for c in verb.children if c.dep_ in ("aux", "auxpass")}
        be = bool(helpers & BE)
        i = at[verb.i]
        for phrase, end in _subject_verbs(sentence, i, group, be=be, have=bool(helpers & HAVE) and not be):
            real = not unreal_verb(sentence, i, zero=number.kind == "zero")
            return Reading(phrase.measure, i, end, i, phrase.weak, real=real, acts=_acts(phrase))
        relay = verb.lower_ in measures().relays
        links = ("xcomp", "ccomp") if relay else ("conj",)
        verb = next(
            (
                c
                for c in verb.children
                if c.dep_ in links and not any(s.dep_.startswith("nsubj") and not relay for s in c.children)
            ),
            None,
        )
    return None
