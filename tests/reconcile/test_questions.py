from __future__ import annotations

from sayso.model import Dossier
from sayso.reconcile import reconcile
from tests.reconcile.telling import Telling, question


def _dossier(*tellings: Telling) -> Dossier:
    return reconcile([t.report for t in tellings], [t.annotations for t in tellings])


def _accused() -> Telling:
    text = (
        "The Dock Union accused Tellmark Mining of dumping acid in the river Lode. The company called that “untrue”. "
        "Ferries will run as usual, the harbour board said."
    )
    telling = Telling("r1", text)
    telling.says("The Dock Union", "Tellmark Mining of dumping acid in the river Lode", stance="blames")
    telling.says("Tellmark Mining", "that “untrue”", stance="denies")
    return telling.says("the harbour board", "Ferries will run as usual")


def test_a_denial_without_words_of_its_own_answers_the_accusation_before_it() -> None:
    claim = question(_dossier(_accused()), "dumping acid")
    assert {"disputed", "denied"} <= set(claim.standing)
    assert {p.origin: p.polarity for p in claim.positions} == {"The Dock Union": "asserts", "Tellmark Mining": "denies"}
    assert {p.interest for p in claim.positions} == {"self-serving"}


def test_a_lone_statement_makes_no_claim() -> None:
    assert not any("Ferries" in p.text for claim in _dossier(_accused()).claims for p in claim.positions)


def test_who_gives_up_a_denial_concedes_and_no_longer_disputes() -> None:
    first = Telling("r1", "Riot police never fired rubber bullets at the crowd in Wend, the interior ministry said.")
    first.says("the interior ministry", "Riot police never fired rubber bullets at the crowd in Wend", stance="denies")
    later = Telling(
        "r2", "Riot police had fired rubber bullets at the crowd in Wend, the interior ministry admitted.", "2031-03-06"
    )
    later.says("the interior ministry", "Riot police had fired rubber bullets at the crowd in Wend", stance="admits")
    claim = question(_dossier(first, later), "rubber bullets")
    assert {"denied", "conceded", "revised"} <= set(claim.standing) and "disputed" not in claim.standing
    assert [p.superseded for p in claim.positions if p.polarity == "denies"] == [True]


def test_silence_and_failure_to_verify_are_positions_that_take_no_side() -> None:
    text = (
        "Ada Quill alleged that mates had been told to round down the passenger list. The ferry company declined to comment "
        "on the allegation. The Wend Mirror could not verify her account."
    )
    telling = Telling("r1", text, outlet="The Wend Mirror")
    telling.says("Ada Quill", "mates had been told to round down the passenger list", distanced=True)
    telling.says("the ferry company", "the allegation", stance="no-comment")
    telling.says("The Wend Mirror", "her account", stance="could-not-verify")
    claim = question(_dossier(telling), "round down")
    assert {p.polarity for p in claim.positions} == {"asserts", "no-comment", "could-not-verify"}
    assert {"unverified", "single-origin"} <= set(claim.standing) and "disputed" not in claim.standing


def test_a_claim_of_responsibility() -> None:
    text = "The Sorrel Front said it had shot down the aircraft over Wend. The rebels are strong there."
    telling = Telling("r1", text).says(
        "The Sorrel Front", "it had shot down the aircraft over Wend", stance="claims-responsibility"
    )
    assert "responsibility-claimed" in question(_dossier(telling), "aircraft").standing


def test_a_denial_of_involvement_answers_the_other_side_and_an_admission_beside_it_is_of_the_same_question() -> None:
    text = (
        "Norland attacked the power station in Wend at dawn, the Sorrel army said. While the Norland army denied direct "
        "involvement, a Norland officer admitted that his unit works with the saboteurs. Sorrel soldiers and Norland "
        "soldiers face each other there, Sorrel and Norland being at war."
    )
    telling = Telling("r1", text)
    telling.says("the Sorrel army", "Norland attacked the power station in Wend at dawn")
    telling.says("the Norland army", "direct involvement", stance="denies")
    telling.says("a Norland officer", "that his unit works with the saboteurs", stance="admits")
    claim = question(_dossier(telling), "power station")
    assert {"disputed", "denied", "conceded"} <= set(claim.standing)
    assert [p.origin for p in claim.positions if p.interest == "against-interest"] == ["a Norland officer"]


def test_contrary_words_deny_without_a_denial() -> None:
    one = Telling("r1", "All the shelters in Wend were open at six on Monday, the town hall said.")
    one.says("the town hall", "All the shelters in Wend were open at six on Monday")
    two = Telling("r2", "The shelters in Wend were locked at six on Monday, Ada Quill said. Nobody came.")
    two.says("Ada Quill", "The shelters in Wend were locked at six on Monday", stance="blames")
    assert "disputed" in question(_dossier(one, two), "locked").standing


