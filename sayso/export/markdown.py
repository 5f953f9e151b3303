"""A brief for the desk in Markdown: what is disputed first, each line with its words, its report and its offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.dossier.harmless import clip, one_line
from sayso.dossier.headings import heading
from sayso.dossier.ledger import attitude, contested, stands
from sayso.dossier.phrasing import bounds, count, day, named, some
from sayso.export.context import Context
from sayso.knowledge.display import display
from sayso.model import Claim, Evidence, Position, Story

QUOTE = 240  # characters of a quotation that are shown; its offsets lead to the rest
# What begins markup anywhere, what makes an address of text, and what would close a heading.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$]|:(?=//)|(?<=www)\.|(?<=\w)@(?=\w)|#(?=#*\s*$)", re.IGNORECASE)
# What makes a list, a heading or a rule of a line that it begins.
_BLOCK = re.compile(r"^(?:[-+#=]|\d+(?=[.)]))")


def files(context: Context) -> dict[str, bytes]:
    """`brief.md`."""
    return {"brief.md": ("\n".join(_lines(context)).rstrip() + "\n").encode("utf-8")}


def plain(text: str) -> str:
    """`text` on one line as Markdown that reads as the text itself, with nothing in it that is markup."""
    return _MARKUP.sub(r"\\\g<0>", one_line(text))


def opening(text: str) -> str:
    """The same where it begins a line."""
    return _BLOCK.sub(lambda found: found[0] + "\\" if found[0].isdigit() else "\\" + found[0], plain(text))


def _lines(context: Context) -> Iterator[str]:
    dossier = context.dossier
    if dossier.without:
        yield f"*Without {plain('; '.join(dossier.without))}*\n"
    for story in dossier.stories:
        yield from _story(story, context)
    if dossier.unread:
        yield "## Could not be read\n"
        for unread in dossier.unread:
            yield f"- {opening(unread.input)}: {plain(unread.reason)}"
        yield ""
    versions = dossier.versions
    yield f"Sayso {plain(versions.sayso)}, model {plain(versions.model)}, knowledge {plain(versions.knowledge)}. "
    yield "It gives no verdict: it says what stands, on whose word, and why. Offsets count characters of a text from 0."


def _story(story: Story, context: Context) -> Iterator[str]:
    ledger = context.ledger
    yield f"# {plain(named(story.name))}\n"
    yield f"{count(len(story.reports), 'report')}, told by {plain(some(ledger.outlets(story.reports), 12))}.\n"
    claims = ledger.claims(story)
    disputed = [claim for claim in claims if contested(claim)]
    figures = [claim for claim in claims if not contested(claim) and claim.measure]
    rest = [claim for claim in claims if not contested(claim) and not claim.measure]
    for title, group in (("Disputed", disputed), ("Figures", figures), ("Statements", rest)):
        if group:
            yield f"## {title}\n"
            for claim in group:
                yield from _claim(claim, context)
    yield "## Reports\n"
    for report in story.reports:
        entry = ledger.reports[report]
        dated = f", {day(entry.published)}" if entry.published else ""
        headline = f": {plain(entry.headline)}" if entry.headline else ""
        address = f" {plain(entry.url)}" if entry.url else ""
        yield f"- **{plain(ledger.label(report))}**{plain(dated)}{headline} (`{_code(report)}`){address}"
    yield ""


def _claim(claim: Claim, context: Context) -> Iterator[str]:
    words = display().standings
    yield f"### {plain(heading(claim, context.ledger))}\n"
    head = [", ".join(words[tag].word for tag in stands(claim))]
    if claim.measure:
        head += _numbers(claim, context)
    yield f"*{plain('; '.join(part for part in head if part))}*\n"
    for position in claim.positions:
        yield f"- **{plain(context.ledger.speaker(position))}** {plain(_said(claim, position))}"
        for item in _each(position.evidence):
            yield f"  - {_quoted(item, context)}"
    if claim.silent:
        yield f"- Silent: {plain(some(context.ledger.outlets(claim.silent)))}"
    yield ""


def _numbers(claim: Claim, context: Context) -> Iterator[str]:
    """The bounds of all positions, and the best number by the policy; that there is none only where it is disputed."""
    yield f"in all {bounds(claim.low, claim.high, claim.positions[0].qualifier)}"
    numbers = context.reckon(claim)
    if numbers.best is not None:
        yield f"best {numbers.best:,} by the policy “{numbers.policy}”"
    elif contested(claim):
        yield f"no best figure by the policy “{numbers.policy}”"


def _said(claim: Claim, position: Position) -> str:
    """What the position is, in few words: the figure, or whether it says so; its interest, its way here."""
    kind = attitude(position)
    said = [display().positions[kind].word]
    if claim.measure and (position.low, position.high, position.qualifier) != (None, None, None):
        number = bounds(position.low, position.high, position.qualifier)
        said = [number if kind == "asserts" else f"{said[0]}: {number}"]
    if position.interest in ("self-serving", "against-interest"):
        said.append(display().interests[position.interest])
    if position.distanced:
        said.append("held at arm’s length")
    if position.relays:
        said.append("through " + some(position.relays))
    if position.superseded:
        said.append("since replaced")
    return "; ".join(said)


def _each(evidence: tuple[Evidence, ...]) -> Iterator[Evidence]:
    seen = set()
    for item in evidence:
        if (item.report, item.start, item.end) not in seen:
            seen.add((item.report, item.start, item.end))
            yield item


def _quoted(item: Evidence, context: Context) -> str:
    words = context.words(item.report, item.start, item.end)
    label = plain(context.ledger.label(item.report))
    return f"“{plain(clip(words, QUOTE))}” ({label}, `{_code(item.report)}` {item.start}–{item.end})"


def _code(text: str) -> str:
    """`text` as it can stand between backquotes."""
    return one_line(text).replace("`", "'")
