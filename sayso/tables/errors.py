"""What can be wrong with a table, its mapping or a row, in words for people: what is wrong, and what to do."""

from __future__ import annotations


class TableError(ValueError):
    """A table or its mapping cannot be used at all; the message has every error that was found, one a line."""


class BadRow(ValueError):
    """A row cannot be read. The message is the reason."""


NO_FILE = "{path}: {why}; check the path"
NO_ROWS = "{path}: it has no rows under its header"
NO_HEADER = "{path}: it has no header; the first row must name the columns"
TWICE = "{path}: two columns are called {name!r}; give each a name of its own"
TOO_LARGE = "{path}: it has {size}, the limit is {limit}; split it by year or region"
NO_OPENPYXL = "{path}: reading a workbook needs openpyxl: pip install 'sayso[tables]', or save the sheet as CSV"
BAD_WORKBOOK = "{path}: it cannot be read as a workbook: {why}; save the sheet as CSV"
OTHER_KIND = "{path}: only .csv, .tsv and .xlsx are read; save the table as one of them"

NOT_YAML = "{path}: it is not YAML: {why}"
NOT_A_MAPPING = "{path}: it is not a list of `what: column`; see docs/tables.md"
FIELD = "{path}: {field}: {why}"
NO_FIELD = "there is no such field; the fields are in docs/tables.md"
NO_COLUMN = "{path}: {field}: the table has no column {column!r}; it has {columns}"
NEAR = "{path}: {field}: the table has no column {column!r}; is it {near!r}?"

EMPTY_ROW = "it is empty"
LONGER = "it has {found} cells, the header {wanted}; is a separator or a quotation mark missing?"
NO_ID = "its id ({column}) is empty"
SAME_ID = "its id {id!r} was used by an earlier row; ids must be unique"
SAME_ID_ALL = "its id {id!r} is that of {count} rows, which differ; ids must be unique"
NO_DATE = "it has no date ({column})"
BAD_DATE = "{column} is {value!r}, which is no date of the form {form}"
BAD_NUMBER = "{column} is {value!r}, which is no whole number"
NEGATIVE = "{column} is {value!r}: a count cannot be negative"
BAD_COORDINATE = "{column} is {value!r}, which is no {what} in degrees"
HALF_POINT = "it has {one} and no {other}"
