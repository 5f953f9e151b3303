"""Bare numbers that leave what they count to the number before: "the firm's is nine", "… 12 dead, the firm nine"."""

from __future__ import annotations

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.groups import Group
from sayso.language.figures.numbers import Number
from sayso.language.figures.predicates import Reading
from sayso.language.figures.reality import BE
from sayso.language.figures.talk import ENDS, Talk
from sayso.language.figures.vocabulary import measures, number_words

JOINING = frozenset({",", "and", ";", "while", "but"})
HAVING = frozenset({"has", "have", "had"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
COUNTING = frozenset({"counted", "counts", "listed", "lists", "recorded", "registered"})
THEN = frozenset({"then", "later"})  # "it said two had died, then three"
TWICE = frozenset({"of", "at"})
LOSING = frozenset({"lost", "lose", "losing"})
AFTER = frozenset({"at", "by", "in", "on"})
NAMES = 6  # words that a name before a number may have


def gapped_reading(sentence: Sentence, number: Number, group: Group, talk: Talk) -> Reading | None:
    """The topic's measure for a number without a noun that stands beside whose it is."""
    topic = talk.topic(sentence)
    if topic is None or number.kind != "cardinal" or number.value is None or not group.empty:
        return None
    k, after = number.start - 1, sentence.low(number.end)
    closed = after in ENDS
    possessive = [sentence.tag(j) == "POS" or sentence.low(j) in POSSESSIVE for j in (k, k - 1)]
    owned = possessive[0] or (possessive[1] and (sentence.low(k) in BE or sentence.low(k) == "own"))
    times = {*measures().rates, *number_words().moments}
    owned = owned and times.isdisjoint((sentence.low(k - 1), sentence.low(k - 2)))  # not "last night's six"
    theirs = closed and sentence.tag(k) == "PRP$"  # "she stood by her six"
    having = sentence.low(k) in HAVING
    listed = having and after == "on" and sentence.low(number.end + 2) == "list"
    likewise = having and closed and talk.in_sentence(sentence) and _had_before(sentence, k)
    counted = sentence.low(k) in COUNTING and (closed or after in AFTER)
    lost = sentence.low(k) in LOSING and closed and topic in ("killed", "casualties")
    then = closed and sentence.low(k) in THEN and sentence.low(k - 1) in JOINING and talk.in_sentence(sentence)
    accorded = sentence.low(k) in JOINING and (after, sentence.low(number.end + 1)) == ("according", "to")
    if (
        owned
        or theirs
        or listed
        or likewise
        or counted
        or lost
        or accorded
        or then
        or (closed and _joined(sentence, number, talk))
    ):
        return Reading(topic, number.start, number.end)
    return None


def _had_before(sentence: Sentence, end: int) -> bool:
    """Whether a number is already had in the sentence ("Orsk had 14 deaths; Kolm, a port, had nine")."""
    return any(sentence.low(j) in HAVING and sentence.tag(j + 1) == "CD" for j in range(end))


def _joined(sentence: Sentence, number: Number, talk: Talk) -> bool:
    """ "The union counted 12 dead, the company nine": a name between the first clause and the number.

    "It spoke of six dead, the rebels of 31" says its preposition twice.
    """
    k = number.start - 1
    if sentence.low(k) in TWICE and any(sentence.low(j) == sentence.low(k) for j in range(k - 1)):
        k -= 1
    if not talk.in_sentence(sentence) or not sentence.tag(k).startswith("NN"):
        return False
    low = max(0, k - NAMES)
    while k >= low and sentence.tag(k) in ("NN", "NNS", "NNP", "NNPS", "JJ", "DT", "POS", "PRP$"):
        k -= 1
    return sentence.low(k) in JOINING and sentence.tag(k + 1) in ("DT", "NNP", "NNPS", "PRP$")
