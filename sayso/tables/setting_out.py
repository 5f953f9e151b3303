"""A row set out as a text, one `column: value` a line, so that whatever is taken from it points at its words.

A report of a table has no other text: its evidence is the cell. Every filled cell is set out, named by the mapping or
not, since it is what the coder saw; nothing but what the mapping names is used.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Anchor, Annotations, Attribution, Evidence, Figure, Link, Place, Report, Source, Time
from sayso.tables.rows import Row, Told, Value, iso_day

# UCDP's where_prec by how far off a point may be, in kilometres: 1 the place itself … 4 a region, 6 a country.
PRECISIONS = ((5.0, 1), (25.0, 2), (75.0, 3), (250.0, 4))
COUNTRY = 6


@dataclass(frozen=True, slots=True)
class SetOut:
    """A row as a report with what was read in it. `figures` has the figure of each told number of the row."""

    row: Row
    report: Report
    annotations: Annotations
    figures: tuple[tuple[Told, Figure], ...]
    starts: dict[str, int]

    def evidence(self, value: Value) -> Evidence:
        """The words of a cell."""
        start, end = _span(self.starts, value)
        return Evidence(report=self.row.id, start=start, end=end)


def set_out(row: Row, file: str, *, zeros: bool) -> SetOut:
    """The row as a report of the table `file`, with its figures, place and days anchored in its cells.

    `zeros` tells whether a figure of 0 is one that the report gives; else it is taken for silence.
    """
    lines, starts, at = [], {}, 0
    for column, cell in row.cells.items():
        if cell:
            starts[column] = at + len(column) + 2
            lines.append(f"{column}: {cell}\n")
            at += len(lines[-1])
    text = "".join(lines)
    outlet = row.outlet or row.source
    report = Report(
        id=row.id,
        text=text,
        file=file,
        outlet=outlet.text if outlet else None,
        headline=row.headline.text if row.headline else None,
        published=iso_day(row.published) if row.published else None,
        url=row.url.text if row.url else None,
    )
    told = [t for t in row.figures if zeros or t.high]
    said = f"{row.id}/a1" if row.said_by and told else None
    figures = tuple(_figure(row, t, text, starts, n, said) for n, t in enumerate(told, 1))
    annotations = Annotations(
        report=row.id,
        attributions=(_attribution(row, row.said_by, text, starts, figures, said),) if row.said_by and said else (),
        figures=figures,
        places=_places(row, text, starts),
        times=_times(row, text, starts),
    )
    return SetOut(row, report, annotations, tuple(zip(told, figures, strict=True)), starts)


def _span(starts: dict[str, int], value: Value) -> tuple[int, int]:
    start = starts[value.column] + value.start
    return start, start + len(value.text)


def when(row: Row) -> str:
    """The row's days as ISO 8601: one day, or the first and the last."""
    return row.first.isoformat() if row.first == row.last else f"{row.first.isoformat()}/{row.last.isoformat()}"


def where(row: Row) -> str | None:
    """The most exact name of the row's place."""
    named = row.place or row.town or row.country
    return named.text if named else None


def _figure(row: Row, told: Told, text: str, starts: dict[str, int], number: int, said: str | None) -> Figure:
    return Figure.of(
        text,
        *_span(starts, told.cell),
        id=f"{row.id}/f{number}",
        report=row.id,
        measure=told.count.measure,
        unit=told.count.unit,
        of_whom=told.count.of_whom,
        low=told.low,
        high=told.high,
        said_by=row.said_by.text if row.said_by else None,
        attribution=said,
        place=where(row),
        when=when(row),
    )


def _attribution(
    row: Row, by: Value, text: str, starts: dict[str, int], figures: tuple[Figure, ...], id: str
) -> Attribution:
    start, end = _span(starts, by)
    return Attribution(
        id=id,
        report=row.id,
        source=Source(name=by.text, text=text[start:end], start=start, end=end),
        cue=(),
        content=tuple(Anchor.of(text, figure.start, figure.end) for figure in figures),
        chain=(Link(name=by.text, role="origin"),),
        quotation="indirect",
        stance="asserts",
        distanced=False,
    )


def _places(row: Row, text: str, starts: dict[str, int]) -> tuple[Place, ...]:
    named = row.place or row.town or row.country
    if named is None:
        return ()
    latitude, longitude = row.point or (None, None)
    precision = None
    if row.radius is not None:
        precision = next((code for limit, code in PRECISIONS if row.radius <= limit), COUNTRY)
    place = Place.of(
        text,
        *_span(starts, named),
        id=f"{row.id}/p1",
        report=row.id,
        name=named.text,
        latitude=latitude,
        longitude=longitude,
        precision=precision,
    )
    return (place,)


def _times(row: Row, text: str, starts: dict[str, int]) -> tuple[Time, ...]:
    """The first cell has the row's days, a second one the last day."""
    values = (when(row), row.last.isoformat())
    return tuple(
        Time.of(text, *_span(starts, cell), id=f"{row.id}/t{n}", report=row.id, value=value, precision="day")
        for n, (cell, value) in enumerate(zip(row.days, values, strict=False), 1)
    )
