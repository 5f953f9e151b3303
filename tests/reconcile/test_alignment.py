"""Statements against each other, part by part, from parsed sentences."""

from __future__ import annotations

import pytest

from sayso.model import Claim, Dossier
from sayso.reconcile import reconcile
from sayso.reconcile.points import Point
from sayso.reconcile.questions.fitting import stilled
from tests.reconcile.telling import Telling, question

FILLER = " Ferries left Wend on time. The market of Lode was open. A brass band played, children sang, and it rained."


def _dossier(*tellings: Telling) -> Dossier:
    return reconcile([t.report for t in tellings], [t.annotations for t in tellings])


def _two(one: str, other: str) -> Dossier:
    first = Telling("r1", f"{one}, the Wend dock union said.{FILLER}", parsed=True).says("the Wend dock union", one)
    second = Telling("r2", f"{other}, Tellmark Mining said.{FILLER}", "2031-03-05", parsed=True)
    return _dossier(first, second.says("Tellmark Mining", other))


def _polarities(claim: Claim) -> dict[str | None, str]:
    return {position.origin: position.polarity for position in claim.positions}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The pumps of the Lode pit had been switched off", "The pumps of the Lode pit had been working"),
        ("Guards shot at the strikers from the wall", "No shots were fired at the strikers from the wall"),
        (
            "The strikes had changed the course of the talks at Lode",
            "The strikes would have no impact on the talks at Lode",
        ),
        (
            "The rebels had stored ammunition under the market stalls",
            "There was no sign of an ammunition store under the market",
        ),
        ("The gate of the Lode pit was locked", "The gate of the Lode pit stood open"),
        ("Armed men had been in the village of Ulm", "There were no armed men in the village of Ulm"),
        ("A patrol car had been chasing the lorry", "There had been no pursuit"),
        ("The exits of the Lode mill were padlocked", "All doors of the Lode mill were open"),
        ("A short circuit caused the fire at the Lode mill", "The fire at the Lode mill began in a store of solvents"),
        ("The guards had rammed the van at Ulm bridge", "At no time was there a collision with the van"),
        ("The trawler had been in Ulmish waters", "The ship had been in international waters"),
        ("The crew carried rifles", "There was never a gun on board"),
        ("Drones attacked the port of Ulm", "The port of Ulm was not attacked by drones"),
    ],
)
def test_two_who_say_the_contrary_dispute_though_nobody_denies(one: str, other: str) -> None:
    claim = question(_two(one, other), one)
    assert "disputed" in claim.standing and "denied" not in claim.standing
    assert len(set(_polarities(claim).values())) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The army repelled an attack on the Wend crossing", "The attack on Wend forced it to redeploy troops"),
        ("The Wend bridge was repaired in March", "The mayor of Wend crossed the bridge on foot"),
        ("Ballot boxes from the Mill quarter were missing", "Men stole horses in the Mill quarter"),
        ("The rebels attacked Wend with drones", "The army attacked Lode with drones"),
        ("Rockets hit a school in Wend", "Rockets hit a bridge in Lode"),
        ("Two Ulmish drones were shot down", "Guards did not fire a single shot at Ulmish boats"),
        ("The navy gave a sailor of the trawler Merle soup", "Two died on the trawler Merle"),
        ("They sent eleven men down the road in two vans", "They put two lorries across the road"),
        ("The clerks left Ulm on foot", "Nobody should have to flee twice"),
        ("Her children left Wend on Monday", "There is no reason to leave"),
        ("Guards fired on two buses at Lode", "The guards had set up a mortar in the school yard at Wend"),
        ("It was a quiet road", "They are not sons of our streets"),
        ("The raid was based on a hint from a friend", "Planes flew missions from a base in Ulm"),
    ],
)
def test_statements_of_one_place_and_different_deeds_are_no_question(one: str, other: str) -> None:
    assert not [claim for claim in _two(one, other).claims if claim.proposition]


def test_two_independent_origins_with_other_words_for_one_deed_corroborate() -> None:
    claim = question(
        _two(
            "Observers were thrown out of the Lode polling station",
            "Observers had been expelled from the polling station",
        ),
        "thrown out",
    )
    assert "corroborated" in claim.standing


def test_an_outlet_s_own_sentence_is_a_position_where_it_says_what_is_denied() -> None:
    text = (
        "Tellmark Mining denied that acid had been stored in the Lode warehouse. Acid was stored in the Lode warehouse in May."
        + FILLER
    )
    telling = Telling("r1", text, outlet="The Wend Mirror", parsed=True)
    telling.says("Tellmark Mining", "acid had been stored in the Lode warehouse", stance="denies", cue="denied that")
    claim = question(_dossier(telling), "Acid was stored")
    assert {"disputed", "denied", "reported"} <= set(claim.standing)
    own = [p for p in claim.positions if p.origin is None]
    assert [(p.outlet, p.polarity) for p in own] == [("The Wend Mirror", "asserts")]


def test_an_outlet_that_repeats_what_it_credits_takes_no_position() -> None:
    text = (
        "The Lode warehouse was full of acid, the Wend dock union said. Tellmark Mining denied that it was full of acid. "
        "The Lode warehouse was full of acid." + FILLER
    )
    telling = Telling("r1", text, parsed=True).says("the Wend dock union", "The Lode warehouse was full of acid")
    telling.says("Tellmark Mining", "it was full of acid", stance="denies", cue="denied that")
    assert None not in {p.origin for claim in _dossier(telling).claims for p in claim.positions}


