"""What verbs, nouns and spellings say of a name."""

from __future__ import annotations

import pytest

from sayso.language.parsing import parse
from sayso.language.places import find_places
from sayso.language.places.gazetteer import Entry
from sayso.language.places.names import sound
from sayso.language.places.nearness import distance, holds
from sayso.model import Place, Report


def by_quote(text: str) -> dict[str, Place]:
    return {place.quote: place for place in find_places(Report(id="r", text=text), parse(text))}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Rebels captured Bukavu before dawn.", "Bukavu", "CD"),
        ("Families fled to Kalemie by boat.", "Kalemie", "CD"),
        ("The road between Gao and Kidal was mined.", "Kidal", "ML"),
        ("A drone fell near al-Mukalla on Sunday.", "al-Mukalla", "YE"),
    ],
)
def test_what_is_taken_and_where_one_goes_are_places(text: str, name: str, country: str) -> None:
    assert by_quote(text)[name].country == country


def test_people_are_no_places() -> None:
    assert "Sutton" not in by_quote("“I was there,” said Sutton. Sutton had seen nothing, in Sutton's view.")


def test_a_small_town_abroad_is_not_meant() -> None:
    found = by_quote("Villagers fled from Solhan, in Yagha province, to Dori and Ouagadougou, in Burkina Faso.")
    assert found["Solhan"].country != "TR"


def test_what_the_text_puts_in_a_region_lies_there() -> None:
    place = by_quote("Two boats sank off Palma, in Cabo Delgado, on Monday.")["Palma"]
    assert place.country != "ES"


def test_a_county_goes_by_its_full_name() -> None:
    assert by_quote("A barn burned down in Nelson County, Kentucky.")["Nelson County"].feature == "ADM2"


def test_a_village_that_no_map_has_lies_about_its_neighbour() -> None:
    place = by_quote("Soldiers burned the village of Vrbanovac, north of Mostar, on Friday.")["Vrbanovac"]
    assert (place.country, place.geonames, place.precision) == ("BA", None, 3)


def test_spellings_that_sound_the_same() -> None:
    assert sound("hodeidah") == sound("al hudaydah")
    assert sound("maarat al numan") == sound("maarrat an numan")
    assert sound("oia") == ""


def entry(feature: str, country: str, region: str, latitude: float, longitude: float) -> Entry:
    return Entry(1, "x", country, region, latitude, longitude, 1000, feature, True)


def test_what_holds_what() -> None:
    town = entry("PPL", "ES", "Galicia", 43.0, -8.0)
    assert holds(entry("PCLI", "ES", "", 40.0, -4.0), town)
    assert holds(entry("ADM1", "ES", "Galicia", 42.8, -8.0), town)
    assert not holds(entry("ADM1", "PL", "Galicia", 50.0, 21.0), town)
    assert not holds(entry("ADM2", "ES", "Galicia", 40.0, -4.0), town)
    assert distance(town, town) == 0.0
