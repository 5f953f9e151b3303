"""Counts at several sites of one story, and of all of them."""

from __future__ import annotations

from sayso.model import Claim
from sayso.reconcile import reconcile
from tests.reconcile.telling import Telling

BOMBS = (
    "Two bombs killed 19 people in Tarn, the ministry said.\n\n"
    "Fourteen people died in the fish market and five at the bus station, it said."
)
LATER = (
    "The mayor of Tarn said that 31 people were dead, 25 of them in the market.\n\n"
    "Aid workers in the town said that 31 had died."
)


def _killed(*tellings: Telling) -> dict[str, Claim]:
    dossier = reconcile([t.report for t in tellings], [t.annotations for t in tellings])
    return {claim.question: claim for claim in dossier.claims if claim.measure == "killed"}


def _numbers(claim: Claim) -> set[tuple[str | None, int | None]]:
    return {(position.origin, position.low) for position in claim.positions}


def test_sites_have_counts_of_their_own_beside_the_one_of_all() -> None:
    first = Telling("r1", BOMBS).says("the ministry", "Two bombs killed 19 people in Tarn")
    first.says("the ministry", "Fourteen people died in the fish market and five at the bus station")
    first.counts("killed 19 people", "killed", 19, by="the ministry", whom="people")
    first.counts("Fourteen people died", "killed", 14, by="the ministry", whom="people")
    first.counts("five", "killed", 5, by="the ministry")
    second = Telling("r2", LATER, "2031-03-05").says("The mayor", "31 people were dead, 25 of them in the market")
    second.says("Aid workers", "31 had died")
    second.counts("31 people were dead", "killed", 31, by="The mayor", whom="people")
    second.counts("25 of them", "killed", 25, by="The mayor").counts("31 had died", "killed", 31, by="Aid workers")
    claims = _killed(first, second)
    market = next(claim for question, claim in claims.items() if "fish market" in question)
    assert _numbers(market) == {("the ministry", 14), ("The mayor", 25)}
    station = next(claim for question, claim in claims.items() if "at the bus station" in question)
    assert _numbers(station) == {("the ministry", 5)}
    everywhere = next(claim for claim in claims.values() if claim not in (market, station))
    assert _numbers(everywhere) == {("the ministry", 19), ("The mayor", 31), ("Aid workers", 31)}


def test_two_sites_of_one_scene_are_one_count() -> None:
    text = (
        "A lorry ran off the bridge into the market.\n\nNine people died in the market, the police said.\n\n"
        "Doctors said that 11 people had been killed at the bridge."
    )
    telling = Telling("r1", text).says("the police", "Nine people died in the market")
    telling.says("Doctors", "11 people had been killed at the bridge")
    telling.counts("Nine people died", "killed", 9, by="the police", whom="people")
    telling.counts("11 people had been killed", "killed", 11, by="Doctors", whom="people")
    (claim,) = _killed(telling).values()
    assert _numbers(claim) == {("the police", 9), ("Doctors", 11)}


def test_none_at_one_site_denies_no_other() -> None:
    text = (
        "Twelve people died on the west road, a driver said.\n\nFive people died at the covered market, a doctor said.\n\n"
        "On the west road not one person was killed, the mayor said."
    )
    telling = Telling("r1", text).says("a driver", "Twelve people died on the west road")
    telling.says("a doctor", "Five people died at the covered market")
    telling.says("the mayor", "On the west road not one person was killed")
    telling.counts("Twelve people died", "killed", 12, by="a driver", whom="people")
    telling.counts("Five people died", "killed", 5, by="a doctor", whom="people")
    telling.counts("not one person was killed", "killed", 0, by="the mayor", whom="person")
    claims = _killed(telling)
    road = next(claim for question, claim in claims.items() if "road" in question)
    assert {(p.origin, p.low) for p in road.positions if p.low is not None} == {("a driver", 12), ("the mayor", 0)}


def test_there_is_the_site_of_the_sentence_before() -> None:
    text = (
        "Seven people were killed: four at Hollen and three on the Grel pass, the police said.\n\n"
        "At Hollen a house fell. Six people were killed there, a nurse said."
    )
    telling = Telling("r1", text)
    telling.says("the police", "Seven people were killed: four at Hollen and three on the Grel pass")
    telling.says("a nurse", "Six people were killed there")
    telling.counts("Seven people were killed", "killed", 7, by="the police", whom="people")
    telling.counts("four", "killed", 4, by="the police").counts("three", "killed", 3, by="the police")
    telling.counts("Six people were killed", "killed", 6, by="a nurse", whom="people")
    claims = _killed(telling)
    hollen = next(claim for question, claim in claims.items() if "Hollen" in question)
    assert _numbers(hollen) == {("the police", 4), ("a nurse", 6)}
