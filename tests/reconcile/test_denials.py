"""Kinds of denial, and what each is held against."""

from __future__ import annotations

from sayso.model import Claim
from sayso.reconcile import reconcile
from tests.reconcile.telling import Telling, question


def _claim(words: str, *tellings: Telling) -> Claim:
    return question(reconcile([t.report for t in tellings], [t.annotations for t in tellings]), words)


def _sides(claim: Claim) -> dict[str | None, str]:
    return {position.origin: position.polarity for position in claim.positions}


def test_who_finds_no_sign_of_it_denies_it_without_rejecting_anybody() -> None:
    text = "A drone set the grain silo alight, the Sella council said. Fire inspectors found no sign of a drone at the silo."
    telling = Telling("r1", text, parsed=True)
    telling.says("the Sella council", "A drone set the grain silo alight")
    telling.says("Fire inspectors", "a drone at the silo", cue="found no sign of")
    claim = _claim("silo", telling)
    assert _sides(claim) == {"the Sella council": "asserts", "Fire inspectors": "denies"}
    assert "disputed" in claim.standing and "denied" not in claim.standing


def test_the_claim_is_what_was_told_before_the_words_that_repeat_it() -> None:
    text = (
        "The Lode Front said that it had sunk the gunboat Orrel with a mine. “The river is ours,” it said. "
        "The navy rejected the claim. “There was no mine,” the navy said."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("The Lode Front", "it had sunk the gunboat Orrel with a mine")
    telling.says("The Lode Front", "The river is ours")
    quoted = telling.attributions[-1].model_copy(update={"quotation": "direct"})
    telling.attributions[-1] = quoted
    telling.says("The navy", "the claim", stance="denies", cue="rejected")
    telling.says("The navy", "There was no mine")
    claim = _claim("gunboat", telling)
    assert _sides(claim) == {"The Lode Front": "asserts", "The navy": "denies"}
    assert claim.question == "Had the Lode Front sunk the gunboat Orrel with a mine?"


def test_a_claim_within_the_sentence_that_denies_it() -> None:
    text = "The garrison denied as “an old lie” a rebel claim that army mortars had fired on the ferry landing."
    telling = Telling("r1", text, parsed=True)
    telling.says("The garrison", "as “an old lie”", stance="denies", cue="denied")
    telling.says("a rebel", "army mortars had fired on the ferry landing", distanced=True, cue="claim that")
    claim = _claim("ferry landing", telling)
    assert _sides(claim) == {"The garrison": "denies", "a rebel": "asserts"}
    assert "denied" in claim.standing


def test_reports_that_are_denied_are_what_they_tell() -> None:
    text = (
        "The quarry road has been mined, a carter wrote. The mayor denied reports, passed on by carters, that the quarry "
        "road had been mined."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("a carter", "The quarry road has been mined")
    reports = "reports, passed on by carters, that the quarry road had been mined"
    telling.says("The mayor", reports, stance="denies", cue="denied")
    claim = _claim("quarry road", telling)
    assert _sides(claim) == {"a carter": "asserts", "The mayor": "denies"}
    assert claim.question == "Has the quarry road been mined?"


def test_what_all_say_was_not_so_is_asked_as_if_it_were() -> None:
    text = (
        "The army fired on fighters in the village, its spokesman said. There were no fighters in the village, Ada Quill "
        "said. Inspectors found no evidence of fighters in the village."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("Ada Quill", "There were no fighters in the village")
    telling.says("Inspectors", "fighters in the village", cue="found no evidence of")
    claim = _claim("village", telling)
    assert set(_sides(claim).values()) == {"denies"}
    assert claim.question == "Were there any fighters in the village?"


def test_who_shoots_at_whom_tells_two_things_apart() -> None:
    text = (
        "Army gunners had fired on rebel boats, a fisherman said. The Front acknowledged that rebel crews had fired on army "
        "barges."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("a fisherman", "Army gunners had fired on rebel boats")
    telling.says("The Front", "rebel crews had fired on army barges", stance="admits")
    assert _sides(_claim("barges", telling)) == {"The Front": "asserts"}
