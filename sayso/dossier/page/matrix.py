"""The matrix: claims down, origins across, and in each cell what the one says on the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sayso.dossier.figures import bounds
from sayso.dossier.ledger import Ledger, Side, attitude, voices
from sayso.dossier.page.anchors import Anchors
from sayso.model import Claim, Position, Story

COLUMNS = 16  # more origins than this are shown by side
ROWS = 40
MARKS = 3  # different things said in one cell that are shown


@dataclass(frozen=True, slots=True)
class Column:
    """One origin, or with many origins a whole side."""

    name: str
    side: Side


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing said in a cell: the position's key in the display words, its number, how many say it, its words."""

    attitude: str
    value: str
    times: int
    superseded: bool
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A claim and its cells, one for each column; an empty cell is silence."""

    claim: Claim
    href: str
    cells: tuple[tuple[Mark, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`groups` are neighbouring columns of one side, with their number; `by_side` when columns are whole sides."""

    columns: tuple[Column, ...]
    groups: tuple[tuple[Side, int], ...]
    lines: tuple[Line, ...]
    left_out: int
    by_side: bool


def matrix(ledger: Ledger, anchors: Anchors, story: Story) -> Matrix:
    """The matrix of a story: its claims on which at least two origins speak, at most ROWS of them."""
    spoken = [claim for claim in ledger.claims(story) if len(voices(ledger, claim)) > 1]
    claims = spoken[:ROWS]
    often: Counter[Column] = Counter()
    for claim in claims:
        often.update(list(dict.fromkeys(_column(ledger, position) for position in claim.positions)))
    by_side = len(often) > COLUMNS
    if by_side:
        often = Counter(dict.fromkeys((Column(column.side.name, column.side) for column in often), 1))
    columns = [column for column, _ in often.most_common()]
    # Sides stand together; who is of no known side comes last.
    columns.sort(key=lambda column: (column.side.number == 0, column.side.number, column.side.name))
    groups = tuple((side, n) for side, n in Counter(column.side for column in columns).items())
    lines = tuple(_line(ledger, anchors, claim, columns, by_side) for claim in claims)
    return Matrix(tuple(columns), groups, lines, len(spoken) - len(claims), by_side)


def _line(ledger: Ledger, anchors: Anchors, claim: Claim, columns: list[Column], by_side: bool) -> Line:
    cells: dict[Column, list[Position]] = {column: [] for column in columns}
    for position in claim.positions:
        column = _column(ledger, position)
        cells[Column(column.side.name, column.side) if by_side else column].append(position)
    return Line(claim, "#" + anchors.claim(claim.id), tuple(_cell(anchors, claim, cells[c]) for c in columns))


def _column(ledger: Ledger, position: Position) -> Column:
    return Column(ledger.speaker(position), ledger.side_at(position))


def _cell(anchors: Anchors, claim: Claim, positions: list[Position]) -> tuple[Mark, ...]:
    alike: dict[tuple[str, str, bool], list[Position]] = {}
    for position in positions:
        value = bounds(position.low, position.high, position.qualifier) if claim.measure else ""
        if value == "no number":
            value = ""
        alike.setdefault((attitude(position), value, position.superseded), []).append(position)
    return tuple(
        Mark(kind, value, len(same), superseded, "#" + anchors.words(same[0].evidence[0]))
        for (kind, value, superseded), same in alike.items()
    )
