"""Whose "Defence Ministry" a report means that does not say whose it is."""

from __future__ import annotations

from pathlib import Path

from sayso.model import Report
from sayso.readers import read
from sayso.reconcile.cast import Naming, cast
from sayso.reconcile.cast.sides import sides

OSLO = "Ships turned back\n\nOslo, June 13, NoPA. Norwegian boats had turned back, the Defence Ministry said. Norway will protest.\n"
STOCKHOLM = "Ships went on\n\nSTOCKHOLM, June 13 (SwPA) - Swedish boats went on, the Defence Ministry said. Sweden will not protest.\n"
BOTH = "Two accounts\n\nOSLO, June 14 (Wire) - Sweden's defence ministry denied it. Norway and Norwegian boats waited, the defence ministry said.\n"


def _reports(folder: Path, *texts: str) -> list[Report]:
    for number, text in enumerate(texts):
        (folder / f"r{number}.txt").write_text(text, encoding="utf-8")
    return [report for report in read([str(folder)]) if isinstance(report, Report)]


def test_a_bare_ministry_is_that_of_the_state_whose_capital_the_dateline_names(tmp_path: Path) -> None:
    reports = _reports(tmp_path, OSLO, STOCKHOLM)
    found = cast(reports, [Naming(report.id, "the Defence Ministry") for report in reports])
    sides(reports, found.members, [])
    assert [found.by_naming[r.id, "the Defence Ministry"].side for r in reports] == ["Norway", "Sweden"]


def test_it_is_the_actor_that_another_report_names_in_full(tmp_path: Path) -> None:
    reports = _reports(tmp_path, OSLO, STOCKHOLM)
    namings = [Naming(reports[0].id, "the Defence Ministry"), Naming(reports[1].id, "Norway's defence ministry")]
    assert len(cast(reports, namings).members) == 1


def test_a_short_form_of_what_the_report_names_in_full_is_left_alone(tmp_path: Path) -> None:
    reports = _reports(tmp_path, BOTH)
    namings = [Naming(reports[0].id, "Sweden's defence ministry"), Naming(reports[0].id, "the defence ministry")]
    assert [m.state for m in cast(reports, namings).members] == ["Sweden"]


def test_a_foreign_dateline_says_nothing(tmp_path: Path) -> None:
    text = "Ships turned back\n\nPARIS, June 13 (Wire) - Norwegian boats had turned back, the Defence Ministry said.\n"
    reports = _reports(tmp_path, text)
    assert [m.state for m in cast(reports, [Naming(reports[0].id, "the Defence Ministry")]).members] == [None]
