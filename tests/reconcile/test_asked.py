"""What claims are called: questions as a person would ask them."""

from __future__ import annotations

import pytest

from sayso.reconcile import reconcile
from sayso.reconcile.claims.draft import in_words_of
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


@pytest.mark.parametrize(
    ("text", "cue", "content", "asked"),
    [
        (
            "The Orrel Dock Board denied any involvement in the fire.",
            "denied",
            "any involvement in the fire",
            "Was the Orrel Dock Board involved in the fire?",
        ),
        (
            "The Orrel Dock Board denies the “wild figures put about by the union”.",
            "denies",
            "the “wild figures put about by the union”",
            "Is there any truth in the wild figures put about by the union?",
        ),
        (
            "The Orrel Dock Board denied that any of its men had been on the crane.",
            "denied",
            "that any of its men had been on the crane",
            "Had any of the Orrel Dock Board's men been on the crane?",
        ),
    ],
)
def test_what_somebody_denies_is_asked_of_him(text: str, cue: str, content: str, asked: str) -> None:
    telling = Telling("r1", text, parsed=True)
    telling.says("The Orrel Dock Board", content, stance="denies", cue=cue)
    claims = reconcile([telling.report], [telling.annotations]).claims
    assert [claim.question for claim in claims] == [asked]


def test_words_that_make_no_question_are_quoted_whole() -> None:
    assert in_words_of("Two clerks", "that its wash “hit her side-on") == (
        "Is it so, in the words of two clerks: “its wash ‘hit her side-on’”?"
    )


def test_who_denies_a_hand_in_it_is_asked_for_that() -> None:
    text = "The Moor ministry said that it had foiled a raid by the Norland regime. Norland denied any involvement."
    telling = Telling("r1", text, parsed=True)
    telling.says("The Moor ministry", "that it had foiled a raid by the Norland regime")
    telling.says("Norland", "any involvement", stance="denies", cue="denied")
    claim = question(reconcile([telling.report], [telling.annotations]), "involvement")
    assert claim.question == "Was Norland involved?"


def test_a_question_of_a_weapon_is_of_those_who_speak_of_it() -> None:
    first = Telling(
        "r1", "The town of Ulm was attacked with rockets and houses burned, the mayor of Ulm said.", parsed=True
    )
    first.says("the mayor of Ulm", "The town of Ulm was attacked with rockets and houses burned")
    second = Telling("r2", "A teacher said that rockets had hit the town of Ulm.", "2031-03-05", parsed=True)
    second.says("A teacher", "that rockets had hit the town of Ulm")
    third = Telling("r3", "Norland spoke of attacks on the town of Ulm.", "2031-03-06", parsed=True)
    third.says("Norland", "attacks on the town of Ulm")
    tellings = (first, second, third)
    claim = question(reconcile([t.report for t in tellings], [t.annotations for t in tellings]), "rockets")
    assert {position.origin for position in claim.positions} == {"the mayor of Ulm", "A teacher"}


def test_an_office_speaks_of_the_one_whose_it_is() -> None:
    text = "They had left on Monday, a baker said. Ada Quill’s office denied that her children had left the city."
    telling = Telling("r1", text, parsed=True).says("a baker", "They had left on Monday")
    telling.says("Ada Quill’s office", "that her children had left the city", stance="denies", cue="denied")
    claim = question(reconcile([telling.report], [telling.annotations]), "left the city")
    assert claim.question == "Had Ada Quill's children left the city?"
