"""Whose institution a report means that names it without its country: "the Defence Ministry", in a report from Baku."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sayso.model import Report
from sayso.reconcile.cast.kinds import core, kind, knowledge, state_behind, state_of, tokens
from sayso.reconcile.cast.member import Naming
from sayso.reconcile.cast.spelling import as_one, within
from sayso.reconcile.datelines import town

NAMED = 3  # times that a report speaks of the state whose seat its dateline names, the dateline with them


def homes(reports: Sequence[Report]) -> dict[str, str]:
    """Reports to the state that they are written from: that of a state's own outlet, else that whose seat of government
    the dateline names, where the text speaks of that state again and again.
    """
    found = {}
    for report in reports:
        state = state_behind(report.outlet or "") or _of_dateline(report)
        if state:
            found[report.id] = state
    return found


def _of_dateline(report: Report) -> str | None:
    state = state_of(town([report]) or "")
    if state is None:
        return None
    named = sum(state_of(word) == state for word in tokens(report.text) if word[:1].isupper())
    return state if named >= NAMED else None


def whole_names(namings: Iterable[Naming], home: Mapping[str, str]) -> dict[Naming, str]:
    """Bare names of what only states have to the same with the state of their report: "Azerbaijan Defence Ministry".

    Not where the report names one in full ("Armenia's defence ministry"): the bare name may be short for that.
    """
    by_report: dict[str, list[Naming]] = {}
    for naming in namings:
        by_report.setdefault(naming.report, []).append(naming)
    found: dict[Naming, str] = {}
    for report, said in by_report.items():
        names = {as_one(core(naming.name)) for naming in said}
        for naming in said if report in home else ():
            bare = as_one(core(naming.name))
            fuller = any(within(bare, name) for name in names)
            if bare in _of_states() and kind(naming.name) in knowledge().state_kinds and not fuller:
                found[naming] = f"{home[report]} {' '.join(core(naming.name))}"
    return found


@cache
def _of_states() -> frozenset[tuple[str, ...]]:
    return frozenset(as_one(noun.split()) for noun in (*knowledge().of_states_alone, *knowledge().state_nouns))
