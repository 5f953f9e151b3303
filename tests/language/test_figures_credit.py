"""Whose word a figure is, beyond the words that an attribution holds; on sentences of our own."""

from __future__ import annotations

import pytest

from sayso.language.read import annotate
from sayso.model import Report


def credited(text: str) -> list[tuple[int | None, str | None]]:
    return [(f.low, f.said_by) for f in annotate(Report(id="r", text=text)).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eleven people died, the rescue service said on Tuesday, when a bus fell into the gorge, injuring 30 others.",
            [(11, "the rescue service"), (30, "the rescue service")],
        ),
        (
            "The army said that its guns had replied and killed 25 raiders. Four of its own men were wounded.",
            [(25, "The army"), (4, "The army")],
        ),
        (
            "Fourteen people died in the fire, the ministry says. The hospital gave the same figure.",
            [(14, "the ministry"), (14, "The hospital")],
        ),
        ("The bishop condemned the raid in which 14 farmers died.", [(14, None)]),
        ("The consul praised the crew that rescued 31 passengers.", [(31, None)]),
        ("The union announced the deaths of four of its drivers.", [(4, "The union")]),
        (
            "Nobody agrees on how many are missing. Tamsay Ferries, going by its manifest, says two.",
            [(2, "Tamsay Ferries")],
        ),
        (
            "The toll is no clearer. The governor put it at 26 on Wednesday.",
            [(26, "The governor")],
        ),
        (
            "Twelve houses had been hit since dawn, said the prefect; on the Friday nine had been destroyed.",
            [(12, "the prefect"), (9, "the prefect")],
        ),
        (
            "Nineteen people are confirmed dead, the ministry announced on Tuesday. Thirty-one are missing.",
            [(19, "the ministry"), (31, "the ministry")],
        ),
        (
            "Units suffered two dead along the river, the staff said in a bulletin. Enemy losses were put at 40 killed.",
            [(2, "the staff"), (40, "the staff")],
        ),
        (
            "A landslide killed 14 people, police said. Last year 60 people died in the same valley.",
            [(14, "police"), (60, None)],
        ),
        (
            "He visited the village of Ulm, where, according to the district council, 11 houses were damaged.",
            [(11, "the district council")],
        ),
        (
            "Four miners are now known to have died and 16 are still missing, the governor of Tellow announced on Sunday.",
            [(4, "the governor of Tellow"), (16, "the governor of Tellow")],
        ),
        ("There were 17 wounded, said the police union, not 23.", [(17, "the police union")]),
        ("08:15 WARNING from a pilot: bridge is down, 5 dead", [(5, "a pilot")]),
    ],
)
def test_a_statement_goes_on(text: str, expected: list[tuple[int, str]]) -> None:
    assert credited(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The general denied responsibility for the shelling that left 15 villagers dead.",
        "The company blamed the pilots for the crash, which killed 88 people.",
        "The minister promised an inquiry. Fourteen people died when the stand fell.",
        "“We are in mourning,” the mayor said. Eleven people were killed in the fire.",
    ],
)
def test_what_the_report_says_itself_is_nobody_elses(text: str) -> None:
    assert [by for _, by in credited(text)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union's count of the dead is 12; the company's is nine.", [(12, "The union"), (9, "the company")]),
        ("Led by soldiers, I counted seven wrecked tanks on the road on Tuesday.", [(7, None)]),
        ("The bomb that killed nine people was hidden in a cart, the police said.", [(9, None)]),
        ("The union says 52 died. The clinic counts 19.", [(52, "The union"), (19, "The clinic")]),
        ("The union put the toll at 40, twice the official figure of 20.", [(40, "The union"), (20, "officials")]),
        ("The union counted 12 dead, the company nine.", [(12, "The union"), (9, "the company")]),
        (
            "Eight sailors drowned according to the port, and eleven according to the owners.",
            [(8, "the port"), (11, "the owners")],
        ),
        (
            "The prefect confirmed the ministry's figure of 16 dead and called the opposition's 40 a guess.",
            [(16, "the ministry"), (40, "the opposition")],
        ),
        ("The survivors, a woman and her son, nine, were taken to a clinic where two had died.", [(2, None)]),
    ],
)
def test_a_bare_number_is_whose_it_stands_beside(text: str, expected: list[tuple[int, str | None]]) -> None:
    assert credited(text) == expected
