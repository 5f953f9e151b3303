"""Whose word it is, as a flow: "nine reports, one origin" is nine lines that leave one point."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from sayso.dossier.ledger import OWN_VOICE, Ledger
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.page.charts import Chart, chart
from sayso.dossier.page.charts.flow import Edge, Node, flow
from sayso.dossier.page.origins import Origin
from sayso.dossier.phrasing import count
from sayso.model import Copy, Story

ORIGINS = 9  # those that most reports rest on
REPORTS = 16  # more would be no picture
ORIGIN, RELAY, OUTLET, COPY = range(4)
PARTS = {"copy": "a copy of", "partial": "in part a copy of"}


@dataclass(frozen=True, slots=True)
class Copied:
    """That one report's words are another's: in words, with a link to where they stand."""

    report: str
    what: str
    of: str
    share: float
    href: str


def drawn(ledger: Ledger, anchors: Anchors, story: Story, origins: tuple[Origin, ...]) -> Chart | None:
    """The flow of a story; None where it has one report or too many, or nobody is credited."""
    if not 1 < len(story.reports) <= REPORTS or not origins:
        return None
    copies = {copy.report: copy for copy in _copies(ledger, story)}

    def printed(report: str) -> tuple[int, str]:
        return (COPY if report in copies else OUTLET, report)

    def words(report: str) -> str:
        return "#" + anchors.report(report)

    nodes: dict[tuple[int, str], Node] = {}
    ways: Counter[tuple[tuple[int, str], tuple[int, str]]] = Counter()
    for origin in origins[:ORIGINS]:
        start = (ORIGIN, origin.name)
        for way in origin.ways:
            for outlet in way.outlets:
                copy = copies.get(outlet.report)
                if copy and any(o.report == copy.of for w in origin.ways for o in w.outlets):
                    continue  # it comes with the copied words
                nodes.setdefault(start, Node(origin.name, ORIGIN, origin.ways[0].outlets[0].href, origin.side))
                stops = [start, *((RELAY, relay) for relay in way.relays), printed(outlet.report)]
                for relay in way.relays:
                    nodes.setdefault((RELAY, relay), Node(relay, RELAY, outlet.href, ledger.side_of(relay)))
                ways.update(dict.fromkeys(pairwise(stops), outlet.statements))
    for report in story.reports:
        nodes.setdefault(printed(report), Node(ledger.label(report), printed(report)[0], words(report), OWN_VOICE))
    ordered = sorted(nodes, key=lambda key: key[0])
    place = {key: n for n, key in enumerate(ordered)}
    edges = [Edge(place[a], place[b], n) for (a, b), n in ways.items()]
    edges += [Edge(place[printed(c.of)], place[printed(c.report)], 1, copied=True) for c in copies.values()]
    told = "; ".join(f"{o.name}: {count(o.reports, 'report')}" for o in origins[:ORIGINS])
    shown = [nodes[key] for key in ordered]
    return chart(lambda width: flow(shown, edges, width), f"{told}.")


def copied(ledger: Ledger, anchors: Anchors, story: Story) -> tuple[Copied, ...]:
    """Which reports have their words from which others."""
    return tuple(
        Copied(
            ledger.label(copy.report),
            PARTS[copy.kind],
            ledger.label(copy.of),
            copy.share,
            "#" + anchors.report(copy.report),
        )
        for copy in _copies(ledger, story)
    )


def _copies(ledger: Ledger, story: Story) -> list[Copy]:
    """One for each report that rests on another of the story: the one that it shares most with."""
    best: dict[str, Copy] = {}
    for copy in ledger.dossier.copies:
        inside = copy.report in story.reports and copy.of in story.reports
        known = best.get(copy.report)
        if inside and copy.kind in PARTS and (known is None or copy.share > known.share):
            best[copy.report] = copy
    # Of two that would rest on each other, the later rests on the earlier.
    order = {report: place for place, report in enumerate(story.reports)}
    return [c for c in best.values() if c.of not in best or best[c.of].of != c.report or order[c.of] < order[c.report]]
