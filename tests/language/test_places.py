from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.parsing import parse
from sayso.language.places import find_places
from sayso.model import Place, Report


def places(text: str) -> tuple[Place, ...]:
    return find_places(Report(id="r", text=text), parse(text))


def by_quote(text: str) -> dict[str, Place]:
    return {place.quote: place for place in places(text)}


def test_a_town_is_resolved_to_geonames() -> None:
    found = by_quote("Shells fell on the outskirts of Kramatorsk in eastern Ukraine on Friday.")
    town = found["Kramatorsk"]
    assert (town.country, town.feature, town.precision) == ("UA", "PPL", 1)
    assert town.geonames is not None
    assert town.latitude == pytest.approx(48.7, abs=0.2)
    assert found["Ukraine"].precision == 5  # a part of the state


def test_an_old_spelling_is_the_same_place() -> None:
    ids = {places(f"Two people were hurt in {name} overnight.")[0].geonames for name in ("Kyiv", "Kiev")}
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("The family moved to Paris, Texas, in the spring.", "Texas"),
        ("The family moved to Springfield, Ill., in the spring.", "Illinois"),
    ],
)
def test_what_follows_says_which(text: str, region: str) -> None:
    assert places(text)[0].region == region


def test_the_story_says_which() -> None:
    text = "Lebanese troops moved north from Beirut to Tripoli. Lebanon's army said that roads near Sidon were shut."
    assert by_quote(text)["Tripoli"].country == "LB"


def test_a_region_is_told_from_its_city() -> None:
    region = by_quote("Residents of Kharkiv region were told to leave.")["Kharkiv region"]
    city = by_quote("A tram burned in Kharkiv.")["Kharkiv"]
    assert (region.feature, region.precision) == ("ADM1", 4)
    assert (city.feature, city.precision) == ("PPL", 1)


def test_near_is_less_precise_than_in() -> None:
    assert by_quote("A lorry overturned near Gaziantep.")["Gaziantep"].precision == 2


def test_waters_and_wide_areas() -> None:
    found = by_quote("A tanker was hit in the Red Sea and another in the Strait of Hormuz, off the Horn of Africa.")
    assert found["Red Sea"].precision == 7
    assert found["Strait of Hormuz"].feature == "STRT"
    assert found["Horn of Africa"].precision == 5


def test_a_government_named_by_its_seat_is_an_actor() -> None:
    assert not places("Ankara denied the report and Tehran accused the rebels.")
    assert [p.name for p in places("The envoy flew from Ankara to Tehran.")] == ["Ankara", "Tehran"]


def test_the_capital_of_the_story() -> None:
    found = by_quote("Sudanese troops held the bridge. Shells fell on the Sudanese capital.")
    assert found["Sudanese capital"].name == "Khartoum"


def test_soil_is_not_the_people() -> None:
    assert by_quote("No fighters remained on Estonian soil.")["Estonian soil"].country == "EE"


def test_people_and_firms_are_no_places() -> None:
    found = places("Paris Whitmore and Jordan Blake of Florence Holdings declined to comment.")
    assert all(p.role == "inside" for p in found)


def test_a_village_that_no_gazetteer_has() -> None:
    found = by_quote("Gunmen entered the village of Ostrembia, near Kramatorsk, before dawn.")
    assert found["Ostrembia"].geonames is None
    assert found["Ostrembia"].name == "Ostrembia"


def test_a_hospital_stands_in_its_town() -> None:
    hospital = by_quote("The wounded were taken to Quillerton Hospital in Gaziantep, doctors said.")[
        "Quillerton Hospital"
    ]
    assert hospital.geonames is None
    assert (hospital.country, hospital.feature, hospital.precision) == ("TR", "HSP", 2)


def test_a_dateline_is_a_place() -> None:
    assert places("NAIROBI, Kenya (AP) — Crowds gathered on Monday.")[0].name == "Nairobi"


def test_furniture_is_passed_over() -> None:
    from sayso.model import Stretch

    text = "More from Berlin\n\nA fire broke out in Hamburg."
    report = Report(id="r", text=text, parts=(Stretch(start=0, end=16, kind="furniture"),))
    assert [p.quote for p in find_places(report, parse(text))] == ["Hamburg"]


@pytest.mark.parametrize(
    "text", ["", "x", "IN IN IN", "in the of, near", "’s ’s", "東京で爆発", "In\u00a0\n\n,,,", "(the) 's - of"]
)
def test_odd_text(text: str) -> None:
    assert isinstance(places(text), tuple)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="Pari sBelgod,.’'\"-\n()of inthe", max_size=80))
def test_every_anchor_fits(text: str) -> None:
    for place in places(text):
        place.check(text)
