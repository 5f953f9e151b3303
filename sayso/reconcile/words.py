"""Words and sentences as reconciling compares them: stems, and words of one meaning taken for one concept."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

import snowballstemmer
from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load

WORD = re.compile(r"[^\W_]+(?:(?:[’'\-]|(?<=\d)[.,](?=\d))[^\W_]+)*")
# A sentence ends at its mark, with any closing quotation mark, before white space and the start of another.
SENTENCE_END = re.compile(r"(?:[.!?…][\"”’')\]]*[^\S\n]+(?=[\"“‘'(\[]?(?P<next>[^\W_a-z][^\W_]*))|\n+)")
SHORTENED = re.compile(
    r"(?:^|(?<=[\s(\[“\"‘'’]))(?P<word>[\w.]+)\.$"
)  # a word with a full stop, at the end of what is looked at
NUMBERED = re.compile(r"\bNo\.(?=\s*(?:\d|$))")  # "Order No. 4"
POSSESSIVE = re.compile(r"[’']s?$")


class Wording(BaseModel):
    """`wording.yaml`: stop words, verbs that say little, negations, and concepts with the words that express each."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    stop: tuple[str, ...]
    abbreviations: frozenset[str]
    openers: frozenset[str]
    light: tuple[str, ...]
    being: frozenset[str]
    having: frozenset[str]
    delivering: frozenset[str]
    coming: frozenset[str]
    aspects: frozenset[str]
    negations: tuple[str, ...]
    settings: tuple[str, ...]
    conditions: frozenset[str]
    owners: frozenset[str]
    people_of: dict[str, str]
    wrapping: tuple[str, ...]
    traces: tuple[str, ...]
    judging: tuple[str, ...]
    things: frozenset[str]
    undergone: frozenset[str]
    arms: frozenset[str]
    strikes: frozenset[str]
    concepts: dict[str, tuple[str, ...]]


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@cache
def _stop() -> frozenset[str]:
    return frozenset(load("wording", Wording).stop)


@cache
def conditions() -> frozenset[str]:
    """Words that open a sentence which says only what would follow."""
    return load("wording", Wording).conditions


@cache
def _negations() -> frozenset[str]:
    return frozenset(load("wording", Wording).negations)


@cache
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _concepts_by_word() -> dict[str, str]:
    """Words and their stems to the concept that they express; a word of two concepts keeps the first."""
    found: dict[str, str] = {}
    for concept, members in load("wording", Wording).concepts.items():
        for member in members:
            if " " not in member:
                found.setdefault(member, f"={concept}")
    return found


def words(text: str) -> list[str]:
    """The words of `text` in order, in lower case, without possessive endings."""
    return [POSSESSIVE.sub("", word.casefold()) for word in WORD.findall(text)]


def concept(word: str) -> str | None:
    """The concept that a lower-case word expresses, else its stem; None for a stop word."""
    if word in _stop() or (len(word) < 2 and not word.isdigit()):
        return None
    known = _concepts_by_word()
    if word not in known and word.endswith(("ing", "ings")):
        return known.get(_stem(word)) or _stem(word)  # "the shooting"
    return known.get(word) or _stem(word)


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all set phrases, and the concept of each."""
    by_phrase = {
        member: f"={concept}"
        for concept, members in load("wording", Wording).concepts.items()
        for member in members
        if " " in member
    }
    listed = "|".join(re.escape(phrase) for phrase in sorted(by_phrase, key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE), by_phrase


def phrases(text: str) -> dict[str, str]:
    """The set phrases in `text`, in lower case, to their concepts ("opened fire", "switched off")."""
    pattern, by_phrase = _phrases()
    found = (match.group().casefold() for match in pattern.finditer(text))
    return {phrase: by_phrase[phrase] for phrase in found}


@cache
def light() -> frozenset[str]:
    """The concepts of verbs that say little by themselves: what was done stands in what they govern."""
    return frozenset(found for verb in load("wording", Wording).light if (found := concept(verb)))


@cache
def deed_concepts() -> frozenset[str]:
    """The concepts of what is done or happens, whether a verb says it or a noun ("chased", "a pursuit")."""
    known = load("wording", Wording)
    return frozenset(f"={name}" for name in known.concepts if name not in known.things)


@cache
def named_things() -> frozenset[str]:
    """The concepts of somebody or something: no deeds."""
    return frozenset(f"={name}" for name in load("wording", Wording).things)


@cache
def undergone() -> frozenset[str]:
    """The concepts of what happens to the subject of a verb without an object ("the ferry sank", "the fire began")."""
    return frozenset(map(concept_named, load("wording", Wording).undergone))


@cache
def arms() -> frozenset[str]:
    """The concepts of what somebody attacks with."""
    return frozenset(map(concept_named, load("wording", Wording).arms))


@cache
def strikes() -> frozenset[str]:
    """The concepts of attacking with something."""
    return frozenset(map(concept_named, load("wording", Wording).strikes))


@cache
def being() -> frozenset[str]:
    """The forms of "to be"."""
    return load("wording", Wording).being


@cache
def delivering() -> frozenset[str]:
    """Verbs that say little before a noun that names a deed."""
    return load("wording", Wording).delivering


@cache
def having() -> frozenset[str]:
    """The forms of "to have"."""
    return load("wording", Wording).having


@cache
def aspects() -> frozenset[str]:
    """Verbs that tell only how far another deed has got."""
    return load("wording", Wording).aspects


@cache
def coming() -> frozenset[str]:
    """Verbs that tell where a deed was done from."""
    return load("wording", Wording).coming


@cache
def owners() -> frozenset[str]:
    """Words by which somebody speaks of his own people."""
    return load("wording", Wording).owners


@cache
def people_of(kind: str) -> frozenset[str]:
    """The concept of the people that an actor of this kind has."""
    name = load("wording", Wording).people_of.get(kind)
    return frozenset({concept_named(name)}) if name else frozenset()


@cache
def parties() -> frozenset[str]:
    """The concepts of the people of one party or another."""
    return frozenset(map(concept_named, load("wording", Wording).people_of.values()))


@cache
def settings() -> tuple[str, ...]:
    """Words after which stands when or in the course of what something was."""
    return load("wording", Wording).settings


@cache
def concept_named(name: str) -> str:
    """The concept that `wording.yaml` has under this name, else the one that the word expresses."""
    return f"={name}" if name in load("wording", Wording).concepts else concept(name) or name


def folded(name: str) -> str:
    """A name without accents and apostrophes, as reports and gazetteers differ in them ("‘Ubāl", "Ubal")."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in APOSTROPHES)


