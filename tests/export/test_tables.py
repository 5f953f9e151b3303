"""The tables, opened as their readers open them."""

from __future__ import annotations

import io
import json
import sys

import openpyxl
import pandas
import pyarrow.parquet
import pytest

from sayso.export import ExportError, export
from sayso.export.tables import TABLES
from sayso.export.xlsx import LONGEST
from sayso.model import Actor, Attribution, Claim, Copy, Dossier, Event, Figure, Place, Position, Record, ReportEntry
from tests.export.anchors import table
from tests.export.telling import claim, dossier, full, position


def frames(files: dict[str, bytes]) -> dict[str, pandas.DataFrame]:
    """The CSV files by name, as pandas reads them with the types that the metadata gives."""
    types = {"string": "str", "integer": "Int64", "number": "float64", "boolean": "boolean"}
    found = {}
    for one in json.loads(files["csv-metadata.json"])["tables"]:
        columns = {column["name"]: types[column["datatype"]] for column in one["tableSchema"]["columns"]}
        content = io.BytesIO(files[one["url"]])
        found[one["url"]] = pandas.read_csv(content, dtype=columns, keep_default_na=False, na_values=[""])  # type: ignore[arg-type]
        assert list(found[one["url"]].columns) == list(columns)
    return found


def test_csv_opens_in_pandas_with_the_types_of_its_metadata(sample: Dossier) -> None:
    found = frames(export(sample, "csv"))
    assert len(found["attributions.csv"]) == len(sample.attributions)
    assert found["figures.csv"]["low"].dropna().tolist() == [f.low for f in sample.figures if f.low is not None]
    assert found["positions.csv"]["superseded"].tolist() == [
        each.superseded for one in sample.claims for each in one.positions
    ]
    assert found["claims.csv"]["policy"].dropna().unique().tolist() == ["origins"]


def test_parquet_opens_in_pandas_and_says_what_its_columns_are(sample: Dossier) -> None:
    files = export(sample, "parquet")
    assert set(files) == {f"{one.name}.parquet" for one in TABLES}
    for one in TABLES:
        read = pyarrow.parquet.read_table(pyarrow.BufferReader(files[f"{one.name}.parquet"]))
        assert [read.schema.field(column.name).metadata[b"description"].decode() for column in one.columns] == [
            column.means for column in one.columns
        ]
    places = pandas.read_parquet(io.BytesIO(files["places.parquet"]))
    assert places["quote"].tolist() == [place.quote for place in sample.places]


def test_a_workbook_opens_with_a_sheet_a_table(sample: Dossier) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export(sample, "xlsx")["dossier.xlsx"]))
    assert book.sheetnames == [*(one.name for one in TABLES), "columns"]
    head, *rows = book["figures"].iter_rows(values_only=True)
    assert [row[head.index("quote")] for row in rows] == [figure.quote for figure in sample.figures]
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n", "b"}


def test_tables_hold_the_same_in_every_format(sample: Dossier) -> None:
    csv, parquet, xlsx = (export(sample, to) for to in ("csv", "parquet", "xlsx"))
    book = pandas.read_excel(io.BytesIO(xlsx["dossier.xlsx"]), sheet_name=None, keep_default_na=False, na_values=[""])
    for one in TABLES:
        of_csv = frames(csv)[f"{one.name}.csv"]
        of_parquet = pandas.read_parquet(io.BytesIO(parquet[f"{one.name}.parquet"]))
        for column in one.columns:
            expected = [None if pandas.isna(value) else value for value in of_parquet[column.name]]
            for other in (of_csv, book[one.name]):
                assert [None if pandas.isna(value) else value for value in other[column.name]] == expected


def test_no_diacritic_is_lost() -> None:
    name = "Đặng Thị Łucja Öğrenci Žďár е́"
    found = full(name, [(0, len(name))])
    for to in ("csv", "parquet", "xlsx"):
        for content in export(found, to).values():
            if to == "csv":
                assert b"\\u" not in content
    assert table(export(found, "csv")["actors.csv"])[0]["name"] == name
    assert pandas.read_excel(io.BytesIO(export(found, "xlsx")["dossier.xlsx"]), "actors")["name"].tolist() == [name]
    assert pandas.read_parquet(io.BytesIO(export(found, "parquet")["actors.parquet"]))["name"].tolist() == [name]


