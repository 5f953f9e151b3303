"""The charts beside the disputed figures: time line, revisions, flow and map."""

from __future__ import annotations

import re
from typing import Any

import pytest
from conftest import seen
from hostile import HOSTILE
from lxml import html
from whole import whole

from sayso.dossier.page.charts import chart
from sayso.dossier.page.charts.draw import frame
from sayso.dossier.page.geography import Area, apart, area, circle, countries
from sayso.dossier.page.spans import span
from sayso.model import Copy, Dossier, Place
from sayso.model.dossier import SharedPassage


def page(dossier: Dossier) -> Any:
    return html.document_fromstring(whole(dossier))


def drawn(tree: Any, part: str) -> Any:
    (wide,) = tree.xpath(f"//section[@aria-labelledby='{part}']//div[contains(@class, 'wide-only')]")
    return wide


def placed(dossier: Dossier, **fields: Any) -> Dossier:
    """The dossier with its event's place resolved."""
    spot = {"country": "KE", "region": "Coast", "latitude": -4.05, "longitude": 39.67, "precision": 1, **fields}
    (place,) = dossier.places
    return dossier.model_copy(update={"places": (place.model_copy(update=spot),)})


def test_the_time_line_has_what_happened_before_what_was_said(dossier: Dossier) -> None:
    wide = drawn(page(dossier), "time")
    names = wide.xpath(".//*[@class='name_marks']/text/text()")
    assert names == ["Blast at Port Ambel", "Harbour Echo", "The Ambel Times"]
    # A day is a bar; a minute has a point too.
    assert len(wide.xpath(".//*[@class='span_marks']/path")) == 3
    assert len(wide.xpath(".//*[@class='at_marks']/path")) == 1


def test_events_of_one_name_and_day_have_one_row(dossier: Dossier) -> None:
    twins = tuple(event.model_copy(update={"id": f"{event.id}b"}) for event in dossier.events)
    doubled = dossier.model_copy(update={"events": (*dossier.events, *twins)})
    names = ".//*[@class='name_marks']/text/text()"
    assert drawn(page(doubled), "time").xpath(names) == drawn(page(dossier), "time").xpath(names)


@pytest.mark.parametrize("last", ["2031-05-08", "2031-06-20", "2044-05-08"])
def test_a_figure_revised_over_years_has_no_tick_for_every_day(dossier: Dossier, last: str) -> None:
    later = dossier.reports[1].model_copy(update={"published": last})
    wide = drawn(
        page(dossier.model_copy(update={"reports": (dossier.reports[0], later, dossier.reports[2])})), "changed"
    )
    axes = wide.xpath(".//*[contains(@class, 'role-axis')]")
    assert 1 < max(len(axis.xpath(".//text")) for axis in axes) <= 8


def test_a_revised_figure_is_drawn_as_steps_that_lead_to_the_words(dossier: Dossier) -> None:
    tree = page(dossier)
    wide = drawn(tree, "changed")
    links = {a.get("aria-label"): a.get("href") for a in wide.xpath(".//a")}
    assert links["Ambel harbour board: 12 or more"] == "#f1"
    assert links["Ambel harbour board: 9"] == "#f4"
    # One line for each origin; the board's goes level, then down.
    assert len(wide.xpath(".//*[@class='step_marks']/path")) == 2


def test_a_copy_hangs_on_what_it_copies(dossier: Dossier) -> None:
    shared = SharedPassage(here=seen("wire", "Several people"), there=seen("harbour", "12 bodies"))
    copy = Copy(report="wire", of="harbour", kind="copy", told_by="time", share=0.9, share_of=0.4, passages=(shared,))
    tree = page(dossier.model_copy(update={"copies": (copy,)}))
    section = tree.xpath("//section[@aria-labelledby='origins']")[0]
    assert "Daily Ambel is a copy of Harbour Echo 90 % of its words" in " ".join(section.text_content().split())
    wide = drawn(tree, "origins")
    assert wide.xpath(".//*[contains(@class, 'way_marks')]/path[@stroke='var(--alarm)']")


def test_the_map_shows_an_area_over_outlines(dossier: Dossier) -> None:
    wide = drawn(page(placed(dossier)), "map")
    (link,) = wide.xpath(".//a")
    assert link.get("aria-label") == "Port Ambel: a settlement"
    assert len(wide.xpath(".//*[@class='land_marks']/path")) >= 2  # Kenya and Tanzania at the least
    assert wide.xpath(".//*[contains(@class, 'place_name')]/text/text()") == ["1 Port Ambel"]


