"""The pieces below the figure rules: verb forms, numbers, units, and the shipped word lists."""

from __future__ import annotations

import pytest

from sayso.language.figures.clauses import sentences
from sayso.language.figures.inflection import verb_forms
from sayso.language.figures.numbers import Number, find_numbers
from sayso.language.figures.vocabulary import lexicon, measures, plural
from sayso.language.parsing import parse


def numbers(text: str) -> list[Number]:
    return [number for sentence in sentences(parse(text)) for number in find_numbers(sentence)]


@pytest.mark.parametrize(
    ("verb", "form", "kind"),
    [
        ("kill", "killed", "either"),
        ("die", "dying", "ing"),
        ("capture", "captured", "either"),
        ("kidnap", "kidnapped", "either"),
        ("bury", "buried", "either"),
        ("fall", "fallen", "participle"),
        ("fall", "fell", "past"),
        ("flee", "fleeing", "ing"),
        ("crash", "crashes", "third"),
    ],
)
def test_verb_forms(verb: str, form: str, kind: str) -> None:
    assert (form, kind) in verb_forms(verb)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1,250 people", 1250, 1250),
        ("forty-two people", 42, 42),
        ("two hundred and five people", 205, 205),
        ("three thousand two hundred people", 3200, 3200),
        ("half a dozen people", 6, 6),
        ("2.4 million people", 2_400_000, 2_400_000),
        ("some 300 people", 300, 300),
        ("well over 200 people", 200, None),
        ("no more than ten people", None, 10),
        ("no fewer than ten people", 10, None),
        ("40 or more people", 40, None),
        ("15-20 people", 15, 20),
        ("two to three hundred people", 200, 300),
    ],
)
def test_number_words(text: str, low: int | None, high: int | None) -> None:
    (number,) = numbers(text)
    assert (number.low, number.high) == (low, high)


def test_a_change_is_two_numbers_and_no_range() -> None:
    assert [number.value for number in numbers("from 14 to 12")] == [14, 12]


def test_no_longer_is_no_number() -> None:
    assert numbers("The bridge is no longer there.") == []


@pytest.mark.parametrize(("noun", "many"), [("child", "children"), ("body", "bodies"), ("bus", "buses")])
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many


def test_every_measure_of_the_vocabulary_has_words() -> None:
    known = measures().measures
    assert len(known) == 16
    for name, entry in known.items():
        assert entry.done_to or entry.doing or entry.nouns, name


def test_measures_that_losses_and_pairs_name_exist() -> None:
    known = set(measures().measures)
    assert {*measures().losses.values(), *measures().together.values()} <= known
    assert {phrase.measure for found in lexicon().verbs.values() for _, phrase in found} <= known
