"""Rows of UCDP and ACLED: what the codebooks ask of them, on the sample and on events made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.export import export
from sayso.export.days import Days, days
from sayso.model import Claim, Dossier, Event, Place
from tests.export.anchors import table
from tests.export.telling import claim, dossier, event, position

TEXT = "Fighting at Ambel"
FRANCE_SPAIN = {"parties": ("France", "Spain"), "type": "armed-clash", "place": "Ambel", "when": "2031-05-05"}


def rows(found: Dossier, to: str = "ucdp", policy: str | None = None) -> list[dict[str, str]]:
    return table(export(found, to, policy=policy)[f"{to}.csv"])


def place(precision: int | None, **fields: object) -> Place:
    point: dict[str, object] = {"latitude": 10.5, "longitude": -20.25, "country": "FR", "region": "Somewhere"}
    given = {"name": "Ambel", "precision": precision, **point, **fields} if precision else {"name": "Ambel"}
    return Place.of(TEXT, 12, 17, id="p1", report="r1", **given)


@pytest.mark.parametrize(
    ("value", "first", "last", "ucdp", "acled"),
    [
        ("2031-05-05", (2031, 5, 5), (2031, 5, 5), 1, 1),
        ("2031-05-05T03:10+02:00", (2031, 5, 5), (2031, 5, 5), 1, 1),
        ("2031-05-05T20:00/2031-05-06T06:00", (2031, 5, 5), (2031, 5, 6), 2, 2),
        ("2031-05-01/2031-05-07", (2031, 5, 1), (2031, 5, 7), 3, 2),
        ("2028-02", (2028, 2, 1), (2028, 2, 29), 4, 3),
        ("2031", (2031, 1, 1), (2031, 12, 31), 5, None),
        ("2029-01-01/2031-01-01", (2029, 1, 1), (2031, 1, 1), None, None),
    ],
)
def test_days_and_their_precision(
    value: str, first: tuple[int, int, int], last: tuple[int, int, int], ucdp: int | None, acled: int | None
) -> None:
    found = days(value)
    assert found == Days(date(*first), date(*last))
    assert (found.ucdp, found.acled) == (ucdp, acled)


@pytest.mark.parametrize(
    "value", [None, "", "../2031-05-05", "2031-05-05/..", "2031-02-30", "1980s", "soon", "2031-05-05/2030-01-01"]
)
def test_an_unclear_time_is_no_day(value: str | None) -> None:
    assert days(value) is None


def deaths(*claims: tuple[str | None, int, int], policy: str | None = None) -> dict[str, str]:
    told = [
        claim(f"c{number}", position(low, high, origin=f"o{number}"), of_whom=whom)
        for number, (whom, low, high) in enumerate(claims)
    ]
    return rows(dossier(TEXT, *told, events=(event(**FRANCE_SPAIN),)), policy=policy)[0]


@pytest.mark.parametrize(
    ("claims", "a", "b", "civilians", "unknown", "best"),
    [
        ([("French soldiers", 5, 5)], "5", "", "", "", "5"),
        ([("Spaniards", 5, 5)], "", "5", "", "", "5"),
        ([("French civilians", 4, 4)], "", "", "4", "", "4"),
        ([("people", 7, 7)], "", "", "", "7", "7"),
        ([("people", 7, 7), ("children", 3, 3)], "", "", "3", "4", "7"),
        ([("people", 2, 2), ("French soldiers", 3, 3)], "3", "", "", "", "3"),
        ([("other people", 2, 2), ("children", 2, 2), ("civilians", 3, 3)], "", "", "3", "", "3"),
        ([("civilians", 3, 3), ("women", 5, 5)], "", "", "3", "", "3"),
        ([("civilians", 3, 3), ("journalists", 4, 4)], "", "", "4", "", "4"),
        ([], "", "", "", "", ""),
        ([("French soldiers", 3, 3), ("Spanish soldiers", 4, 4), ("civilians", 1, 1)], "3", "4", "1", "", "8"),
    ],
)
def test_whose_deaths_they_are(
    claims: list[tuple[str | None, int, int]], a: str, b: str, civilians: str, unknown: str, best: str
) -> None:
    row = deaths(*claims)
    assert [row[f"deaths_{whose}"] for whose in ("a", "b", "civilians", "unknown")] == [a, b, civilians, unknown]
    assert row["best"] == best


def test_all_are_not_fewer_than_the_sides_together_at_either_end() -> None:
    def told(id: str, *numbers: int, **fields: str) -> Claim:
        return claim(id, *(position(n, n, origin=f"{id} {n}", interest="neutral") for n in numbers), **fields)

    claims = (told("c1", 5, 9, whose="France"), told("c2", 10, 40, whose="Spain"), told("c3", 4, 35, of_whom="dead"))
    row = rows(dossier(TEXT, *claims, events=(event(**FRANCE_SPAIN),)))[0]
    assert (row["low"], row["high"]) == ("15", "49")


@pytest.mark.parametrize(
    ("whom", "whose", "column"),
    [
        ("servicemen", "Spain", "b"),
        (None, "France", "a"),
        ("civilians", "Spain", "civilians"),
        ("people", "Spain", "unknown"),  # whether they fought is not told
        ("servicemen", "Portugal", "unknown"),  # no party to the event
        ("servicemen", None, "unknown"),
    ],
)
def test_the_side_that_the_reports_tell_of_counts_where_the_words_name_none(
    whom: str | None, whose: str | None, column: str
) -> None:
    told = claim("c1", position(5, 5), of_whom=whom, whose=whose)
    row = rows(dossier(TEXT, told, events=(event(**FRANCE_SPAIN),)))[0]
    assert {key: row[f"deaths_{key}"] for key in ("a", "b", "civilians", "unknown") if row[f"deaths_{key}"]} == {
        column: "5"
    }


def test_a_policy_that_picks_no_number_leaves_the_cell_blank() -> None:
    row = deaths(("people", 7, 7), policy="origins")
    assert (row["best"], row["low"], row["high"], row["sayso_policy"]) == ("", "7", "7", "origins")


def test_each_format_takes_its_own_policy_unless_another_is_asked_for() -> None:
    told = claim(
        "c1", position(30, 30, origin="A", interest="self-serving"), position(60, 60, origin="B", interest="neutral")
    )
    found = dossier(TEXT, told, events=(event(**FRANCE_SPAIN),))
    ucdp, acled = rows(found)[0], rows(found, "acled")[0]
    assert (ucdp["low"], ucdp["best"], ucdp["high"], ucdp["sayso_policy"]) == ("60", "60", "60", "ucdp")
    assert (acled["fatalities"], acled["sayso_policy"]) == ("30", "acled")
    assert rows(found, "acled", policy="ucdp")[0]["fatalities"] == "60"


@pytest.mark.parametrize(
    ("precision", "location", "geo"),
    [(1, "Ambel", "1"), (2, "Ambel", "2"), (4, "Ambel", "3"), (6, "", ""), (None, "Ambel", "")],
)
def test_acled_has_no_point_for_a_whole_state(precision: int | None, location: str, geo: str) -> None:
    found = dossier(TEXT, events=(event(**FRANCE_SPAIN),), places=(place(precision),))
    row = rows(found, "acled")[0]
    assert (row["location"], row["geo_precision"], row["latitude"]) == (location, geo, "10.5" if geo else "")
    assert row["country"] == ("France" if precision else "")


def test_ucdp_says_how_exact_the_place_is() -> None:
    row = rows(dossier(TEXT, events=(event(**FRANCE_SPAIN),), places=(place(4),)))[0]
    assert (row["where_prec"], row["latitude"], row["longitude"], row["adm_1"]) == ("4", "10.5", "-20.25", "Somewhere")


@pytest.mark.parametrize(
    ("fields", "violence"),
    [({}, "1"), ({"type": "protest"}, ""), ({"parties": ("France", "the rebels")}, ""), ({"parties": ("France",)}, "")],
)
def test_the_type_of_violence_is_blank_where_it_is_not_sure(fields: dict[str, object], violence: str) -> None:
    assert rows(dossier(TEXT, events=(event(**{**FRANCE_SPAIN, **fields}),)))[0]["type_of_violence"] == violence


def test_what_reports_recall_from_earlier_is_no_row() -> None:
    found = dossier(TEXT, events=(event(), event(id="e2", historical=True)))
    assert [row["id"] for row in rows(found)] == [row["event_id_cnty"] for row in rows(found, "acled")] == ["e1"]


def test_rows_of_the_sample_are_as_the_codebook_asks(sample: Dossier) -> None:
    found = rows(sample)
    events: dict[str, Event] = {one.id: one for one in sample.events}
    assert [row["id"] for row in found] == [one.id for one in sample.events if not one.historical]
    for row in found:
        if row["best"]:
            parts = [int(row[f"deaths_{whose}"] or 0) for whose in ("a", "b", "civilians", "unknown")]
            assert int(row["best"]) == sum(parts) and min(parts) >= 0
            assert int(row["low"]) <= int(row["best"]) <= int(row["high"])
        assert row["number_of_sources"] == str(len(events[row["id"]].reports))
        assert row["where_prec"] in ("", *"1234567") and row["date_prec"] in ("", *"12345")
        assert bool(row["latitude"]) == bool(row["longitude"]) == bool(row["where_prec"])
        assert row["date_start"] <= row["date_end"]
    assert any(row["best"] for row in found)
