"""Each format's anchors read back from its files, as a reader of that format would: report, start, end and words."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pyarrow.parquet

from sayso.export.cells import unguarded

Files = dict[str, bytes]
Read = tuple[str, int, int, str | None]  # no words where the format gives the place alone
XLSX = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RANGE = re.compile(r"(.*)#char=(\d+),(\d+)$")


def table(content: bytes, heads: int = 1) -> list[dict[str, str]]:
    """The rows of a CSV file by the names of the columns, formulas' apostrophes taken away."""
    first, *rest = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    return [dict(zip(first, map(unguarded, row), strict=True)) for row in rest[heads - 1 :]]


def of_csv(files: Files) -> Iterator[Read]:
    for name, content in files.items():
        if name.endswith(".csv"):
            for row in table(content, heads=2 if name == "hxl.csv" else 1):
                if row["start"]:
                    yield row["report"], int(row["start"]), int(row["end"]), row["quote"]


def of_parquet(files: Files) -> Iterator[Read]:
    for content in files.values():
        for row in pyarrow.parquet.read_table(pyarrow.BufferReader(content)).to_pylist():
            if row["start"] is not None:
                yield row["report"], row["start"], row["end"], row["quote"]


def of_xlsx(files: Files) -> Iterator[Read]:
    for head, *rows in sheets(files["dossier.xlsx"]).values():
        if "start" in head:
            for row in rows:
                cells = dict(zip(head, row, strict=False))
                if cells["start"] is not None:
                    yield unguarded(cells["report"]), int(cells["start"]), int(cells["end"]), unguarded(cells["quote"])


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    """The cells of a workbook by sheet, from its XML: libraries that read workbooks leave `_x0000_` as it is."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        shared = ["".join(node.itertext()) for node in strings.iterfind(f"{XLSX}si")]
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        names = [str(node.get("name")) for node in book.iter(f"{XLSX}sheet")]
        found = {}
        for number, name in enumerate(names, 1):
            sheet = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            rows = [{_column(cell): _value(cell, shared) for cell in row} for row in sheet.iter(f"{XLSX}row")]
            found[name] = [[row.get(column) for column in range(len(rows[0]))] for row in rows]
    return found


def _column(cell: ElementTree.Element) -> int:
    number = 0
    for letter in re.sub(r"\d", "", str(cell.get("r"))):
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: ElementTree.Element, shared: list[str]) -> Any:
    value = cell.findtext(f"{XLSX}v") or ""
    if cell.get("t") == "s":
        return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), shared[int(value)])
    return value == "1" if cell.get("t") == "b" else float(value)


def of_geojson(files: Files) -> Iterator[Read]:
    for content in files.values():
        for feature in json.loads(content)["features"]:
            words = feature["properties"]
            if words["start"] is not None:
                yield words["report"], words["start"], words["end"], words["quote"]


def of_annotations(files: Files) -> Iterator[Read]:
    for item in json.loads(files["annotations.jsonld"])["first"]["items"]:
        position, quote = item["target"]["selector"]
        report = unquote(item["target"]["source"]["id"].partition("?report=")[2])
        yield report, position["start"], position["end"], quote["exact"]


def of_claimreview(files: Files) -> Iterator[Read]:
    for node in json.loads(files["claims.jsonld"])["@graph"]:
        for quotation in node.get("appearance", ()):
            found = RANGE.match(quotation["@id"])
            assert found
            yield unquote(found[1].partition("?report=")[2]), int(found[2]), int(found[3]), quotation["text"]


def of_followthemoney(files: Files) -> Iterator[Read]:
    for line in files["entities.ftm.json"].decode("utf-8").split("\n")[:-1]:
        node: dict[str, Any] = json.loads(line)
        for note in node["properties"].get("notes", []) if node["schema"] in ("Note", "Event") else ():
            if found := re.match(r"([^#]+)#char=(\d+),(\d+) ", note):
                yield unquote(found[1]), int(found[2]), int(found[3]), note[found.end() :]


def of_markdown(files: Files) -> Iterator[Read]:
    for line in files["brief.md"].decode("utf-8").split("\n"):
        if line.startswith("  - ") and (found := re.search(r"`([^`]*)` (\d+)–(\d+)\)$", line)):
            yield found[1], int(found[2]), int(found[3]), None


READERS: dict[str, Callable[[Files], Iterator[Read]]] = {
    "csv": of_csv,
    "parquet": of_parquet,
    "xlsx": of_xlsx,
    "geojson": of_geojson,
    "ucdp": of_csv,
    "acled": of_csv,
    "hxl": of_csv,
    "claimreview": of_claimreview,
    "followthemoney": of_followthemoney,
    "annotations": of_annotations,
    "markdown": of_markdown,
}
