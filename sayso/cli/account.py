"""What falls and what stands without a source, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.dossier.harmless import clip, one_line
from sayso.dossier.phrasing import bounds, count, some
from sayso.dossier.reckoned import reckoned
from sayso.knowledge.display import display
from sayso.model.dossier import Tag
from sayso.reconcile.without import Account, Effected
from sayso.reconcile.without.account import Lost, Outcome

QUESTION, NAMED = 160, 4
INDENT = (0, 0, 0, 4)
WHY = {
    "origin": "its own word",
    "voice": "speaks for it",
    "side": "of its side",
    "relay": "told through it",
    "outlet": "in its pages",
    "copy": "copied from it",
}


def told(account: Account) -> RenderableType:
    """The balance in a sentence, then the claims that fall, that change, and how many stand."""
    return Group(*_blocks(account))


def _blocks(account: Account) -> Iterator[RenderableType]:
    names = ", ".join(one_line(source.asked) for source in account.without)
    yield Text(f"Without {names}: {_balance(account)}.", style="bold")
    for source in account.without:
        if source.means.rpartition(" (")[0] != source.asked:
            yield Text(f"{one_line(source.asked)} is {one_line(source.means)}.", style="dim")
    if account.reports:
        yield Text(
            f"{count(len(account.reports), 'report')} not counted: {one_line(some(account.reports))}.", style="dim"
        )
    if not account.relayed:
        yield Text("What others say through it stays.", style="dim")
    if account.no_longer:
        yield Text(f"Standings lost: {', '.join(f'{_word(tag)} ({n})' for tag, n in account.no_longer.items())}.")
    if account.now:
        yield Text(f"Standings gained: {', '.join(f'{_word(tag)} ({n})' for tag, n in account.now.items())}.")
    for effect, title in (("falls", "Falls"), ("changes", "Changes")):
        found = [each for each in account.effects if each.effect == effect]
        if found:
            yield Text(f"\n{title}", style="bold red" if effect == "falls" else "bold yellow")
        for each in found:
            yield from _effected(each)
    weaker = [each for each in account.effects if each.effect == "weaker"]
    if weaker:
        yield Text("\nStands, with fewer behind it", style="bold")
        for each in weaker:
            yield Text(f"  {each.claim}  {clip(each.question, QUESTION)}")
            yield Padding(Text(f"without {_lost(each.lost)}", style="dim"), INDENT)


def _balance(account: Account) -> str:
    fall = f"{account.falls} {'falls' if account.falls == 1 else 'fall'}"
    change = f"{account.changes} {'changes' if account.changes == 1 else 'change'}"
    stand = f"{account.stands} {'stands' if account.stands == 1 else 'stand'}"
    fewer = f", {account.weaker} of them with fewer behind" if account.weaker else ""
    return f"of {count(account.claims, 'claim')} {fall}, {change}, {stand}{fewer}"


def _effected(each: Effected) -> Iterator[RenderableType]:
    yield Text.assemble(f"  {each.claim}  ", (clip(each.question, QUESTION), "bold"))
    lines = [f"without {_lost(each.lost)}"] if each.lost else []
    if each.after is None:
        lines.append(f"was {_standing(each.before)}")
    else:
        was, now = _numbers(each.before), _numbers(each.after)
        lines += [f"{a} → {b}" for a, b in zip(was, now, strict=True) if a != b]
        lines += [f"still {', '.join(map(_word, still))}"] if (still := _still(each.before, each.after)) else []
        lines += [f"− {_word(tag)}: {one_line(why)}" for tag, why in each.gone.items()]
        lines += [f"+ {_word(tag)}: {one_line(why)}" for tag, why in each.new.items()]
    for line in lines:
        yield Padding(Text(line), INDENT)


def _lost(lost: tuple[Lost, ...]) -> str:
    found = [
        f"{one_line(each.who)} ({', '.join(WHY[why] for why in each.why)}{', in part' if each.partly else ''})"
        for each in lost
    ]
    return some(list(dict.fromkeys(found)), NAMED)


def _standing(outcome: Outcome) -> str:
    return ", ".join(map(_word, outcome.standing)) or "no standing"


def _still(before: Outcome, after: Outcome) -> list[Tag]:
    return [tag for tag in before.standing if tag in after.standing]


def _numbers(outcome: Outcome) -> tuple[str, ...]:
    if outcome.reckoning is None:
        return ()
    return bounds(outcome.low, outcome.high), f"by {outcome.reckoning.policy}: {reckoned(outcome.reckoning)}"


def _word(tag: str) -> str:
    return {key: entry.word for key, entry in display().standings.items()}.get(tag, tag)
