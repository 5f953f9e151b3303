"""Figures as news has them: parts of the dead, counts by "time", pairs, brackets, totals that lists go on with."""

from __future__ import annotations

import pytest

from sayso.language.figures import find_figures
from sayso.language.parsing import parse
from sayso.model import Report

Bounds = tuple[str, int | None, int | None]


def bounds(text: str) -> list[Bounds]:
    found = find_figures(Report(id="r", text=text), parse(text), ())
    return [(figure.measure, figure.low, figure.high) for figure in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four of the ship's stokers were among the dead.", [("killed", 4, 4)]),
        ("Two ushers were among the injured.", [("wounded", 2, 2)]),
        ("It was the fourth time that the mill had been shelled since May.", [("attack", 4, 4)]),
        ("The pier was bombed twice on Sunday.", [("attack", 2, 2)]),
        ("A single rocket was launched from the valley.", [("launched", 1, 1)]),
        ("Troops wipe out over 40 raiders", [("killed", 40, None)]),
        ("Six miners hurt in Sunday's blast have died.", [("killed", 6, 6)]),
        ("Governor raises toll of Orsk bridge collapse to 44", [("killed", 44, 44)]),
        ("A mob of about 700 threw stones at the mill.", [("attended", 700, 700)]),
        ("The paper interviewed 19 survivors.", []),
        ("Two officers who took part in the march said that it rained.", []),
        ("Ten survivors questioned by the court heard no siren.", []),
        ("The clinic admitted 19 survivors.", [("hospitalised", 19, 19)]),
        ("The firm acknowledged damage to three trucks.", [("damaged", 3, 3)]),
        ("None of the ushers had a head wound.", [("wounded", 0, 0)]),
        ("The surgeon helped to treat two wounded foreigners.", [("wounded", 2, 2)]),
        ("Raiders burned 63 of the village's 110 huts.", [("destroyed", 63, 63)]),
        ("All but 30 of the village's 180 huts were burnt.", [("destroyed", 150, 150)]),
        ("Vandals set fire to three trucks.", [("destroyed", 3, 3)]),
        ("Twenty-six people were wounded, eleven by splinters.", [("wounded", 26, 26), ("wounded", 11, 11)]),
        ("They have seized one ship, sunk two others.", [("captured", 1, 1), ("destroyed", 2, 2)]),
        ("Casualties: 18 killed, 32 injured.", [("killed", 18, 18), ("wounded", 32, 32)]),
        ("Since then more than 7,000 have fled.", [("displaced", 7000, None)]),
        ("The lab has so far been able to verify 12 deaths.", [("killed", 12, 12)]),
    ],
)
def test_a_figure(text: str, expected: list[Bounds]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eighteen people were killed (nine children, six women, three men) and 32 injured.",
            [("killed", 18, 18), ("killed", 9, 9), ("killed", 6, 6), ("killed", 3, 3), ("wounded", 32, 32)],
        ),
        (
            "The staff said 12 raiders were killed and 30 captured; a day earlier it had spoken of nine and 22.",
            [("killed", 12, 12), ("captured", 30, 30), ("killed", 9, 9), ("captured", 22, 22)],
        ),
        (
            "The navy said that 40 of 52 rockets were shot down. The institute puts the number at between 25 and 30.",
            [("intercepted", 40, 40), ("launched", 52, 52), ("intercepted", 25, 30)],
        ),
        (
            "The number of injured has risen to 14 villagers and 23 police.",
            [("wounded", 14, 14), ("wounded", 23, 23)],
        ),
        (
            "Its losses amounted to 350 servicemen and four tanks.",
            [("killed", 350, 350), ("destroyed", 4, 4)],
        ),
        ("The union counts nine dead, Orsk two.", [("killed", 9, 9), ("killed", 2, 2)]),
        ("The mayor said two miners had died, then three.", [("killed", 2, 2), ("killed", 3, 3)]),
        (
            "The mayor said two miners had died. In the evening he raised that to three.",
            [("killed", 2, 2), ("killed", 3, 3)],
        ),
        ("The mayor spoke of six dead, the miners of 31.", [("killed", 6, 6), ("killed", 31, 31)]),
        ("Of the 18 dead, seven were children.", [("killed", 18, 18), ("killed", 7, 7)]),
        ("They brought in 32 wounded and lost three of them.", [("wounded", 32, 32), ("killed", 3, 3)]),
    ],
)
def test_numbers_that_lean_on_others(text: str, expected: list[Bounds]) -> None:
    assert bounds(text) == expected


def test_weapons_are_destroyed_on_the_ground_and_intercepted_in_the_air() -> None:
    assert bounds("The strike on the workshop destroyed 60 drones.") == [("destroyed", 60, 60)]
    assert bounds("Air defences destroyed 60 drones overnight.") == [("intercepted", 60, 60)]


@pytest.mark.parametrize(
    "text",
    [
        "No bomb was dropped on the village.",
        "Most of its 2,000 inhabitants fled.",
        '"They told us to stay," said one of them.',
        "Two bombs exploded in the port.",
        "The choir was taken to three hospitals.",
        "A judge said how the two had died was unclear.",
    ],
)
def test_no_figure(text: str) -> None:
    assert bounds(text) == []
