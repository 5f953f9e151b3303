"""What claims are called: questions as a person would ask them."""

from __future__ import annotations

import pytest

from sayso.reconcile import reconcile
from sayso.reconcile.claims.how_many import how_many, located
from tests.reconcile.telling import Telling, question


@pytest.mark.parametrize(
    ("measure", "unit", "of_whom", "where", "asked"),
    [
        ("killed", "person", "dead", "in Orrel", "How many people were killed in Orrel?"),
        ("wounded", "person", "hit", None, "How many people were wounded?"),
        ("killed", "person", "farmer", None, "How many farmers were killed?"),
        ("destroyed", "vehicle", "armoured vehicles", None, "How many armoured vehicles were destroyed?"),
        ("attack", "attack", "times", "at Orrel", "How many attacks were there at Orrel?"),
        ("missing", "person", None, None, "How many people are missing?"),
        ("wounded", "person", "other", None, "How many people were wounded?"),
    ],
)
def test_a_count_is_asked_as_people_ask(
    measure: str, unit: str, of_whom: str | None, where: str | None, asked: str
) -> None:
    assert how_many(measure, unit, of_whom, where) == asked


def test_parts_and_additions_are_asked_as_such() -> None:
    assert how_many("killed", "person", None, part=True) == "How many of them were killed?"
    assert how_many("killed", "person", "children", part=True) == "How many children were killed?"
    assert how_many("killed", "person", "bodies", "in Orrel", more=True) == "How many more people were killed in Orrel?"


def test_a_place_keeps_the_preposition_that_reports_use() -> None:
    assert located("Orrel", ["A mill at Orrel burned.", "Two died at Orrel.", "It was felt in Orrel."]) == "at Orrel"
    assert located("Orrel", ["Shots near the Orrel ferry."]) == "in Orrel"
    assert located("two streets", ["Nine died, all from two streets."]) == "in two streets"
    assert located(None, ["at Orrel"]) is None


def test_who_heard_it_is_not_what_is_asked() -> None:
    text = "A ropemaker said that he had heard two bangs before the crane fell. Two clerks said that they had heard no bangs."
    telling = Telling("r1", text, parsed=True)
    telling.says("A ropemaker", "he had heard two bangs before the crane fell")
    telling.says("Two clerks", "they had heard no bangs")
    assert (
        question(reconcile([telling.report], [telling.annotations]), "bangs").question == "Had anybody heard two bangs?"
    )


def test_who_admits_something_speaks_of_himself() -> None:
    text = "The Orrel Dock Board admitted that it had left the lock keeper without a lamp."
    telling = Telling("r1", text, parsed=True)
    telling.says("The Orrel Dock Board", "it had left the lock keeper without a lamp", stance="admits")
    claim = question(reconcile([telling.report], [telling.annotations]), "lamp")
    assert claim.question == "Had the Orrel Dock Board left the lock keeper without a lamp?"
