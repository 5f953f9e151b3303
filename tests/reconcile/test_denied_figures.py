"""Denials that are of figures: of any of those counted, and of one source's figure among several."""

from __future__ import annotations

from sayso.reconcile import reconcile
from tests.reconcile.telling import Telling, count


def test_who_denies_that_any_were_hurt_denies_what_others_count() -> None:
    text = "Nine civilians died at Orrel, the council said. The garrison denied that any civilians had been hurt."
    telling = Telling("r1", text, parsed=True)
    telling.says("the council", "Nine civilians died at Orrel")
    telling.says("The garrison", "that any civilians had been hurt", stance="denies", cue="denied")
    telling.counts("Nine civilians", "killed", 9, by="the council", whom="civilians")
    claim = count(reconcile([telling.report], [telling.annotations]), "killed")
    assert "denied" in claim.standing
    assert [p.origin for p in claim.positions if p.polarity == "denies"] == ["The garrison"]


def test_the_figure_that_is_denied_is_the_one_on_the_same_thing() -> None:
    text = (
        "The rebels killed 31 soldiers, Ada Quill said. She put the number of dead sailors at nine. "
        "Three soldiers were killed, the garrison said. It called Quill's figure “a fantasy”."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("Ada Quill", "The rebels killed 31 soldiers")
    telling.says("Ada Quill", "the number of dead sailors at nine")
    telling.says("the garrison", "Three soldiers were killed")
    telling.says("the garrison", "Quill's figure “a fantasy”", stance="denies", cue="called")
    telling.counts("31 soldiers", "killed", 31, by="Ada Quill", whom="soldiers")
    telling.counts("dead sailors at nine", "killed", 9, by="Ada Quill", whom="sailors")
    telling.counts("Three soldiers", "killed", 3, by="the garrison", whom="soldiers")
    claims = reconcile([telling.report], [telling.annotations]).claims
    denied = {c.of_whom for c in claims if c.measure == "killed" and "denied" in c.standing}
    assert denied == {"soldiers"}


def test_a_number_that_somebody_calls_a_tale_is_not_his() -> None:
    text = (
        "There were 31 raids by the Front, the ministry said. The ministry's tale of 31 attacks by the Front it called “arithmetic "
        "out of a bottle”. The mission counted nine attacks."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("the ministry", "There were 31 raids by the Front")
    telling.says("the Front", "31 attacks", "arithmetic out of a bottle", stance="denies", cue="called")
    telling.says("The mission", "nine attacks", cue="counted")
    telling.counts("31 raids", "attack", 31, by="the ministry", unit="attack")
    telling.counts("31 attacks", "attack", 31, by="the Front", unit="attack")
    telling.counts("nine attacks", "attack", 9, by="The mission", unit="attack")
    claim = count(reconcile([telling.report], [telling.annotations]), "attack", 31)
    assert [(p.origin, p.polarity, p.low) for p in claim.positions if p.origin == "the Front"] == [
        ("the Front", "denies", None)
    ]
    assert "corroborated" not in claim.standing


def test_some_of_those_rescued_are_a_part_whoever_counts_all() -> None:
    text = "Six men were brought out alive. Four were among the men rescued, a spokeswoman said."
    telling = Telling("r1", text).says("a spokeswoman", "Four were among the men rescued")
    telling.counts("Six men were brought out alive", "rescued", 6, whom="men")
    telling.counts("Four were among the men rescued", "rescued", 4, by="a spokeswoman")
    claims = [c for c in reconcile([telling.report], [telling.annotations]).claims if c.measure == "rescued"]
    assert not any("disputed" in claim.standing for claim in claims)
