"""A row of a table by its mapping: id, days, place, parties, figures, source. What cannot be read is told, with why."""

from __future__ import annotations

import calendar
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from sayso.model import Unread
from sayso.tables import errors
from sayso.tables.errors import BadRow
from sayso.tables.mapping import Cell, Count, Mapping, When, code
from sayso.tables.sheet import Line, Sheet, where

ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ]\d\d:\d\d.*)?")
NUMBER = re.compile(r"([-−]?\d+)(?:\.0+)?")
GROUPED = re.compile(r"[-−]?\d{1,3}(?:,\d{3})+")  # 1,250 as spreadsheets show it; 1,25 is no whole number


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says: the value, the column that it stands in, and its place in the cell's text."""

    text: str
    column: str
    start: int


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a row. `low`, `best` and `high` in their order, whatever the order of the columns."""

    count: Count
    low: int
    best: int
    high: int
    cell: Value


@dataclass(frozen=True, slots=True)
class Row:
    """One report of a table. `first` and `last` are its days; `radius` how far off its point may be, in kilometres."""

    id: str
    cells: dict[str, str]
    first: date
    last: date
    days: tuple[Value, ...]
    place: Value | None
    town: Value | None
    country: Value | None
    point: tuple[float, float] | None
    radius: float | None
    parties: tuple[Value, ...]
    figures: tuple[Told, ...]
    type: Value | None = None
    target: Value | None = None
    source: Value | None = None
    outlet: Value | None = None
    published: Value | None = None
    headline: Value | None = None
    url: Value | None = None
    said_by: Value | None = None
    description: Value | None = None
    story: Value | None = None


def read_rows(sheet: Sheet, mapping: Mapping) -> tuple[list[Row], list[Unread]]:
    """The rows of a table, in the order of their ids, and the rows that cannot be read, each with the reason.

    Of several rows with one id the first is read where all have the same cells, else none.
    """
    rows: list[Row] = []
    unread = list(sheet.unread)
    times = Counter(line.cells[mapping.id.column] for line in sheet.lines)
    forms: dict[str, set[str]] = {}
    for line in sheet.lines:
        forms.setdefault(line.cells[mapping.id.column], set()).add(json.dumps(line.cells))
    seen: set[str] = set()
    for line in sheet.lines:
        id = line.cells[mapping.id.column]
        try:
            if id and len(forms[id]) > 1:
                raise BadRow(errors.SAME_ID_ALL.format(id=id, count=times[id]))
            if id in seen:
                raise BadRow(errors.SAME_ID.format(id=id))
            rows.append(_row(line, mapping))
            seen.add(id)
        except BadRow as error:
            unread.append(Unread(input=where(sheet.name, line.number), reason=str(error)))
    return sorted(rows, key=lambda row: row.id), unread


def _row(line: Line, mapping: Mapping) -> Row:
    cells = line.cells

    def get(cell: Cell | None) -> Value | None:
        found = _value(cell, cells) if cell else None
        return found if found and mapping.known(found.text) else None

    id = get(mapping.id)
    if id is None:
        raise BadRow(errors.NO_ID.format(column=mapping.id.column))
    first, last, days = _days(mapping.date, get)
    place = mapping.place
    point = _point(get(place.latitude), get(place.longitude))
    precision = get(place.precision)
    return Row(
        id=id.text,
        cells=cells,
        first=first,
        last=last,
        days=days,
        place=get(place.name),
        town=get(place.town),
        country=get(place.country),
        point=point,
        radius=place.within_km.get(code(precision.text)) if precision and point else None,
        parties=tuple(dict.fromkeys(v for v in map(get, mapping.parties) if v)),
        figures=tuple(told for count in mapping.figures if (told := _told(count, get))),
        type=get(mapping.type),
        target=get(mapping.target),
        source=get(mapping.source),
        outlet=get(mapping.outlet),
        published=get(mapping.published),
        headline=get(mapping.headline),
        url=get(mapping.url),
        said_by=get(mapping.said_by),
        description=get(mapping.description),
        story=get(mapping.story),
    )


Get = Callable[[Cell | None], Value | None]


def _value(cell: Cell, cells: dict[str, str]) -> Value | None:
    text = cells[cell.column]
    if cell.pattern is None:
        return Value(text, cell.column, 0) if text else None
    found = re.search(cell.pattern, text)
    group = 1 if found and found.re.groups else 0
    return Value(found.group(group), cell.column, found.start(group)) if found and found.group(group) else None


def _days(when: When, get: Get) -> tuple[date, date, tuple[Value, ...]]:
    start, end = get(when.start), get(when.end)
    if start is None:
        raise BadRow(errors.NO_DATE.format(column=when.start.column))
    spans = [_span(value, when.format) for value in (start, end) if value]
    # Where the two columns stand the wrong way round, the days between them are the same.
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    return first, last, (start, end) if end else (start,)


def _span(value: Value, form: str | None) -> tuple[date, date]:
    """The first and the last day of a date; of 2024-05 those of the month."""
    wanted = form or "2024-05-31, 2024-05 or 2024"
    try:
        if form:
            day = datetime.strptime(value.text, form).date()
            return day, day
        found = ISO.fullmatch(value.text)
        if found:
            year, month, day_of = (int(part) if part else None for part in found.groups())
            assert year is not None
            first = date(year, month or 1, day_of or 1)
            last_month = month or 12
            return first, date(year, last_month, day_of or calendar.monthrange(year, last_month)[1])
    except ValueError:
        pass
    raise BadRow(errors.BAD_DATE.format(column=value.column, value=value.text, form=wanted))


def iso_day(value: Value) -> str | None:
    """A cell's date of publication as ISO 8601; None where it is none."""
    found = ISO.match(value.text)
    try:
        return date.fromisoformat(value.text[:10]).isoformat() if found and found.group(3) else None
    except ValueError:
        return None


def _point(latitude: Value | None, longitude: Value | None) -> tuple[float, float] | None:
    if latitude is None and longitude is None:
        return None
    if latitude is None or longitude is None:
        one, other = ("a latitude", "longitude") if latitude else ("a longitude", "latitude")
        raise BadRow(errors.HALF_POINT.format(one=one, other=other))
    return _degrees(latitude, "latitude", 90), _degrees(longitude, "longitude", 180)


def _degrees(value: Value, what: str, most: int) -> float:
    try:
        degrees = float(value.text)
    except ValueError:
        degrees = float("nan")
    if not abs(degrees) <= most:
        raise BadRow(errors.BAD_COORDINATE.format(column=value.column, value=value.text, what=what))
    return degrees


def _told(count: Count, get: Get) -> Told | None:
    named = [cell for cell in (count.value, count.low, count.best, count.high) if cell]
    found = {cell.column: value for cell in named if (value := get(cell))}
    numbers = {column: _number(value) for column, value in found.items()}
    if not numbers:
        return None
    best = next(c.column for c in (count.value, count.best, count.low, count.high) if c and c.column in numbers)
    low, high = min(numbers.values()), max(numbers.values())
    return Told(count, low, numbers[best], high, found[best])


def _number(value: Value) -> int:
    text = value.text.replace(",", "") if GROUPED.fullmatch(value.text) else value.text
    found = NUMBER.fullmatch(text)
    if not found:
        raise BadRow(errors.BAD_NUMBER.format(column=value.column, value=value.text))
    number = int(found.group(1).replace("−", "-"))
    if number < 0:
        raise BadRow(errors.NEGATIVE.format(column=value.column, value=value.text))
    return number
