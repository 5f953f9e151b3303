from __future__ import annotations

import pytest

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Report


def found(text: str) -> list[tuple[str | None, str, str]]:
    return [
        (a.source.name if a.source else None, a.stance, " … ".join(part.quote for part in a.content))
        for a in find_attributions(Report(id="r", text=text), parse(text))
    ]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "Kestria accused its neighbour of arming the rebels, a charge Moravia denies.",
            ("Moravia", "denies", "a charge"),
        ),
        ("The army said that the village was empty, a claim residents dispute.", ("residents", "denies", "a claim")),
        (
            "Two former guards say the inmates were starved, allegations the prison service calls baseless.",
            ("the prison service", "denies", "allegations … baseless"),
        ),
        (
            "The rebels accused the army of burning two villages, a claim the army dismissed as “fairy tales”.",
            ("the army", "denies", "a claim … fairy tales"),
        ),
        (
            "Residents say the clinic was hit twice – an assertion the air force disputes.",
            ("the air force", "denies", "an assertion"),
        ),
        (
            "Villagers say that soldiers took their cattle, claims dismissed by the army.",
            ("the army", "denies", "claims"),
        ),
        (
            "The opposition says ballots were burned, something the commission admitted on Friday.",
            ("the commission", "admits", "something"),
        ),
        (
            "Witnesses said soldiers shot at ambulances, an accusation the military said was “invented”.",
            ("the military", "denies", "an accusation … invented"),
        ),
    ],
)
def test_what_was_just_told_is_answered_behind_a_comma(text: str, answer: tuple[str, str, str]) -> None:
    said = found(text)
    assert answer in said
    assert not any(answer[2].split(" … ")[0] in content for who, _, content in said if who != answer[0])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The union accused the company of ignoring the alarms, a charge it denied.", "the company"),
        (
            "Its president, Olga Marr, accused the minister of taking money, an accusation she called “a disgrace”.",
            "the minister",
        ),
        ("The opposition accused Mr Selby of rigging the vote, an allegation he has rejected.", "Selby"),
    ],
)
def test_whoever_is_accused_answers_the_accusation(text: str, who: str) -> None:
    assert [source for source, stance, _ in found(text) if stance == "denies"] == [who]


def test_which_takes_up_the_deed_and_not_its_object() -> None:
    said = found("The report accuses the ministry of hiding the letter, which the ministry denies.")
    assert ("the ministry", "denies", "hiding the letter") in said


@pytest.mark.parametrize(
    "text",
    [
        "The company paid the militia, a charge the court heard on Monday.",
        "Rebels shelled the school, an attack the government called barbaric.",
        "The board praised its report, an account the mayor called “honest”.",
    ],
)
def test_nothing_is_denied_where_nobody_answers(text: str) -> None:
    assert "denies" not in {stance for _, stance, _ in found(text)}
