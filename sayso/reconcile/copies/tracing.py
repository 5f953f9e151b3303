"""Whose word a copied sentence is: statements and figures that stand in words taken over are the first one's.

Two outlets that print one text are one origin, whatever either text leaves of the words that credit it; so are two that
quote the same words, also where one of them names the speaker otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from rapidfuzz.fuzz import ratio

from sayso.model import Copy, Evidence
from sayso.reconcile.copies.direction import supplier
from sayso.reconcile.statements import Reading, Statement

HELD = 0.5  # share of an item's words that must stand in a passage
SAME = 60  # likeness (0–100) of two statements in one passage from which they are one

Item = TypeVar("Item", Statement, Reading)


def traced_statements(said: Sequence[Statement], copies: Sequence[Copy]) -> list[Statement]:
    """The statements, each with the key of the one whose word it is once copies are followed."""
    return _traced(said, copies, lambda s: (s.start, s.end), _alike)


def traced_readings(readings: Sequence[Reading], copies: Sequence[Copy]) -> list[Reading]:
    """The figures, each with the key of the one whose word it is once copies are followed."""
    return _traced(readings, copies, lambda r: (r.figure.start, r.figure.end), _equal)


def _alike(one: Statement, other: Statement) -> float:
    likeness = ratio(one.text, other.text)
    return likeness if likeness >= SAME else 0


def _equal(one: Reading, other: Reading) -> float:
    same = one.figure.measure == other.figure.measure and one.figure.unit == other.figure.unit
    return ratio(one.figure.quote, other.figure.quote) + 1 if same and one.bounds == other.bounds else 0


def _traced(
    items: Sequence[Item],
    copies: Sequence[Copy],
    place: Callable[[Item], tuple[int, int]],
    likeness: Callable[[Item, Item], float],
) -> list[Item]:
    by_report: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_report[item.report.id].append(item)

    def within(evidence: Evidence) -> list[Item]:
        return [item for item in by_report.get(evidence.report, ()) if _held(place(item), evidence)]

    parent: dict[int, Item] = {id(item): item for item in items}

    def root(item: Item) -> Item:
        while parent[id(item)] is not item:
            item = parent[id(item)]
        return item

    for copy in copies:
        for passage in copy.passages:
            there = within(passage.there)
            for mine in within(passage.here) if there else ():
                best = max(there, key=lambda theirs: likeness(mine, theirs))
                if likeness(mine, best) > 0:
                    first, last = sorted((root(mine), root(best)), key=lambda item: item.order)
                    parent[id(last)] = first
    groups: dict[int, list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.order):
        groups[id(root(item))].append(item)
    keys = {first: _whose(group) for first, group in groups.items()}
    return [replace(item, traced=keys[id(root(item))]) for item in items]


def _held(place: tuple[int, int], passage: Evidence) -> bool:
    common = min(place[1], passage.end) - max(place[0], passage.start)
    return common >= HELD * (place[1] - place[0])


def _whose(group: Sequence[Item]) -> str:
    """The key of the first of them whom it credits by a name; else of the first, or of whoever supplied its text."""
    # A key that begins with the report's id is of somebody who is only described there ("an official").
    named = next((i.native for i in group if i.actor and not i.native.startswith(f"{i.report.id}:")), None)
    first = group[0]
    supplied = supplier(first.report) if first.origin is None else None
    return named or (f"outlet:{supplied}" if supplied else first.native)
