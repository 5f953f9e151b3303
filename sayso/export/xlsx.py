"""All tables as one workbook, a sheet a table, and a sheet that says what the columns mean.

XlsxWriter writes no time of its own into the file, so that the same dossier gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sayso.export.cells import guarded
from sayso.export.context import Context
from sayso.export.errors import NO_PART, ExportError
from sayso.export.table import Row, Value
from sayso.export.tables import TABLES

LONGEST = 32_767  # characters of a cell, by the limits of the program itself
CUT = "…"
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)  # the first date that a ZIP archive can hold


def files(context: Context) -> dict[str, bytes]:
    """The workbook as `dossier.xlsx`. Raises ExportError where XlsxWriter is not installed."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise ExportError(NO_PART.format(format="xlsx", package="XlsxWriter")) from error
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        made_by = ", ".join(f"{name}: {value}" for name, value in context.made_by().items())
        book.set_properties({"created": _EPOCH, "comments": made_by})
        bold = book.add_format({"bold": True})
        for table in TABLES:
            head = tuple(column.name for column in table.columns)
            _fill(book.add_worksheet(table.name), head, table.rows(context), bold)
        meanings = [(table.name, column.name, column.means) for table in TABLES for column in table.columns]
        _fill(book.add_worksheet("columns"), ("table", "column", "means"), meanings, bold)
    return {"dossier.xlsx": out.getvalue()}


def _fill(sheet: Any, head: tuple[str, ...], rows: Iterable[Row], bold: Any) -> None:
    for number, name in enumerate(head):
        sheet.write_string(0, number, name, bold)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            _write(sheet, number, place, value)
    sheet.freeze_panes(1, 0)


def _write(sheet: Any, row: int, column: int, value: Value) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, str):
        cell = guarded(value)
        sheet.write_string(row, column, cell if _length(cell) <= LONGEST else _cut(cell))
    elif value is not None:
        sheet.write_number(row, column, value)


def _length(cell: str) -> int:
    """Its length as a workbook counts: in UTF-16 code units, of which a character beyond U+FFFF is two."""
    return len(cell.encode("utf-16-le")) // 2


def _cut(cell: str) -> str:
    """What fits into a cell; the offsets beside it still lead to all of it."""
    short = cell.encode("utf-16-le")[: (LONGEST - 1) * 2].decode("utf-16-le", "ignore")
    return short + CUT
