"""Statements whose speaker comes last, that only repeat another's, or that stand beside another's judgement on them."""

from __future__ import annotations

import pytest

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Report


def said(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Who is credited with what."""
    found = find_attributions(Report(id="r", text=text), parse(text))
    return [(a.source.name if a.source else "", tuple(c.quote for c in a.content)) for a in found]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The prefect left by boat, say people in the queue for water.",
            "people in the queue for water",
            "The prefect",
        ),
        ("The gates were chained, says anybody you ask on Mill Street.", "anybody you ask on Mill Street", "The gates"),
        ("The night was long. Her son never came back, says the whole street.", "the whole street", "Her son never"),
    ],
)
def test_whoever_comes_last_speaks(text: str, source: str, content: str) -> None:
    (found,) = said(text)
    assert found[0] == source and len(found[1]) == 1 and found[1][0].startswith(content)


@pytest.mark.parametrize(
    "text",
    [
        "The minister, speaking on Tuesday, said nothing had changed.",
        "The board's chairman, says the Sentinel, insisted that nobody was hurt.",
    ],
)
def test_whoever_comes_first_keeps_what_he_says(text: str) -> None:
    assert said(text)[0][0] in ("The minister", "The board's chairman")


def test_what_only_repeats_another_is_a_statement() -> None:
    text = "The stokers say that the hatch was locked. Others told the island's radio similar stories."
    assert said(text)[-1] == ("Others", ("similar stories",))


def test_a_claim_and_what_another_says_of_it() -> None:
    text = (
        "The league says the march was calm. It claims 900 arrests, a figure no court has seen, according to the crown."
    )
    assert said(text)[1:] == [("The league", ("900 arrests",)), ("the crown", ("a figure no court has seen",))]


def test_a_claims_own_source_says_it_and_no_more() -> None:
    text = "The rebels claim 40 enemy dead, a number that could not be checked, according to their website."
    assert ("The rebels", ("40 enemy dead",)) in said(text)
