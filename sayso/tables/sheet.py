"""A table's cells as text: CSV, TSV and XLSX, whatever they are encoded in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sayso.model import Unread
from sayso.readers.decode import decode
from sayso.readers.errors import Unreadable, size
from sayso.tables import errors
from sayso.tables.errors import EMPTY_ROW as EMPTY
from sayso.tables.errors import TableError

LIMIT = 100_000_000  # bytes of one table
CELL = 100_000  # characters of one cell; the csv module's own limit is of this order
SEPARATORS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Line:
    """A row under the header: its number as a spreadsheet shows it (the header is row 1), its cells by column."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its file's name, its columns, its rows, and rows that do not fit the header."""

    name: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    unread: tuple[Unread, ...]


def read_sheet(path: Path) -> Sheet:
    """The table in `path`, by its ending .csv, .tsv or .xlsx (the first sheet). White space in cells is made single.

    A CSV file may be separated by commas, semicolons, tabs or bars. Raises TableError where it cannot be read at all.
    """
    try:
        if path.stat().st_size > LIMIT:
            found = size(path.stat().st_size)
            raise TableError(errors.TOO_LARGE.format(path=path, size=found, limit=size(LIMIT)))
        kind = path.suffix.lower()
        if kind == ".xlsx":
            return _sheet(path, _workbook(path))
        if kind in (".csv", ".tsv", ".tab", ".txt"):
            return _sheet(path, _separated(decode(path.read_bytes(), limit=LIMIT), kind))
    except OSError as error:
        raise TableError(errors.NO_FILE.format(path=path, why=error.strerror)) from error
    except Unreadable as error:
        raise TableError(f"{path}: {error}") from error
    raise TableError(errors.OTHER_KIND.format(path=path))


def _separated(text: str, kind: str) -> Iterator[list[str]]:
    head = text.splitlines()[0] if text else ""
    separator = "\t" if kind in (".tsv", ".tab") else max(SEPARATORS, key=head.count)
    csv.field_size_limit(CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise Unreadable(f"it is not well formed: {error}") from error


def _workbook(path: Path) -> Iterator[list[str]]:
    try:
        # An optional part: most tables are CSV.
        import openpyxl
    except ImportError as error:
        raise TableError(errors.NO_OPENPYXL.format(path=path)) from error
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield [_text(value) for value in row]
        book.close()
    except Exception as error:
        # A broken or hostile workbook fails in many ways inside the library; each is told, none is a crash.
        raise TableError(errors.BAD_WORKBOOK.format(path=path, why=error)) from error


def _text(value: Any) -> str:
    """A workbook's cell as a person would type it: dates as ISO 8601, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _sheet(path: Path, rows: Iterable[list[str]]) -> Sheet:
    numbered = ((number, [" ".join(cell.split()) for cell in row]) for number, row in enumerate(rows, 1))
    header = next((row for _, row in numbered if any(row)), None)
    if header is None:
        raise TableError(errors.NO_HEADER.format(path=path))
    while not header[-1]:
        header.pop()
    for name in header:
        if name and header.count(name) > 1:
            raise TableError(errors.TWICE.format(path=path, name=name))
    lines: list[Line] = []
    unread: list[tuple[int, str]] = []
    last = 0
    for number, row in numbered:
        while row and not row[-1]:
            row.pop()
        reason = _amiss(row, header)
        if reason:
            unread.append((number, reason))
        else:
            last = number
            cells = row + [""] * (len(header) - len(row))
            lines.append(Line(number, {name: cell for name, cell in zip(header, cells, strict=True) if name}))
    if not lines:
        raise TableError(errors.NO_ROWS.format(path=path))
    # What spreadsheets leave below a table is no row of it.
    within = tuple(Unread(input=where(path.name, n), reason=why) for n, why in unread if why != EMPTY or n < last)
    return Sheet(path.name, tuple(name for name in header if name), tuple(lines), within)


def where(table: str, number: int) -> str:
    """A row as an Unread names it."""
    return f"{table}, row {number}"


def _amiss(row: list[str], header: list[str]) -> str | None:
    if not row:
        return EMPTY
    if len(row) > len(header):
        return errors.LONGER.format(found=len(row), wanted=len(header))
    return None
