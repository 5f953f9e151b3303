from __future__ import annotations

import pytest

from sayso.model import Dossier
from sayso.reconcile import reconcile
from sayso.reconcile.claims import Draft, told_apart
from tests.reconcile.telling import Telling, count


def _dossier(*tellings: Telling) -> Dossier:
    return reconcile([t.report for t in tellings], [t.annotations for t in tellings])


def _fire(identifier: str, number: str, value: int, by: str | None, day: str = "2031-03-04T08:00:00Z") -> Telling:
    text = (
        f"The fire at the Tellmark mill in Wend left {number} people dead, {by or 'as we saw'} said on Tuesday in Wend."
    )
    telling = Telling(identifier, text, day)
    words = f"left {number} people dead"
    if by:
        telling.says(by, f"The fire at the Tellmark mill in Wend {words}")
    return telling.counts(f"{number} people dead", "killed", value, by=by, whom="people")


def test_origins_that_exclude_each_other_dispute() -> None:
    claim = count(
        _dossier(_fire("r1", "nine", 9, "the Dock Union"), _fire("r2", "four", 4, "the fire service")), "killed"
    )
    assert "disputed" in claim.standing and (claim.low, claim.high) == (4, 9)


def test_two_outlets_with_one_origin_are_one_origin() -> None:
    claim = count(
        _dossier(_fire("r1", "nine", 9, "Tellmark Mining"), _fire("r2", "nine", 9, "Tellmark Mining")), "killed"
    )
    assert "single-origin" in claim.standing and "single-report" not in claim.standing
    assert claim.positions[0].carried_by == ("r1", "r2")


def test_one_actor_whom_two_reports_call_otherwise_has_one_line() -> None:
    claim = count(
        _dossier(_fire("r1", "nine", 9, "the Orland health ministry"), _fire("r2", "nine", 9, "the health ministry")),
        "killed",
    )
    assert [p.carried_by for p in claim.positions] == [("r1", "r2")]


def test_independent_origins_with_one_figure_corroborate() -> None:
    claim = count(
        _dossier(_fire("r1", "nine", 9, "the fire service"), _fire("r2", "nine", 9, "the city hospital")), "killed"
    )
    assert "corroborated" in claim.standing and (claim.low, claim.high) == (9, 9)


def test_a_later_figure_of_the_same_origin_replaces_the_first() -> None:
    claim = count(
        _dossier(
            _fire("r1", "thirty", 30, "the health ministry"),
            _fire("r2", "nine", 9, "the health ministry", "2031-03-05T08:00:00Z"),
        ),
        "killed",
    )
    assert "revised" in claim.standing and "disputed" not in claim.standing
    assert [p.low for p in claim.positions if p.superseded] == [30] and (claim.low, claim.high) == (9, 9)


@pytest.mark.parametrize(("first", "second"), [("", "2031-03-05"), ("2031-03-04", ""), ("2031-03-04", "2031-03-04")])
def test_what_is_not_known_to_be_later_replaces_nothing(first: str, second: str) -> None:
    claim = count(
        _dossier(_fire("r1", "four", 4, "the fire service", first), _fire("r2", "nine", 9, "the police", second)),
        "killed",
    )
    assert "disputed" in claim.standing and not any(p.superseded for p in claim.positions)


def test_a_rising_toll_of_those_who_keep_it_is_no_dispute() -> None:
    claim = count(
        _dossier(
            _fire("r1", "four", 4, "the fire service"),
            _fire("r2", "nine", 9, "the health ministry", "2031-03-05T08:00:00Z"),
        ),
        "killed",
    )
    assert "disputed" not in claim.standing and "revised" in claim.standing


def test_a_headline_that_repeats_a_credited_figure_is_no_origin() -> None:
    text = "Nine dead in mill fire\n\nThe fire at the mill left nine people dead, the fire service said."
    telling = Telling("r1", text).says("the fire service", "The fire at the mill left nine people dead")
    telling.counts("Nine dead", "killed", 9).counts("nine people dead", "killed", 9, by="the fire service")
    claim = count(_dossier(telling), "killed")
    assert [p.origin for p in claim.positions] == ["the fire service"] and "reported" not in claim.standing


def test_an_outlets_own_figure_is_reported() -> None:
    claim = count(_dossier(_fire("r1", "nine", 9, None)), "killed")
    assert {"reported", "single-report"} <= set(claim.standing) and claim.positions[0].outlet == "Outlet r1"


