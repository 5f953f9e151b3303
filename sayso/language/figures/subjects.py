"""Verbs and states behind a number: what those counted did, and what was done to them in the passive."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.language.figures.clauses import DASHES, Sentence
from sayso.language.figures.governors import counted
from sayso.language.figures.groups import Group, fits
from sayso.language.figures.inflection import Form
from sayso.language.figures.numbers import Number
from sayso.language.figures.predicates import STAY, STOPS, Reading, object_follows, rest_end, state_at, verbs_at
from sayso.language.figures.reality import BE, DO, HAVE, NOT, unreal_verb
from sayso.language.figures.vocabulary import Phrase, lexicon, measures

NAMING = frozenset({"NNP", "NNPS", "NN", "CD", "CC", "PRP$", "HYPH"})
REACH = 34  # words between a number and its verb
# What may follow a verb that says it only by itself ("three sailors fell on Monday", not "fell ill").
AFTER_ALONE = frozenset(
    {"", ".", ",", ";", "and", "in", "at", "on", "near", "during", "within", "while", "there", "here"}
)


def _passive(sentence: Sentence, end: int, form: Form, *, be: bool, have: bool) -> bool:
    if form in ("base", "third", "ing", "past"):
        return False
    return be or (not have and not object_follows(sentence, end))


def _subject_verbs(sentence: Sentence, i: int, group: Group, *, be: bool, have: bool) -> Iterator[tuple[Phrase, int]]:
    if i > group.start and sentence.tag(i) in ("NN", "NNS") and sentence.tag(i - 1) in ("DT", "JJ", "PRP$", "VBN"):
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
        or _month(sentence, i)
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


def _month(sentence: Sentence, i: int) -> bool:
    """Whether the word at `i` is a month and no march: "since March", "last May"."""
    dated = sentence.tag(i - 1) == "IN" or sentence.low(i - 1) in ("last", "next", "this")
    return i > 0 and dated and sentence.words[i].text[:1].isupper()


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
    if opener == "," and (who := _names(sentence, i + 1)):
        return who
    closers = {"(": (")",), "[": ("]",), ",": (",",)}.get(opener, (*DASHES, "-"))
    for k in range(i + 1, min(len(sentence), i + reach)):
        if sentence.low(k) in closers:
            return k + 1
        if sentence.low(k) in STOPS:
            return None
    return None


def _names(sentence: Sentence, i: int) -> int | None:
    """Where the clause behind names and ages begins: "two sisters, Anka, 9, and Mira Sel, 7, | who were hurt"."""
    k = i
    while sentence.tag(k) in NAMING or sentence.low(k) == ",":
        k += 1
    named = any(sentence.tag(j) == "NNP" for j in range(i, k))
    return k if named and sentence.low(k) == "who" else None


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


def _same_subject(doc: Doc, verb: Token) -> bool:
    """Whether a joined verb has no words of its own behind "and" that could be its subject ("… and a third | sank")."""
    first = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass"))])
    joint = next((k for k in range(first - 1, verb.head.i, -1) if doc[k].tag_ == "CC"), None)
    between = doc[joint + 1 : first] if joint is not None else ()
    return not any(t.tag_.startswith("NN") or t.tag_ in ("DT", "PRP", "JJ") for t in between)


def parsed_subject(doc: Doc, sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """What the parser takes to be said of the number's noun, where it stands further off in the sentence."""
    at = {w.at: i for i, w in enumerate(sentence.words)}
    token = counted(doc, sentence, number, group)
    if number.kind == "zero" and token.dep_ == "pobj" and token.head.i == sentence.words[number.end - 1].at + 1:
        token = doc[sentence.words[number.end - 1].at]  # "none of the guards who came had a wound"
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
                if c.dep_ in links
                and (relay or _same_subject(doc, c))
                and not any(s.dep_.startswith("nsubj") and not relay for s in c.children)
            ),
            None,
        )
    return None