def test_the_map_names_the_countries_that_it_shows(dossier: Dossier) -> None:
    wide = drawn(page(placed(dossier)), "map")
    names = wide.xpath(".//*[contains(@class, 'country_name')]/text/text()")
    assert "KENYA" in names
    assert "FRANCE" not in names


def test_a_state_is_shaded_whole(dossier: Dossier) -> None:
    wide = drawn(page(placed(dossier, precision=6, latitude=1.0, longitude=38.0)), "map")
    assert wide.xpath(".//*[@class='within_marks']/path")
    assert not wide.xpath(".//*[@class='area_marks']")


def test_a_place_that_no_gazetteer_has_is_on_no_map(dossier: Dossier) -> None:
    assert not page(dossier).xpath("//section[@aria-labelledby='map']")


def test_a_name_that_most_mentions_leave_open_is_on_no_map(dossier: Dossier) -> None:
    known = placed(dossier)
    (place,) = known.places
    others = tuple(place.model_copy(update={"id": f"q{n}", "latitude": None, "longitude": None}) for n in range(2))
    assert not page(known.model_copy(update={"places": (place, *others)})).xpath("//section[@aria-labelledby='map']")


def test_a_region_reaches_as_far_as_its_settlements() -> None:
    text = "Ohio"
    ohio = Place.of(
        text,
        0,
        4,
        id="p",
        report="r",
        name="Ohio",
        country="US",
        region="Ohio",
        latitude=40.0,
        longitude=-82.5,
        precision=4,
    )
    found = area(ohio)
    assert found is not None
    assert 120 < found.km < 300


def test_a_circle_keeps_its_distance_everywhere() -> None:
    centre = Area(70.0, 179.9, 50, None, "")
    ring = circle(centre)["geometry"]["coordinates"][0]
    assert all(abs(apart(centre, Area(lat, lon, 0, None, "")) - 50) < 0.2 for lon, lat in ring)


@pytest.mark.parametrize(
    ("latitude", "longitude", "code"), [(-17.7, 179.9, "FJ"), (50.4, 30.5, "UA"), (64.1, -21.9, "IS")]
)
def test_countries_near_a_point_are_found(latitude: float, longitude: float, code: str) -> None:
    near = countries(Area(latitude, longitude, 0, None, ""), 200)
    shapes = near["objects"]["countries"]["geometries"]
    assert code in {shape["id"] for shape in shapes}
    assert len(near["arcs"]) < 700


@pytest.mark.parametrize(
    ("value", "hours"),
    [
        ("2031-05-06", 24),
        ("2031-05", 31 * 24),
        ("2031", 365 * 24),
        ("2031-05-06/2031-05-07", 48),
        ("2031-05-06T09:30", 1 / 60),
    ],
)
def test_a_time_is_as_long_as_it_is_uncertain(value: str, hours: float) -> None:
    found = span(value)
    assert found is not None
    assert (found.end - found.start).total_seconds() / 3600 == pytest.approx(hours)


@pytest.mark.parametrize(
    "value", [None, "", "../2031-05-06", "soon", "2031-13-40", "9999-12-31", "2031-05-07/2031-05-06"]
)
def test_a_time_that_is_none_has_no_length(value: str | None) -> None:
    assert span(value) is None


def test_nothing_of_a_chart_acts_or_leads_off_the_page() -> None:
    def spec(width: int) -> Any:
        text = {"type": "text", "url": "https://example.org/x", "fill": "url(#x)"}
        encoding = {"text": {"field": "t"}, "href": {"field": "h"}, "description": {"field": "t"}}
        values = [{"t": HOSTILE + "\x1b\ufffe\ud800", "h": h} for h in ("https://example.org/", "#f1")]
        return frame(width, 50, [{"mark": text, "encoding": encoding}], data={"values": values})

    svg = str(chart(spec, "").wide)
    tree = html.fragment_fromstring(svg)
    assert tree.xpath("//@href") == ["#f1"]
    assert not tree.xpath("//script | //image | //@style | //@onclick")
    assert not re.search("example|url\\(|\x1b|\u202e", svg)
    assert "<script" not in svg


@pytest.mark.slow
def test_any_character_of_the_basic_plane_can_be_drawn() -> None:
    """What the library cannot hold aborts the whole process, so each character is tried."""
    every = [chr(code) for code in range(0x10000)]
    for start in range(0, len(every), 8192):
        rows = ["".join(every[at : at + 64]) for at in range(start, start + 8192, 64)]

        def spec(width: int, rows: list[str] = rows) -> Any:
            encoding = {"text": {"field": "t"}, "description": {"field": "t"}}
            return frame(width, 50, [{"mark": "text", "encoding": encoding}], data={"values": [{"t": r} for r in rows]})

        assert "<text" in chart(spec, "").narrow
