"""Whose deed it was: claims of responsibility, what was claimed in more words, accusations, and claims taken back."""

from __future__ import annotations

from sayso.model import Dossier
from sayso.reconcile import reconcile
from tests.reconcile.telling import Telling, question


def _dossier(*tellings: Telling) -> Dossier:
    return reconcile([t.report for t in tellings], [t.annotations for t in tellings])


def _claimed() -> Telling:
    text = (
        "Gunmen killed nine people on a bus at Marrah. The Reed Front claimed responsibility for the attack. Its "
        "spokesman, Olo Danta, said that its fighters had stopped the bus and opened fire on it."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("The Reed Front", "responsibility for the attack", stance="claims-responsibility", cue="claimed")
    return telling.says("Olo Danta", "that its fighters had stopped the bus and opened fire on it")


def test_who_is_accused_of_what_he_claims_and_what_he_tells_of_it_are_one_question() -> None:
    second = Telling("r2", "The minister, Ines Corvo, blamed the Reed Front for the attack at Marrah.", "2031-03-05")
    second.parsed = True
    second.says("Ines Corvo", "the Reed Front for the attack at Marrah", stance="blames", cue="blamed")
    claim = question(_dossier(_claimed(), second), "responsibility for the attack")
    assert {p.origin: p.polarity for p in claim.positions} == {
        "The Reed Front": "asserts",
        "Olo Danta": "asserts",
        "Ines Corvo": "asserts",
    }
    assert "responsibility-claimed" in claim.standing


def test_a_claim_that_is_taken_back_is_denied_by_the_one_who_made_it() -> None:
    later = Telling("r2", "The Reed Front has withdrawn its claim that it attacked the bus at Marrah.", "2031-03-06")
    later.parsed = True
    later.says("The Reed Front", "that it attacked the bus at Marrah", stance="denies", cue="withdrawn its claim")
    claim = question(_dossier(_claimed(), later), "responsibility for the attack")
    assert [p.polarity for p in claim.positions if p.origin == "The Reed Front"] == ["asserts", "denies"]


def test_who_tells_of_his_own_bomb_owns_to_what_he_is_blamed_for() -> None:
    text = (
        "Premier Ada Fenn blamed the Sons of Dawn for the bomb. The Sons of Dawn said that they had planted the bomb at "
        "Orlen station."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("Ada Fenn", "the Sons of Dawn for the bomb", stance="blames", cue="blamed")
    telling.says("The Sons of Dawn", "that they had planted the bomb at Orlen station")
    claim = question(_dossier(telling), "planted the bomb")
    assert {p.origin for p in claim.positions} == {"Ada Fenn", "The Sons of Dawn"}


def test_who_shot_a_drone_down_owns_to_no_firing() -> None:
    text = "Norland's army said that it had shot down a Moorish drone. The Moorish minister accused Norland of firing first."
    telling = Telling("r1", text, parsed=True)
    telling.says("Norland's army", "that it had shot down a Moorish drone")
    telling.says("The Moorish minister", "Norland of firing first", stance="blames", cue="accused")
    assert not any("corroborated" in claim.standing for claim in _dossier(telling).claims)


def test_another_charge_is_not_what_a_claim_owns_to() -> None:
    text = (
        "The Reed Front claimed responsibility for the attack on the ferry. Captain Olga Brandt accused the Reed Front of "
        "taking two sailors away."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says(
        "The Reed Front", "responsibility for the attack on the ferry", stance="claims-responsibility", cue="claimed"
    )
    telling.says("Olga Brandt", "the Reed Front of taking two sailors away", stance="blames", cue="accused")
    claim = question(_dossier(telling), "responsibility for the attack")
    assert {p.origin for p in claim.positions} == {"The Reed Front"}


def test_deeds_in_two_towns_are_two() -> None:
    text = (
        "The Reed Front claimed responsibility for the ambush at Sella. It expressed sorrow for the dead of its own side, "
        "and its radio played hymns from noon until long after dark, as everybody in the valley could hear, and as the "
        "parish clerk told whoever would listen to him on the steps of the town hall while he swept them, which took him the "
        "whole of the morning since it had snowed. No trams ran on Sunday. General Ruhl said the Reed Front had shelled the "
        "mill at Orrel."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says(
        "The Reed Front", "responsibility for the ambush at Sella", stance="claims-responsibility", cue="claimed"
    )
    telling.says("Ruhl", "the Reed Front had shelled the mill at Orrel")
    claim = question(_dossier(telling), "ambush at Sella")
    assert {p.origin for p in claim.positions} == {"The Reed Front"}


def test_what_somebody_vows_is_nothing_that_another_denies() -> None:
    text = (
        "The Reed Front claimed responsibility for the raid. The minister vowed to hunt down the men who raided the depot. "
        "Norland denied any involvement."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("The Reed Front", "responsibility for the raid", stance="claims-responsibility", cue="claimed")
    telling.says("The minister", "to hunt down the men who raided the depot", stance="promises", cue="vowed")
    telling.says("Norland", "any involvement", stance="denies", cue="denied")
    assert not any("hunt down" in p.text for claim in _dossier(telling).claims for p in claim.positions)
