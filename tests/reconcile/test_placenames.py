from __future__ import annotations

from sayso.model import Annotations, Place
from sayso.reconcile.placenames import as_told


def _told(report: str, text: str, words: str, name: str, geonames: int | None) -> Annotations:
    at = text.index(words)
    place = Place.of(
        text, at, at + len(words), id=f"{report}-p1", report=report, name=name, geonames=geonames, feature="PPL"
    )
    return Annotations(report=report, places=(place,))


def test_a_town_is_called_as_the_reports_call_it_in_one_spelling() -> None:
    reports = [
        _told("r1", "Shells fell on Shebekyno.", "Shebekyno", "Shebekino", 1),
        _told("r2", "A car burned in Shebekyno.", "Shebekyno", "Shebekino", 1),
        _told("r3", "Nobody in SHEBEKINSK slept.", "SHEBEKINSK", "Shebekino", 1),
    ]
    assert [each.places[0].name for each in as_told(reports)] == ["Shebekyno"] * 3


def test_a_listed_name_that_one_report_has_holds_for_all() -> None:
    reports = [
        _told("r1", "Shells fell on Kiev.", "Kiev", "Kyiv", 1),
        _told("r2", "A car burned in Kyiv.", "Kyiv", "Kyiv", 1),
    ]
    assert [each.places[0].name for each in as_told(reports)] == ["Kyiv", "Kyiv"]


def test_a_description_is_no_name() -> None:
    reports = [_told("r1", "A car burned in the Ukrainian capital.", "Ukrainian capital", "Kyiv", 1)]
    assert as_told(reports)[0].places[0].name == "Kyiv"
