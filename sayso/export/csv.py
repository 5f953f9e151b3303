"""Tables as CSV (RFC 4180), UTF-8 without a byte order mark, one file a table, with a description of the columns.

The description is metadata of the W3C's "CSV on the Web", which readers of that standard find beside the files.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from sayso.export.cells import guarded
from sayso.export.context import Context
from sayso.export.table import Row, Table, Value
from sayso.export.tables import TABLES

_TYPES = {"text": "string", "integer": "integer", "number": "number", "boolean": "boolean"}


def files(context: Context) -> dict[str, bytes]:
    """Every table of the dossier as `<table>.csv`, and `csv-metadata.json`."""
    return as_files(TABLES, context, context.policy, "csv-metadata.json")


def alone(table: Table, context: Context, policy: str) -> dict[str, bytes]:
    """One table as CSV, with its metadata under the name that belongs to it."""
    return as_files([table], context, policy, f"{table.name}.csv-metadata.json")


def as_files(tables: Sequence[Table], context: Context, policy: str, metadata: str) -> dict[str, bytes]:
    """These tables as CSV, and a file `metadata` that describes them and names the counting policy."""
    made = {f"{table.name}.csv": encoded([_header(table)], table.rows(context)) for table in tables}
    return made | {metadata: _metadata(tables, context, policy)}


def encoded(heads: Sequence[Sequence[str]], rows: Iterable[Row]) -> bytes:
    """Header rows and rows as CSV; text that a spreadsheet would run is guarded, null is an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerows(heads)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8")


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else str(value)


def _header(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _metadata(tables: Sequence[Table], context: Context, policy: str) -> bytes:
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:creator": "Sayso",
        "dc:provenance": ", ".join(f"{name}: {value}" for name, value in context.made_by(policy).items()),
        # By default a line that begins with a number sign would be a comment.
        "dialect": {"commentPrefix": None},
        "tables": [_described(table) for table in tables],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _described(table: Table) -> dict[str, object]:
    columns = [
        {"name": column.name, "titles": column.name, "dc:description": column.means, "datatype": _TYPES[column.kind]}
        for column in table.columns
    ]
    return {"url": f"{table.name}.csv", "dc:description": table.means, "tableSchema": {"columns": columns}}
