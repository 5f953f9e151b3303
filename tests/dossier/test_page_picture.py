from __future__ import annotations

import re
from typing import Any

from lxml import html

from sayso.dossier.ledger import Ledger
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.page.picture import Picture, picture
from sayso.model import Claim, Dossier


def of(dossier: Dossier, claim: Claim) -> Picture:
    ledger = Ledger(dossier)
    return picture(ledger, Anchors(ledger), claim)


def drawn(dossier: Dossier, *bounds: tuple[int | None, int | None]) -> Picture:
    """The picture of a claim on which so many origins have these bounds."""
    claim = dossier.claims[2]
    positions = tuple(
        claim.positions[1].model_copy(update={"low": low, "high": high, "actor": None, "origin": f"origin {n}"})
        for n, (low, high) in enumerate(bounds)
    )
    return of(dossier, claim.model_copy(update={"positions": positions}))


def layer(made: Picture, name: str) -> list[Any]:
    """The marks of one layer of the wide chart."""
    return html.fragment_fromstring(str(made.chart.wide)).xpath(
        f"//*[contains(concat(' ', @class), ' {name}_marks')]/*"
    )


def at(mark: Any) -> float:
    """How far right a mark lies."""
    return float(re.search(r"translate\(([-\d.]+)", mark.get("transform"))[1])  # type: ignore[index]


def ticks(made: Picture) -> list[str]:
    svg = html.fragment_fromstring(str(made.chart.wide))
    return [text.text for text in svg.xpath("//*[contains(@class, 'role-axis-label')]/text")]


def test_a_range_lies_on_the_scale(dossier: Dossier) -> None:
    made = drawn(dossier, (10, 50), (100, 100))
    (ten, hundred), (fifty,) = layer(made, "low"), layer(made, "high")
    assert abs((at(fifty) - at(ten)) / (at(hundred) - at(ten)) - 4 / 9) < 0.01
    assert len(layer(made, "range")) == 1
    assert ticks(made)[0] == "0"
    assert ticks(made)[-1] == "100"


def test_open_bounds_are_arrows_with_room_for_them(dossier: Dossier) -> None:
    made = drawn(dossier, (300, None), (None, 40), (None, None))
    (up,), (down,) = layer(made, "to_right"), layer(made, "to_left")
    assert at(down) < at(layer(made, "high")[0]) < at(layer(made, "low")[0]) < at(up)
    assert len(layer(made, "vague")) == 1


def test_figures_far_apart_share_a_logarithmic_scale(dossier: Dossier) -> None:
    made = drawn(dossier, (3, 3), (20000, 25000), (0, 0))
    assert made.logarithmic
    assert {"1", "10", "1,000"} <= set(ticks(made))
    three, many, nought = (at(mark) for mark in layer(made, "low"))
    assert nought < three < many
    assert not re.search("NaN|Infinity|undefined", made.chart.wide)


def test_nought_alone_has_a_scale(dossier: Dossier) -> None:
    assert ticks(drawn(dossier, (0, 0), (None, None))) == ["0", "1"]


def test_an_origin_has_one_row_with_what_it_said_before(dossier: Dossier) -> None:
    made = of(dossier, dossier.claims[2])
    assert [text.text for text in layer(made, "name")] == ["Ambel harbour board", "Lowland army"]
    assert [text.text for text in layer(made, "value")] == ["9; “several”", "4 to 6"]
    assert "was 12 or more" in [text.text for text in layer(made, "earlier")]
    # What was replaced is hollow, what stands is filled; each leads to its own words.
    assert {mark.get("fill") for mark in layer(made, "low")} == {"var(--sheet)", "var(--k1)", "var(--k2)"}
    (before,) = layer(made, "before")
    assert before.get("aria-label") == "Ambel harbour board, earlier: 12 or more"


def test_who_could_not_verify_has_no_bar_and_no_number(dossier: Dossier) -> None:
    claim = dossier.claims[2]
    check = claim.positions[2].model_copy(update={"low": None, "high": None, "polarity": "could-not-verify"})
    made = of(dossier, claim.model_copy(update={"positions": (check,)}))
    assert [row.value for row in made.rows] == ["could not verify"]
    assert not layer(made, "low") + layer(made, "vague")


def test_a_chart_says_in_words_what_it_shows(dossier: Dossier) -> None:
    assert of(dossier, dossier.claims[2]).chart.alternative == (
        "Ambel harbour board: 9; “several”, was 12 or more; Lowland army: 4 to 6."
    )
