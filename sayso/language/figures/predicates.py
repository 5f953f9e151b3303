"""What gives a number its measure: a reading, and the verbs and states that may say it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.language.figures.clauses import BARRIERS, FULL_STOPS, Sentence
from sayso.language.figures.groups import Group, fits
from sayso.language.figures.inflection import Form
from sayso.language.figures.vocabulary import Phrase, State, lexicon, measures, number_words

GAP = 3  # words that may stand inside a verb phrase ("taken to the city hospital")
STOPS = BARRIERS | FULL_STOPS
STAY = frozenset({"remain", "remains", "remained", "stayed", "lay", "lie", "went"})
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "of", "for"})
TO_DEATH = (frozenset({"to"}), frozenset({"death", "deaths"}))
TAGGED: dict[str, Form] = {"VBD": "either", "VBN": "either", "VBZ": "third", "VBP": "base", "VB": "base", "VBG": "ing"}


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
            if low in options and not (low in number_words().months and sentence.tag(k - 1) == "IN"):
                at = k + 1  # "came to the march", not "came since March"
                break
            if low in STOPS or low in (",", "and", "or", "") or sentence.tag(k) in ("CD", "VBD"):
                return None
        else:
            return None
    return at


def frames(noun: str) -> bool:
    """Whether a noun, in the singular or plural, stands for what it is of ("a salvo of ten rockets")."""
    return not {noun, noun.removesuffix("s")}.isdisjoint(measures().frames)


def let_go(sentence: Sentence, i: int) -> bool:
    """Whether the words at `i` let captives go or take in those who fled ("freed", "take in")."""
    return not {sentence.low(i), f"{sentence.low(i)} {sentence.low(i + 1)}"}.isdisjoint(measures().released)


def object_follows(sentence: Sentence, i: int) -> bool:
    """Whether a noun group begins at `i`, so that the verb before it is active."""
    if sentence.low(i) in number_words().moments:
        return False
    return sentence.tag(i) in ("DT", "CD", "PRP$", "PRP", "NN", "NNS", "NNP", "JJ", "PDT")


def state_at(sentence: Sentence, i: int, group: Group) -> tuple[State, int] | None:
    """The state ("in hospital", "dead") that stands at `i`, and its end."""
    for state in lexicon().states.get(sentence.low(i), ()):
        phrase = Phrase(state.measure, state.words[0], known=state.known)
        if not sentence.has(i, state.words) or not fits(phrase, group.unit, group.empty):
            continue
        if sentence.low(i - 1) in ARTICLES and i > group.end:
            continue
        if sentence.tag(i) == "VBD" and len(state.words) == 1 and object_follows(sentence, i + 1):
            continue  # "1,500 homes lost power"
        return state, i + len(state.words)
    return None