def test_who_tells_what_was_done_bears_out_nobody_who_blames_another_for_it() -> None:
    text = (
        "A widower blamed Harbour Master Ode Lund for the drowning of his wife. Pim Asker said that his wife had drowned "
        "at the Orrel steps. The League claimed an earlier attack on the steps."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("A widower", "Harbour Master Ode Lund for the drowning of his wife", stance="blames")
    telling.says("Pim Asker", "his wife had drowned at the Orrel steps")
    assert not any("corroborated" in claim.standing for claim in _dossier(telling).claims)


def test_an_earlier_attack_is_not_the_one_told_of_beside_it() -> None:
    text = (
        "Gunboats attacked the light at Orrel, Pim Asker said. The Tidewater League, which claimed an earlier attack, "
        "was silent."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("Pim Asker", "Gunboats attacked the light at Orrel")
    telling.says("The Tidewater League", "an earlier attack", stance="claims-responsibility", cue="claimed")
    claim = question(_dossier(telling), "earlier attack")
    assert [p.origin for p in claim.positions] == ["The Tidewater League"]
    assert claim.question == "Did the Tidewater League carry out an earlier attack?"


def test_what_asks_feels_or_supposes_says_nothing() -> None:
    text = (
        "The Lode Front had shot the ferryman, Ada Quill said. Neither camp would say who shot the ferryman. The bishop "
        "voiced grief at the shooting of the ferryman. “I thought they had shot the ferryman,” a boy said."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("Ada Quill", "The Lode Front had shot the ferryman")
    telling.says("Neither camp", "who shot the ferryman", cue="would say")
    telling.says("The bishop", "the shooting of the ferryman", cue="voiced grief at")
    telling.says("a boy", "I thought they had shot the ferryman", quotation="direct")
    assert not _dossier(telling).claims


def test_arms_that_are_kept_somewhere_bear_out_nobody_who_says_that_they_were_fired() -> None:
    text = (
        "The garrison kept rifles in the school yard, a teacher said. The mayor accused the garrison of having fired on "
        "children in the school yard. The garrison declined to comment."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("a teacher", "The garrison kept rifles in the school yard")
    telling.says("The mayor", "the garrison of having fired on children in the school yard", stance="blames")
    telling.says("The garrison", "to comment", stance="no-comment", cue="declined")
    assert not any("corroborated" in claim.standing for claim in _dossier(telling).claims)


def test_who_did_it_that_nobody_could_establish_leaves_whether_it_was_done_alone() -> None:
    text = (
        "Gas shells were never fired at the quay, Admiral Joos Hald said. The Wend Mirror could not establish who had "
        "fired shells at the quay. On Friday Admiral Joos Hald admitted that gas shells had been fired at the quay."
    )
    telling = Telling("r1", text, outlet="The Wend Mirror", parsed=True)
    telling.says("Joos Hald", "Gas shells were never fired at the quay", stance="denies")
    telling.says("The Wend Mirror", "who had fired shells at the quay", stance="could-not-verify")
    telling.says("Joos Hald", "gas shells had been fired at the quay", stance="admits")
    claim = question(_dossier(telling), "quay")
    assert {"denied", "conceded"} <= set(claim.standing) and "unverified" not in claim.standing


def test_either_side_s_account_is_of_what_both_tell() -> None:
    text = (
        "The Varnian army said that the Lode Front had burned the mill at Orrel. The Front denied burning the mill. The "
        "Varnian army said that its own barracks at Sella had lost their roof. The Wend Mirror could not verify either "
        "side's account."
    )
    telling = Telling("r1", text, outlet="The Wend Mirror", parsed=True)
    telling.says("The Varnian army", "the Lode Front had burned the mill at Orrel", stance="blames")
    telling.says("The Front", "burning the mill", stance="denies", cue="denied")
    telling.says("The Varnian army", "its own barracks at Sella had lost their roof")
    telling.says("The Wend Mirror", "either side's account", stance="could-not-verify", cue="could not verify")
    dossier = _dossier(telling)
    assert "unverified" in question(dossier, "mill").standing
    assert not any("Sella" in p.text for claim in dossier.claims for p in claim.positions)


def test_who_owns_what_another_tells_bears_it_out() -> None:
    text = (
        "A drone fell on the customs shed at Senn, the Varnian air force said. The drone over the customs shed was ours, the "
        "Lode Front said."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("the Varnian air force", "A drone fell on the customs shed at Senn")
    telling.says("Lode Front", "The drone over the customs shed was ours", stance="claims-responsibility")
    claim = question(_dossier(telling), "drone")
    assert {"corroborated", "responsibility-claimed"} <= set(claim.standing)


def test_what_a_body_admits_its_head_takes_back_and_its_people_have_said_is_given_up() -> None:
    first = Telling(
        "r1", "A harbour authority duty officer said that the Wend tug was away within ten minutes.", parsed=True
    )
    first.says("A harbour authority duty officer", "that the Wend tug was away within ten minutes")
    text = (
        "The harbour authority has admitted that no Wend tug put out to the wreck until noon. “We told you ten minutes. It was an hour,” "
        "the authority's chairman, Ada Quill, said."
    )
    later = Telling("r2", text, "2031-03-06", parsed=True)
    later.says("The harbour authority", "that no Wend tug put out to the wreck until noon", stance="admits")
    later.says("Ada Quill", "We told you ten minutes. It was an hour", quotation="direct")
    claim = question(_dossier(first, later), "tug")
    assert {"conceded", "revised"} <= set(claim.standing) and "disputed" not in claim.standing
    assert {p.origin for p in claim.positions if p.polarity == "denies"} == {"The harbour authority", "Ada Quill"}
    assert [p.origin for p in claim.positions if p.superseded] == ["A harbour authority duty officer"]


def test_who_claims_the_ambush_claims_what_others_tell_of_as_an_attack() -> None:
    text = (
        "A convoy was attacked near Wend, a drover said. The army said that it had killed nine attackers. "
        "The Lode Front claimed the ambush."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("a drover", "A convoy was attacked near Wend")
    telling.says("The army", "it had killed nine attackers")
    telling.says("The Lode Front", "the ambush", stance="claims-responsibility", cue="claimed")
    claim = question(_dossier(telling), "convoy")
    assert {p.origin for p in claim.positions} == {"a drover", "The Lode Front"}


def test_what_could_not_be_checked_is_what_its_own_words_tell_and_not_whoever_is_spoken_of_in_them() -> None:
    telling = Telling(
        "a",
        "The police said that nobody had touched the prisoner. A tape that purports to show two officers dragging a man "
        "could not be authenticated by the Wend Mirror.",
        outlet="The Wend Mirror",
    )
    tape = "A tape that purports to show two officers dragging a man"
    telling.says("the police", "nobody had touched the prisoner", stance="denies")
    telling.says("A tape", "to show two officers dragging a man")
    telling.says("The Wend Mirror", tape, stance="could-not-verify", cue="could not be authenticated")
    checked = {p.origin for c in _dossier(telling).claims for p in c.positions if "unverified" in c.standing}
    assert checked == {"A tape", "The Wend Mirror"}


def test_an_admission_beside_a_denial_concedes_only_what_it_admits() -> None:
    text = (
        "Residents said that a patrol car had followed the riders. They said that it had hit the bike. The chief "
        "apologised for an error in her first account. “Our officers did follow the riders. They did not hit the bike.”"
    )
    telling = Telling("a", text, parsed=True)
    telling.says("Residents", "a patrol car had followed the riders")
    telling.says("Residents", "it had hit the bike")
    telling.says("The chief", "an error in her first account", stance="admits", cue="apologised for")
    telling.says(
        "The chief",
        "Our officers did follow the riders.",
        "They did not hit the bike.",
        stance="admits",
        quotation="direct",
    )
    conceded = {bool("follow" in c.proposition): "conceded" in c.standing for c in _dossier(telling).claims}
    assert conceded == {True: True, False: False}


def test_a_count_of_those_of_whom_somebody_denies_it_is_on_the_question_and_one_of_others_is_not() -> None:
    text = (
        "Claims that civilians were killed are theatre, Colonel Brandt said. Two civilians were killed, Ada said. "
        "Nine officers were killed, the town clerk said. The Front said that civilians were killed."
    )
    telling = Telling("r1", text, parsed=True)
    telling.says("Brandt", "Claims that civilians were killed are theatre", stance="denies")
    telling.says("Ada", "Two civilians were killed").counts("Two civilians were killed", "killed", 2, by="Ada")
    clerk = "the town clerk"
    telling.says(clerk, "Nine officers were killed").counts("Nine officers were killed", "killed", 9, by=clerk)
    telling.says("The Front", "civilians were killed")
    claim = question(_dossier(telling), "theatre")
    sides = {p.origin: p.polarity for p in claim.positions if p.origin}
    assert sides == {"Brandt": "denies", "Ada": "asserts", "The Front": "asserts"}
    assert "corroborated" not in claim.standing


def test_the_accounts_that_nobody_could_verify_are_all_that_were_given() -> None:
    text = (
        "The rebels said that the army had bombed the mill. The army denied that it had bombed the mill. The Wend "
        "Mirror could not verify the accounts."
    )
    telling = Telling("r1", text, outlet="The Wend Mirror", parsed=True)
    telling.says("The rebels", "that the army had bombed the mill")
    telling.says("The army", "that it had bombed the mill", stance="denies", cue="denied")
    telling.says("The Wend Mirror", "the accounts", stance="could-not-verify", cue="could not verify")
    claims = reconcile([telling.report], [telling.annotations]).claims
    held = {p.origin for c in claims if "unverified" in c.standing for p in c.positions}
    assert held == {"The rebels", "The army", "The Wend Mirror"}
