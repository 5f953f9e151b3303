"""Sites by their own name, and places in the names of bodies."""

from __future__ import annotations

import pytest

from sayso.language.parsing import parse
from sayso.language.places import find_places
from sayso.language.read import annotate
from sayso.model import Place, Report


def by_quote(text: str) -> dict[str, Place]:
    return {place.quote: place for place in find_places(Report(id="r", text=text), parse(text))}


@pytest.mark.parametrize(
    ("text", "site", "country"),
    [
        ("Rockets hit Al-Nasr hospital in Aleppo at noon.", "Al-Nasr hospital", "SY"),
        ("A guard was shot at the Kisumu power station on Monday.", "Kisumu power station", "KE"),
        ("The crowd marched from Traders' Square to Saint Anne Hospital in Beirut.", "Traders' Square", "LB"),
        ("The prisoners were brought before Lusaka Magistrates Court.", "Lusaka Magistrates Court", "ZM"),
    ],
)
def test_a_site_lies_where_its_name_or_the_text_says(text: str, site: str, country: str) -> None:
    place = by_quote(text)[site]
    assert (place.country, place.geonames) == (country, None)
    assert place.precision is not None and place.precision > 1  # no more than its town is known


def test_a_ministry_lies_in_its_capital() -> None:
    place = by_quote("Three envoys were seen at the Polish Foreign Ministry.")["Polish Foreign Ministry"]
    assert (place.country, place.role) == ("PL", "where")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Katsina State Emergency Agency sent boats.", "Katsina State"),
        ("The Zaporizhzhia regional military administration counted the dead.", "Zaporizhzhia"),
        ("Toronto Fire Service crews were called at noon.", "Toronto"),
    ],
)
def test_a_place_in_the_name_of_a_body_is_told_apart(text: str, name: str) -> None:
    roles = {place.role for quote, place in by_quote(text).items() if quote in name or name in quote}
    assert roles == {"inside"}


def test_a_body_says_not_where_something_happened() -> None:
    text = "The Kaduna State Emergency Agency said that eleven people were killed in Zaria on Monday."
    found = annotate(Report(id="r", text=text))
    assert [place.quote for place in found.located] == ["Zaria"]
    assert [figure.place for figure in found.figures] == ["Zaria"]


def test_a_hospital_that_speaks_is_a_body() -> None:
    found = by_quote("Saint Anne Hospital said that nine people had died in Beirut.")
    assert [quote for quote, place in found.items() if place.role == "where"] == ["Beirut"]


@pytest.mark.parametrize("text", ["Analysts doubt Morocco's willingness.", "The president of Morocco resigned."])
def test_whose_it_is_says_not_where(text: str) -> None:
    assert by_quote(text)["Morocco"].role == "modifier"


def test_two_names_of_one_state_are_one_place() -> None:
    found = by_quote("A tanker ran aground off Trinidad and Tobago.")
    assert [p.country for p in found.values()] == ["TT"]


def test_a_nickname_is_looked_up_by_the_name() -> None:
    assert by_quote("Trains were halted across the Big Easy.")["Big Easy"].name == "New Orleans"


def test_a_headline_in_capitals_is_read() -> None:
    assert by_quote("STORM CUTS POWER ACROSS HALF OF SUMATRA")["SUMATRA"].country == "ID"
