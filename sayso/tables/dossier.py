"""A table and its mapping to the dossier: rows to reports, reports to events, their figures to claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import sayso
from sayso import knowledge
from sayso.model import Actor, Claim, Dossier, Event, ReportEntry, Story, Versions
from sayso.reconcile.policies import check
from sayso.tables.claims import claims
from sayso.tables.linking import link
from sayso.tables.mapping import Mapping, load
from sayso.tables.rows import Row, read_rows
from sayso.tables.setting_out import SetOut, set_out
from sayso.tables.sheet import Sheet, read_sheet
from sayso.tables.telling import event

POLICY = "ucdp"  # what users of coders' tables go by


def import_table(table: Path, mapping: Path, *, policy: str = POLICY) -> Dossier:
    """The dossier of a table of reports.

    Rows that cannot be read are in its `unread`. The result depends on what the rows say, not on their order. Raises
    TableError where the table or the mapping cannot be used, PolicyError for an unknown counting policy.
    """
    check(policy)
    sheet = read_sheet(table)
    return of_sheet(sheet, load(mapping, sheet.columns), policy=policy)


def of_sheet(sheet: Sheet, mapping: Mapping, *, policy: str = POLICY) -> Dossier:
    """The dossier of a table that was read."""
    rows, unread = read_rows(sheet, mapping)
    told = {row.id: set_out(row, sheet.name, zeros=mapping.zeros == "counted") for row in rows}
    groups = sorted(link(rows, mapping.threshold), key=_first)
    stories, of_group = _stories(groups, Path(sheet.name).stem)
    happened: list[Event] = []
    found: list[Claim] = []
    for number, (members, story) in enumerate(zip(groups, of_group, strict=True), 1):
        together = [told[row.id] for row in sorted(members, key=lambda row: _date(told[row.id]))]
        happened.append(event(f"e{number}", story, together))
        found += claims(happened[-1], together, policy)
    ordered = sorted(told.values(), key=_date)
    return Dossier(
        versions=Versions(sayso=sayso.__version__, model="none", knowledge=knowledge.digest()),
        policy=policy,
        reports=tuple(ReportEntry.of(each.report) for each in ordered),
        unread=tuple(sorted(unread, key=lambda u: (u.input, u.reason))),
        attributions=tuple(x for each in ordered for x in each.annotations.attributions),
        figures=tuple(x for each in ordered for x in each.annotations.figures),
        places=tuple(x for each in ordered for x in each.annotations.places),
        times=tuple(x for each in ordered for x in each.annotations.times),
        actors=_actors(rows),
        stories=stories,
        events=tuple(happened),
        claims=tuple(claim.model_copy(update={"id": f"c{n}"}) for n, claim in enumerate(sorted(found, key=_issue), 1)),
    )


def _date(told: SetOut) -> tuple[str, str]:
    return told.report.published or "", told.row.id


def _first(members: Sequence[Row]) -> tuple[str, str]:
    return min((row.first.isoformat(), row.id) for row in members)


def _issue(claim: Claim) -> tuple[bool, int, str, int]:
    """Disputes first, then what most reports carry; events keep their order."""
    assert claim.event is not None
    return "disputed" not in claim.standing, -len(claim.coverage), claim.measure or "", int(claim.event[1:])


def _stories(groups: Sequence[Sequence[Row]], table: str) -> tuple[tuple[Story, ...], list[str]]:
    """The stories by the column that the mapping names, an event in that of most of its rows; else the table is one."""
    names = []
    for members in groups:
        counted = Counter(row.story.text if row.story else table for row in members)
        names.append(min(counted, key=lambda name: (-counted[name], name)))
    ids = {name: f"s{n}" for n, name in enumerate(dict.fromkeys(names), 1)}
    reports: dict[str, list[Row]] = {name: [] for name in ids}
    for members, name in zip(groups, names, strict=True):
        reports[name] += members
    stories = tuple(
        Story(id=ids[name], name=name, reports=tuple(row.id for row in sorted(reports[name], key=_by_day)))
        for name in ids
    )
    return stories, [ids[name] for name in names]


def _by_day(row: Row) -> tuple[str, str]:
    return row.first.isoformat(), row.id


def _actors(rows: Sequence[Row]) -> tuple[Actor, ...]:
    """Those whose word a row says it is."""
    names = sorted({row.said_by.text for row in rows if row.said_by})
    return tuple(Actor(id=f"a{n}", name=name, names=(name,), kind="unknown") for n, name in enumerate(names, 1))
