from __future__ import annotations

import pytest

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Report


def found(text: str) -> set[tuple[str | None, str, str]]:
    return {
        (a.source.name if a.source else None, a.stance, " … ".join(part.quote for part in a.content))
        for a in find_attributions(Report(id="r", text=text), parse(text))
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Twelve people died when a bus burned, officials said, in what the opposition called an attack by guards.",
            {
                ("officials", "asserts", "Twelve people died when a bus burned"),
                ("the opposition", "asserts", "an attack by guards"),
            },
        ),
        (
            "The army shelled what it called a terrorist base.",
            {("The army", "asserts", "a terrorist base")},
        ),
        (
            "The rebels accused the army of firing on the school, a charge that the ministry denied.",
            {("The rebels", "blames", "the army of firing on the school"), ("the ministry", "denies", "a charge")},
        ),
    ],
)
def test_a_relative_clause_may_have_a_speaker_of_its_own(text: str, said: set[tuple[str, str, str]]) -> None:
    assert said <= found(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The driver has been detained, police said; his lawyer, Pal Orsz, denied this.", ("Pal Orsz", "denies", "this")),
        ("The director declined to give a figure.", ("The director", "no-comment", "to give a figure")),
        ("The authorities have never acknowledged those deaths.", ("The authorities", "no-comment", "those deaths")),
        ("The Civic Union put the death toll at 17, citing hospital staff.", ("hospital staff", "asserts", "the death toll at 17")),
        ("The bridge had been mined, the paper said, citing security concerns.", ("the paper", "asserts", "The bridge had been mined")),
    ],
)  # fmt: skip
def test_short_answers_and_whoever_is_cited(text: str, said: tuple[str, str, str]) -> None:
    assert said in found(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Moscow said it had no information.", ("Moscow", "asserts", "it had no information")),
        ("The owner said it had no record of such a call.", ("The owner", "denies", "it had no record of such a call")),
    ],
)
def test_not_to_know_is_no_denial(text: str, said: tuple[str, str, str]) -> None:
    assert said in found(text)


def test_whoever_said_the_one_adds_the_other() -> None:
    text = "The rights office said 60 people had died, adding that more had fled. The army says that nobody died."
    assert ("The rights office", "asserts", "more had fled") in found(text)


def test_a_passive_in_a_relative_clause_makes_no_hearsay() -> None:
    text = "A diplomat who has read the report, which has not been published, said it lists 14 raids."
    assert ("A diplomat", "asserts", "it lists 14 raids") in found(text)