def test_a_part_is_kept_apart_from_its_whole() -> None:
    text = "The blast in Wend killed 47 people, 19 of them children, the health ministry said."
    telling = Telling("r1", text).says("the health ministry", "The blast in Wend killed 47 people, 19 of them children")
    telling.counts("killed 47 people", "killed", 47, by="the health ministry")
    telling.counts("19 of them children", "killed", 19, by="the health ministry", whom="children")
    found = _dossier(telling)
    assert count(found, "killed", 47).id != count(found, "killed", 19).id


def test_losses_of_two_armies_are_two_questions() -> None:
    text = (
        "Norland soldiers and Sorrel soldiers fought in Wend, between Norland and Sorrel. "
        "The Norland army said that it had lost 30 men and that 90 Sorrel soldiers had died."
    )
    telling = Telling("r1", text)
    telling.says("The Norland army", "it had lost 30 men and that 90 Sorrel soldiers had died")
    telling.counts("lost 30 men", "killed", 30, by="The Norland army", whom="men")
    telling.counts("90 Sorrel soldiers had died", "killed", 90, by="The Norland army", whom="Sorrel soldiers")
    found = _dossier(telling)
    assert count(found, "killed", 30).id != count(found, "killed", 90).id


def test_bounds_that_overlap_do_not_dispute() -> None:
    one = _fire("r1", "nine", 9, "the fire service")
    text = (
        "The fire at the Tellmark mill in Wend left more than five people dead, the Dock Union said on Tuesday in Wend."
    )
    two = Telling("r2", text).says(
        "the Dock Union", "The fire at the Tellmark mill in Wend left more than five people dead"
    )
    two.counts("more than five people dead", "killed", 5, None, by="the Dock Union", whom="people")
    claim = count(_dossier(one, two), "killed")
    assert "disputed" not in claim.standing and (claim.low, claim.high) == (9, 9)


def test_figures_of_history_are_an_event_of_their_own_and_no_claim() -> None:
    text = "The fire in Wend killed nine people, the fire service said. In 1998 a fire there killed 40 people."
    telling = Telling("r1", text).says("the fire service", "The fire in Wend killed nine people")
    telling.counts("killed nine people", "killed", 9, by="the fire service")
    telling.counts("killed 40 people", "killed", 40, mode="historical")
    found = _dossier(telling)
    assert all(40 not in (p.low, p.high) for claim in found.claims for p in claim.positions)
    assert [event.when for event in found.events if event.historical] == ["1998"]


def test_a_failure_to_verify_is_tied_to_whose_figure_it_was() -> None:
    text = (
        "The fire in Wend killed nine people, the fire service said. It left 30 people hurt, Tellmark Mining said. "
        "The Wend Mirror could not verify the company's figure. Tellmark Mining is a company in Wend."
    )
    telling = Telling("r1", text, outlet="The Wend Mirror")
    telling.says("the fire service", "The fire in Wend killed nine people")
    telling.says("Tellmark Mining", "It left 30 people hurt")
    telling.says("The Wend Mirror", "Tellmark Mining is", stance="asserts")
    telling.attributions.pop()
    telling.says("The Wend Mirror", "the company's figure", stance="could-not-verify")
    telling.counts("killed nine people", "killed", 9, by="the fire service")
    telling.counts("30 people hurt", "wounded", 30, by="Tellmark Mining")
    found = _dossier(telling)
    assert "unverified" not in count(found, "killed").standing
    assert "unverified" in count(found, "wounded").standing


