"""What claims are called: questions as a person would ask them."""

from __future__ import annotations

import pytest

from sayso.reconcile.claims.how_many import how_many, located


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


def test_a_place_keeps_the_preposition_that_reports_use() -> None:
    assert located("Orrel", ["A mill at Orrel burned.", "Two died at Orrel.", "It was felt in Orrel."]) == "at Orrel"
    assert located("Orrel", ["Shots near the Orrel ferry."]) == "in Orrel"
    assert located("two streets", ["Nine died, all from two streets."]) == "in two streets"
    assert located(None, ["at Orrel"]) is None
