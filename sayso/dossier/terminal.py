"""The dossier at a glance in a terminal: what was read, what is disputed, and every claim with its standings."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.dossier.harmless import clip, one_line
from sayso.dossier.headings import heading
from sayso.dossier.ledger import Ledger, attitude, contested, stands
from sayso.dossier.phrasing import bounds, count, named
from sayso.dossier.reckoned import reckoned
from sayso.knowledge.display import display
from sayso.model import Claim, Dossier, Position, Story

LISTED = 40  # claims of a story that are listed; a page has them all
QUESTION = 160  # characters of a question that are shown
BAR = 32  # cells of a bar on a wide terminal
TONES = {"disputed": "bold red", "firm": "green", "careful": "yellow", "plain": "dim"}
ATTITUDES = {"denies": "red", "doubts": "yellow", "admits": "green"}
ASCII = str.maketrans({"█": "#", "░": ".", "▶": ">", "◀": "<", "…": "~", "–": "-", "’": "'", "“": '"', "”": '"'})


def summary(dossier: Dossier, console: Console, *, unread: bool = True) -> None:
    """Prints the summary; `unread`: with what could not be read.

    Colours follow the console; whatever comes of a report is set as plain, harmless text.
    """
    ledger = Ledger(dossier)
    read = f"{count(len(dossier.reports), 'report')} read"
    stories = count(len(dossier.stories), "story", "stories")
    console.print(Text(f"{read}, {stories}, {count(len(dossier.claims), 'claim')}", style="bold"))
    if dossier.without:
        console.print(Text(f"Without {one_line(', '.join(dossier.without))}", style="bold yellow"))
    if unread and dossier.unread:
        console.print(Text(f"{count(len(dossier.unread), 'report')} could not be read:", style="bold yellow"))
        for one in dossier.unread:
            console.print(Padding(Text(f"{one_line(one.input)}: {one_line(one.reason)}"), (0, 0, 0, 2)))
    for story in dossier.stories:
        _story(ledger, story, console)


def _story(ledger: Ledger, story: Story, console: Console) -> None:
    console.print()
    console.print(Text(one_line(named(story.name)), style="bold underline"))
    console.print(Text("Told by " + clip(", ".join(ledger.outlets(story.reports)), 300), style="dim"))
    claims = ledger.claims(story)
    disputed = [claim for claim in claims if contested(claim)]
    rest = [claim for claim in claims if not contested(claim)]
    if disputed:
        console.print(Text("\nDisputed", style="bold red"))
        for claim in disputed[:LISTED]:
            _disputed(ledger, claim, console)
    if rest:
        console.print(Text("\nThe other claims" if disputed else "\nClaims", style="bold"))
        console.print(_table(ledger, rest[:LISTED]))
    left = max(0, len(rest) - LISTED) + max(0, len(disputed) - LISTED)
    if left:
        console.print(Text(f"{count(left, 'more claim')} in the dossier.", style="dim"))


def _disputed(ledger: Ledger, claim: Claim, console: Console) -> None:
    head = Text("\n") + Text(clip(heading(claim, ledger), QUESTION), style="bold")
    if claim.measure:
        head += Text(f"  {bounds(claim.low, claim.high)}", style="bold")
    console.print(head)
    console.print(Padding(_standings(claim), (0, 0, 0, 2)))
    for reckoning in claim.reckonings[:1]:
        console.print(Padding(Text(f"by policy {reckoning.policy}: {reckoned(reckoning)}", style="dim"), (0, 0, 0, 2)))
    top = max((n for p in claim.positions for n in (p.low, p.high) if n is not None), default=0) * 11 // 10
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=34)
    table.add_column(no_wrap=True)
    if claim.measure and top:
        table.add_column(no_wrap=True)
    table.add_column(style="dim")
    # What still stands first; what its own origin has replaced after it.
    for position in sorted(claim.positions, key=lambda position: position.superseded):
        table.add_row(*_row(ledger, claim, position, top, console))
    console.print(Padding(table, (0, 0, 0, 2)))


def _row(ledger: Ledger, claim: Claim, position: Position, top: int, console: Console) -> list[Text]:
    kind = attitude(position)
    said = display().positions[kind].word
    if claim.measure:
        value = bounds(position.low, position.high, position.qualifier)
        if kind == "asserts":
            said = value
        elif _stated(position):
            said = f"{said}: {value}"
    replaced = " strike" if position.superseded else ""
    row: list[Text] = [
        Text(one_line(ledger.speaker(position))),
        Text(one_line(said), style=ATTITUDES.get(kind, "bold") + replaced),
    ]
    if claim.measure and top:
        stated = _stated(position) or kind == "asserts"
        row.append(_bar(position, top, console) if stated else Text())
    carried = ", ".join(ledger.outlets(position.carried_by))
    row.append(Text(clip(f"in {carried}{', since replaced' if position.superseded else ''}", 120)))
    return row


def _stated(position: Position) -> bool:
    return position.low is not None or position.high is not None or position.qualifier is not None


def _bar(position: Position, top: int, console: Console) -> Text:
    """A figure as a bar from zero to a little above the largest: its range filled, an open bound as an arrow."""
    width = BAR if console.width >= 100 else BAR // 2
    low, high = position.low, position.high
    if low is None and high is None:
        bar = "░" * width
    else:
        left = 0 if low is None else min(width - 2, low * width // top)
        right = width if high is None else max(left + 1, -(-high * width // top))
        bar = "░" * left + "█" * (right - left) + "░" * (width - right)
        bar = bar[:-1] + "▶" if high is None else bar
        bar = "◀" + bar[1:] if low is None else bar
    return Text(bar.translate(ASCII) if console.options.ascii_only else bar, style="cyan")


def _table(ledger: Ledger, claims: list[Claim]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(ratio=3)
    table.add_column(no_wrap=True)
    table.add_column(ratio=2)
    for claim in claims:
        answer = bounds(claim.low, claim.high, claim.positions[0].qualifier) if claim.measure else ""
        table.add_row(
            Text(clip(heading(claim, ledger), QUESTION)), Text(one_line(answer), style="bold"), _standings(claim)
        )
    return table


def _standings(claim: Claim) -> Text:
    words = display().standings
    return Text(", ").join(Text(words[tag].word, style=TONES[words[tag].tone]) for tag in stands(claim))
