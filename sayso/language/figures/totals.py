"""Numbers that a noun leads to: "a toll of 41", "the number of missing at 20", "the deaths of two", "14 times"."""

from __future__ import annotations

from sayso.language.figures.clauses import DASHES, FULL_STOPS, Sentence
from sayso.language.figures.groups import Group, fits
from sayso.language.figures.numbers import Number
from sayso.language.figures.predicates import Reading, let_go, rest_end
from sayso.language.figures.reality import BE, HAVE, unreal_noun, unreal_verb
from sayso.language.figures.vocabulary import Phrase, attacked, lexicon, measures, number_words

REACH = 20
SHORT = 9  # words of a description before the number ("the crowd was smaller on Sunday")
ENDING = frozenset({"displaced", "captured", "detained"})  # what those who are let go or taken in are no more
NOUN_MARKS = frozenset({"the", "of", "those", "number", "as", "total", "their", "its", "figure", "count"})


def total_at(sentence: Sentence, i: int) -> tuple[str, int] | None:
    """The measure of the total that ends at `i`, and where it starts."""
    for words, measure in lexicon().totals.get(sentence.low(i), ()):
        start = i - len(words) + 1
        if start >= 0 and sentence.has(start, words):
            return measure, start
    return None


def counted_between(sentence: Sentence, start: int, end: int) -> str | None:
    """The measure that the words after "the number of" name."""
    known = lexicon()
    for i in range(start, end):
        low = sentence.low(i)
        for table in (known.nouns, known.loose, known.marks):
            if low in table:
                return table[low]
        if total := total_at(sentence, i):
            return total[0]
        who = any(sentence.low(j) in ("who", "that") for j in range(start, i))
        for form, phrase in known.verbs.get(low, ()):
            if not phrase.intransitive and not phrase.rest and not phrase.known and form in ("either", "participle"):
                return phrase.measure
            if who and phrase.intransitive and (not phrase.rest or rest_end(sentence, i + 1, phrase.rest)):
                return phrase.measure  # "the number of those who fled"
        for state in known.states.get(low, ()):
            if sentence.has(i, state.words) and i + len(state.words) <= end:
                return state.measure
    return None


def _passable(sentence: Sentence, i: int) -> bool:
    words = measures()
    low, tag = sentence.low(i), sentence.tag(i)
    return (
        tag
        in (
            "IN",
            "TO",
            "DT",
            "JJ",
            "CD",
            "RB",
            "RP",
            "PRP$",
            "POS",
            "HYPH",
            "WDT",
            "RBR",
            "JJR",
            "CC",
            ",",
            "VBN",
            "WP",
        )
        or tag.startswith("NN")
        or (tag == "VBG" and sentence.tag(i - 1).startswith("NN"))  # "the toll of the market shelling"
        or low in BE
        or low in HAVE
        or low in words.count_links
        or low in words.count_verbs
        or low in words.relays
        or low in DASHES
    )