def test_a_denial_without_the_words_that_it_denies_is_a_claim() -> None:
    text = "The Wend transport office denied that it had been warned." + FILLER
    telling = Telling("r1", text, parsed=True)
    telling.says("The Wend transport office", "it had been warned", stance="denies", cue="denied that")
    claim = question(_dossier(telling), "warned")
    assert "denied" in claim.standing and [p.polarity for p in claim.positions] == ["denies"]


def test_words_that_reject_a_story_deny_it_whatever_credits_them() -> None:
    text = (
        "Guards were shooting from the wall, Rosa Tell said. Stories of shooting were malicious rumours, Edvard Lunn said."
        + FILLER
    )
    telling = Telling("r1", text, parsed=True).says("Rosa Tell", "Guards were shooting from the wall")
    telling.says("Edvard Lunn", "Stories of shooting were malicious rumours", stance="denies")
    claim = question(_dossier(telling), "Guards were shooting")
    assert _polarities(claim) == {"Rosa Tell": "asserts", "Edvard Lunn": "denies"}
    assert {"disputed", "denied"} <= set(claim.standing)


def test_who_calls_reports_a_bad_dream_denies_what_they_tell() -> None:
    text = (
        "Rebel troops had crossed the Wend, a nurse said. The general described as “a nightmare” reports that rebel troops "
        "had crossed the Wend." + FILLER
    )
    telling = Telling("r1", text, parsed=True).says("a nurse", "Rebel troops had crossed the Wend")
    told = "as “a nightmare” reports that rebel troops had crossed the Wend"
    telling.says("The general", told, stance="denies", cue="described")
    assert _polarities(question(_dossier(telling), "had crossed")) == {"a nurse": "asserts", "The general": "denies"}


def test_what_is_said_in_one_breath_is_two_statements() -> None:
    text = f"A guard van had chased the riders and had rammed them from behind, Ada Quill said.{FILLER}"
    first = Telling("r1", text, parsed=True)
    first.says("Ada Quill", "A guard van had chased the riders and had rammed them from behind")
    text = f"No van touched the riders, Tellmark Mining said. It admitted that its van had followed them.{FILLER}"
    second = Telling("r2", text, "2031-03-05", parsed=True).says("Tellmark Mining", "No van touched the riders")
    second.says("Tellmark Mining", "its van had followed them", stance="admits")
    dossier = _dossier(first, second)
    assert "disputed" in question(dossier, "had rammed them").standing
    assert "disputed" not in question(dossier, "had chased the riders").standing


def test_a_body_that_publishes_speaks_for_itself() -> None:
    text = f"The gates of the Lode pit were locked, Ada Quill said.{FILLER}"
    first = Telling("r1", text, parsed=True).says("Ada Quill", "The gates of the Lode pit were locked")
    own = f"The gates of the Lode pit were open.{FILLER}"
    claim = question(_dossier(first, Telling("r2", own, "2031-03-05", "Wend County Police", parsed=True)), "locked")
    assert "disputed" in claim.standing and "reported" not in claim.standing
    assert _polarities(claim)["Wend County Police"] != _polarities(claim)["Ada Quill"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rebels attacked the mill with rockets", "The mill was hit by rockets"),
        ("The depot at Lode was attacked with drones", "Drones struck the depot at Lode"),
    ],
)
def test_what_is_attacked_with_is_no_doer(one: str, other: str) -> None:
    assert "corroborated" in question(_two(one, other), other).standing


def _held(one: str, other: str) -> Dossier:
    first = Telling("r1", f"{one}, it is said.{FILLER}", parsed=True, outlet="The Lode Mirror")
    second = Telling("r2", f"{other}.{FILLER}", "2031-03-05", parsed=True, outlet="The Wend Post")
    return _dossier(first.says(None, one, distanced=True), second)


def test_what_one_report_holds_at_arms_length_and_another_tells_shares_a_name_that_nobody_else_speaks() -> None:
    used = "Orkan rockets were used in the strike on the mill"
    told = "The mill was attacked by Orkan missiles, setting fire to the roof"
    assert "reported" in question(_held(used, told), "Orkan").standing
    assert not [
        c for c in _held(used, "Two bridges were attacked with drones, killing a guard").claims if c.proposition
    ]


def test_what_was_put_out_of_action_did_not_sound() -> None:
    siren = frozenset({"=alarm"})
    silent = Point(siren, siren, frozenset(), negated=True, plain=True)
    cut = Point(frozenset({"=disable"}), frozenset(), siren)
    worked = Point(frozenset({"=run"}), siren, frozenset())
    assert stilled(silent, cut) and stilled(cut, silent)
    assert not stilled(silent, worked)


def test_who_confirms_what_another_told_bears_it_out_in_few_words() -> None:
    text = (
        "The rebels were over the Wend at the sugar works, a nurse wrote. The general denied that. Captain Olo Dane confirmed "
        "that patrols of the rebels had crossed the Wend at the sugar works at dawn." + FILLER
    )
    telling = Telling("r1", text, parsed=True).says("a nurse", "The rebels were over the Wend at the sugar works")
    telling.says("The general", "that", stance="denies", cue="denied")
    told = "that patrols of the rebels had crossed the Wend at the sugar works at dawn"
    telling.says("Olo Dane", told, cue="confirmed")
    assert "corroborated" in question(_dossier(telling), "crossed the Wend").standing
