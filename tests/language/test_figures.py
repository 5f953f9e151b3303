"""Figures read from whole sentences: measure, bounds, qualifier, unit, parts, mode and anchor."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.figures import find_figures
from sayso.language.parsing import parse
from sayso.model import Anchor, Attribution, Figure, Link, Report, Source, Stretch

Bounds = tuple[str, int | None, int | None]


def figures(text: str, **fields: object) -> tuple[Figure, ...]:
    report = Report.model_validate({"id": "r", "text": text, **fields})
    return find_figures(report, parse(text), ())


def bounds(text: str) -> list[Bounds]:
    return [(figure.measure, figure.low, figure.high) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gale killed 30 sailors.", ("killed", 30, 30)),
        ("The gale killed at least 30 sailors.", ("killed", 30, None)),
        ("The gale killed up to 30 sailors.", ("killed", None, 30)),
        ("The gale killed fewer than five sailors.", ("killed", None, 5)),
        ("The gale killed between 20 and 25 sailors.", ("killed", 20, 25)),
        ("The gale killed two or three sailors.", ("killed", 2, 3)),
        ("The gale killed nearly 30 sailors.", ("killed", 30, 30)),
        ("The gale killed a dozen sailors.", ("killed", 12, 12)),
        ("The gale killed several sailors.", ("killed", None, None)),
        ("The gale killed dozens.", ("killed", None, None)),
        ("The gale killed nobody.", ("killed", 0, 0)),
        ("The gale caused no casualties.", ("casualties", 0, 0)),
        ("The gale killed one hundred and sixteen sailors.", ("killed", 116, 116)),
        ("The gale displaced 1.5 million people.", ("displaced", 1_500_000, 1_500_000)),
        ("The gale displaced 2,50,000 people.", ("displaced", 250_000, 250_000)),
        ("The gale displaced 3.5 lakh people.", ("displaced", 350_000, 350_000)),
        ("The gale displaced a quarter of a million people.", ("displaced", 250_000, 250_000)),
        ("The gale killed a score of sailors.", ("killed", 20, 20)),
        ("The gale killed forty-odd sailors.", ("killed", 40, 40)),
        ("The gale killed 40 sailors at most.", ("killed", None, 40)),
        ("The toll went up to 40.", ("killed", 40, 40)),
        ("All but four of the 30 sailors drowned.", ("killed", 26, 26)),
        ("Three-quarters of the 40 sailors drowned.", ("killed", 30, 30)),
    ],
)
def test_bounds(text: str, expected: Bounds) -> None:
    assert bounds(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour master is 61.",
        "Ilva Sorn, 61, a net maker, watched.",
        "The 14th Rifles held the quay.",
        "An S-200 stood by the quay.",
        "The quay is 300 metres long.",
        "Killings have dropped from 40 a month to 12.",
        "Some 70 convicts have gone on hunger strike.",
        "The ferry had 140 passengers aboard.",
        "The storm could kill hundreds.",
        "The general promised to destroy 40 tanks.",
        "The storm began at six on 4 May.",
        "Repairs cost 12 million crowns.",
        "No one knows why the alarm failed.",
        "Turnout fell by 11 per cent.",
        "If nine had drowned, the court would have met.",
        "Two in every five villagers have fled.",
        "All but one of the lamps went out.",
        "The court sentenced 12 stokers to death.",
        "The barge lost nine crates in the gale, but all 12 sailors are safe.",
        "Most of those arrested were under 18.",
        "The differences between the two captains are striking.",
        "The four harbour boards demonstrated that the quay was sound.",
        "The wives of two sailors were killed.",
        "About 90 sailors a year drown off the cape.",
        "The academy admitted 300 sailors this autumn.",
        "Trade pulled millions of fishermen out of poverty.",
        "The inspector found a dozen tax violations.",
        "Both President Sorn and Mayor Vell survived the scandal.",
        "They spoke of the 2014 raids.",
        "The last two raids were alike.",
        "A gale cut the lines and 900 homes lost power.",
    ],
)
def test_numbers_that_are_no_figures(text: str) -> None:
    assert bounds(text) == []


def test_a_list_gives_a_figure_for_each_item() -> None:
    text = "The column lost 30 soldiers, four lorries, a launcher and a pickup truck."
    assert bounds(text) == [("killed", 30, 30), ("destroyed", 4, 4), ("destroyed", 1, 1), ("destroyed", 1, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three were killed in Orsk and 12 in Port Kolm.", [("killed", 3, 3), ("killed", 12, 12)]),
        ("The toll by parish: Orsk 14, Port Kolm 9.", [("killed", 14, 14), ("killed", 9, 9)]),
        ("Bandits clubbed two herders to death.", [("killed", 2, 2)]),
        ("Raiders took 12 schoolgirls into the forest.", [("captured", 12, 12)]),
        ("Another five were moved to the burns unit.", [("hospitalised", 5, 5)]),
        ("Nine T-72s and a bridge were destroyed.", [("destroyed", 9, 9), ("destroyed", 1, 1)]),
        ("Two died, bringing to 41 the number of dead.", [("killed", 2, 2), ("killed", 41, 41)]),
        ("Six stokers were hurt, none badly.", [("wounded", 6, 6)]),
        ("Of the 40 pickets arrested, 12 have been sent home.", [("detained", 40, 40)]),
        ("A mission of monitors recorded 12 raids in May.", [("attack", 12, 12)]),
        ("The squall claimed 14 lives.", [("killed", 14, 14)]),
        (
            "The squall hurt 30 sailors, including nine cadets and two cooks.",
            [("wounded", 30, 30), ("wounded", 9, 9), ("wounded", 2, 2)],
        ),
        ("The clinic admitted 30 sailors.", [("hospitalised", 30, 30)]),
        ("FOUR DEAD IN QUAY BLAST Nine stokers were arrested at dawn.", [("killed", 4, 4), ("detained", 9, 9)]),
        ("She is the ninth nurse to be killed since May.", [("killed", 9, 9)]),
        (
            "The guild says 900 marched; the police say fewer than 300 did.",
            [("attended", 900, 900), ("attended", None, 300)],
        ),
    ],
)
def test_constructions(text: str, expected: list[Bounds]) -> None:
    assert bounds(text) == expected


def test_a_part_that_was_let_go_is_no_figure() -> None:
    assert bounds("Police arrested 40 strikers, 11 of whom have been released.") == [("detained", 40, 40)]


def test_two_verbs_give_two_figures() -> None:
    assert bounds("The raiders killed 12 guards and burned down three barns.") == [
        ("killed", 12, 12),
        ("destroyed", 3, 3),
    ]


def test_a_total_moves_from_one_number_to_another() -> None:
    assert bounds("The death toll was cut from 19 to 17.") == [("killed", 19, 19), ("killed", 17, 17)]


def test_a_part_names_its_whole() -> None:
    whole, part = figures("Police arrested 40 strikers, six of them women.")
    assert (whole.low, part.low) == (40, 6)
    assert part.part_of == whole.id
    assert whole.part_of is None


def test_a_bare_number_takes_up_the_talk() -> None:
    assert bounds("The ministry says 47 men were detained. The lawyers say 90.") == [
        ("detained", 47, 47),
        ("detained", 90, 90),
    ]


def test_drones_brought_down_are_intercepted() -> None:
    launched, brought_down = figures("The enemy launched 12 drones; air defence brought down ten of them.")
    assert (launched.measure, launched.unit) == ("launched", "drone")
    assert (brought_down.measure, brought_down.unit) == ("intercepted", "drone")


def test_deaths_among_somebody_are_theirs() -> None:
    (figure,) = figures("There were five deaths among the workers.")
    assert (figure.measure, figure.of_whom) == ("killed", "workers")


def test_one_behind_that_counts_and_that_one_does_not() -> None:
    assert bounds("He said that one soldier had been wounded.") == [("wounded", 1, 1)]
    assert bounds("The shell killed that one soldier.") == []


def test_units_and_of_whom() -> None:
    (figure,) = figures("Shelling damaged 14 wooden houses.")
    assert (figure.unit, figure.of_whom) == ("building", "wooden houses")


def test_qualifiers_are_kept() -> None:
    assert [f.qualifier for f in figures("At least six drowned. Dozens were hurt. Seven were saved.")] == [
        "at least",
        "dozens",
        None,
    ]


def test_an_earlier_year_is_historical() -> None:
    past, now = figures("In 1987 a flood killed 40 people. On Monday five died.", published="2026-03-02")
    assert (past.mode, now.mode) == ("historical", "actual")


@pytest.mark.parametrize(
    ("day", "mode"), [("On 3 March 2024", "actual"), ("On March 3, 2024", "actual"), ("In 2024", "historical")]
)
def test_a_report_without_a_date_tells_of_the_last_year_that_it_dates_to_the_day(day: str, mode: str) -> None:
    past, now = figures(f"In 1987 a flood killed 40 people. {day} a flood killed five people.", published=None)
    assert (past.mode, now.mode) == ("historical", mode)


def test_furniture_is_skipped() -> None:
    text = "Five people died.\nSeven people died in another story."
    notice = Stretch(start=text.index("Seven"), end=len(text), kind="furniture")
    assert [f.low for f in figures(text, parts=[notice.model_dump()])] == [5]


def test_the_innermost_attribution_is_credited() -> None:
    text = "The mayor said the coroner had counted nine dead. Three are missing."
    outer = _attribution("a1", text, "the coroner had counted nine dead", "the mayor")
    inner = _attribution("a2", text, "nine dead", "the coroner")
    nine, three = find_figures(Report(id="r", text=text), parse(text), (outer, inner))
    assert (nine.said_by, nine.attribution) == ("the coroner", "a2")
    assert (three.said_by, three.attribution) == (None, None)


def test_ids_are_of_the_report_and_in_order() -> None:
    assert [f.id for f in figures("Five died. Six were hurt.")] == ["r:f1", "r:f2"]


def test_capitals_and_no_full_stop() -> None:
    assert bounds("NINE KILLED IN QUARRY BLAST") == [("killed", 9, 9)]


WORDS = st.sampled_from(
    "the a of 12 30 dead killed wounded people at least more than not no one and , . “ ” ( ) - – said toll rose to "
    "from including them soldiers dozens 5.40 2019 may had been were children \n another both without".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80))
def test_any_text_is_read_and_every_anchor_fits(text: str) -> None:
    found = figures(text)
    for figure in found:
        figure.check(text)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    assert found == figures(text)


def _attribution(name: str, text: str, content: str, source: str) -> Attribution:
    start = text.index(content)
    return Attribution(
        id=name,
        report="r",
        source=Source(name=source),
        cue=(),
        content=(Anchor.of(text, start, start + len(content)),),
        chain=(Link(name=source, role="origin"),),
        quotation="indirect",
        stance="asserts",
        distanced=False,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The raiders eliminated 20 guards, two lorries and five barges.",
            [("killed", 20, 20), ("destroyed", 2, 2), ("destroyed", 5, 5)],
        ),
        ("The fleet lost 30 men killed and wounded.", [("casualties", 30, 30)]),
        ("Some 500 villagers had been moved out of the valley.", [("evacuated", 500, 500)]),
        ("The fleet did not lose a single barge.", [("destroyed", 0, 0)]),
        ("Third raid on pier in a week", [("attack", 3, 3)]),
    ],
)
def test_losses_of_men_and_things(text: str, expected: list[Bounds]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three soldiers were killed in a training exercise.", [("killed", 3, 3)]),
        ("Nine people were shot dead in a cinema during a film.", [("killed", 9, 9)]),
        ("In her new film 300 sailors drown.", []),
        ("In Sunday's drill 300 villagers were evacuated.", []),
        ("There were 14 deaths last year.", [("killed", 14, 14)]),
        ("The province had 31 homicides, against 18 in the capital.", [("killed", 31, 31), ("killed", 18, 18)]),
        ("Police foiled two planned attacks on the port.", []),
        ("The army carried out two attacks using drones on the depot.", [("attack", 2, 2)]),
        ("The kingdom has taken in 12,000 refugees.", []),
        ("The crowd was smaller on Tuesday, just 200 people.", [("attended", 200, 200)]),
        ("Two brothers, Oran Vell, 19, and his brother Tam, 17, who were burned, spoke.", [("wounded", 2, 2)]),
        ("A plane with 62 on board crashed.", []),
        ("Hundreds of fans streamed out of the stadium.", []),
    ],
)
def test_kinds_that_real_news_showed(text: str, expected: list[Bounds]) -> None:
    assert bounds(text) == expected
