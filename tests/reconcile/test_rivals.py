"""Each side says that the other did it."""

from __future__ import annotations

from sayso.language.read import annotate
from sayso.model import Claim, Report
from sayso.reconcile import reconcile


def _claim(*texts: str) -> Claim:
    reports = [
        Report(id=f"r{n}", text=text, outlet=f"Outlet {n}", published=f"2031-03-0{n}T20:00:00Z")
        for n, text in enumerate(texts, 1)
    ]
    dossier = reconcile(reports, [annotate(report) for report in reports])
    return next(claim for claim in dossier.claims if claim.proposition and "disputed" in claim.standing)


NORLAND = "Norland's defence ministry said that Moorish gunners had shelled the power plant at Velk on Monday."
MOOR = "The Moorish army said that Norland's artillery had shelled the power plant at Velk from the hills. It gave no proof."


def test_two_who_accuse_each_other_of_one_deed_dispute_it() -> None:
    sides = {position.origin: position.polarity for position in _claim(NORLAND, MOOR).positions}
    assert set(sides.values()) == {"asserts", "denies"} and len(sides) == 2


def test_who_only_says_that_it_happened_takes_no_side_between_them() -> None:
    told = "A nurse said that shells had struck the power plant at Velk."
    assert "A nurse" not in {position.origin for position in _claim(NORLAND, told, MOOR).positions}


def test_each_has_the_other_fire_first() -> None:
    norland = "Norland's army said that Moorish troops had opened unprovoked fire at Velk on Monday."
    moor = "The Moorish army accused Norland of firing first. It gave no proof."
    sides = {position.origin: position.polarity for position in _claim(norland, moor).positions}
    assert sorted(sides.values()) == ["asserts", "denies"]