def total_reading(
    sentence: Sentence, number: Number, group: Group, topic: str | None, owned: str | None
) -> Reading | None:
    """The measure of a total or count before the number.

    `topic` is what a bare "figure" is taken to be of, `owned` what "their figure" is.
    """
    words = measures()
    if number.kind not in ("cardinal", "zero") or (number.kind == "zero" and not group.empty):
        return None
    if sentence.low(number.core) in number_words().both:
        return None
    if not group.empty and group.unit not in (
        None,
        "person",
        "vehicle",
        "aircraft",
        "vessel",
        "building",
        "violation",
        "attack",
    ):
        return None
    k = number.start - 1
    while sentence.tag(k) in ("RB", "DT") and k > 0 and sentence.low(k) not in words.count_links:
        k -= 1
    link = sentence.low(k)
    if link == "to" and sentence.low(k - 1) in words.count_verbs and sentence.low(group.end) == "the":
        return _total_behind(sentence, number, group)
    if told := _described(sentence, number, group, k):
        return told
    listing = link in words.list_links
    links = listing or link in words.count_links or link in words.count_verbs or link in words.exceeding
    if not (links or (link == "including" and group.empty)):  # "his largest crowds, including 18,000 in Kolm"
        return None
    it = sentence.low(k - 1) in ("it", "that", "this")
    changed = it and link == "to" and sentence.low(k - 2) in words.count_verbs  # "later raised that to 14"
    if changed or (link == "at" and it and sentence.low(k - 2) in words.put_verbs):
        fitting = topic is not None and group.empty and fits(Phrase(topic, ""), group.unit, True)
        return Reading(topic, k - 1, group.end, k - 1) if topic and fitting else None
    i = k
    while i >= max(0, number.start - REACH):
        if sentence.low(i) in FULL_STOPS or sentence.low(i) == ";":
            return None
        total = total_at(sentence, i)
        verbal = sentence.low(i) in lexicon().verbs and not sentence.tag(i).startswith("NN")
        if total and i < k and sentence.tag(i + 1) == "NN" and sentence.low(i + 1) not in words.count_links:
            total = None  # "a dead heat"
        if total and verbal and not _named(sentence, total[1]):
            total = None
        counted = sentence.low(i) in words.counts and sentence.low(i - 1) not in ("this", "from")
        counted = counted and not (i == k and sentence.low(i).startswith("number"))  # "flight number 370"
        counted = counted or (sentence.low(i) == "claim" and sentence.tag(i - 1) == "POS")
        # "a toll of three, which it later raised to four"
        changed = sentence.low(i) == "which" and sentence.low(i - 1) == "," and sentence.low(k - 1) in words.count_verbs
        counted = counted or (changed and link in ("to", "at") and group.empty)
        if listing and not (counted and sentence.low(i) in words.lists):
            total, counted = None, False
        if link == "of" and i < k - 1 and total and sentence.tag(k - 1).startswith("NN"):
            return None  # "refugees, over the limit of 10,000": another noun's number
        if total or counted:
            measure: str | None
            if total:
                measure, start = total
            else:
                start = i
                measure = (
                    words.losses.get(group.unit or "")
                    if sentence.low(i) == "losses"
                    else counted_between(sentence, i + 1, k)
                )
                names = group.head is not None and sentence.low(group.head) in ("names", "people")
                names = names and sentence.low(group.end) != "who"  # "a list of 211 people who were on board"
                if measure is None and sentence.low(i) not in ("losses", "those", "that"):
                    theirs = sentence.tag(i - 1) in ("POS", "PRP$") and i == k - 1
                    measure = (owned if theirs else topic) if group.empty or names else None
                if measure is None:
                    i -= 1
                    continue
            if not fits(Phrase(measure, ""), group.unit, group.empty):
                crowd = measure == "attended" and link == "of" and i == k - 1 and group.unit is None
                # "a mob of 400 threw stones", however the words behind it are read
                return Reading(measure, start, number.end, i, real=not unreal_noun(sentence, start)) if crowd else None
            if measure in ENDING and any(sentence.tag(j) == "VBN" and let_go(sentence, j) for j in range(i + 1, k)):
                return None  # "the number of refugees taken in"
            verb = next((j for j in range(i, k + 1) if sentence.tag(j) == "MD"), None)
            real = verb is None and not unreal_noun(sentence, start) and not unreal_verb(sentence, k)
            bound = link if link in words.exceeding else None
            return Reading(measure, start, group.end, i, real=real, bound=bound)
        theirs = sentence.tag(i) == "PRP" and sentence.low(i - 1) == "which"  # "which it later raised to four"
        if i < k and not theirs and not _passable(sentence, i) and not _aside(sentence, i):
            return None
        i -= 1
    return None


def _described(sentence: Sentence, number: Number, group: Group, comma: int) -> Reading | None:
    """ "The crowd was smaller on Sunday, just 500 people"."""
    if sentence.low(comma) not in (",", ":", *DASHES) or group.unit != "person":
        return None
    for i in range(comma - 2, max(-1, comma - SHORT), -1):
        total = total_at(sentence, i)
        if total and sentence.low(i + 1) in BE and sentence.tag(i + 2) in ("JJ", "JJR", "RB"):
            return Reading(total[0], total[1], group.end, i, real=not unreal_verb(sentence, i + 1))
        if not (_passable(sentence, i) or _passable(sentence, i + 1)):
            return None
    return None


