"""Statements that share nothing are not compared, and what says the same is compared once."""

from __future__ import annotations

from sayso.model import Report
from sayso.reconcile.points import Point
from sayso.reconcile.questions.alignment import APART, Aligner
from sayso.reconcile.questions.likeness import Likeness
from sayso.reconcile.questions.touching import Touching
from sayso.reconcile.statements import Statement


def _said(key: str, deed: str, about: str) -> Statement:
    words = frozenset({deed, about})
    return Statement(
        key=key,
        report=Report(id=key, text=f"{deed} {about}"),
        attribution=None,
        origin=f"the {key} union",
        actor=None,
        text=f"{deed} {about}",
        spans=((0, len(deed) + len(about) + 1),),
        sentence=(0, len(deed) + len(about) + 1),
        concepts=words,
        spoken=words,
        around=words,
        points=(Point(frozenset({deed}), frozenset(), frozenset({about})),),
    )


LOCKED, AGAIN = _said("mill", "lock", "gate"), _said("dock", "lock", "gate")
CLOSED, FLOODED = _said("port", "close", "gate"), _said("pit", "flood", "cellar")
ALL = [FLOODED, LOCKED, CLOSED, AGAIN]


def _aligner() -> Aligner:
    return Aligner(Likeness.over(ALL))


def test_those_are_found_that_share_something_in_the_order_given() -> None:
    touching = Touching(ALL, _aligner())
    assert touching.of(LOCKED) == [LOCKED, CLOSED, AGAIN]
    assert touching.of(FLOODED) == [FLOODED]
    assert touching.of(FLOODED, CLOSED) == ALL


def test_none_that_fits_is_left_out() -> None:
    aligner = _aligner()
    touching = Touching(ALL, aligner)
    for one in ALL:
        fitting = [other for other in ALL if aligner.of(one, other) is not APART]
        assert set(fitting) <= set(touching.of(one))
    assert aligner.of(FLOODED, LOCKED) is APART


def test_statements_that_say_the_same_are_aligned_once() -> None:
    aligner, third = _aligner(), _said("quay", "lock", "gate")
    assert aligner.of(LOCKED, AGAIN).score > 0
    assert aligner.of(LOCKED, third) is aligner.of(AGAIN, LOCKED) is aligner.of(LOCKED, AGAIN)