APOSTROPHES = "‘’'ʻʼʿʾ`"


@lru_cache(maxsize=1 << 16)
def concepts(text: str) -> frozenset[str]:
    """What `text` speaks of: its words without stop words, as concepts or stems."""
    found = (concept(word) for whole in words(text) for word in _parts(whole))
    return frozenset(each for each in found if each)


def _parts(word: str) -> tuple[str, ...]:
    """A word and its parts, unless it has a meaning of its own: a cease-fire is no fire."""
    return (word,) if "-" not in word or word in _concepts_by_word() else (word, *word.split("-"))


@cache
def _wrapper() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What only names a statement before it says it: "reports that …", "a claim, spread online, that …";
    "stories of …" with the judgement on them; and what stands before "no evidence that …".
    """
    known = load("wording", Wording)
    nouns = "|".join(map(re.escape, known.wrapping))
    traces = "|".join(known.traces)
    judging = "|".join(map(re.escape, known.judging))
    lead = rf"(?:[\w’'“”\"\-]+\s+){{0,5}}?(?:{nouns})\b"
    return (
        re.compile(rf"\s*{lead}(?:,[^,.;]*,|[^,.;“”\"]{{0,60}}?)\s+that\s+(?=\w)", re.IGNORECASE),
        re.compile(rf"\s*(?:that\s+)?{lead}\s+(?:of|about)\s+(.+?)\s+(?:{judging})\s", re.IGNORECASE),
        re.compile(rf"\s*(?:[\w’']+\s+){{1,5}}?(?=no\s+(?:{traces})\s+(?:that|of)\b)", re.IGNORECASE),
    )


def unwrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of `text[start:end]` that says what is so, without the words that only name it as a statement."""
    that, about, none = _wrapper()
    found = that.match(text, start, end) or none.match(text, start, end)
    if found:
        return found.end(), end
    judged = about.match(text, start, end)
    return judged.span(1) if judged else (start, end)


def negated(text: str) -> bool:
    """Whether an odd number of negating words stands in `text`."""
    told = NUMBERED.sub(" ", text)
    return sum(word in _negations() for word in (w.casefold() for w in WORD.findall(told))) % 2 == 1


def sentence_starts(text: str) -> Iterator[int]:
    """Where sentences of `text` begin, but the first: not behind "Mr.", nor behind an initial ("J. Arden", "the U.S.
    Army") unless a word follows that begins sentences.
    """
    for mark in SENTENCE_END.finditer(text):
        if mark["next"] and text[mark.start()] == ".":
            short = SHORTENED.search(text, max(0, mark.start() - 12), mark.start() + 1)
            word = short["word"].casefold() if short else ""
            initial = bool(word) and (len(word) == 1 or "." in word)
            if word in _abbreviations() or (initial and mark["next"].casefold() not in _openers()):
                continue
        if mark.end() < len(text):
            yield mark.end()


@cache
def _abbreviations() -> frozenset[str]:
    return load("wording", Wording).abbreviations


@cache
def _openers() -> frozenset[str]:
    return load("wording", Wording).openers


@lru_cache(maxsize=1 << 12)  # whole texts: a server that runs for long must not keep them all
def _starts(text: str) -> tuple[int, ...]:
    return (0, *sentence_starts(text))


def sentence(text: str, start: int, end: int | None = None) -> tuple[int, int]:
    """The stretch of the sentence (or sentences) that `text[start:end]` touches."""
    starts = _starts(text)
    first = bisect_right(starts, start) - 1
    last = bisect_right(starts, max(start, (end or start + 1) - 1)) - 1
    return starts[first], starts[last + 1] if last + 1 < len(starts) else len(text)


def paragraph(text: str, start: int) -> tuple[int, int]:
    """The paragraph (line) that position `start` stands in."""
    end = text.find("\n", start)
    return text.rfind("\n", 0, start) + 1, len(text) if end < 0 else end