def _total_behind(sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """ "Bringing to 41 the number of dead"."""
    end = group.end
    for i in range(end + 1, end + 4):
        if total := total_at(sentence, i):
            return Reading(total[0], number.start, i + 1, i)
        if sentence.low(i) in measures().counts:
            measure = counted_between(sentence, i + 1, min(len(sentence), i + 8))
            return Reading(measure, number.start, i + 1, i) if measure else None
    return None


def _named(sentence: Sentence, i: int) -> bool:
    """Whether a participle stands as a noun ("the missing", "number of injured", "Killed: 12")."""
    return (
        sentence.low(i - 1) in NOUN_MARKS or sentence.low(i + 1) == ":" or sentence.tag(i - 1) in ("JJ", "POS", "PRP$")
    )


def _aside(sentence: Sentence, i: int) -> bool:
    """Whether the verb at `i` stands in a clause that dates or describes the count ("since the siege began")."""
    return any(sentence.low(j) in ("since", "who", "when") for j in range(max(0, i - 5), i))


def act_reading(sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """The measure of a deed that the number is the object of ("the deaths of two", "the loss of 39 lives")."""
    of = number.start - 1
    to = sentence.low(of) == "to" and sentence.low(of - 1) in measures().acts_to  # "damage to six trucks"
    while not to and (sentence.low(of) in ("and", ",") or (of < number.start - 1 and _passable(sentence, of))):
        if sentence.low(of) == "of":
            break
        of -= 1  # "the bodies of a woman and two children"
    if not (to or sentence.low(of) == "of") or of < number.start - REACH:
        return None
    k = of - 1
    if sentence.low(k) == ",":
        k = next((j - 1 for j in range(k - 1, max(-1, k - 12), -1) if sentence.low(j) == ","), k)
    while sentence.tag(k) in ("RB", "JJ", ","):
        k -= 1
    noun = sentence.low(k)
    measure = lexicon().acts.get(noun)
    if measure is None or (group.unit == "thing"):
        return None
    if noun in ("loss", "losses"):
        lives = group.head is not None and sentence.low(group.head) in ("life", "lives")
        found = "killed" if lives else measures().losses.get(group.unit or "")
        if found is None:
            return None
        measure = found
    elif not fits(Phrase(measure, noun), group.unit, group.empty):
        others = [m for m in measures().measures if noun in measures().measures[m].acts]
        measure = next((m for m in others if fits(Phrase(m, noun), group.unit, group.empty)), None)
        if measure is None:
            return None
    return Reading(measure, k, group.end, k, real=not unreal_noun(sentence, k))


def times_reading(sentence: Sentence, number: Number) -> Reading | None:
    """Attacks counted by "times" ("opened fire 14 times"), or by "twice"."""
    if number.qualifier == "twice":
        return _twice(sentence, number)
    if sentence.low(number.end) != "times" or number.value is None:
        return None
    if sentence.low(number.end + 1) in ("more", "less", "as", "higher", "lower", "the", "greater", "over"):
        return None  # a ratio
    known = lexicon()
    verbs = measures().attack_times
    for i in range(number.start - 1, max(-1, number.start - 12), -1):
        if sentence.low(i) in FULL_STOPS:
            return None
        for phrase in verbs:
            first, *rest = phrase.split()
            if sentence.low(i) in _forms(first) and (not rest or sentence.low(i + 1) == rest[0]):
                return Reading("attack", i, number.end + 1, i, real=not unreal_verb(sentence, i))
        if sentence.tag(i).startswith("VB") and sentence.low(i) not in known.verbs and sentence.low(i) not in HAVE | BE:
            return None
    return None


def _twice(sentence: Sentence, number: Number) -> Reading | None:
    """ "The village was bombed twice": of what one does to a place in an attack only."""
    at = next(
        (k for k in range(number.start - 1, max(-1, number.start - 5), -1) if sentence.low(k) in attacked()), None
    )
    if at is None or sentence.low(number.end) == "by":
        return None
    return Reading("attack", at, number.end, at, real=not unreal_verb(sentence, at))


def _forms(verb: str) -> set[str]:
    from sayso.language.figures.inflection import verb_forms

    return {form for form, _ in verb_forms(verb)}