def test_the_loser_is_whom_the_clause_names() -> None:
    text = (
        "Norland forces killed 60 Sorrel soldiers at Wend and lost three men, the Norland army said. Norland is at war "
        "with Sorrel. Sorrel had 12 dead at Wend, the Sorrel army said, and Norland 40."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("the Norland army", "Norland forces killed 60 Sorrel soldiers at Wend and lost three men")
    telling.says("the Sorrel army", "Sorrel had 12 dead at Wend")
    telling.counts("killed 60 Sorrel soldiers", "killed", 60, by="the Norland army", whom="Sorrel soldiers")
    telling.counts("lost three men", "killed", 3, by="the Norland army")
    telling.counts("12 dead", "killed", 12, by="the Sorrel army")
    dossier = _dossier(telling)
    assert {p.low for p in count(dossier, "killed", 60).positions} == {60, 12}
    assert {p.low for p in count(dossier, "killed", 3).positions} == {3}


def test_a_part_that_is_more_than_its_whole_is_inconsistent() -> None:
    text = "Fourteen people were killed at the Wend mill, 20 of them millers, as this newspaper counted in Wend."
    telling = Telling("r1", text).counts("Fourteen people were killed", "killed", 14, whom="people")
    telling.counts("20 of them", "killed", 20, part_of="r1:f1")
    claim = count(_dossier(telling), "killed", 14)
    assert "inconsistent" in claim.standing
    assert [r.reason for r in claim.reasons if r.tag == "inconsistent"] == [
        "It has 20 of 14: a part that is more than the whole."
    ]


def test_a_sum_that_is_none_is_inconsistent() -> None:
    text = "Two people died in Wend and three in Lode, six in all, the fire service said of Wend and Lode."
    telling = Telling("r1", text).says("the fire service", "Two people died in Wend and three in Lode, six in all")
    telling.counts("Two people died", "killed", 2, by="the fire service", place="Wend")
    telling.counts("three", "killed", 3, by="the fire service", place="Lode").counts(
        "six in all", "killed", 6, by="the fire service"
    )
    reasons = [r.reason for c in _dossier(telling).claims for r in c.reasons if r.tag == "inconsistent"]
    assert reasons == ["It adds 2 + 3 up to 6."]


def test_one_child_among_two_others_are_not_two_children() -> None:
    text = "Two other people died in the Wend fire, including a nine-year-old child. The death of two children hit Wend hard."
    telling = Telling("r1", text).counts("Two other people died", "killed", 2, whom="other people")
    telling.counts("death of two children", "killed", 2, whom="children")
    assert any("inconsistent" in claim.standing for claim in _dossier(telling).claims)


def test_who_counts_those_in_hospital_has_at_least_so_many_hurt() -> None:
    text = "Several people were hurt and 11 taken to hospital in Wend, the fire service said."
    telling = Telling("r1", text).says("the fire service", "Several people were hurt and 11 taken to hospital in Wend")
    telling.counts("Several people were hurt", "wounded", None, None, by="the fire service", whom="people")
    telling.counts("11 taken to hospital", "hospitalised", 11, by="the fire service")
    claim = count(_dossier(telling), "wounded")
    assert (claim.low, claim.high) == (11, None)


def test_a_headline_s_figure_is_credited_by_the_text_below() -> None:
    text = "Mill owner denies fault as toll reaches 12\n\nTwelve people died at the Wend mill, the fire service said on Monday."
    telling = Telling("r1", text, headline="Mill owner denies fault as toll reaches 12")
    telling.says("Mill owner", "toll reaches 12", stance="denies")
    telling.says("the fire service", "Twelve people died at the Wend mill")
    telling.counts("toll reaches 12", "killed", 12, by="Mill owner")
    telling.counts("Twelve people died", "killed", 12, by="the fire service")
    claim = count(_dossier(telling), "killed")
    assert [p.origin for p in claim.positions] == ["the fire service"] and "denied" not in claim.standing


def test_insurgents_are_not_the_villagers() -> None:
    one = Telling("r1", "Nine civilians were killed at Wend, residents said. They were at a wedding in Wend.")
    one.says("residents", "Nine civilians were killed at Wend")
    one.counts("Nine civilians", "killed", 9, by="residents", whom="civilians")
    other = Telling("r2", "The army killed 12 insurgents at Wend, the army said. The wedding in Wend was not hit.")
    other.says("the army", "The army killed 12 insurgents at Wend")
    other.counts("12 insurgents", "killed", 12, by="the army", whom="insurgents")
    dossier = _dossier(one, other)
    assert [(p.low) for p in count(dossier, "killed", 9).positions] == [9]
    assert [(p.low) for p in count(dossier, "killed", 12).positions] == [12]


def _held(identifier: str, words: str, whom: str, by: str, day: str) -> Telling:
    telling = Telling(
        identifier, f"The navy boarded the ship Tarn Star. It has {words} from the Tarn Star, {by} said.", day
    )
    telling.says(by, f"It has {words} from the Tarn Star")
    return telling.counts(words, "detained", 21, by=by, whom=whom)


def test_one_number_in_other_words_is_one_question() -> None:
    one = _held("r1", "detained 21 deckhands", "deckhands", "the coastguard", "2031-03-04T08:00:00Z")
    two = _held(
        "r2", "arrested 21 foreign nationals", "foreign nationals", "the interior ministry", "2031-03-05T08:00:00Z"
    )
    assert len(count(_dossier(one, two), "detained").positions) == 2


def test_others_than_the_dead_are_all_the_wounded() -> None:
    text = "Gunmen came aboard, killing one sailor and wounding three others, the owner said. Nobody was hurt, the navy said."
    telling = Telling("r1", text).says("the owner", "Gunmen came aboard, killing one sailor and wounding three others")
    telling.says("the navy", "Nobody was hurt")
    telling.counts("killing one sailor", "killed", 1, by="the owner", whom="sailor")
    telling.counts("wounding three others", "wounded", 3, by="the owner")
    telling.counts("Nobody was hurt", "wounded", 0, by="the navy")
    assert "disputed" in count(_dossier(telling), "wounded").standing


def test_an_army_s_losses_are_not_the_villagers() -> None:
    one = Telling("r1", "Nine civilians were killed in the fighting at Wend, residents said.")
    one.says("residents", "Nine civilians were killed in the fighting at Wend")
    one.counts("Nine civilians", "killed", 9, by="residents", whom="civilians")
    other = Telling("r2", "Its units suffered two dead in the fighting at Wend, the army said.", parsed=True)
    other.says("the army", "Its units suffered two dead in the fighting at Wend")
    other.counts("two dead", "killed", 2, by="the army", whom="dead")
    dossier = _dossier(one, other)
    assert count(dossier, "killed", 9).id != count(dossier, "killed", 2).id


def test_what_is_recalled_of_months_ago_is_a_count_of_its_own() -> None:
    text = "Gunmen killed 12 soldiers on 5 June 2031, the army said.\n\nThe army lost 29 soldiers in a similar attack in January."
    telling = Telling("r1", text, "2031-06-06").says("the army", "Gunmen killed 12 soldiers on 5 June 2031")
    telling.counts("killed 12 soldiers", "killed", 12, by="the army", whom="soldiers")
    telling.counts("lost 29 soldiers", "killed", 29, whom="soldiers")
    first, second = telling.figures
    telling.figures[:] = [
        first.model_copy(update={"when": "2031-06-05", "dated_by": "clause"}),
        second.model_copy(update={"when": "2031-01", "dated_by": "clause"}),
    ]
    claims = [claim for claim in _dossier(telling).claims if claim.measure == "killed"]
    assert sorted([p.low for p in claim.positions] for claim in claims) == [[12], [29]]


def test_a_bare_number_is_of_those_whom_its_origin_counts_elsewhere() -> None:
    first = Telling(
        "r1", "Nine farmers were killed when shells fell on the village of Osk on Tuesday, the ministry said."
    )
    first.says("the ministry", "Nine farmers were killed when shells fell on the village of Osk on Tuesday")
    first.counts("Nine farmers were killed", "killed", 9, by="the ministry", whom="farmers")
    text = "Shells fell on the village of Osk on Tuesday. The ministry stood by its count of nine."
    second = Telling("r2", text, "2031-03-05").says("The ministry", "count of nine")
    second.counts("count of nine", "killed", 9, by="The ministry")
    assert [len(p.carried_by) for p in count(_dossier(first, second), "killed").positions] == [2]


def test_two_nouns_set_nothing_apart_unless_a_report_counts_both() -> None:
    fire = "when the dye works of Lissen burned on Monday"
    first = Telling("r1", f"Twelve members died {fire}, the union said.").says(
        "the union", f"Twelve members died {fire}"
    )
    first.counts("Twelve members died", "killed", 12, by="the union", whom="members")
    second = Telling("r2", f"Eleven workers died {fire}, the owner said.").says(
        "the owner", f"Eleven workers died {fire}"
    )
    second.counts("Eleven workers died", "killed", 11, by="the owner", whom="workers")
    assert "disputed" in count(_dossier(first, second), "killed").standing
    text = f"Nine workers and two members died {fire}, the mayor said."
    third = Telling("r3", text).says("the mayor", f"Nine workers and two members died {fire}")
    third.counts("Nine workers", "killed", 9, by="the mayor", whom="workers")
    third.counts("two members died", "killed", 2, by="the mayor", whom="members")
    claims = [claim for claim in _dossier(first, second, third).claims if claim.measure == "killed"]
    assert sorted(sorted(p.low or 0 for p in claim.positions) for claim in claims) == [[2, 12], [9, 11]]


def test_who_has_given_a_number_up_for_another_s_no_longer_disputes_it() -> None:
    first = _fire("r1", "fourteen", 14, "Governor Ode Lund", "2031-03-04T08:00:00Z")
    then = _fire("r2", "twelve", 12, "Governor Ode Lund", "2031-03-05T08:00:00Z")
    others = _fire("r3", "twelve", 12, "the fire service", "2031-03-05T09:00:00Z")
    claim = count(_dossier(first, then, others), "killed")
    assert "disputed" not in claim.standing and "revised" in claim.standing


def test_the_report_from_a_place_is_what_was_told_of_that_place() -> None:
    text = (
        "The Lode Front put the army's attacks at 22 and said that two farmers had been killed at Sella. The army's "
        "spokesman called the report from Sella an invention."
    )
    telling = Telling("r1", text)
    telling.says("The Lode Front", "the army's attacks at 22")
    telling.says("The Lode Front", "two farmers had been killed at Sella")
    telling.says("The army's spokesman", "the report from Sella an invention", stance="denies", cue="called")
    telling.counts("attacks at 22", "attack", 22, by="The Lode Front", unit="attack")
    telling.counts("two farmers had been killed", "killed", 2, by="The Lode Front", whom="farmers")
    dossier = _dossier(telling)
    assert "denied" in count(dossier, "killed").standing
    assert "denied" not in count(dossier, "attack").standing


def test_the_villages_are_not_the_town() -> None:
    text = (
        "The interior ministry put the death toll in Wend at 38. Across the river, in the upland villages, 12 bodies have been "
        "found, the Red Lamp Society said."
    )
    telling = Telling("r1", text)
    telling.says("The interior ministry", "the death toll in Wend at 38")
    telling.says("the Red Lamp Society", "in the upland villages, 12 bodies have been found")
    telling.counts("death toll in Wend at 38", "killed", 38, by="The interior ministry", place="Wend")
    telling.counts("12 bodies", "killed", 12, by="the Red Lamp Society", whom="bodies")
    dossier = _dossier(telling)
    assert not any("disputed" in claim.standing for claim in dossier.claims)
    assert "How many people were killed in the upland villages?" in [claim.question for claim in dossier.claims]


def test_soldiers_told_by_who_shot_at_them_are_not_all_who_died() -> None:
    text = (
        "A mine in Lodeland sank a ferry and 24 passengers were killed, the coastguard said. The Lode Front said that 31 "
        "soldiers were killed. It regretted the death of civilians and put their number at nine."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("the coastguard", "24 passengers were killed")
    telling.says("The Lode Front", "31 soldiers were killed")
    telling.says("The Lode Front", "their number at nine")
    telling.counts("24 passengers were killed", "killed", 24, by="the coastguard", whom="passengers")
    telling.counts("31 soldiers were killed", "killed", 31, by="The Lode Front", whom="soldiers")
    telling.counts("number at nine", "killed", 9, by="The Lode Front")
    dossier = _dossier(telling)
    soldiers = next(claim for claim in dossier.claims if claim.high == 31)
    assert [p.low for p in soldiers.positions] == [31]
    assert not any({p.low for p in claim.positions} >= {24, 31} for claim in dossier.claims)


def test_counts_that_are_asked_alike_are_told_apart_by_their_words() -> None:
    claim = count(_dossier(_fire("r1", "nine", 9, "the Dock Union")), "killed")
    first, second = told_apart([Draft(claim, 1.0, ()), Draft(claim, 1.0, ())])
    assert first.claim.question == claim.question
    assert second.claim.question == f"{claim.question[:-1]} (“nine people dead”)?"


@pytest.mark.parametrize(("heading", "tag"), [("CORRECTION, 10 October", "revised"), ("Lorry drivers", "inconsistent")])
def test_a_correction_further_down_replaces_what_the_same_report_said(heading: str, tag: str) -> None:
    text = (
        "Eleven persons were detained at the harbour in Wend, the police said.\n\n"
        f"{heading}: the number of persons detained at the harbour in Wend was 19, the police said."
    )
    telling = Telling("r1", text).says("the police", "Eleven persons were detained at the harbour in Wend")
    telling.says("the police", "the number of persons detained at the harbour in Wend was 19")
    telling.counts("Eleven persons were detained", "detained", 11, by="the police", whom="persons")
    telling.counts("number of persons detained at the harbour in Wend was 19", "detained", 19, by="the police")
    assert tag in count(_dossier(telling), "detained").standing


def test_a_toll_told_behind_one_side_s_count_of_fighters_is_of_all() -> None:
    text = (
        "Norland's army said that seven members of the Hill Front had been killed. The hospital put the death toll at 31. "
        "The Hill Front, an armed group, denied it."
    )
    telling = Telling("r1", text).says("Norland's army", "that seven members of the Hill Front had been killed")
    telling.says("The hospital", "the death toll at 31").says("The Hill Front", "it", stance="denies", cue="denied")
    telling.counts("seven members of the Hill Front", "killed", 7, by="Norland's army", whom="members")
    telling.counts("death toll at 31", "killed", 31, by="The hospital")
    claims = reconcile([telling.report], [telling.annotations]).claims
    assert not any({7, 31} <= {p.low for p in claim.positions} for claim in claims)
