"""On whose word: from each origin through its relays to the outlets that print it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.dossier.ledger import Ledger, Side
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.phrasing import sentence
from sayso.model import Story

SHOWN = 10  # origins that stand open; the rest is behind a line


@dataclass(frozen=True, slots=True)
class Outlet:
    """A report that carries an origin's words: how many statements, and where the first of them stands."""

    report: str
    label: str
    statements: int
    href: str


@dataclass(slots=True)
class Way:
    """One way by which an origin's words came: the relays in their order, then the outlets."""

    relays: tuple[str, ...]
    outlets: list[Outlet] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose word it is, and every way from there. `reports` and `statements` count over all ways."""

    name: str
    kind: str | None
    side: Side
    ways: tuple[Way, ...]
    reports: int
    statements: int


def origins(ledger: Ledger, anchors: Anchors, story: Story) -> tuple[Origin, ...]:
    """The origins of a story's attributions, the one that most reports rest on first."""
    told: dict[str, dict[tuple[str, ...], dict[str, list[str]]]] = {}
    for found in ledger.dossier.attributions:
        if found.report not in story.reports or not found.chain:
            continue
        name = ledger.known_as(found.chain[0].name)
        relays = tuple(link.name for link in found.chain[1:]) or ledger.reports[found.report].agencies
        relays = tuple(dict.fromkeys(ledger.known_as(relay) for relay in relays))
        told.setdefault(name, {}).setdefault(relays, {}).setdefault(found.report, []).append(found.id)
    made = [_origin(ledger, anchors, name, ways) for name, ways in told.items()]
    return tuple(sorted(made, key=lambda origin: (-origin.reports, -origin.statements)))


def _origin(ledger: Ledger, anchors: Anchors, name: str, ways: dict[tuple[str, ...], dict[str, list[str]]]) -> Origin:
    actor = ledger.actor(name)
    return Origin(
        name=sentence(name),
        kind=actor.kind if actor else None,
        side=ledger.side_of(name),
        ways=tuple(
            Way(
                relays,
                [Outlet(r, ledger.label(r), len(ids), "#" + anchors.attribution(ids[0])) for r, ids in reports.items()],
            )
            for relays, reports in sorted(ways.items(), key=lambda way: len(way[0]))
        ),
        reports=len({report for reports in ways.values() for report in reports}),
        statements=sum(len(ids) for reports in ways.values() for ids in reports.values()),
    )