# Fields of the model that stand in a column of another name, in `evidence`, or (a report's text) in the dossier alone.
ELSEWHERE = {
    "reports": {"parts", "metadata", "text"},
    "attributions": {"content", "chain", "report"},
    "figures": {"prefix", "suffix"},
    "places": {"prefix", "suffix"},
    "claims": {"reasons", "reckonings"},
    "positions": {"evidence"},
    "events": {"evidence"},
    "actors": set(),
    "copies": {"passages"},
}


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("reports", ReportEntry),
        ("attributions", Attribution),
        ("figures", Figure),
        ("places", Place),
        ("claims", Claim),
        ("positions", Position),
        ("events", Event),
        ("actors", Actor),
        ("copies", Copy),
    ],
)
def test_every_field_of_the_dossier_is_in_a_table(name: str, model: type[Record]) -> None:
    (found,) = [one for one in TABLES if one.name == name]
    missing = set(model.model_fields) - {column.name for column in found.columns} - ELSEWHERE[name]
    assert not missing, f"the table {name} has no column for {sorted(missing)}"


def test_words_that_two_reports_share_lead_to_both(sample: Dossier) -> None:
    texts = {report.id: report.text for report in sample.reports}
    shared = table(export(sample, "csv")["copies.csv"])
    assert len(shared) == sum(len(copy.passages) for copy in sample.copies)
    for row in shared:
        assert texts[row["of"]][int(row["of_start"]) : int(row["of_end"])]
        assert row["report"] == row["rests"]


def test_a_source_taken_away_is_said_in_the_files() -> None:
    found = dossier("So many", claim("c1", position(1, 1)), without=("The Ambel Times",))
    for to in ("csv", "geojson", "ucdp", "acled", "hxl", "annotations", "markdown"):
        for name, content in export(found, to).items():
            assert b"The Ambel Times" in content or (to == "csv" and name.endswith(".csv")), name


def test_every_row_has_an_anchor_or_says_that_it_has_none(sample: Dossier) -> None:
    for one in TABLES:
        assert [column.name for column in one.columns][-4:] == ["report", "start", "end", "quote"]
    for name in ("attributions", "figures", "claims", "positions", "places", "evidence", "reports"):
        assert all(row["quote"] for row in table(export(sample, "csv")[f"{name}.csv"])), name


def test_a_cell_too_long_for_a_workbook_is_cut_and_says_so() -> None:
    text = "😀" * LONGEST
    book = openpyxl.load_workbook(io.BytesIO(export(full(text, [(0, len(text))]), "xlsx")["dossier.xlsx"]))
    head, row = book["figures"].iter_rows(values_only=True)
    cell = str(row[head.index("quote")])
    assert cell.endswith("…") and set(cell[:-1]) == {"😀"}
    assert len(cell.encode("utf-16-le")) // 2 <= LONGEST
    assert row[head.index("end")] == len(text)


def test_the_policy_that_was_asked_for_reckons_and_is_named() -> None:
    told = claim("c1", position(30, 30, origin="A", side="a"), position(60, 60, origin="B", side="b"))
    found = dossier("So many were killed", told)
    for policy, best in (("acled", "30"), ("origins", "")):
        files = export(found, "csv", policy=policy)
        row = table(files["claims.csv"])[0]
        assert (row["policy"], row["policy_best"]) == (policy, best)
        assert f"policy: {policy}" in json.loads(files["csv-metadata.json"])["dc:provenance"]


@pytest.mark.parametrize(("to", "module"), [("parquet", "pyarrow"), ("xlsx", "xlsxwriter")])
def test_a_part_that_is_not_installed_is_named(to: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ExportError, match=r"pip install 'sayso\[export\]'"):
        export(dossier("x"), to)
