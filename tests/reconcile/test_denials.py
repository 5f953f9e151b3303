"""Kinds of denial, and what each is held against."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from sayso.reconcile import reconcile
from tests.reconcile.telling import Telling, question


def said(who: str, words: str, **more: Any) -> tuple[str, str, dict[str, Any]]:
    return who, words, more


@dataclass(frozen=True)
class Told:
    """A report, what its sources say in it, and the claim whose question has `about`: who takes which side, and more."""

    text: str
    says: list[tuple[str, str, dict[str, Any]]]
    about: str
    sides: dict[str, str]
    asked: str | None = None
    tags: set[str] = field(default_factory=set)
    without: set[str] = field(default_factory=set)


CASES = {
    "who finds no sign of it denies it without rejecting anybody": Told(
        "A drone set the grain silo alight, the Sella council said. Fire inspectors found no sign of a drone at the silo.",
        [
            said("the Sella council", "A drone set the grain silo alight"),
            said("Fire inspectors", "a drone at the silo", cue="found no sign of"),
        ],
        "silo",
        {"the Sella council": "asserts", "Fire inspectors": "denies"},
        tags={"disputed"},
        without={"denied"},
    ),
    "the claim is what was told before the words that repeat it": Told(
        "The Lode Front said that it had sunk the gunboat Orrel with a mine. “The river is ours,” it said. "
        "The navy rejected the claim. “There was no mine,” the navy said.",
        [
            said("The Lode Front", "it had sunk the gunboat Orrel with a mine"),
            said("The Lode Front", "The river is ours", quotation="direct"),
            said("The navy", "the claim", stance="denies", cue="rejected"),
            said("The navy", "There was no mine"),
        ],
        "gunboat",
        {"The Lode Front": "asserts", "The navy": "denies"},
        "Had the Lode Front sunk the gunboat Orrel with a mine?",
    ),
    "a claim within the sentence that denies it": Told(
        "The garrison denied as “an old lie” a rebel claim that army mortars had fired on the ferry landing.",
        [
            said("The garrison", "as “an old lie”", stance="denies", cue="denied"),
            said("a rebel", "army mortars had fired on the ferry landing", distanced=True, cue="claim that"),
        ],
        "ferry landing",
        {"The garrison": "denies", "a rebel": "asserts"},
        tags={"denied"},
    ),
    "reports that are denied are what they tell": Told(
        "The quarry road has been mined, a carter wrote. The mayor denied reports, passed on by carters, that the "
        "quarry road had been mined.",
        [
            said("a carter", "The quarry road has been mined"),
            said(
                "The mayor",
                "reports, passed on by carters, that the quarry road had been mined",
                stance="denies",
                cue="denied",
            ),
        ],
        "quarry road",
        {"a carter": "asserts", "The mayor": "denies"},
        "Has the quarry road been mined?",
    ),
    "what all say was not so is asked as if it were": Told(
        "The army fired on fighters in the village, its spokesman said. There were no fighters in the village, Ada "
        "Quill said. Inspectors found no evidence of fighters in the village.",
        [
            said("Ada Quill", "There were no fighters in the village"),
            said("Inspectors", "fighters in the village", cue="found no evidence of"),
        ],
        "village",
        {"Ada Quill": "denies", "Inspectors": "denies"},
        "Were there any fighters in the village?",
    ),
    "whoever is accused and denies involvement owns up to it later": Told(
        "A mine sank the coaster Ilva off Port Senn. Admiral Joos Hald blamed the Tidewater Front, which has fought for "
        "the islands since spring. The Front denied any involvement. On Friday the Tidewater Front admitted that its "
        "divers had fixed the mine to the hull of the coaster.",
        [
            said("Joos Hald", "the Tidewater Front, which has fought for the islands since spring", stance="blames"),
            said("The Front", "any involvement", stance="denies", cue="denied"),
            said(
                "the Tidewater Front", "that its divers had fixed the mine to the hull of the coaster", stance="admits"
            ),
        ],
        "Tidewater",
        {"Joos Hald": "asserts", "The Front": "denies", "the Tidewater Front": "asserts"},
        "Does the blame lie with the Tidewater Front?",
        tags={"denied", "conceded"},
    ),
    "these statements are those told last, whoever they accuse": Told(
        "Ada Quill accused Tellmark Mining of hiding the cracks. Former miners said that foremen had filled the holes with "
        "clay. Tellmark Mining called these statements malicious.",
        [
            said("Ada Quill", "Tellmark Mining of hiding the cracks", stance="blames", cue="accused"),
            said("Former miners", "that foremen had filled the holes with clay"),
            said("Tellmark Mining", "these statements malicious", stance="denies", cue="called"),
        ],
        "clay",
        {"Former miners": "asserts", "Tellmark Mining": "denies"},
    ),
    "what somebody owns up to of another kind gives up nothing": Told(
        "A mine sank the coaster Ilva off Port Senn. Admiral Joos Hald blamed the Tidewater Front. The Front denied any "
        "involvement. It admitted that its riders had burned a barn at Sella.",
        [
            said("Joos Hald", "the Tidewater Front", stance="blames"),
            said("The Front", "any involvement", stance="denies", cue="denied"),
            said("The Front", "that its riders had burned a barn at Sella", stance="admits"),
        ],
        "Tidewater",
        {"Joos Hald": "asserts", "The Front": "denies"},
        tags={"disputed", "denied"},
        without={"conceded"},
    ),
    "a claim that is rejected is the one that tells the same deed": Told(
        "Sixty metres of the levee slid into the Lode, a boatman said. The levee had been in bad repair, Ada Quill said. "
        "Farmers were moved to Sella, where tents stood ready on the green and soup was cooked for them in the chapel until "
        "late in the evening, and where a band played for the children, as the parish clerk told everybody who asked. The "
        "water board rejected as gossip the claim that the levee had been in poor condition.",
        [
            said("a boatman", "Sixty metres of the levee slid into the Lode"),
            said("Ada Quill", "The levee had been in bad repair"),
            said(
                "The water board",
                "the claim that the levee had been in poor condition",
                stance="denies",
                cue="rejected as gossip",
            ),
        ],
        "levee",
        {"Ada Quill": "asserts", "The water board": "denies"},
        "Had the levee been in bad repair?",
    ),
    "a word of blame within what is denied is no judgement": Told(
        "The permit names a shed behind the mill, a clerk said. Bailiffs had gone to the wrong shed, Ada Quill said. The "
        "court denied that bailiffs had entered the wrong shed.",
        [
            said("a clerk", "The permit names a shed behind the mill"),
            said("Ada Quill", "Bailiffs had gone to the wrong shed"),
            said("The court", "bailiffs had entered the wrong shed", stance="denies", cue="denied that"),
        ],
        "wrong shed",
        {"Ada Quill": "asserts", "The court": "denies"},
    ),
    "a denial of having been behind it answers all who name its doer": Told(
        "Shells hit the fish market on Monday. The health ministry blamed the Lode Front (LF), which has held the hills "
        "since spring. The Front denied that it was behind the attack. “We have no guns within range of the market,” it "
        "said. Colonel Joos Hald said the shells had come from Front positions above Sella.",
        [
            said("The health ministry", "the Lode Front (LF), which has held the hills", stance="blames", cue="blamed"),
            said("The Lode Front", "it was behind the attack", stance="denies", cue="denied that"),
            said("The Lode Front", "We have no guns within range of the market", stance="denies", quotation="direct"),
            said("Colonel Joos Hald", "the shells had come from Front positions above Sella"),
        ],
        "behind the attack",
        {"The health ministry": "asserts", "The Lode Front": "denies", "Colonel Joos Hald": "asserts"},
        tags={"disputed", "denied"},
    ),
    "a party's plain no is held against who accuses it": Told(
        "The Lode Front accused the army of bombing the fish market from the air. No army aircraft had been in the sky, "
        "the army said.",
        [
            said("The Lode Front", "the army of bombing the fish market from the air", stance="blames", cue="accused"),
            said("The army", "No army aircraft had been in the sky"),
        ],
        "bombing",
        {"The Lode Front": "asserts", "The army": "denies"},
        tags={"disputed"},
    ),
    "what it is dismissed as is not what is denied, and the next no goes on with it": Told(
        "It was the wake of a navy launch, Ada Quill claimed, that had pushed the raft over. The navy dismissed this as "
        "“fiction”. It had no vessel in the channel, the navy said.",
        [
            said("Ada Quill", "It was the wake of a navy launch"),
            said("The navy", "this as “fiction”", stance="denies", cue="dismissed"),
            said("The navy", "It had no vessel in the channel", stance="denies", cue="said"),
        ],
        "wake",
        {"Ada Quill": "asserts", "The navy": "denies"},
        tags={"disputed", "denied"},
    ),
    "who saw no such thing contradicts": Told(
        "Two traders said that soldiers had parked a gun in the school yard. A third, Casimir Veld, said that he had seen "
        "no such thing.",
        [
            said("Two traders", "soldiers had parked a gun in the school yard"),
            said("Casimir Veld", "he had seen no such thing"),
        ],
        "school yard",
        {"Two traders": "asserts", "Casimir Veld": "denies"},
        tags={"disputed"},
        without={"corroborated"},
    ),
    "a sentence that opens with But stands against the denial before it": Told(
        "The quarry had asked for nobody's help, the quarry said. But a sergeant said the raid had been ordered at the "
        "quarry's request. The quarry denied having asked for help.",
        [
            said("The quarry company", "The quarry had asked for nobody's help", stance="denies"),
            said("a sergeant", "the raid had been ordered at the quarry's request"),
        ],
        "raid",
        {"The quarry company": "denies", "a sergeant": "asserts"},
        tags={"disputed"},
    ),
    "of what it had not, a clause beside a noun says nothing": Told(
        "The marshal admitted that women and children “who were not involved” had been harmed.",
        [said("The marshal", "women and children “who were not involved” had been harmed", stance="admits")],
        "harmed",
        {"The marshal": "asserts"},
        "Had women and children been harmed?",
    ),
    "that somebody was there is not told of somebody else elsewhere": Told(
        "Five of those who lived were clerks, Ada Quill said. The Front denied that its fighters were at the mill.",
        [
            said("Ada Quill", "Five of those who lived were clerks"),
            said("The Lode Front", "its fighters were at the mill", stance="denies", cue="denied that"),
        ],
        "at the mill",
        {"The Lode Front": "denies"},
    ),
    "who says that he will say nothing denies nothing": Told(
        "The Lode Front accused the garrison of firing on two buses. The garrison said that it would not comment.",
        [
            said("The Lode Front", "the garrison of firing on two buses", stance="blames", cue="accused"),
            said("The garrison", "it would not comment", stance="denies"),
            said("The Lode Front", "firing on two buses", stance="admits"),
        ],
        "garrison of firing",
        {"The Lode Front": "asserts"},
    ),
    "who shoots at whom tells two things apart": Told(
        "Army gunners had fired on rebel boats, a fisherman said. The Front acknowledged that rebel crews had fired on "
        "army barges.",
        [
            said("a fisherman", "Army gunners had fired on rebel boats"),
            said("The Front", "rebel crews had fired on army barges", stance="admits"),
        ],
        "barges",
        {"The Front": "asserts"},
    ),
    "what a denial spells out is what it denies, and not all that he said": Told(
        "Six mules had been lost, the bailiff said. The ledgers had been stolen from a loft in Wend, the bailiff said. "
        "A clerk contradicted the bailiff’s account that they were stolen from a loft.",
        [
            said("the bailiff", "Six mules had been lost"),
            said("the bailiff", "The ledgers had been stolen from a loft in Wend"),
            said(
                "A clerk",
                "the bailiff’s account that they were stolen from a loft",
                stance="denies",
                cue="contradicted",
            ),
        ],
        "loft",
        {"the bailiff": "asserts", "A clerk": "denies"},
    ),
    "whose account a denial speaks of": Told(
        "Its own barge had run aground, the harbour office admitted. The finding contradicts the account of the toll board, "
        "which had denied that any foreign tugs were involved.",
        [
            said("the harbour office", "Its own barge had run aground", stance="admits"),
            said(
                "The finding",
                "the account of the toll board, which had denied that any foreign tugs were involved",
                stance="denies",
                cue="contradicts",
            ),
            said("the toll board", "any foreign tugs were involved", stance="denies", cue="had denied that"),
        ],
        "foreign tugs",
        {"The finding": "asserts", "the toll board": "denies"},
    ),
    "nobody denies what his own side says": Told(
        "The Wend army had fired on the toll house, the Lode Front said. The river had risen, the Wend army said. "
        "The Wend army's spokesman denied that soldiers had fired on the toll house.",
        [
            said("the Lode Front", "The Wend army had fired on the toll house"),
            said("the Wend army", "The river had risen"),
            said(
                "The Wend army's spokesman", "soldiers had fired on the toll house", stance="denies", cue="denied that"
            ),
        ],
        "toll house",
        {"the Lode Front": "asserts", "The Wend army's spokesman": "denies"},
    ),
}


@pytest.mark.parametrize("told", CASES.values(), ids=CASES)
def test_what_a_denial_is_held_against(told: Told) -> None:
    telling = Telling("r1", told.text, parsed=True)
    for who, words, more in told.says:
        telling.says(who, words, **more)
    claim = question(reconcile([telling.report], [telling.annotations]), told.about)
    assert {position.origin: position.polarity for position in claim.positions} == told.sides
    assert told.asked in (None, claim.question)
    assert told.tags <= set(claim.standing) and not told.without & set(claim.standing)


def test_whoever_accuses_is_not_the_one_who_did_it() -> None:
    text = "The envoy accused the garrison of having fired on two barges. The garrison denied it."
    telling = Telling("r1", text, parsed=True)
    telling.says("The envoy", "the garrison of having fired on two barges", stance="blames", cue="accused")
    telling.says("The garrison", "it", stance="denies", cue="denied")
    claim = question(reconcile([telling.report], [telling.annotations]), "barges")
    assert claim.question == "Had the garrison fired on two barges?"


def test_who_began_a_fight_is_not_whether_they_fought() -> None:
    text = (
        "Fans of both clubs fought at the station, the police said. The Reds' stewards had started the fight, Ada Quill said. "
        "The Reds called the allegation absurd."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("the police", "Fans of both clubs fought at the station")
    telling.says("Ada Quill", "The Reds' stewards had started the fight")
    telling.says("The Reds", "the allegation absurd", stance="denies", cue="called")
    claim = question(reconcile([telling.report], [telling.annotations]), "stewards")
    assert {p.origin: p.polarity for p in claim.positions} == {"Ada Quill": "asserts", "The Reds": "denies"}


def test_but_behind_ones_own_words_answers_nobody_else() -> None:
    text = (
        "The council had set up a hotline, but there was no central evacuation for everyone, a baker said. "
        "The mayor announced a list of children. But she said places would stay secret and that carts would "
        "drive the evacuation to homes."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("a baker", "there was no central evacuation for everyone")
    telling.says("The mayor", "a list of children", stance="announces")
    telling.says("The mayor", "places would stay secret and that carts would drive the evacuation to homes")
    assert not [c for c in reconcile([telling.report], [telling.annotations]).claims if "disputed" in c.standing]


def test_presence_is_denied_only_of_whom_somebody_said_was_there() -> None:
    text = "There is no blood left, a nurse said. The Lode Front said that none of its fighters were present."
    telling = Telling("r1", text, parsed=True)
    telling.says("a nurse", "There is no blood left")
    telling.says("The Lode Front", "none of its fighters were present", stance="denies")
    for claim in reconcile([telling.report], [telling.annotations]).claims:
        assert {p.origin for p in claim.positions} == {"The Lode Front"}


def test_an_admission_contradicts_nobody() -> None:
    text = (
        "Three neighbours on Mill Street were buried in their yards, a cooper said. "
        "The mayor admitted that there may be more, since nobody could reach the western streets."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("a cooper", "Three neighbours on Mill Street were buried in their yards")
    telling.says(
        "The mayor", "there may be more, since nobody could reach the western streets", stance="admits", cue="admitted"
    )
    assert not [c for c in reconcile([telling.report], [telling.annotations]).claims if "disputed" in c.standing]


def test_who_was_there_is_not_what_befell_the_place() -> None:
    text = (
        "A drone hit the barns of the village of Ulm, a nurse said. "
        "The Lode Front denied that its fighters had been in the village."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("a nurse", "A drone hit the barns of the village of Ulm")
    telling.says("The Lode Front", "its fighters had been in the village", stance="denies", cue="denied that")
    [claim] = reconcile([telling.report], [telling.annotations]).claims
    assert [p.origin for p in claim.positions] == ["The Lode Front"]


def test_statements_of_a_party_are_what_it_said_in_another_report() -> None:
    crash = "A cargo plane crashed near the border town of Vostel on Sunday, killing all five people on board. "
    one = Telling("a", f"{crash}The Hill Front said that it had shot the plane down.", parsed=True)
    one.says("The Hill Front", "it had shot the plane down")
    text = (
        "The minister rejected as fantasies the statements of the Hill Front, which has no weapons that reach so far."
    )
    two = Telling("b", crash + text, published="2031-03-05", parsed=True)
    two.says("The minister", "as fantasies the statements of the Hill Front", stance="denies", cue="rejected")
    claim = question(reconcile([one.report, two.report], [one.annotations, two.annotations]), "plane")
    assert {(p.origin, p.polarity) for p in claim.positions} == {
        ("The Hill Front", "asserts"),
        ("The minister", "denies"),
    }
