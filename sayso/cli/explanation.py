"""A claim, its standings and what they rest on, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.dossier.harmless import clip, one_line
from sayso.dossier.ledger import Ledger
from sayso.dossier.phrasing import bounds
from sayso.dossier.reckoned import reckoned
from sayso.model import Claim, Dossier, Evidence, Position

AROUND = 70  # characters of context on either side of a quotation
QUOTE = 400
INDENT = (0, 0, 0, 4)

Place = tuple[str, int, int]  # report, start, end


def explanation(claim: Claim, dossier: Dossier) -> RenderableType:
    """The claim's question, each standing with its reason and quotations, then each position.

    A quotation is shown where it first counts, with a number by which it is named after that.
    """
    return Group(*_blocks(claim, Ledger(dossier)))


def _blocks(claim: Claim, ledger: Ledger) -> Iterator[RenderableType]:
    numbers: dict[Place, int] = {}
    yield Text(one_line(claim.question), style="bold")
    yield Text(f"{claim.id} · {', '.join(claim.standing) or 'no standing'}", style="dim")
    for reason in claim.reasons:
        yield Text.assemble("\n", (reason.tag, "bold"), f": {one_line(reason.reason)}")
        yield from _quotations(reason.evidence, ledger, numbers)
    yield Text("\nPositions", style="bold")
    for position in claim.positions:
        yield Text(_position(position, ledger))
        yield from _quotations(position.evidence, ledger, numbers)
    if claim.reckonings:
        yield Text("\nBy counting policy", style="bold")
    for reckoning in claim.reckonings:
        yield Text(f"• {reckoning.policy}: {reckoned(reckoning)}. {one_line(reckoning.reason)}")
    if claim.silent:
        yield Text(f"\nNot in: {', '.join(one_line(ledger.label(report)) for report in claim.silent)}")


def _position(position: Position, ledger: Ledger) -> str:
    open_ended = position.low is None and position.high is None
    said = [one_line(position.text) if open_ended else bounds(position.low, position.high), position.polarity]
    if position.interest != "unknown":
        said.append(position.interest)
    if position.relays:
        said.append("through " + ", ".join(map(one_line, position.relays)))
    if position.superseded:
        said.append("since replaced")
    return f"• {one_line(ledger.speaker(position))}: {'; '.join(said)}"


def _quotations(evidence: Iterable[Evidence], ledger: Ledger, numbers: dict[Place, int]) -> Iterator[RenderableType]:
    """Each quotation in its context, under the report that has it; only their numbers for those shown before."""
    places = dict.fromkeys((item.report, item.start, item.end) for item in evidence)
    known = [numbers[place] for place in places if place in numbers]
    for report, start, end in places:
        if (report, start, end) in numbers:
            continue
        number = numbers.setdefault((report, start, end), len(numbers) + 1)
        text = ledger.reports[report].text
        before, after = _context(text, start, end)
        quote = Text.assemble(
            f"({number}) ",
            (f"{one_line(ledger.label(report))}: ", "italic"),
            (before, "dim"),
            (f"[{clip(text[start:end], QUOTE)}]", ""),
            (after, "dim"),
        )
        yield Padding(quote, INDENT)
    if known:
        yield Padding(Text("see " + ", ".join(f"({number})" for number in sorted(known))), INDENT)


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands around a quotation in its paragraph, cut at a word."""
    before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
    after = text[end : end + AROUND].partition("\n")[0]
    if len(before) == AROUND:
        before = "…" + before.partition(" ")[2]
    if len(after) == AROUND:
        after = after.rpartition(" ")[0] + "…"
    lead = " " if before[-1:].isspace() else ""
    follow = " " if after[:1].isspace() else ""
    return one_line(before) + lead, follow + one_line(after)
