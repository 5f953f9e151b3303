"""Standings of positions built by hand: which tags hold, in which words, and on what evidence."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.model import Evidence
from sayso.model.dossier import Tag
from sayso.reconcile.bounds import OPEN
from sayso.reconcile.cast import Member
from sayso.reconcile.standings import standings
from sayso.reconcile.takes import Take


def take(origin: str | None, report: str = "r1", **fields: Any) -> Take:
    """A position of `origin`; without one, of the report's own outlet."""
    given: dict[str, Any] = {
        "outlet": f"Outlet {report}",
        "actor": None,
        "root": origin or f"outlet:Outlet {report}",
        "side": None,
        "polarity": "asserts",
        "bounds": OPEN,
        "text": "words",
        "evidence": [Evidence(report=report, start=0, end=5)],
        "reports": [report],
        "said": None,
    }
    return Take(origin=origin, **{**given, **fields})


def told(*takes: Take, **pairs: Any) -> dict[Tag, str]:
    reports = sorted({r for t in takes for r in t.reports})
    found = standings(takes, reports, against=pairs.pop("against", ()), alike=pairs.pop("alike", ()), **pairs)
    assert all(reason.evidence for reason in found), "no standing without the words that it rests on"
    return {reason.tag: reason.reason for reason in found}


@pytest.mark.parametrize(
    ("takes", "tag", "reason"),
    [
        ([take("the army", polarity="denies")], "denied", "Denied by the army."),
        (
            [take("the army", polarity="denies"), take("the police", "r2", polarity="denies")],
            "denied",
            "Denied by the army and the police.",
        ),
        ([take("the army", conceding=True)], "conceded", "Said by the army, against the speaker's own interest."),
        ([take("two militias", responsible=True)], "responsibility-claimed", "Claimed by two militias as their own deed."),
        ([take(None)], "reported", "Said by Outlet r1 in its own voice."),
        ([take("the paper", polarity="could-not-verify")], "unverified", "The paper could not verify it."),
    ],
)  # fmt: skip
def test_each_reason_is_a_sentence_whoever_it_names(takes: list[Take], tag: Tag, reason: str) -> None:
    assert told(*takes)[tag] == reason


def test_figures_that_exclude_each_other_are_disputed() -> None:
    army, rebels = take("the army", bounds=(60, 60)), take("the rebels", "r2", bounds=(5, 5))
    found = told(army, rebels, against=[(army, rebels)])
    assert found["disputed"] == "The army (60) and the rebels (5) exclude each other: both cannot be right."
    assert not {"corroborated", "single-origin", "single-report"} & set(found)


def test_what_still_stands_is_told_before_what_was_replaced() -> None:
    old, new = (
        take("the army", bounds=bounds, superseded=was) for bounds, was in (((17, None), True), ((38, 38), False))
    )
    rebels = take("the rebels", "r2", bounds=(5, 5))
    found = told(old, new, rebels, against=[(old, rebels), (new, rebels)], revised=[old])
    assert found["disputed"].startswith("The army (38) and the rebels (5)")
    assert found["revised"] == "Since replaced: what was said by the army (17 or more)."


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("The General Staff", "military", "the General Staff"),
        ("A baker", "person", "a baker"),
        ("The Times", "outlet", "The Times"),
    ],
)
def test_a_name_that_began_a_sentence_begins_none(name: str, kind: str, said: str) -> None:
    assert take(name, actor=Member(name, name, kind), root=name).name == said


def test_one_voice_in_two_papers_is_one_origin() -> None:
    found = told(take("the army"), take("the army", "r2"))
    assert found["single-origin"] == "All of it rests on the army; 2 reports carry it."
    assert "single-report" not in found


def test_all_of_one_side_are_a_single_side() -> None:
    found = told(take("the army", side="North"), take("its ministry", "r2", side="North"))
    assert found["single-side"] == "All who say it (the army and its ministry) are of one side: North."
    assert "single-side" not in told(take("the army", side="North"), take("a baker", "r2"))


def test_who_cannot_or_will_not_say_supports_nothing() -> None:
    assert set(told(take("the army"), take("the mayor", "r2", polarity="no-comment"))) == {"single-origin"}
