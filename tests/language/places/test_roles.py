"""How the text uses a place, and who is none."""

from __future__ import annotations

import pytest

from sayso.language.parsing import parse
from sayso.language.places import find_places
from sayso.model import Annotations, Place, Report


def by_quote(text: str) -> dict[str, Place]:
    return {place.quote: place for place in find_places(Report(id="r", text=text), parse(text))}


def test_an_adjective_places_a_town_and_names_no_forces() -> None:
    found = by_quote("Shots were heard in a small Estonian town near the river.")
    assert (found["Estonian"].role, found["Estonian"].country) == ("modifier", "EE")
    assert "Estonian" not in by_quote("Estonian forces held the bridge.")


def test_an_adjective_means_the_state_and_not_its_namesake() -> None:
    found = by_quote("Rescuers searched two Georgian villages on Monday.")
    assert found["Georgian"].country == "GE"


@pytest.mark.parametrize(
    "text",
    [
        "Oslo urged Helsinki to show restraint.",
        "Relations between Oslo and Helsinki have cooled.",
        "The minister accused Helsinki of delay.",
    ],
)
def test_a_government_that_is_addressed_is_no_place(text: str) -> None:
    assert "Helsinki" not in by_quote(text)


def test_a_name_inside_another_is_no_scene() -> None:
    text = "Officials met in Tartu on Friday. The Tartu city council was not told."
    places = find_places(Report(id="r", text=text), parse(text))
    located = Annotations(report="r", places=places).located
    assert [p.quote for p in located][:1] == ["Tartu"]
    assert all(p.role == "where" for p in located)


def test_a_happening_puts_a_place_there() -> None:
    assert by_quote("The Marseille bombing shocked the country.")["Marseille"].role == "where"


def test_where_a_body_is_based_is_not_where_things_happen() -> None:
    text = "Nine herders were killed near Tabiro, according to the Plains Rights Observatory, a group based in Accra."
    found = by_quote(text)
    assert found["Accra"].role == "modifier"
    assert found["Tabiro"].country != "GH"
    assert found["Plains Rights Observatory"].role == "venue"
