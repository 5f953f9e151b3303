"""Which number of a report is a figure of which measure: the readings tried in order, the surest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from sayso.language.figures.articles import article_items
from sayso.language.figures.breakdowns import broken_down
from sayso.language.figures.clauses import Sentence, sentences
from sayso.language.figures.exclusions import counts_nothing
from sayso.language.figures.gapped import gapped_reading
from sayso.language.figures.governors import does_to_another, has_own_verb, said_of_another
from sayso.language.figures.groups import Group, group_after
from sayso.language.figures.nouns import loose_noun, ordinal_reading, strong_noun
from sayso.language.figures.numbers import Number, bounded_behind, find_numbers
from sayso.language.figures.objects import object_reading
from sayso.language.figures.predicates import Reading, let_go
from sayso.language.figures.reality import BE
from sayso.language.figures.same import same_figure
from sayso.language.figures.subjects import parsed_subject, subject_reading
from sayso.language.figures.talk import Talk, elliptic_reading
from sayso.language.figures.totals import act_reading, times_reading, total_reading
from sayso.language.figures.vocabulary import lexicon, measures, number_words

NEAR = 8  # words by which an anchor may reach beyond the number and what it counts


@dataclass(frozen=True, slots=True)
class Found:
    """A number with its measure, before it is credited.

    `start` and `end` are words of the sentence; `whole` is the index of the figure that this one is part of; `again`
    marks words that tell the figure before once more, without its number.
    """

    sentence: Sentence
    number: Number
    group: Group
    measure: str
    unit: str
    start: int
    end: int
    at: int
    whole: int | None = None
    again: bool = False


def _next_part(sentence: Sentence, number: Number, found: list[Found]) -> int | None:
    """The whole of a list's next part: "54 hurt, including nine women and 21 children"."""
    last = found[-1] if found else None
    if last is None or last.whole is None or last.sentence is not sentence or last.group.pronoun:
        return None
    between = [sentence.low(k) for k in range(last.group.end, number.start)]
    return last.whole if between and set(between) <= {",", "and"} and last.at < 0 else None


def _part_of(sentence: Sentence, number: Number, group: Group, found: list[Found]) -> int | None:
    """The index of the figure that this number is a part of ("19 of them", "including two children")."""
    lead = [sentence.low(k) for k in range(max(0, number.start - 2), number.start)]
    named = "including" in lead or lead in (["among", "them"], ["among", "whom"], ["of", "whom"], ["of", "them"])
    if (joined := _next_part(sentence, number, found)) is not None:
        return joined
    split = group.empty and lead[-1:] in ([","], ["and"]) and sentence.low(number.end) == "by"
    if not (named or group.pronoun or split):
        return None
    if group.pronoun and sentence.low(group.end - 1) in ("us", "you"):
        return None
    for index in range(len(found) - 1, -1, -1):
        whole = found[index]
        back = sentence.index - whole.sentence.index
        described = (
            group.pronoun and number.start <= 1 and sentence.low(group.end) in BE
        )  # "Nine of them were children."
        if back > (1 if described else 0):
            return None
        if whole.number.kind == "zero" or (split and whole.measure != "attack"):
            continue
        most = whole.number.high
        if number.value is None or most is None or number.value <= most:
            return index if whole.whole is None or not split else whole.whole
    return None


def _under_preposition(sentence: Sentence, number: Number) -> bool:
    """Whether the number hangs on a preposition ("of the 60 aboard, 48 …"): no item of a verb's list then."""
    k = number.start - 1
    while sentence.tag(k) in ("DT", "PRP$"):
        k -= 1
    return sentence.tag(k) == "IN" and number.start > 0


def _allowed(doc: Doc, sentence: Sentence, number: Number, group: Group, reading: Reading | None) -> Reading | None:
    """The reading, unless the parse is against it."""
    if reading is None or said_of_another(doc, sentence, number, group, reading):
        return None
    return None if reading.acts and does_to_another(doc, sentence, reading) else reading


