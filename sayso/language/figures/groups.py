"""What a number counts: the noun group after it, its unit, and whether it counts anything at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.numbers import HYPHENS, Number
from sayso.language.figures.reality import HAVE
from sayso.language.figures.vocabulary import Phrase, lexicon, measures, number_words, unit_words

MODEL = re.compile(r"([A-Z][A-Za-z]*)-?\d+[A-Za-z]*(?:-\d+)?s?")  # "Su-24", "T-72s", "BM21"
PRONOUNS = frozenset({"them", "whom", "which", "us", "these", "those", "whose", "you"})
DETERMINERS = frozenset({"the", "its", "his", "her", "their", "our", "my", "those", "these", "all", "that", "this"})
CROWD = ("hundreds", "thousands", "millions")
OWNER = 5  # words that an owner may have
OWN = ("its own", "their own", "his own", "her own", "our own", "the own")


@dataclass(frozen=True, slots=True)
class Group:
    """What is counted: words `start` to `end`, with `head` the index of its noun (None where there is none).

    `partitive` is the word after "of" in "two of them", or "of" a set ("eleven of the attacks"); `noun` and
    `mark` are the measures that the noun or a word before it names; `unit` is None where it is not known.
    """

    start: int
    end: int
    head: int | None
    unit: str | None
    partitive: bool = False
    more: bool = False
    pronoun: bool = False
    noun: str | None = None
    loose: str | None = None
    mark: str | None = None
    singular: bool = False
    inner: bool = False

    @property
    def empty(self) -> bool:
        return self.head is None


def unit_of(sentence: Sentence, i: int) -> str | None:
    """The unit of the noun at `i`; "thing" for nouns that no measure is about, None for unknown ones."""
    known, words = lexicon(), unit_words()
    low = sentence.low(i)
    for name in (f"{sentence.low(i - 1)} {low}", low):
        if name in known.units:
            return known.units[name]
    if low in known.not_counts:
        return "thing"
    last = re.split(r"[-–]", low)[-1]
    if last in known.units:
        return known.units[last]
    if low not in words.not_persons and any(low.endswith(e) and len(low) > len(e) + 1 for e in words.person_endings):
        return "person"
    text = sentence.words[i].text
    if model := MODEL.fullmatch(text):
        return words.models.get(model[1].lower())
    if text[:1].isupper() and text[1:].islower() and low.endswith("s") and sentence.tag(i) in ("NNS", "NNPS"):
        return "person"
    return None


def predicate_form(sentence: Sentence, i: int) -> bool:
    """Whether the word at `i` could be what is said of the number ("killed", "missing")."""
    known = lexicon()
    low = sentence.low(i)
    if any(sentence.has(i, state.words) for state in known.states.get(low, ())):
        return True
    forms = known.verbs.get(low, ())
    if not forms or low in known.units:
        return False
    if any(form in ("either", "participle") for form, _ in forms):
        return True
    later = [sentence.low(k) for k in range(i + 1, i + 5)]
    if any(form == "ing" and phrase.rest and phrase.rest[-1] & set(later) for form, phrase in forms):
        return True  # "seven nursing gunshot wounds"
    if sentence.tag(i).startswith("NN"):
        bare = [
            p
            for f, p in forms
            if f in ("base", "past") and p.intransitive and not p.rest and (not p.known or p.takes_object)
        ]
        return bool(bare) and not sentence.tag(i + 1).startswith("NN")
    return True


def _noun_follows(sentence: Sentence, i: int) -> bool:
    """Whether a noun of the same group follows the word at `i`."""
    k = i + 1
    while sentence.tag(k) in ("JJ", "HYPH", "VBN", "NNP") and k < i + 4 and not _moment(sentence, k):
        if sentence.tag(k) == "NNP" and not sentence.tag(k + 1).startswith("NN"):
            break
        k += 1
    low = sentence.low(k)
    return (
        sentence.tag(k).startswith("NN")
        and not _moment(sentence, k)
        and (low not in lexicon().states or low in lexicon().units)
    )


def _moment(sentence: Sentence, i: int) -> bool:
    return sentence.low(i) in number_words().moments


def _run(sentence: Sentence, i: int) -> tuple[int, int | None]:
    """The end of the noun run that begins at `i`, and its head noun."""
    head = None
    k = i + 5 if sentence.has(i + 1, ("-", "year", "-", "old")) else i  # "two 12-year-old girls"
    i = k
    while k < len(sentence) and k < i + 9:
        low, tag = sentence.low(k), sentence.tag(k)
        if head is not None and sentence.tag(head) == "NNS" and tag == "NNP":
            break  # "casualties Russia has suffered"
        if head is not None and sentence.tag(head) == "NNS" and low in lexicon().verbs and tag not in ("NNS", "CC"):
            break
        if low in ("said", "say", "says") or (_moment(sentence, k) and (head is not None or tag != "JJ")):
            break  # "14 deaths last year", but "two late trains"
        if tag == "VBG" and head is not None and sentence.tag(head) == "NNS":
            break  # "two attacks using drones"
        if predicate_form(sentence, k):
            marks = tag in ("JJ", "VBN", "VBG", "VBD") or low in lexicon().marks
            if not (marks and low not in HAVE and _noun_follows(sentence, k)):
                break
            k += 1
            continue
        if tag.startswith("NN") or (low in lexicon().units and tag not in ("VB", "VBD", "VBZ", "VBP", "IN")):
            head = k
        elif (tag in ("CC",) and head is not None and low == "and" and _paired(sentence, head, k + 1)) or (
            tag == "POS" and head is not None and _noun_follows(sentence, k)
        ):
            pass
        elif (
            tag in ("JJ", "JJR", "JJS", "HYPH", "VBN", "VBG", "PRP$", "RB", "AFX") or sentence.words[k].text in HYPHENS
        ):
            if tag == "RB" and not (sentence.tag(k + 1).startswith(("JJ", "VBN"))):
                break
            if (
                head is not None
                and tag in ("JJ", "VBN", "VBG", "PRP$", "RB", "JJR", "JJS")
                and not _noun_follows(sentence, k)
            ):
                break
        else:
            break
        k += 1
    if head is None:
        # A demonym or the like may stand for its people ("21 Ketherian and 14 Palovian dead").
        return i, None
    return head + 1, head


def _flee(sentence: Sentence, i: int) -> bool:
    """Whether the words at `i` say of those counted that they fled."""
    verbs = [phrase for k in range(i, i + 3) for _, phrase in lexicon().verbs.get(sentence.low(k), ())]
    return any(phrase.measure == "displaced" and phrase.takes_object for phrase in verbs)


def _owned(sentence: Sentence, i: int) -> int:
    """Where the number of "the village's 110 houses" stands; `i` where no number has an owner there."""
    k = i
    while k < i + OWNER and (sentence.tag(k).startswith("NN") or sentence.tag(k) in ("DT", "JJ")):
        k += 1
    return k + 1 if k > i and sentence.tag(k) == "POS" and sentence.tag(k + 1) == "CD" else i


def _paired(sentence: Sentence, head: int, i: int) -> bool:
    """Whether "men and women" go together as one group of people."""
    return (
        unit_of(sentence, head) == "person"
        and sentence.tag(head) in ("NNS", "NNPS")
        and sentence.tag(i) in ("NNS", "NN")
        and lexicon().units.get(sentence.low(i)) == "person"
        and sentence.low(i) not in lexicon().states
    )


def group_after(sentence: Sentence, number: Number) -> Group:
    """The noun group that `number` counts; an empty one where it stands alone."""
    at = number.end
    more = number.more
    if number.bare and sentence.low(at) != "of":
        return Group(
            at, at, None, "person" if number.kind == "zero" and sentence.low(number.core) != "nothing" else None
        )
    partitive = pronoun = inner = False
    while sentence.low(at) in number_words().more and not number.bare:
        more = True
        at += 1
        if sentence.low(at - 1) in ("others", "other") and sentence.low(at - 1) == "others":
            return Group(number.end, at, None, None, more=True)
    if sentence.has(at, ("out", "of")):
        at += 1
    if sentence.low(at) == "of":
        partitive = True
        if sentence.low(at + 1) in PRONOUNS and not (
            sentence.low(at + 1) in ("those", "these") and sentence.tag(at + 2)[:1] in "NJV"
        ):
            end = at + 2
            if sentence.low(at + 1) == "those" and sentence.low(end) in ("who", "which", "that"):
                end += 1
                while end < at + 7 and sentence.tag(end) in ("VBD", "VBZ", "VBP", "RP", "RB", "VBN"):
                    end += 1
                    if sentence.tag(end - 1) in ("VBD",) and sentence.tag(end) in ("VBD",):
                        break
                    if sentence.tag(end) in ("VBD", "VBP", "VBZ") and sentence.tag(end + 1) == "VBN":
                        break
            return Group(number.end, end, None, None, partitive=True, more=more, pronoun=True)
        at += 1
        if " ".join((sentence.low(at), sentence.low(at + 1))) in OWN:
            return Group(number.end, at + 2, None, None, partitive=True, more=more, pronoun=True)
        at = _owned(sentence, at)
        while sentence.low(at) in DETERMINERS or sentence.tag(at) == "CD":
            inner = inner or sentence.tag(at) == "CD"
            at += 1
        if sentence.tag(at) == "POS":
            at += 1
    known = lexicon()
    end, head = _run(sentence, at)
    named = sentence.low(at)
    if head is None and named in known.nouns and named in unit_words().collective and sentence.low(at - 1) != "and":
        end, head = at + 1, at  # "112 wounded", "the 212 fallen"
    if head is None:
        if partitive and predicate_form(sentence, at):  # "a dozen of the rescued"
            return Group(number.end, at + 1, None, None, partitive=True, more=more, pronoun=True)
        adjective = (
            sentence.tag(at) in ("JJ", "NNP") and sentence.words[at].text[:1].isupper() if at < len(sentence) else False
        )
        aboard = sentence.low(at) == "aboard" or sentence.has(at, ("on", "board"))
        unit = "person" if aboard else None  # "a plane with 62 aboard crashed"
        start = number.end if partitive or more else at
        if number.start == 0 and number.value is None and (number.qualifier or "").endswith(CROWD):
            unit = "person"  # "Thousands flee as shells hit camp"
        if number.value is not None and number.value >= measures().crowd_from and _flee(sentence, at):
            unit = "person"  # "more than 700,000 have fled"
        return Group(start, at + (1 if adjective else 0), None, unit, partitive, more, pronoun)
    quoted = at == number.end and sentence.words[at].start - sentence.words[at - 1].end > 1
    if quoted and number.value not in (0, 1, None) and sentence.tag(head) == "NN" and unit_of(sentence, head) is None:
        return Group(at, at, None, None, partitive, more, pronoun)  # "called the figure of 23 “fantasy”"
    low = sentence.low(head)
    two = f"{sentence.low(head - 1)} {low}" if head > at else low
    unit = unit_of(sentence, head)
    mark = next((known.marks[sentence.low(k)] for k in range(at, head) if sentence.low(k) in known.marks), None)
    model = MODEL.fullmatch(sentence.words[head].text) is not None
    many = model or sentence.tag(head) in ("NNS", "NNPS") or low in unit_words().collective or low.endswith("s")
    return Group(
        number.end,
        end,
        head,
        unit,
        partitive,
        more,
        pronoun,
        noun=known.nouns.get(two) or known.nouns.get(low),
        loose=known.loose.get(two) or known.loose.get(low),
        mark=mark,
        singular=not many and not _demonym(sentence, head),
        inner=inner,
    )


def _demonym(sentence: Sentence, head: int) -> bool:
    """Whether the noun at `head` is a name that stands for its people in a pair ("21 Ketlin and 14 Orsk dead")."""
    capital = sentence.words[head].text[:1].isupper()
    if sentence.low(head) in lexicon().units or sentence.low(head) in lexicon().nouns:
        return False
    return capital and (sentence.low(head + 1) in ("and", ",") or predicate_form(sentence, head + 1))


def fits(phrase: Phrase, unit: str | None, empty: bool) -> bool:
    """Whether `phrase` can be said of what has this unit (None: unknown; `empty`: no noun at all)."""
    entry = measures().measures[phrase.measure]
    if empty and unit is None:
        return not phrase.known
    if unit is None:
        return entry.unknown and not phrase.known and not phrase.passive
    return unit in entry.about
