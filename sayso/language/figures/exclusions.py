"""Numbers that count nothing: ages, dates, hours, sums, distances, shares, labels and the like."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.groups import Group
from sayso.language.figures.numbers import HYPHENS, Number
from sayso.language.figures.reality import BE
from sayso.language.figures.vocabulary import lexicon, measures, number_words

CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
YEARS = range(1800, 2101)
OLDEST = 111
AFTER_AGE = frozenset({",", ")", ".", ";", ":", "and", "of", "from", "who", "was", ""})
HOURS = 24
ASKING = ("how", "why", "where")
EACH = ("a", "per", "each", "every")  # before the stretch of time of a rate
RATE_REACH = 8  # words in which a rate may follow what is counted
AFTER_SPAN = frozenset(
    {"ago", "later", "earlier", "after", "before", "of", "on", "apart", "from", "early", "late", "long"}
)
DAYS = 31


def _share(sentence: Sentence, number: Number, group: Group) -> bool:
    """Percentages, fractions, "one in ten", and sums of money."""
    words = number_words()
    before, after, second = sentence.low(number.start - 1), sentence.low(number.end), sentence.low(number.end + 1)
    if {before, after, sentence.low(number.core - 1)} & set(words.currency):
        return True
    if after in ("%", "percent", "pc", "pct", "/") or before == "/" or (after, second) == ("per", "cent"):
        return True
    k = number.start - (2 if before == "the" or sentence.tag(number.start - 1) == "PRP$" else 1)
    if sentence.low(k) == "of" and sentence.low(k - 1) in words.shares:
        return True
    ratio = after in ("in", "out") and sentence.tag(number.end + 1) == "CD"
    return group.empty and (ratio or (before == "in" and sentence.tag(number.start - 2) == "CD"))


def _date(sentence: Sentence, number: Number, group: Group) -> bool:
    """Days of a month, years and hours."""
    words = number_words()
    before, after = sentence.low(number.start - 1), sentence.low(number.end)
    first = sentence.words[number.core]
    small = number.value is not None and (number.value <= DAYS or number.value in YEARS)
    if small:
        follows = after in words.months and sentence.words[number.end].text[:1].isupper()
        month = sentence.low(number.core - 1)
        if follows or (month in words.months and sentence.words[number.core - 1].text[:1].isupper()):
            return True
    if CLOCK.fullmatch(first.text):
        return True
    if first.text.isdigit() and len(first.text) == 4 and number.end - number.core == 1 and int(first.text) in YEARS:
        before = sentence.low(number.core - 1)
        dated = before in ("in", "since", "of", "by", "until", "from", "during", "the")
        if group.empty or group.singular or dated:
            return group.unit != "person" or before in ("in", "since", "during", "the")
    hour = group.empty and number.value is not None and number.value <= HOURS and number.kind == "cardinal"
    if hour and before in ("by", "until", "till", "after", "before", "since"):
        return after not in lexicon().states or sentence.low(number.end + 1) == "the"
    return False


def _age(sentence: Sentence, number: Number, group: Group) -> bool:
    """Ages: "a girl of nine", "Marta Vell, 44, a roofer", "aged 58 and 61"."""
    before, after = sentence.low(number.start - 1), sentence.low(number.end)
    if not group.empty or group.pronoun or number.value is None or number.value >= OLDEST:
        return False  # "on Monday, three of them"
    if sentence.low(number.core - 1) in ("under", "over") and sentence.low(number.core - 2) in BE:
        return True  # "was under 18"
    if (before == "and" and sentence.low(number.start - 3) == "aged") or sentence.low(number.start - 2) == "age":
        return True
    if before == "of" and sentence.tag(number.start - 2) == "NN":
        person = lexicon().units.get(sentence.low(number.start - 2)) == "person"
        return person and sentence.low(number.start - 2) not in measures().frames
    if after in ("'s", "s") and before in ("his", "her", "their", "the"):
        return True
    named, common = sentence.tag(number.start - 2) == "NNP", sentence.tag(number.start - 2) == "NN"
    return before == "," and ((named and after in AFTER_AGE) or (common and after == ","))


def _label(sentence: Sentence, number: Number, group: Group) -> bool:
    """Numbers that name something: "School No. 4", "Flight 370", "12-year-old"."""
    words = number_words()
    after = sentence.words[number.end] if number.end < len(sentence) else None
    last = sentence.words[number.end - 1]
    if after is not None and after.text in HYPHENS and last.text != "+" and number.end + 1 < len(sentence):
        joined = last.end == after.start and after.end == sentence.words[number.end + 1].start
        if joined:
            return True
    label = sentence.low(number.core - 1)
    if number.start != number.core:
        return False
    digits = sentence.words[number.core].text[:1].isdigit()  # "the ministry counts nine dead, Orsk two"
    if group.empty and digits and sentence.tag(number.core - 1) == "NNP" and not _speaks(label):
        return True  # "Super Bowl 52"
    if label == "." and sentence.low(number.core - 2) == "no":
        return True
    if label == "number" and sentence.low(number.core - 2) in lexicon().totals:
        return False  # "the dead number 12"
    if label in words.labels:
        named = sentence.words[number.core - 1].text[:1].isupper() or label not in words.label_exceptions
        return named and (group.head is None or group.unit != "person")
    return False


def _speaks(word: str) -> bool:
    """Whether a word that the tagger takes for a name says something of numbers ("Bus Plunge Kills 26")."""
    known = lexicon()
    if word in number_words().moments or word in measures().sayings:
        return True
    return word in known.verbs or word in known.totals or word in measures().count_links or word in known.states


def _measured(sentence: Sentence, number: Number, group: Group) -> bool:
    """Hours, metres, tonnes, crowns, seats: what no measure is about."""
    nothing = lexicon().not_counts
    if group.head is None:
        return sentence.low(number.end) in nothing
    if sentence.low(group.head) in nothing or sentence.low(group.start) in nothing:
        return True
    if group.singular and number.value not in (1, None) and number.kind == "cardinal":
        return (group.noun is None and group.unit != "person") or group.unit == "thing"
    return False


def _distributive(sentence: Sentence, number: Number, group: Group) -> bool:
    """Pronouns: "every one", "each one", "one another"."""
    before = sentence.low(number.start - 1)
    names = group.head is not None and sentence.tag(group.head) == "NNP" and not sentence.low(group.head).endswith("s")
    if names and sentence.low(number.core) in number_words().both:
        return True  # "both the mayor of Orsk and …", "both President Ard and …"
    aside = before == "," and group.empty and (sentence.tag(number.end) == "IN" or sentence.low(number.end) == "aged")
    if aside and sentence.low(number.core) in number_words().both:
        return True  # "two suspects, both in their twenties"
    if number.value == 1 and sentence.low(number.end) == "another":
        return True
    joined = sentence.tag(number.start - 1) == "IN"  # "said that one soldier died", and not "that one soldier"
    if before == "that" and (group.pronoun or number.qualifier or joined):
        return False  # "said that one of them died", "that a single rocket was fired"
    if sentence.low(number.start) == "the" and before in ASKING and group.empty:
        return True  # "how the two had died"
    if before == "which" and sentence.low(number.start - 2) == "of":
        return False  # "two missiles, of which one was intercepted"
    return number.value == 1 and before in ("every", "each", "any", "either", "which", "this", "that", "no", "another")


def _rate(sentence: Sentence, number: Number, group: Group) -> bool:
    """So many in each stretch of time: "90 people a day", "die every year", "55 a week to 33"; not "a day later"."""
    at = number.start
    if sentence.low(at - 1) == "to" and sentence.low(at - 2) in measures().rates and sentence.low(at - 3) in EACH:
        return True
    for k in range(group.end, min(len(sentence), group.end + RATE_REACH)):
        if sentence.low(k) in (",", ";", ".", "and") or sentence.tag(k) == "IN":
            return False  # "five raids in a week"
        if sentence.low(k) in EACH and sentence.low(k + 1) in measures().rates:
            return sentence.low(k) != "a" or sentence.low(k + 2) not in AFTER_SPAN
    return False


RULES: tuple[Callable[[Sentence, Number, Group], bool], ...] = (
    _distributive,
    _rate,
    _share,
    _date,
    _age,
    _label,
    _measured,
)


def counts_nothing(sentence: Sentence, number: Number, group: Group) -> bool:
    """Whether the number counts nothing that a measure could be about."""
    aside = sentence.low(number.start - 1) == "," and sentence.low(number.end).endswith("ly")
    if number.kind == "zero" and aside:
        return True  # "three were hurt, none seriously"
    if number.kind in ("zero", "another"):
        return group.head is not None and sentence.low(group.head) in lexicon().not_counts
    return any(rule(sentence, number, group) for rule in RULES)