def _verbal(doc: Doc, sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """What a verb or state says of the number, beside it or in its list."""
    subject = _allowed(doc, sentence, number, group, subject_reading(sentence, number, group, lists=False))
    parsed = _allowed(doc, sentence, number, group, parsed_subject(doc, sentence, number, group))
    if parsed and (subject is None or (not subject.plain and parsed.at >= subject.end)):
        subject = parsed
    done = object_reading(sentence, number, group, lists=False)
    named = bool(group.mark or group.loose)
    if subject and done:
        if subject.plain and subject.measure == "casualties":
            return subject  # "lost 30 men killed and wounded"
        return subject if done.weak and not subject.weak else done
    near = subject or done
    if near:
        return None if near.weak and named else near
    if number.kind == "another" or sentence.low(number.core) in number_words().both:
        return None
    if _under_preposition(sentence, number):
        return None
    listed = (
        None
        if group.inner or (group.partitive and group.empty)
        else object_reading(sentence, number, group, lists=True)
    )
    if listed and has_own_verb(doc, sentence, number, group, listed):
        listed = None
    listed = listed or _allowed(doc, sentence, number, group, subject_reading(sentence, number, group, lists=True))
    return None if listed and listed.weak and named else listed


def _of_set(doc: Doc, sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """The reading of "ten" in "ten of the 14 crew were saved".

    What stands beside the noun or in a relative clause is said of the set ("one of the 20 people killed").
    """
    reading = _verbal(doc, sentence, number, group)
    if reading is None or reading.plain or (number.value == 1 and reading.at > group.end):
        return None
    aside = any(sentence.tag(k) in ("WP", "WDT") for k in range(group.end, max(group.end, reading.at)))
    return None if aside else reading


def _whole_set(sentence: Sentence, number: Number, group: Group, last: Found) -> bool:
    """Whether a number inside "ten of the 14 …" has a measure of its own ("23 of the 53 wounded")."""
    beside = subject_reading(sentence, number, group, lists=False)
    if beside is not None and beside.measure == last.measure:
        return False
    return strong_noun(sentence, number, group, None) is not None or (beside is not None and beside.plain)


def read_number(doc: Doc, sentence: Sentence, number: Number, group: Group, topic: str | None) -> Reading | None:
    """The measure of a number, from the words of its own sentence; None where it is no figure."""
    if number.kind == "ordinal":
        return ordinal_reading(sentence, number, group)
    if times := times_reading(sentence, number):
        return times
    if counts_nothing(sentence, number, group):
        return None
    if group.inner:
        return _of_set(doc, sentence, number, group) or strong_noun(sentence, number, group, topic)
    act = act_reading(sentence, number, group)
    if act and sentence.low(number.start - 1) == "of":
        return act  # "the deaths of two of the wounded"
    if strong := strong_noun(sentence, number, group, topic):
        said = _verbal(doc, sentence, number, group) if group.partitive and strong.measure != "attack" else None
        return said or strong  # "three of the injured died"
    if total := total_reading(sentence, number, group, topic):
        follow = None if group.empty else subject_reading(sentence, number, group, lists=False)
        return follow if follow and follow.plain else total
    if sentence.low(number.start - 1) == "at" and group.empty and number.value is not None and number.value <= 24:
        return None  # an hour
    return act or _verbal(doc, sentence, number, group) or loose_noun(doc, sentence, number, group)


def _unit(measure: str, group: Group, sentence: Sentence, found: list[Found]) -> str:
    """The unit counted: the noun's, or that of the list that the bare number stands in, or the measure's own."""
    known = measures().measures[measure]
    if group.unit and group.unit in known.about:
        return {"death": "person", "injury": "person"}.get(group.unit, group.unit)
    if group.head is None and found and found[-1].sentence.index == sentence.index and found[-1].unit in known.about:
        return found[-1].unit
    return known.unit


def _of_weapons(measure: str, group: Group, sentence: Sentence, found: list[Found]) -> str:
    """What is destroyed is intercepted where the talk is of drones, missiles or rockets ("brought down 32 of them")."""
    if measure != "destroyed" or not group.empty or not found:
        return measure
    last, weapons = found[-1], measures().measures["launched"]
    near = last.sentence.index == sentence.index or (group.pronoun and sentence.index - last.sentence.index == 1)
    fits = last.unit in weapons.about or (last.measure == "launched" and last.unit == weapons.unit)
    return "intercepted" if near and fits else measure


def _span(number: Number, group: Group, reading: Reading) -> tuple[int, int]:
    start = reading.start if 0 <= number.start - reading.start <= NEAR else number.start
    end = max(group.end, number.end)
    return min(start, number.start), reading.end if end < reading.end <= end + NEAR else end


def _plausible(sentence: Sentence, number: Number, group: Group, reading: Reading, found: list[Found]) -> bool:
    """Whether a number without a noun can be of the measure.

    "Nothing" is said of things only, and a bare number is one of launches only where the sentence, or the figure
    before it, is about something that can be launched.
    """
    measure = measures().measures[reading.measure]
    if group.unit is None and (number.kind == "article" or (number.kind == "zero" and group.head and not group.noun)):
        return False  # "killed at the Palace, a hotel"; "no justice"
    if sentence.low(number.core) == "nothing":
        return measure.unit == "object"
    if reading.measure != "launched" or not group.empty:
        return True
    units = {lexicon().units.get(word.low) for word in sentence.words}
    return not units.isdisjoint(measure.about) or bool(found and found[-1].unit in measure.about)


def _out_of_place(sentence: Sentence, reading: Reading, near: set[str]) -> bool:
    """Whether the words around show that the verb says something else here ("the school admitted 300")."""
    words = measures()
    if not near.isdisjoint(words.not_near.get(reading.measure, ())) and reading.measure != "attack":
        return True
    said = {p.verb for _, p in lexicon().verbs.get(sentence.low(reading.at), ()) if p.measure == reading.measure}
    needs = words.needs.get(reading.measure, {})
    return any(near.isdisjoint(needs[verb]) for verb in said if verb in needs)


def _beyond(sentence: Sentence, group: Group, reading: Reading) -> bool:
    """Whether a comma stands between a part and what is said there ("among them two children, and nine injured")."""
    return any(sentence.low(k) == "," for k in range(group.end, reading.at))


def _as_whole(sentence: Sentence, number: Number, group: Group, measure: str) -> Reading | None:
    """A part has the measure of its whole, unless it is a part that was let go ("11 of whom have been released")."""
    free = any(let_go(sentence, k) for k in range(group.end, group.end + 6))
    return None if free else Reading(measure, number.start, group.end)


def _launched_of(sentence: Sentence, number: Number, last: Found) -> bool:
    """Whether the number is the whole of those intercepted ("32 of 36 had been shot down")."""
    inside = last.sentence is sentence and last.number.end <= number.start < last.group.end + 1
    return (
        inside
        and last.measure == "intercepted"
        and any(sentence.low(k) == "of" for k in range(last.number.end, number.start))
    )


def _read_sentence(doc: Doc, sentence: Sentence, found: list[Found], talk: Talk) -> Iterator[Found]:
    numbers = find_numbers(sentence)
    for number in sorted([*numbers, *article_items(sentence, numbers)], key=lambda n: n.start):
        group = group_after(sentence, number)
        number = bounded_behind(sentence, number, group.end)
        last = found[-1] if found else None
        if sentence.low(number.start - 1) in ("not", "than") and number.kind != "zero":
            continue
        if last and _launched_of(sentence, number, last):
            yield Found(sentence, number, group, "launched", last.unit, number.start, group.end, last.at)
            continue
        if (
            last
            and last.sentence is sentence
            and number.start < last.group.end
            and not _whole_set(sentence, number, group, last)
        ):
            continue
        reading = read_number(doc, sentence, number, group, talk.topic(sentence))
        whole = _part_of(sentence, number, group, found)
        nothing = number.kind in ("ordinal", "article") or counts_nothing(sentence, number, group)
        if whole is not None and not nothing and (reading is None or _beyond(sentence, group, reading)):
            reading = _as_whole(sentence, number, group, found[whole].measure)
        if reading is None and not nothing:
            reading = elliptic_reading(sentence, number, group, talk) or gapped_reading(sentence, number, group, talk)
        if reading is None:
            before = (last.measure, last.number) if last and last.sentence is sentence else None
            reading = broken_down(sentence, number, group, before, counts=not nothing)
        if reading is None or not _plausible(sentence, number, group, reading, found):
            continue
        if _out_of_place(sentence, reading, talk.near(sentence)):
            continue
        if number.kind == "article" and sentence.low(reading.start - 1) == "without":
            number = replace(number, low=0, high=0, value=0, qualifier="without", kind="zero")
        elif not reading.real:
            continue
        if reading.bound and number.low is not None:
            number = replace(number, high=None, qualifier=reading.bound)
        measure = _of_weapons(reading.measure, group, sentence, found)
        unit = _unit(measure, group, sentence, found)
        if whole is not None and group.head is None and measure == found[whole].measure:
            unit = found[whole].unit
        start, end = _span(number, group, reading)
        yield Found(sentence, number, group, measure, unit, start, end, reading.at, whole)


def _told_again(sentence: Sentence, found: list[Found]) -> Found | None:
    """The figure of the sentence before, where it had only one and somebody else gives the same."""
    last = [f for f in found if sentence.index - f.sentence.index == 1]
    same = same_figure(sentence, last[0].number, last[0].measure) if len(last) == 1 else None
    if same is None:
        return None
    nothing = Group(same.end, same.end, None, None)
    return Found(sentence, same, nothing, last[0].measure, last[0].unit, same.start, same.end, -1, again=True)


def find(doc: Doc) -> list[Found]:
    """All figures of a parsed report, in text order, uncredited."""
    found: list[Found] = []
    talk = Talk()
    for sentence in sentences(doc):
        before = len(found)
        for figure in _read_sentence(doc, sentence, found, talk):
            found.append(figure)
            talk.heard(sentence, figure.measure)
        if len(found) == before and (again := _told_again(sentence, found)):
            found.append(again)
            talk.heard(sentence, again.measure)
        found[before:] = _listed(found[before:])
        if len(found) == before:
            talk.listen(sentence)
        talk.over(sentence)
    return found


def _listed(found: list[Found]) -> list[Found]:
    """`found` without the nouns with an article that stand in no list of numbers."""
    return [
        figure
        for figure in found
        if figure.number.kind != "article"
        or any(f.at == figure.at >= 0 and f.number.kind == "cardinal" and f.measure == figure.measure for f in found)
    ]
