"""The matrix: claims down, origins across, and in each cell what the one says on the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sayso.dossier.headings import heading
from sayso.dossier.ledger import Ledger, Side, attitude, voices
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.phrasing import bounds, count
from sayso.model import Claim, Position, Story

COLUMNS = 14  # origins with a column of their own; the others of a side share one
ROWS = 40
MARKS = 3  # different things said in one cell that are shown


@dataclass(frozen=True, slots=True)
class Column:
    """One origin; or, where `others` is not zero, so many further origins of one side."""

    name: str
    side: Side
    others: int = 0


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
    title: str
    href: str
    cells: tuple[tuple[Mark, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`groups` are neighbouring columns of one side, with their number; `left_out` claims are not in the table."""

    columns: tuple[Column, ...]
    groups: tuple[tuple[Side, int], ...]
    lines: tuple[Line, ...]
    left_out: int


def matrix(ledger: Ledger, anchors: Anchors, story: Story) -> Matrix:
    """The matrix of a story: its claims on which at least two origins speak, at most ROWS of them."""
    spoken = [claim for claim in ledger.claims(story) if len(voices(ledger, claim)) > 1]
    claims = spoken[:ROWS]
    often: Counter[Column] = Counter()
    for claim in claims:
        often.update(list(dict.fromkeys(_column(ledger, position) for position in claim.positions)))
    own = {column: column for column, _ in often.most_common(COLUMNS)}
    further = [column for column in often if column not in own]
    rest = Counter(column.side for column in further)
    # One alone shares a column with nobody.
    own |= {column: column for column in further if rest[column.side] == 1}
    shared = {side: Column(count(n, "other"), side, n) for side, n in rest.items() if n > 1}
    # Sides stand together; who is of no known side comes last.
    columns = sorted([*own, *shared.values()], key=lambda c: (c.side.number == 0, c.side.number, c.side.name, c.others))
    groups = tuple((side, n) for side, n in Counter(column.side for column in columns).items())
    lines = []
    for claim in claims:
        cells: dict[Column, list[Position]] = {column: [] for column in columns}
        for position in claim.positions:
            column = _column(ledger, position)
            cells[own.get(column) or shared[column.side]].append(position)
        href = "#" + anchors.claim(claim.id)
        lines.append(
            Line(claim, heading(claim, ledger), href, tuple(_cell(anchors, claim, cells[column]) for column in columns))
        )
    return Matrix(tuple(columns), groups, tuple(lines), len(spoken) - len(claims))


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
