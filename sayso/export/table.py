"""What a table is: columns with a type and a meaning, and a function that gives the rows of a dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.export.context import Context

Kind = Literal["text", "integer", "number", "boolean"]
Value = str | int | float | bool | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it means in a sentence, and the type of its values (null is always allowed)."""

    name: str
    means: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what a row is, its columns, and the rows of a dossier in the dossier's own order."""

    name: str
    means: str
    columns: tuple[Column, ...]
    rows: Callable[[Context], Iterable[Row]]


# Where a row is read from; every table has these, so that each row leads back to the words.
ANCHOR = (
    Column("report", "Id of the report that the words stand in."),
    Column("start", "Where they begin: code points of the report's text, from 0.", "integer"),
    Column("end", "Where they end; the character at `end` is not part of them.", "integer"),
    Column("quote", "The words themselves, exactly as in the report."),
)
NOWHERE: Row = (None, None, None, None)


def joined(values: Iterable[str]) -> str | None:
    """Several values in one cell, in their order, each once; null where there is none.

    A semicolon inside a value is doubled, so that a single one followed by a blank separates values.
    """
    return "; ".join(dict.fromkeys(value.replace(";", ";;") for value in values)) or None
