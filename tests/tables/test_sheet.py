from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.tables import TableError
from sayso.tables.mapping import Mapping
from sayso.tables.rows import read_rows
from sayso.tables.setting_out import set_out
from sayso.tables.sheet import read_sheet
from tests.tables.conftest import Write


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_told_from_the_header(write: Write, separator: str) -> None:
    sheet = read_sheet(write("t.csv", f"id{separator}town\n1{separator}Osterwell\n"))
    assert sheet.columns == ("id", "town")
    assert sheet.lines[0].cells == {"id": "1", "town": "Osterwell"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(write: Write, encoding: str) -> None:
    text = "id,town\n" + "".join(f"{n},Århus across the long and quiet river\n" for n in range(20))
    assert read_sheet(write("t.csv", text.encode(encoding))).lines[0].cells["town"].startswith("Århus")


def test_rows_are_numbered_as_a_spreadsheet_shows_them(write: Write) -> None:
    sheet = read_sheet(write("t.csv", 'id,text\n1,"two\nlines"\n\n3,c,,too,many\n4\n,\n\n'))
    assert [(line.number, line.cells) for line in sheet.lines] == [
        (2, {"id": "1", "text": "two lines"}),
        (5, {"id": "4", "text": ""}),
    ]
    assert [(u.input, u.reason.split(";")[0]) for u in sheet.unread] == [
        ("t.csv, row 3", "it is empty"),
        ("t.csv, row 4", "it has 5 cells, the header 2"),
    ]


def test_workbooks_have_dates_and_whole_numbers(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["id", "day", "dead", "lat"])
    book.active.append([7, datetime.date(2025, 3, 3), 12.0, 52.5])
    book.save(tmp_path / "t.xlsx")
    (line,) = read_sheet(tmp_path / "t.xlsx").lines
    assert line.cells == {"id": "7", "day": "2025-03-03", "dead": "12", "lat": "52.5"}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("t.csv", "", "empty"),
        ("t.csv", "id,town\n", "no rows"),
        ("t.csv", "id,id\n1,2\n", "two columns are called 'id'"),
        ("t.csv", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("t.xlsx", b"PK\x03\x04 no workbook", "cannot be read as a workbook"),
        ("t.ods", "id\n1\n", "only .csv, .tsv and .xlsx"),
        ("t.csv", 'id,town\n1,"' + "x" * 200_000, "not well formed"),
    ],
)
def test_what_is_no_table_is_said(write: Write, name: str, content: str | bytes, reason: str) -> None:
    with pytest.raises(TableError, match=reason):
        read_sheet(write(name, content))


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="check the path"):
        read_sheet(tmp_path / "none.csv")


@given(content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_whatever_the_bytes_are_they_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    try:
        sheet = read_sheet(path)
    except TableError as error:
        assert str(error)
        return
    rows, unread = read_rows(sheet, Mapping.model_validate(dict.fromkeys(("id", "date", "place"), sheet.columns[0])))
    assert len(rows) + len(unread) >= len(sheet.lines)
    for row in rows:
        set_out(row, sheet.name, zeros=True)
