"""A mapping: which column of a table holds what. Read from YAML; all that is wrong with it is told at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails

from sayso.tables import errors
from sayso.tables.errors import TableError

LISTED = 12  # columns that an error names


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Cell(_Shape):
    """A column, or the part of its cells that a pattern's first group (else the whole match) finds."""

    column: str
    pattern: str | None = None

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, value: str | None) -> str | None:
        try:
            re.compile(value or "")
        except re.error as error:
            raise ValueError(f"{value!r} is no regular expression: {error}") from error
        return value


def _cell(value: Any) -> Any:
    return {"column": value} if isinstance(value, str) else value


def _several(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


Column = Annotated[Cell, BeforeValidator(_cell)]
Columns = Annotated[tuple[Column, ...], BeforeValidator(_several)]


class When(_Shape):
    """The day, or the first and the last day. `format` as in strptime; without one, ISO 8601 (also 2024-05, 2024)."""

    start: Column
    end: Column | None = None
    format: str | None = None


class Where(_Shape):
    """Where it was: the place's own name, the town or district that it is in, its coordinates in degrees.

    `within_km` says by the table's precision codes how far off the point may be, in kilometres.
    """

    name: Column | None = None
    town: Column | None = None
    country: Column | None = None
    latitude: Column | None = None
    longitude: Column | None = None
    precision: Column | None = None
    within_km: dict[str, float] = Field(default_factory=dict)

    @field_validator("within_km", mode="before")
    @classmethod
    def _codes(cls, value: Any) -> Any:
        return {code(str(key)): km for key, km in value.items()} if isinstance(value, dict) else value

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not (self.name or self.town or self.latitude):
            raise ValueError("it needs a name, a town, or a latitude and a longitude")
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude go together")
        if (self.precision is None) != (not self.within_km):
            raise ValueError("precision and within_km go together")
        return self


class Count(_Shape):
    """A figure: its measure (docs/figures.md), and its column, or those of its lowest, best and highest number."""

    measure: str
    unit: str = "person"
    of_whom: str | None = None
    value: Column | None = None
    low: Column | None = None
    best: Column | None = None
    high: Column | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.value is None) == (self.low is None and self.best is None and self.high is None):
            raise ValueError("it needs either a value, or a low, best or high")
        return self


class Mapping(_Shape):
    """What the columns of a table are. Only `id`, `date` and `place` are needed. Explained in docs/tables.md."""

    id: Column
    date: Annotated[When, BeforeValidator(lambda v: v if isinstance(v, dict) and "start" in v else {"start": v})]
    place: Annotated[Where, BeforeValidator(lambda v: {"name": v} if isinstance(v, str) else v)]
    source: Column | None = None
    outlet: Column | None = None
    published: Column | None = None
    headline: Column | None = None
    url: Column | None = None
    said_by: Column | None = None
    parties: Columns = ()
    type: Column | None = None
    target: Column | None = None
    description: Column | None = None
    story: Column | None = None
    figures: tuple[Count, ...] = ()
    unknown: tuple[str, ...] = ()
    zeros: Literal["silent", "counted"] = "silent"
    threshold: float | None = None

    def known(self, value: str) -> bool:
        """Whether a cell says something: it is not empty, nor one of the table's ways to say "unknown"."""
        folded = value.casefold()
        return bool(folded) and not any(fnmatchcase(folded, pattern.casefold()) for pattern in self.unknown)


def code(value: str) -> str:
    """A code as it is compared: "3.0", as spreadsheets write it, is 3."""
    return re.sub(r"\.0+$", "", value.strip())


def load(path: Path, columns: Sequence[str]) -> Mapping:
    """The mapping in the YAML file `path`, for a table with these columns.

    Raises TableError with everything that is wrong: fields that are unknown or missing, columns that are not there.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise TableError(errors.NO_FILE.format(path=path, why=why)) from error
    except yaml.YAMLError as error:
        raise TableError(errors.NOT_YAML.format(path=path, why=" ".join(str(error).split()))) from error
    if not isinstance(content, dict):
        raise TableError(errors.NOT_A_MAPPING.format(path=path))
    known = {key: value for key, value in content.items() if key in Mapping.model_fields}
    wrong = [_absent(path, field, column, columns) for field, column in _named(known) if column not in columns]
    try:
        mapping = Mapping.model_validate(content)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        wrong = [errors.FIELD.format(path=path, field=_path(e["loc"]), why=_why(e)) for e in found] + wrong
    if wrong:
        raise TableError("\n".join(dict.fromkeys(wrong)))
    return mapping


def _why(error: ErrorDetails) -> str:
    return errors.NO_FIELD if error["type"] == "extra_forbidden" else error["msg"].removeprefix("Value error, ")


def _path(steps: Sequence[object]) -> str:
    return ".".join(str(step) for step in steps) or "the whole"


# What of a mapping is no column: everything else that is text is one.
_WORDS = {"measure", "unit", "of_whom", "pattern", "format", "within_km", "unknown", "zeros", "threshold"}


def _named(content: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """The columns that a mapping names, with where it names them; also of one that is wrong elsewhere."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key not in _WORDS:
                yield from _named(value, f"{field}.{key}" if field else str(key))
    elif isinstance(content, list):
        for number, value in enumerate(content):
            yield from _named(value, f"{field}.{number}")
    elif isinstance(content, str):
        yield field.removesuffix(".column"), content


def _absent(path: Path, field: str, column: str, columns: Sequence[str]) -> str:
    by_lower = {name.casefold(): name for name in columns}
    near = get_close_matches(column.casefold(), by_lower, 1)
    if near:
        return errors.NEAR.format(path=path, field=field, column=column, near=by_lower[near[0]])
    listed = ", ".join(columns[:LISTED]) + (", …" if len(columns) > LISTED else "")
    return errors.NO_COLUMN.format(path=path, field=field, column=column, columns=listed)
