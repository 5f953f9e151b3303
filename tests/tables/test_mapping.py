from __future__ import annotations

import pytest

from sayso.tables import TableError
from sayso.tables.mapping import load
from tests.tables.conftest import Write

COLUMNS = ("id", "day", "town", "dead")


def _errors(write: Write, mapping: str | bytes) -> list[str]:
    with pytest.raises(TableError) as caught:
        load(write("m.yaml", mapping), COLUMNS)
    return [line.partition("m.yaml: ")[2] for line in str(caught.value).splitlines()]


def test_the_least_that_a_mapping_needs(write: Write) -> None:
    mapping = load(write("m.yaml", "id: id\ndate: day\nplace: town\n"), COLUMNS)
    assert (mapping.id.column, mapping.date.start.column) == ("id", "day")
    assert mapping.place.name is not None and mapping.place.name.column == "town"


def test_all_errors_are_told_at_once(write: Write) -> None:
    told = _errors(
        write,
        "id: ID\ndate: {start: dya, format: '%Y'}\nplace: {latitude: town}\nfigures: [{value: dead}]\ncolour: red\n",
    )
    text = "\n".join(told)
    assert "id: the table has no column 'ID'; is it 'id'?" in text
    assert "date.start: the table has no column 'dya'; is it 'day'?" in text
    assert "latitude and longitude go together" in text
    assert "figures.0.measure: Field required" in text
    assert "colour" in text


@pytest.mark.parametrize(
    ("mapping", "reason"),
    [
        ("- id", "it is not a list of"),
        ("id: [", "it is not YAML"),
        (b"\xff\xfe\x00", "it is not UTF-8"),
        ("id: {column: id, pattern: '('}\ndate: day\nplace: town", "is no regular expression"),
        ("id: id\ndate: day\nplace: town\nfigures: [{measure: killed}]", "either a value, or a low, best or high"),
        ("id: id\ndate: day\nplace: {name: town, precision: dead}", "precision and within_km go together"),
    ],
)
def test_what_is_wrong_is_said(write: Write, mapping: str | bytes, reason: str) -> None:
    assert reason in "\n".join(_errors(write, mapping))


def test_codes_are_compared_as_spreadsheets_write_them(write: Write) -> None:
    mapping = load(
        write("m.yaml", "id: id\ndate: day\nplace: {name: town, precision: dead, within_km: {3: 5, spot: 0.1}}"),
        COLUMNS,
    )
    assert mapping.place.within_km == {"3": 5.0, "spot": 0.1}
