"""Questions that nobody answers, responsibility that somebody claims, and whose "it" is."""

from __future__ import annotations

import pytest

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Attribution, Report


def find(text: str) -> list[Attribution]:
    return list(find_attributions(Report(id="r", text=text), parse(text)))


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Asked whether the injury of the caretaker had been concealed, the ministry declined to comment.",
            "the ministry",
            "the injury of the caretaker had been concealed",
        ),
        (
            "Asked if the pilots had been drinking, the airline would not comment.",
            "the airline",
            "the pilots had been drinking",
        ),
    ],
)
def test_a_question_that_is_not_answered(text: str, source: str, content: str) -> None:
    (found,) = find(text)
    assert found.source is not None and found.source.name == source
    assert (found.stance, found.content[0].quote) == ("no-comment", content)


def test_who_is_asked_and_says_no_denies_what_he_was_asked() -> None:
    (found,) = find("Asked by reporters if troops had entered the camp, the spokesman said no.")
    assert (found.stance, found.content[0].quote) == ("denies", "troops had entered the camp")


def test_responsibility_is_claimed_by_somebody() -> None:
    text = "A convoy was hit. The Movement of the Dunes, which has fought for years, claimed responsibility in a statement."
    (found,) = find(text)
    assert found.source is not None and found.source.name == "The Movement of the Dunes"
    assert found.stance == "claims-responsibility"
    assert not find("Two bombs went off in Lode on Monday. Nobody has claimed responsibility.")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The fire brigade came at nine, its chief said. The owner, Tarn Textiles, has issued a statement. "
            "It says a short circuit caused the fire.",
            "Tarn Textiles",
        ),
        (
            "The tanker was boarded at dawn, Penrose Shipping said. The coast guard said that it had detained 21 crew. "
            "It said the tanker had been six miles inside its waters.",
            "The coast guard",
        ),
    ],
)
def test_whom_it_means(text: str, source: str) -> None:
    last = find(text)[-1]
    assert last.source is not None and last.source.name == source


def test_whose_words_a_transcript_holds() -> None:
    (found,) = find('"I closed the valve at ten," the foreman told the inquiry, according to the minutes.')
    assert found.source is not None and found.source.name == "the foreman"
    assert found.content[0].quote.startswith("I closed the valve")


def test_a_charge_that_somebody_calls_outrageous_is_denied() -> None:
    text = "Ms Quill accused the police of planting the pistol, an accusation that Mr Radley described as outrageous."
    assert find(text)[-1].stance == "denies"
