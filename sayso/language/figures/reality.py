"""Whether a statement is about what happened: not what could, shall, or did not."""

from __future__ import annotations

import re
from functools import cache

from sayso.language.figures.clauses import BARRIERS, FULL_STOPS, Sentence
from sayso.language.figures.vocabulary import measures, number_words

BE = frozenset(
    {"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "am", "'m", "get", "got", "gets", "getting"}
)
HAVE = frozenset({"have", "has", "had", "having", "'ve", "'d"})
DO = frozenset({"do", "does", "did"})
NOT = frozenset({"not", "n't", "never", "nt"})
DATING = frozenset({"in", "since", "of", "during", "the", "a", "from"})
YEAR = re.compile(r"(?:18|19|20)\d\d")


def _planned(sentence: Sentence, i: int) -> bool:
    """Whether the infinitive whose "to" stands at `i` hangs on a plan or a purpose."""
    words = measures()
    k = i - 1
    while k >= 0 and sentence.tag(k) in ("RB",):
        k -= 1
    return sentence.low(k) not in words.implicative


def _conditional(sentence: Sentence, i: int) -> bool:
    """Whether the clause around `i` is a condition ("if 30 died")."""
    words = measures()
    k = i
    while k >= 0 and sentence.low(k) not in (",", *BARRIERS, *FULL_STOPS):
        if sentence.low(k) in words.conditions and sentence.low(k) != "should":
            return not any(w.low in words.held_for_true for w in sentence.words[k:])
        k -= 1
    return False


def _invented(sentence: Sentence) -> bool:
    """Whether the sentence tells what is made up ("in her film", "the novel tells of"; not "after the film")."""
    words = measures()
    for i, word in enumerate(sentence.words):
        if word.low in words.fiction:
            return True
        if word.low in words.stories and word.tag.startswith("NN") and not sentence.tag(i + 1).startswith("NN"):
            k = i - 1
            while sentence.tag(k)[:2] in ("DT", "JJ", "NN", "PR", "PO", "CD"):
                k -= 1
            if sentence.low(k) == "in" or not any(w.tag.startswith("VB") for w in sentence.words[:i]):
                return True
    return False


def unreal_verb(sentence: Sentence, verb: int, *, zero: bool = False) -> bool:
    """Whether the verb at `verb` is planned, possible, conditional or negated (a count of none negates itself)."""
    words = measures()
    if _conditional(sentence, verb) or _invented(sentence):
        return True
    perfect = False
    k = verb - 1
    while k >= max(0, verb - 7):
        low = sentence.low(k)
        if low in words.modals and (sentence.tag(k) == "MD" or low == "will"):
            return not (perfect and low in words.perfect_modals)
        if low in NOT:
            return not zero
        if low in HAVE:
            perfect = True
        elif low == "to":
            return not perfect and _planned(sentence, k)
        elif low in ("without", "avoid", "avoided"):
            return not zero
        elif low == "of" and sentence.tag(verb) == "VBG":
            return any(sentence.low(j) in words.plans for j in range(max(0, k - 2), k))
        elif low not in BE and low not in DO and sentence.tag(k) not in ("RB", "RBR") and low not in words.relays:
            return False
        k -= 1
    return False


def unreal_noun(sentence: Sentence, i: int) -> bool:
    """Whether a count that stands as a noun at `i` is planned, possible or conditional."""
    words = measures()
    if _conditional(sentence, i) or _invented(sentence):
        return True
    for k in range(i - 1, max(-1, i - 9), -1):
        low = sentence.low(k)
        if low in (",", "and", "but", "that", *BARRIERS):
            return False
        if low in words.modals and sentence.tag(k) == "MD":
            return not (low in words.perfect_modals and sentence.low(k + 1) == "have")
        if low == "able" and sentence.tag(k - 1) in ("VBD", "VBN"):
            continue  # "has so far been able to verify 12 deaths"
        planned = low in words.plans or f"{low} {sentence.low(k + 1)}" in words.plans
        if planned and k >= i - 5 and sentence.low(k - 1) != "-":
            return True
        if low in NOT and k >= i - 2:
            return True
        if sentence.tag(k) in ("VBD", "VBZ", "VBP") and low not in BE | HAVE | DO:
            return False  # whatever else stands before the verb: "the mission recorded 12 strikes"
    return False


def year_told(text: str, published: str | None) -> int | None:
    """The year that a report tells of: of its publication, else the last of those that it dates to the day."""
    if published:
        return int(published[:4]) if YEAR.fullmatch(published[:4]) else None
    return max((int(next(filter(None, found.groups()))) for found in _to_the_day().finditer(text)), default=None)


@cache
def _to_the_day() -> re.Pattern[str]:
    """A date with its day and its year: "3 March 2024", "March 3, 2024", "2024-03-03"."""
    month = "|".join(map(re.escape, sorted(number_words().months, key=len, reverse=True)))
    day, year = r"\d\d?(?:st|nd|rd|th)?", rf"({YEAR.pattern})"
    return re.compile(
        rf"\b{day}\s+(?:of\s+)?(?:{month})\.?,?\s+{year}\b|\b(?:{month})\.?\s+{day},?\s+{year}\b|\b{year}-\d\d-\d\d\b",
        re.IGNORECASE,
    )


def is_historical(sentence: Sentence, year: int | None) -> bool:
    """Whether the sentence tells of an earlier year than the report, which tells of `year`."""
    low = " ".join(w.low for w in sentence.words)
    if any(re.search(rf"\b{re.escape(phrase)}\b", low) for phrase in measures().past_years):
        return True
    for i, word in enumerate(sentence.words):
        if YEAR.fullmatch(word.text) and _dates(sentence, i):
            return (year is None or int(word.text) < year) and sentence.low(i - 1) != "since"
    return False


def _dates(sentence: Sentence, i: int) -> bool:
    """Whether the year at `i` dates something ("in 2012", "the 2012 raid", "in May 2012", "4 May, 2012")."""
    before = sentence.low(i - 1)
    k = i - 1 - (before == ",")
    k -= sentence.tag(k) == "CD"
    return before in DATING or sentence.low(k) in number_words().months
