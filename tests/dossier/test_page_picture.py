from __future__ import annotations

from sayso.dossier.ledger import Ledger
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.page.picture import RIGHT, Picture, picture
from sayso.model import Dossier


def drawn(dossier: Dossier, *bounds: tuple[int | None, int | None]) -> Picture:
    """The picture of a claim whose positions have these bounds."""
    claim = dossier.claims[2]
    positions = tuple(claim.positions[1].model_copy(update={"low": low, "high": high}) for low, high in bounds)
    ledger = Ledger(dossier)
    return picture(ledger, Anchors(ledger), claim.model_copy(update={"positions": positions}))


def test_a_range_lies_on_the_scale(dossier: Dossier) -> None:
    made = drawn(dossier, (10, 50), (100, 100))
    assert [tick.label for tick in made.ticks] == ["0", "50", "100"]
    assert made.rows[0].left == RIGHT * 0.1
    assert made.rows[0].right == RIGHT * 0.5
    assert made.rows[1].left == made.rows[1].right == RIGHT


def test_open_bounds_are_arrows_with_room_for_them(dossier: Dossier) -> None:
    least, most, vague = drawn(dossier, (300, None), (None, 40), (None, None)).rows
    assert (least.open_low, least.open_high, least.vague) == (False, True, False)
    assert least.left < least.right == RIGHT
    assert (most.open_low, most.open_high, most.left) == (True, False, 0.0)
    assert vague.vague
    assert not vague.open_low
    assert not vague.open_high


def test_figures_far_apart_share_a_logarithmic_scale(dossier: Dossier) -> None:
    made = drawn(dossier, (3, 3), (20000, 25000))
    assert made.logarithmic
    assert [tick.label for tick in made.ticks] == ["1", "10", "100", "1,000", "10,000", "100,000"]
    assert 0 < made.rows[0].left < made.rows[1].left < made.rows[1].right < RIGHT


def test_nought_alone_has_a_scale(dossier: Dossier) -> None:
    made = drawn(dossier, (0, 0), (None, None))
    assert made.rows[0].left == 0
    assert made.ticks[0].label == "0"


def test_who_could_not_verify_has_no_bar_and_no_number(dossier: Dossier) -> None:
    claim = dossier.claims[2]
    check = claim.positions[2].model_copy(update={"low": None, "high": None, "polarity": "could-not-verify"})
    ledger = Ledger(dossier)
    (row,) = picture(ledger, Anchors(ledger), claim.model_copy(update={"positions": (check,)})).rows
    assert (row.silent, row.vague, row.value) == (True, False, "could not verify")
