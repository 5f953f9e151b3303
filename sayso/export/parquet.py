"""Tables as Parquet, one file a table: exact text, typed numbers, the columns described in the schema."""

from __future__ import annotations

from typing import Any

from sayso.export.context import Context
from sayso.export.errors import NO_PART, ExportError
from sayso.export.tables import TABLES


def files(context: Context) -> dict[str, bytes]:
    """Every table of the dossier as `<table>.parquet`. Raises ExportError where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ExportError(NO_PART.format(format="parquet", package="pyarrow")) from error
    types = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
    }
    made = {}
    for table in TABLES:
        fields = [
            pyarrow.field(column.name, types[column.kind], metadata={"description": column.means})
            for column in table.columns
        ]
        schema = pyarrow.schema(fields, metadata={"description": table.means, **context.made_by()})
        columns = list(zip(*table.rows(context), strict=True)) or [() for _ in fields]
        arrays = [pyarrow.array(values, field.type) for values, field in zip(columns, fields, strict=True)]
        sink: Any = pyarrow.BufferOutputStream()
        pyarrow.parquet.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), sink)
        made[f"{table.name}.parquet"] = sink.getvalue().to_pybytes()
    return made
