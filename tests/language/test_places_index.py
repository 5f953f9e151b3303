from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.states import states
from sayso.language.places.gazetteer import gazetteer
from sayso.language.places.landscape import area, spelled_out
from sayso.language.places.names import BITS, fold, key


def test_spellings_fold_to_one() -> None:
    assert fold("Saint-Denis") == fold("St. Denis") == fold("ST DENIS")
    assert fold("Brasília") == fold("Brasilia")
    assert fold("the Hague") == fold("Hague")
    assert fold("N’Djamena") == fold("N'Djamena")
    assert fold("…") == ""


@given(st.text(max_size=30))
def test_folding_is_idempotent_on_plain_names(name: str) -> None:
    once = fold(name)
    if once.isascii():
        assert fold(once) in (once, once.removeprefix("the "))


@given(st.text(max_size=30))
def test_keys_fit_their_bits(name: str) -> None:
    assert 0 <= key(fold(name)) < 1 << BITS


def test_every_state_is_in_the_index() -> None:
    lacking = [s.name for code, s in states().items() if not any(e.country == code for e in gazetteer().find(s.name))]
    assert not lacking


def test_most_capitals_are_in_the_index() -> None:
    capitals = [(code, name) for code, state in states().items() for name in state.capitals[:1]]
    found = [any(e.country == code for e in gazetteer().find(name)) for code, name in capitals]
    assert sum(found) / len(found) > 0.95


def test_the_most_populous_comes_first() -> None:
    found = gazetteer().find("London")
    assert found[0].country == "GB"
    assert [e.population for e in found] == sorted((e.population for e in found), reverse=True)


def test_short_names_only_as_they_are_written() -> None:
    assert spelled_out("Va.") == (("US", "Virginia"),)
    assert spelled_out("va.") == ()


def test_areas_have_a_place_on_the_globe() -> None:
    for name in ("Sahel", "Danube", "West Bank", "Black Sea"):
        found = area(fold(name))
        assert found is not None or gazetteer().find(name)
        if found is not None:
            latitude, longitude = found.point
            assert -90 <= latitude <= 90
            assert -180 <= longitude <= 180


def test_no_state_has_an_empty_word() -> None:
    for state in states().values():
        assert all(word.strip() == word and word for word in (*state.names, *state.demonyms, *state.seats))
