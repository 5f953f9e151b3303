"""Which sentences are an outlet's own."""

from __future__ import annotations

from sayso.language.read import annotate
from sayso.model import Report
from sayso.reconcile.cast import cast
from sayso.reconcile.cast.own import NOBODY
from sayso.reconcile.of_annotations import namings
from sayso.reconcile.voices import own_voice


def test_what_would_follow_from_a_condition_is_no_position() -> None:
    report = Report(id="a", text="If the miners are right, the gas alarm was broken. The lift stood still on Monday.")
    annotations = [annotate(report)]
    people = cast([report], namings([report], annotations), NOBODY)
    assert [s.text for s in own_voice([report], annotations, people)] == ["The lift stood still on Monday."]


def test_what_was_long_ago_is_no_account_of_the_story() -> None:
    text = "In 1987 a ferry sank in the same channel, killing 194 people. The ferry sank in the channel on Monday."
    report = Report(id="a", text=text, published="2031-03-04")
    annotations = [annotate(report)]
    people = cast([report], namings([report], annotations), NOBODY)
    assert [s.text for s in own_voice([report], annotations, people)] == ["The ferry sank in the channel on Monday."]
