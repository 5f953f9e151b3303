"""Nouns that are a measure themselves ("30 deaths"), or are one where no verb says otherwise ("14 prisoners")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.groups import Group, fits
from sayso.language.figures.numbers import Number
from sayso.language.figures.predicates import STAY, Reading, let_go
from sayso.language.figures.reality import BE, unreal_noun
from sayso.language.figures.vocabulary import Phrase, attacked, lexicon, measures, number_words

TOLD = frozenset({"last", "first", "latest", "previous", "past", "these", "those"})
CROWDS = ("hundreds", "thousands", "hundreds of", "thousands of")
MEETING = {
    "interview",
    "speak",
    "talk",
    "question",
    "meet",
    "survey",
    "poll",
    "contact",
    "quote",
    "photograph",
    "reach",
}
STILL = BE | STAY
RECENT = frozenset({"since", "in", "this", "within", "past", "so"})
PERIODS = frozenset(
    [
        "since",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "hours",
        "fortnight",
        "night",
        "nights",
        "season",
        "war",
        "far",
    ]
)


def _other_strike(sentence: Sentence) -> bool:
    """Whether the sentence speaks of strikes and raids that are no attacks."""
    return not {w.low for w in sentence.words}.isdisjoint(measures().not_near["attack"])


def strong_noun(sentence: Sentence, number: Number, group: Group, topic: str | None) -> Reading | None:
    """The measure of a noun that no verb beside it changes."""
    if group.head is None:
        return None
    noun = group.noun
    if noun is None and topic == "attack" and sentence.low(group.head).removesuffix("s") in measures().instances:
        noun = topic
    if group.partitive and noun != "attack" and number.value in (0, 1):
        return None  # "none of the injured were local"
    if noun is None or (noun == "attack" and (_other_strike(sentence) or (group.singular and number.value != 1))):
        return None
    told = sentence.low(number.core) in number_words().both or sentence.low(number.core - 1) in TOLD
    if noun == "attack" and told:
        return None  # "the last two raids", "both raids" are those spoken of, not all there were
    if noun == "attack" and number.value in (0, 1):
        return None  # "no attack", "one raid" are statements of fact, not counts
    if any(sentence.low(k) in measures().undone for k in range(number.end, group.head)):
        return None
    end = group.end
    if sentence.low(end) in ("and", "or"):
        both = measures().together.get(f"{noun} {lexicon().nouns.get(sentence.low(end + 1))}")
        noun, end = (both, end + 2) if both else (noun, end)
    real = not unreal_noun(sentence, number.start)
    return Reading(noun, number.start, end, group.head, real=real)


def _acts(noun: Token) -> bool:
    """Whether a verb other than "be" or "remain" is said of the noun."""
    return noun.dep_ == "nsubj" and noun.head.lower_ not in STILL


def _met(noun: Token) -> bool:
    """Whether somebody only spoke with them: "interviewed 112 survivors", "14 survivors questioned by the court"."""
    above = noun.head if noun.dep_ in ("dobj", "nsubjpass") else noun.head.head if noun.dep_ == "pobj" else None
    of = noun.dep_ == "pobj" and noun.head.lower_ not in ("to", "with")
    verbs = [*([above] if above is not None and not of else []), *(c for c in noun.children if c.dep_ == "acl")]
    return any(verb.lemma_.lower() in MEETING for verb in verbs)


def loose_noun(doc: Doc, sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """What the noun's own words say where no verb does ("seven wrecked vehicles", "14 prisoners").

    A noun that another verb is said of ("two protesters told us") is a mention of persons and no figure, but for a
    crowd: "hundreds of protesters blocked the bridge".
    """
    if group.head is None or number.kind == "article":
        return None
    first = number.start
    while sentence.tag(first - 1) == "CD" or sentence.low(first - 1) in (",", "or"):
        first -= 1  # "let in 80,000, 90,000 or 100,000"
    around = [*range(max(0, first - 3), first), *range(group.end, group.end + 5)]
    noun = doc[sentence.words[group.head].at]
    measure = None if group.partitive else group.loose
    if measure == "attended":
        few = number.value is not None and number.value < measures().crowd_from
        crowd = number.value is not None or (number.qualifier or "").endswith(CROWDS)
        measure = None if noun.dep_ == "nsubjpass" or few or (_acts(noun) and not crowd) else measure
    elif _acts(noun):
        measure = None
    if group.mark and fits(Phrase(group.mark, ""), group.unit, False):
        measure = group.mark
    if measure is None or _met(noun) or any(let_go(sentence, k) for k in around):
        return None
    real = not unreal_noun(sentence, number.start)
    return Reading(measure, number.start, group.end, group.head, real=real)


def _toll(sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """ "Claimed its 40th life"."""
    k = number.start - 1
    k -= sentence.tag(k) in ("DT", "PRP$")
    for form, phrase in lexicon().verbs.get(sentence.low(k), ()) if group.head is not None else ():
        if form != "base" and phrase.rest and sentence.low(group.head or 0) in phrase.rest[-1]:
            return Reading(phrase.measure, k, group.end, k)
    return None


def _again(sentence: Sentence, number: Number) -> int | None:
    """The verb of "the third time that the school had been hit"."""
    if sentence.low(number.end) != "time":
        return None
    for i in range(number.end + 2, len(sentence)):
        if sentence.low(i) in attacked() and sentence.low(i - 1) in BE:
            return i if sentence.low(i + 1) != "by" else None  # "hit by a fine"
        if sentence.low(i) in (",", ";", ":"):
            return None
    return None


def ordinal_reading(sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """A count by an ordinal, where the words say since when ("the 18th attack in 31 days").

    "Second" never counts: it mostly means "another".
    """
    if toll := _toll(sentence, number, group):
        return toll
    rest = {w.low for w in sentence.words[number.end :]}
    again = _again(sentence, number)
    definite = any(sentence.low(k) == "the" for k in range(max(0, number.start - 1), number.start))
    # A headline leaves the article out.
    definite = definite or (number.start == 0 and sentence.words[-1].low != ".")
    if not definite or rest.isdisjoint(RECENT) or rest.isdisjoint(PERIODS):
        return None
    if _other_strike(sentence):
        return None
    if group.noun == "attack":
        return Reading("attack", number.start, group.end, number.end)
    if again is not None:
        return Reading("attack", number.start, again + 1, again)
    verb = group.end + 1 + (sentence.low(group.end + 1) == "be")
    if sentence.low(group.end) == "to":
        for form, phrase in lexicon().verbs.get(sentence.low(verb), ()):
            whole = phrase.intransitive if form == "base" else form in ("either", "participle")
            if whole and not phrase.rest and fits(phrase, group.unit, group.empty):
                return Reading(phrase.measure, number.start, verb + 1, number.end)
    before = [lexicon().nouns.get(sentence.low(k)) for k in range(max(0, number.start - 5), number.start)]
    if group.empty and "attack" in before and sentence.tag(number.end) == "IN":
        return Reading("attack", number.start, number.end, number.end)
    return None
