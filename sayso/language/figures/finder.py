"""Which numbers of a report are figures, and of what: sentence by sentence, each with those found before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from sayso.language.figures.aligned import aligned
from sayso.language.figures.articles import article_items
from sayso.language.figures.breakdowns import broken_down, next_item
from sayso.language.figures.clauses import Sentence, sentences
from sayso.language.figures.exclusions import counts_nothing
from sayso.language.figures.found import Found
from sayso.language.figures.gapped import gapped_reading
from sayso.language.figures.groups import Group, group_after
from sayso.language.figures.measuring import read_number
from sayso.language.figures.numbers import Number, bounded_behind, find_numbers
from sayso.language.figures.parts import as_whole, beyond, launched_of, part_of, whole_set
from sayso.language.figures.predicates import Reading
from sayso.language.figures.same import same_figure
from sayso.language.figures.talk import Talk, elliptic_reading
from sayso.language.figures.vocabulary import lexicon, measures

NEAR = 8  # words by which an anchor may reach beyond the number and what it counts


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


def _on_ground(sentence: Sentence, reading: Reading, words: set[str]) -> bool:
    """Whether weapons are destroyed where they lie ("a strike on the workshop destroyed 60 drones"), not in the air.

    `words` are those of the sentence and of the one before it.
    """
    if reading.measure != "intercepted" or words.isdisjoint(measures().on_ground):
        return False
    verbs = {phrase.verb for _, phrase in lexicon().verbs.get(sentence.low(reading.at), ())}

    return not verbs.isdisjoint(measures().in_air_or_not) and words.isdisjoint(measures().air_defence)


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
    if number.qualifier == "no" and reading.measure == "launched" and group.singular:
        return False  # "no bomb was dropped" is a statement of fact
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


def _read_sentence(doc: Doc, sentence: Sentence, found: list[Found], talk: Talk) -> Iterator[Found]:
    numbers = find_numbers(sentence)
    for number in sorted([*numbers, *article_items(sentence, numbers)], key=lambda n: n.start):
        group = group_after(sentence, number)
        number = bounded_behind(sentence, number, group.end)
        last = found[-1] if found else None
        if sentence.low(number.start - 1) in ("not", "than") and number.kind != "zero":
            continue
        if last and launched_of(sentence, number, last):
            yield Found(sentence, number, group, "launched", last.unit, number.start, group.end, last.at)
            continue
        if (
            last
            and last.sentence is sentence
            and number.start < last.group.end
            and not whole_set(sentence, number, group, last)
        ):
            continue
        if listed := aligned(sentence, number, numbers, found):
            unit = listed.unit
            yield Found(sentence, number, group, listed.measure, unit, number.start, number.end, -1)
            continue
        whole = part_of(sentence, number, group, found)
        if whole is not None and group.pronoun:
            group = replace(group, unit=found[whole].unit)  # "we lost three of them"
        reading = read_number(doc, sentence, number, group, talk)
        nothing = number.kind in ("ordinal", "article") or counts_nothing(sentence, number, group)
        if whole is not None and not nothing and (reading is None or beyond(sentence, group, reading)):
            reading = as_whole(sentence, number, group, found[whole].measure)
        if reading is None and not nothing:
            reading = elliptic_reading(sentence, number, group, talk) or gapped_reading(sentence, number, group, talk)
        if reading is None and not nothing and last is not None:
            reading = next_item(sentence, number, group, last)
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
        if _on_ground(sentence, reading, talk.near(sentence)):
            measure, unit = "destroyed", group.unit or measures().measures["destroyed"].unit
        else:
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
            talk.heard(sentence, figure.measure, of_all=figure.measure == "launched" and _of_downed(found))
        if len(found) == before and (again := _told_again(sentence, found)):
            found.append(again)
            talk.heard(sentence, again.measure)
        found[before:] = _listed(found[before:])
        if len(found) == before:
            talk.listen(sentence)
        talk.over(sentence)
    return found


def _of_downed(found: list[Found]) -> bool:
    """Whether the last number only says of how many the one before it is ("101 of 138 drones were shot down")."""
    return len(found) > 1 and found[-2].measure == "intercepted" and found[-1].number.end <= found[-2].group.end


def _listed(found: list[Found]) -> list[Found]:
    """`found` without the nouns with an article that stand in no list of numbers."""
    return [
        figure
        for figure in found
        if figure.number.kind != "article"
        or any(f.at == figure.at >= 0 and f.number.kind == "cardinal" and f.measure == figure.measure for f in found)
    ]
