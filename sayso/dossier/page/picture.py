"""The picture of a disputed figure: one row per origin, on one scale, each leading to its words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.ledger import Ledger, Side, attitude
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.page.charts import Chart, chart
from sayso.dossier.page.charts.figure import Datum, Value, figure
from sayso.dossier.phrasing import bounds, count, some
from sayso.knowledge.display import display
from sayso.model import Claim, Position

ROWS = 14  # more origins than this are gathered, and at most so many rows are drawn
POSITIONS = 6  # of one row, in the table
LOGARITHMIC = 60  # from this ratio of largest to smallest on, a linear scale would hide the small ones


@dataclass(frozen=True, slots=True)
class Row:
    """What one origin says, of one side and in one way: of several origins where there are too many to tell apart.

    For the table behind the picture there is one row a position.
    """

    speaker: str
    value: str
    outlets: str
    relays: tuple[str, ...]
    side: Side
    superseded: bool
    href: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole picture and the table behind it; `left_out` says how many rows are not drawn."""

    chart: Chart
    rows: tuple[Row, ...]
    logarithmic: bool
    left_out: int


def picture(ledger: Ledger, anchors: Anchors, claim: Claim) -> Picture:
    """The picture of the figure that `claim` is about."""
    groups = _groups(ledger, claim.positions)
    drawn = [_datum(ledger, anchors, group) for group in groups[:ROWS]]
    numbers = [n for datum in drawn for value in datum.values for n in (value.low, value.high) if n]
    logarithmic = bool(numbers) and max(numbers) / min(numbers) >= LOGARITHMIC
    said = "; ".join(f"{d.name}: {d.value}" + (f", {d.earlier}" if d.earlier else "") for d in drawn)
    return Picture(
        chart(lambda width: figure(drawn, logarithmic=logarithmic, width=width), f"{said}."),
        tuple(_row(ledger, anchors, p) for group in groups[:ROWS] for p in group[:POSITIONS]),
        logarithmic,
        max(0, len(groups) - ROWS),
    )


def _groups(ledger: Ledger, positions: tuple[Position, ...]) -> list[list[Position]]:
    """The positions of each origin; of origins of one side that say the same where there are more than ROWS of them.

    What stands comes before what was replaced, and a number before a word.
    """
    by_origin: dict[object, list[Position]] = {}
    for p in positions:
        by_origin.setdefault((ledger.speaker(p), ledger.side_at(p)), []).append(p)
    groups = [sorted(group, key=lambda p: (p.superseded, _silent(p))) for group in by_origin.values()]
    if len(groups) > ROWS:
        alike: dict[object, list[Position]] = {}
        for p in positions:
            alike.setdefault((ledger.side_at(p), attitude(p), p.low, p.high, p.qualifier, p.superseded), []).append(p)
        groups = sorted(alike.values(), key=lambda group: -len(group))
    return sorted(groups, key=lambda group: (group[0].superseded, _silent(group[0])))


def _silent(position: Position) -> bool:
    """True where it says nothing of the number: could not verify it, would not comment."""
    return position.low is None and position.high is None and position.polarity not in ("asserts", "partly")


def _value(position: Position) -> str:
    if _silent(position):
        return display().positions[attitude(position)].word
    return bounds(position.low, position.high, position.qualifier)


def _row(ledger: Ledger, anchors: Anchors, position: Position) -> Row:
    return Row(
        speaker=ledger.speaker(position),
        value=_value(position),
        outlets=some(ledger.outlets(position.carried_by)),
        relays=position.relays,
        side=ledger.side_at(position),
        superseded=position.superseded,
        href="#" + anchors.words(position.evidence[0]),
    )


def _datum(ledger: Ledger, anchors: Anchors, group: list[Position]) -> Datum:
    speakers = tuple(dict.fromkeys(ledger.speaker(p) for p in group))
    standing = [p for p in group if not p.superseded]
    told = tuple(dict.fromkeys(_value(p) for p in standing or group))
    before = tuple(dict.fromkeys(_value(p) for p in group if p.superseded)) if standing else ()
    outlets = some(ledger.outlets(report for p in standing or group for report in p.carried_by), 4)
    return Datum(
        name=speakers[0] + (f" and {count(len(speakers) - 1, 'other')}" if len(speakers) > 1 else ""),
        value="; ".join(told[:2]) if standing else f"was {told[0]}",
        earlier=f"was {', '.join(before[:3])}" if before else "",
        below=f"in {outlets}",
        side=ledger.side_at(group[0]),
        values=tuple(
            Value(
                text=_value(p),
                low=p.low,
                high=p.high,
                vague=p.low is None and p.high is None and not _silent(p),
                earlier=p.superseded,
                href="#" + anchors.words(p.evidence[0]),
            )
            for p in group
        ),
        href="#" + anchors.words(group[0].evidence[0]),
    )
