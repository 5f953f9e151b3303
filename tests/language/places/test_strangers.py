from __future__ import annotations

import pytest

from sayso.language.parsing import parse
from sayso.language.places import find_places
from sayso.model import Report


def _points(text: str) -> dict[str, str | None]:
    """What each place's words resolve to: its country, None where it has no point."""
    places = find_places(Report(id="r", text=text), parse(text))
    return {place.quote: place.country if place.latitude is not None else None for place in places}


def test_towns_of_a_story_that_no_map_has_are_not_taken_for_namesakes() -> None:
    text = (
        "Shells fell on Sellin on Monday, and the road to Brenn was closed. The mayor of Brenn said that two shops had "
        "burned. People from Sellin walked to the camp at Orlkamp, and some to Halden."
    )
    assert set(_points(text).values()) == {None}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("A drone fell near Shebekino, in the Belgorod region of Russia, and two women died there.", "Shebekino", "RU"),
        ("Rockets struck Kiev before dawn.", "Kiev", "UA"),
        ("Israeli tanks entered Gaza City on Friday.", "Gaza City", "PS"),
        ("A bomb exploded in Axum, in the north of Ethiopia.", "Axum", "ET"),
        ("The bus left Dundalk at noon and stopped in Drogheda.", "Dundalk", "IE"),
        ("A ferry from Halden was held up by fog in Norway.", "Halden", "NO"),
    ],
)
def test_a_town_is_placed_where_something_speaks_for_it(text: str, words: str, country: str) -> None:
    assert _points(text)[words] == country


def test_three_letters_are_no_alternate_name() -> None:
    assert _points("They crossed the river at Lim and rested.").get("Lim") is None


def test_a_spelling_that_only_resembles_a_far_city_is_not_that_city() -> None:
    text = "Gunmen stopped a lorry on the road to Boni, the army of Mali said. Traders from Boni had warned of it."
    assert _points(text)["Boni"] in (None, "ML")
