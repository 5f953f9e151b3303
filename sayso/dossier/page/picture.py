"""The picture of a disputed figure: one row per origin, on one scale, as numbers for an SVG template.

A template draws it rather than a chart library: the marks are links to the words, take their colours from the page
(light, dark, print), and stretch to a phone's width at one text size, none of which a ready-made SVG can; and the
page needs no further package. Positions are percentages of the width.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass

from sayso.dossier.harmless import clip
from sayso.dossier.ledger import Ledger, Side, attitude
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.phrasing import bounds, count, some
from sayso.knowledge.display import display
from sayso.model import Claim, Position

ROW = 66  # height of a row, in pixels
ROWS = 14  # more positions than this are gathered, and at most so many rows are drawn
LINE, OUTLETS = 38, 46  # characters of a name with its value, and of the line below, that fit a narrow phone
LOGARITHMIC = 60  # from this ratio of largest to smallest on, a linear scale would hide the small ones
RIGHT = 94.0  # per cent: room for the arrow of an open bound


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """One origin's figure, or that of several of one side that say the same where there are many.

    `name` and `carried` are cut to what fits the picture, `speaker` and `outlets` are whole. `left` and `right` are
    in per cent; `open_low` and `open_high` are drawn as arrows. `vague` has neither bound ("several"): no bar, only
    the word; `silent` says nothing of the number (could not verify it, would not comment).
    """

    y: int
    name: str
    value: str
    carried: str
    speaker: str
    outlets: str
    relays: tuple[str, ...]
    side: Side
    left: float
    right: float
    open_low: bool
    open_high: bool
    vague: bool
    silent: bool
    superseded: bool
    href: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole picture; `alternative` says in words what it shows, `left_out` how many rows are not drawn."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    height: int
    logarithmic: bool
    alternative: str
    left_out: int


def picture(ledger: Ledger, anchors: Anchors, claim: Claim) -> Picture:
    """The picture of the figure that `claim` is about."""
    scale = _Scale([_extent(p) for p in claim.positions])
    groups = _groups(ledger, claim.positions)
    rows = tuple(_row(ledger, anchors, scale, place, group) for place, group in enumerate(groups[:ROWS]))
    said = "; ".join(f"{row.speaker}: {row.value}{', since replaced' if row.superseded else ''}" for row in rows)
    left_out = max(0, len(groups) - ROWS)
    return Picture(rows, scale.ticks, len(rows) * ROW + 26, scale.logarithmic, f"{said}.", left_out)


def _groups(ledger: Ledger, positions: tuple[Position, ...]) -> list[list[Position]]:
    """Each position alone; where there are more than ROWS, those of one side that say the same together."""
    if len(positions) <= ROWS:
        return [[position] for position in positions]
    alike: dict[tuple[object, ...], list[Position]] = {}
    for p in positions:
        alike.setdefault((ledger.side_at(p), attitude(p), p.low, p.high, p.qualifier, p.superseded), []).append(p)
    return sorted(alike.values(), key=lambda group: -len(group))


def _extent(position: Position) -> tuple[float, float]:
    """What the scale has to hold of a position; beyond an open bound there is room for a bar with its arrow."""
    low, high = position.low, position.high
    if low is not None and high is None:
        return low, low * 1.2
    return (low or 0, high) if high is not None else (0, 0)


def _row(ledger: Ledger, anchors: Anchors, scale: _Scale, place: int, group: list[Position]) -> Row:
    position = group[0]
    low, high = position.low, position.high
    silent = low is None and high is None and position.polarity not in ("asserts", "partly")
    value = display().positions[attitude(position)].word if silent else bounds(low, high, position.qualifier)
    speakers = tuple(dict.fromkeys(ledger.speaker(p) for p in group))
    speaker = speakers[0] + (f" and {count(len(speakers) - 1, 'other')}" if len(speakers) > 1 else "")
    reports = ledger.outlets(report for p in group for report in p.carried_by)
    carried = some(reports)
    return Row(
        y=place * ROW,
        name=_fit(speaker, LINE - len(value)),
        value=value,
        carried=_fit(("said earlier, in " if position.superseded else "in ") + carried, OUTLETS),
        speaker=speaker,
        outlets=carried,
        relays=tuple(dict.fromkeys(relay for p in group for relay in p.relays)),
        side=ledger.side_at(position),
        left=scale.at(low) if low is not None else 0.0,
        right=scale.at(high) if high is not None else RIGHT,
        open_low=low is None and high is not None,
        open_high=high is None and low is not None,
        vague=low is None and high is None and not silent,
        silent=silent,
        superseded=position.superseded,
        href="#" + anchors.words(position.evidence[0]),
    )


def _fit(text: str, width: int) -> str:
    """`text` cut to what fits; wide East Asian characters count twice."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text[:width])
    return clip(text, max(8, width - wide // 2))


class _Scale:
    """From zero to a round number above the largest; logarithmic from one where the figures are far apart."""

    def __init__(self, extents: list[tuple[float, float]]) -> None:
        largest = max((high for _, high in extents), default=1) or 1
        smallest = min((n for extent in extents for n in extent if n > 0), default=1)
        self.logarithmic = largest / smallest >= LOGARITHMIC
        if self.logarithmic:
            self._low, top = math.floor(math.log10(smallest)), math.ceil(math.log10(largest))
            self._top = float(max(top, self._low + 1))
            steps = range(self._low, int(self._top) + 1, max(1, math.ceil((self._top - self._low) / 5)))
            self.ticks = tuple(Tick(self.at(10**e), f"{10**e:,}") for e in steps)
        else:
            step = _round_step(largest / 4)
            self._top = float(step * math.ceil(largest / step))
            self.ticks = tuple(Tick(self.at(n), f"{n:,}") for n in range(0, int(self._top) + 1, step))

    def at(self, number: int) -> float:
        if self.logarithmic:
            share = (math.log10(number) - self._low) / (self._top - self._low) if number > 0 else 0.0
        else:
            share = number / self._top
        return round(min(max(share, 0.0), 1.0) * RIGHT, 2)


def _round_step(least: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50, … that is not below `least`."""
    power = 10 ** max(0, math.floor(math.log10(least))) if least >= 1 else 1
    return next(int(power * factor) for factor in (1, 2, 5, 10) if power * factor >= least)
