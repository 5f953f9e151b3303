from __future__ import annotations

from sayso.language.read import annotate
from sayso.model import Event, Report
from sayso.model.report import Stretch
from sayso.reconcile import reconcile
from sayso.reconcile.datelines import town
from sayso.reconcile.events.happening import one_day, stems


def _events(*texts: str, headline: str | None = None, published: str = "2031-03-04T20:00:00Z") -> list[Event]:
    reports = [
        Report(id=f"r{n}", text=text, outlet=f"Outlet {n}", published=published, headline=headline)
        for n, text in enumerate(texts)
    ]
    return list(reconcile(reports, [annotate(report) for report in reports]).events)


def test_a_span_is_no_day_and_a_night_is_one() -> None:
    assert one_day("2031-03-01/2031-03-31") is None
    assert one_day("2031-03-04T18:00/2031-03-05T00:00") == "2031-03-04"
    assert one_day("2031-03-04T20:00/2031-03-05T06:00") == "2031-03-04"
    assert one_day("2031-03-04T12:00/2031-03-07") is None
    assert one_day("2031-03") is None and one_day(None) is None


def test_the_first_day_of_a_period_is_not_the_day_of_an_event() -> None:
    text = (
        "Rockets killed two people in the port of Sarnholt on Tuesday, the fire service said. "
        "It was the 12th attack on the port of Sarnholt in the past 30 days."
    )
    assert {event.when for event in _events(text)} == {"2031-03-04"}


def test_the_month_is_no_march_and_the_fire_service_no_fire() -> None:
    text = "On Tuesday, 4 March, nine people died when a bus overturned near Sarnholt, the fire service said."
    assert [event.type for event in _events(text)] == ["transport-accident"]


def test_one_deed_at_a_site_and_in_its_town_is_one_event() -> None:
    found = _events(
        "A blast at Lovas hospital, Sarnholt, killed nine people on Tuesday, the fire service said.",
        "Nine people were killed in a blast in Sarnholt on Tuesday, the police said. Three were injured in Sarnholt.",
    )
    assert [event.type for event in found] == ["explosion"]


def test_a_dateline_is_where_it_happened_only_where_nothing_else_is_told() -> None:
    def told(text: str) -> Report:
        line = text.index("An explosion")
        part = Stretch(start=0, end=line, kind="dateline")
        return Report(id="r1", text=text, outlet="Wire", published="2031-03-04T20:00:00Z", parts=(part,))

    alone = told("BORIN, March 4 (Wire) - An explosion killed four workers on Tuesday, the fire service said.")
    other = told("BORIN, March 4 (Wire) - An explosion killed four workers in Sarnholt on Tuesday, police said.")
    assert town([alone]) == "Borin"
    assert [e.place for e in reconcile([alone], [annotate(alone)]).events] == ["Borin"]
    assert [e.place for e in reconcile([other], [annotate(other)]).events] == ["Sarnholt"]


def test_forms_of_a_name_share_a_stem() -> None:
    assert stems("Ubal") == stems("‘Ubāl")


def test_what_a_war_has_cost_is_no_part_of_the_raid_that_a_report_is_about() -> None:
    text = (
        "A raid near Sarnholt killed four people on Tuesday, the fire service said. "
        "More than 9,000 people have been killed since the war began, the Observatory said."
    )
    reports = [Report(id="r", text=text, outlet="Outlet", published="2031-03-04T20:00:00Z")]
    dossier = reconcile(reports, [annotate(report) for report in reports])
    assert {(claim.low, claim.event) for claim in dossier.claims if claim.measure} == {(4, "e1"), (9000, None)}
