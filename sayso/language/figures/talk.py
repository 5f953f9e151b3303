"""Bare numbers that take their measure from the talk before them ("The ministry says 47. The lawyers say 326.")."""

from __future__ import annotations

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.groups import Group, fits
from sayso.language.figures.numbers import Number
from sayso.language.figures.predicates import Reading
from sayso.language.figures.subjects import subject_reading
from sayso.language.figures.totals import counted_between, total_at
from sayso.language.figures.vocabulary import Phrase, measures

REACH = 2  # sentences for which the talk stays of one measure
FIGURE_REACH = 6  # … where the number is somebody's figure ("their figure of two")
FIGURES = frozenset({"figure", "figures", "number", "numbers", "count", "counts", "estimate", "estimates"})
SOURCE = 7  # words that may name who gives a number, before a colon
PROFORMS = frozenset({"did", "do", "does", "have", "has", "had", "were", "was", "are"})
ENDS = frozenset({"", ".", ",", ";", "!", "?", ")", "–", "—"})


class Talk:
    """What the sentences read so far were last about."""

    def __init__(self) -> None:
        self._measure: str | None = None
        self._index = -1
        self._last: Sentence | None = None

    def near(self, sentence: Sentence) -> set[str]:
        """The words of `sentence` and of the one before it."""
        return {word.low for each in (self._last, sentence) if each for word in each.words}

    def over(self, sentence: Sentence) -> None:
        """`sentence` has been read."""
        self._last = sentence

    def heard(self, sentence: Sentence, measure: str, *, of_all: bool = False) -> None:
        """A figure of `measure` stood in `sentence`; one `of_all` that the last was a part of changes no topic."""
        self._measure, self._index = self._measure if of_all else measure, sentence.index

    def in_sentence(self, sentence: Sentence) -> bool:
        """Whether a figure was heard in the sentence itself."""
        return self._index == sentence.index

    def topic(self, sentence: Sentence, reach: int = REACH) -> str | None:
        """The measure that a bare number in `sentence` would be of."""
        return self._measure if sentence.index - self._index <= reach else None

    def listen(self, sentence: Sentence) -> None:
        """Takes the topic that a sentence without figures sets ("How many were hurt?")."""
        for i in range(len(sentence)):
            if sentence.has(i, ("how", "many")) or sentence.has(i, ("number", "of")):
                measure = _asked(sentence, i)
                self._measure, self._index = measure, sentence.index
                return
            total = total_at(sentence, i)
            opened = i == 1 and sentence.tag(i + 1).startswith(("VB", "MD"))  # "The toll is not clear."
            if total and sentence.low(i - 1) == "the" and (opened or sentence.low(i + 1) in (".", ":")):
                self.heard(sentence, total[0])  # "Then there are the wounded."
                return
        if self.topic(sentence) and any(word.low in FIGURES for word in sentence.words):
            self._index = sentence.index  # "Neither figure can be right."


def _asked(sentence: Sentence, i: int) -> str | None:
    """The measure that "how many people …" or "the number of …" at `i` is about."""
    end = i + 2
    head = None
    while sentence.tag(end).startswith(("NN", "JJ")) and end < i + 6:
        head, end = end, end + 1
    unit = "person" if head is not None else None
    number = Number(i, i, i + 2, None, None, None)
    reading = subject_reading(sentence, number, Group(i + 2, end, head, unit), lists=False)
    return reading.measure if reading else counted_between(sentence, i + 2, min(len(sentence), i + 8))


def elliptic_reading(sentence: Sentence, number: Number, group: Group, talk: Talk) -> Reading | None:
    """The topic's measure for a number that somebody gives without saying of what."""
    topic = talk.topic(sentence)
    if topic is None or number.kind != "cardinal" or number.value is None:
        return None
    words = measures()
    k = number.start - 1
    before, second = sentence.low(k), sentence.low(k - 1)
    if before in ("counts", "counted", "count") and group.head is not None:
        return Reading(topic, k, group.end) if fits(Phrase(topic, "", known=True), group.unit, False) else None
    if group.pronoun:
        return None  # "said one of them"
    if group.empty and sentence.low(number.end) in PROFORMS and sentence.low(number.end + 1) in ENDS:
        return Reading(topic, number.start, number.end + 1)  # "the company says fewer than 2,000 did"
    if before == ":" and 0 < k < SOURCE and sentence.low(number.end) in ENDS and sentence.tag(k - 1).startswith("NN"):
        return Reading(topic, number.start, number.end)  # "The interior ministry: 19."
    change = before == "from" and second in ("up", "down")
    if group.empty and change:
        return Reading(topic, number.start, number.end)
    opens = number.start == 0 or (before == ";" and sentence.low(number.end) == ",")
    if opens and group.empty and _said_at_the_end(sentence, number.end):
        return Reading(topic, number.start, number.end)
    if not group.empty or sentence.low(group.end) not in ENDS:
        return None
    verb = sentence.tag(k).startswith(("VB", "NNS"))  # the tagger takes some verbs of headlines for nouns
    says = f"{second} {before}" in words.sayings or (before in words.sayings and verb)
    given = before in ("you", "us", "them") and second in words.sayings
    copula = before in ("is", "was", "been", "were", "be", "become", "became") and second in (
        "it",
        "that",
        "there",
        "had",
        "have",
        "number",
        "time",
        "figure",
    )
    as_number = before == "as" and any(sentence.low(j) in ("number", "figure", "toll") for j in range(max(0, k - 4), k))
    if says or given or copula or as_number:
        return Reading(topic, number.start, number.end)
    return None


def _said_at_the_end(sentence: Sentence, end: int) -> bool:
    """Whether a sentence that opens with a number tells only whose it is: "Eighteen, say the police", "Ninety “at the
    peak”, says the mayor".
    """
    says = ("say", "says", "said")
    if sentence.low(end) == ",":
        named = sentence.low(end + 2) in says and sentence.tag(end + 1).startswith("NN")  # "nine, residents said"
        return named or sentence.low(end + 1) in says
    near = sentence.low(end) in ("at", "in", "on")
    return near and any(sentence.low(k) == "," and sentence.low(k + 1) in says for k in range(end, len(sentence)))
