"""Taking sources away: what rests on them falls, the rest is judged by the same rules, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.dossier import from_json, to_json
from sayso.model import Claim, Dossier
from sayso.reconcile import reconcile
from sayso.reconcile.policies.swap import changes, recounted
from sayso.reconcile.without import Account, SourceError, without
from sayso.reconcile.without.again import again, people
from tests.reconcile.telling import Telling, count, question
from tests.reconcile.test_copied_words import LEAD, MORE, OTHER, REST, wire
from tests.reconcile.test_dossier import tellings


def _dossier(*made: Telling) -> Dossier:
    return reconcile([t.report for t in made], [t.annotations for t in made])


def _mill() -> Dossier:
    """A fire told by four outlets: a ministry, a hospital, an agency that passes on, and an outlet's own voice."""
    lead = "The mill at Wend burnt down on Tuesday. "
    first = Telling(
        "r1",
        lead
        + "Nine people were killed at the mill, the Norland health ministry said. The mill had been locked, Ada Quill said.",
        outlet="The Fell Gazette",
    )
    first.says("the Norland health ministry", "Nine people were killed at the mill").says(
        "Ada Quill", "The mill had been locked"
    )
    first.counts("Nine people", "killed", 9, by="the Norland health ministry")
    second = Telling(
        "r2",
        lead
        + "Nine people were killed at the mill, said the Quill Hospital. Forty were wounded, the Sorrel Front told Wend Wire.",
        outlet="Wend Courier",
    )
    second.says("the Quill Hospital", "Nine people were killed at the mill")
    second.says("the Sorrel Front", "Forty were wounded", chain=("the Sorrel Front", "Wend Wire"))
    second.counts("Nine people", "killed", 9, by="the Quill Hospital")
    second.counts("Forty", "wounded", 40, by="the Sorrel Front")
    third = Telling("r3", lead + "Twelve people were killed at the mill, the Sorrel Front said.", outlet="Fell Radio")
    third.says("the Sorrel Front", "Twelve people were killed at the mill")
    third.counts("Twelve people", "killed", 12, by="the Sorrel Front")
    return _dossier(first, second, third)


def _effect(account: Account, claim: Claim) -> str:
    return next(each.effect for each in account.effects if each.claim == claim.id)


def test_with_nothing_taken_the_dossier_is_the_same() -> None:
    dossier = _mill()
    left, account = without(dossier, [])
    assert left == dossier and (account.falls, account.changes) == (0, 0)


def test_every_claim_judged_again_on_all_its_positions_is_itself() -> None:
    dossier = _mill()
    reports = {report.id for report in dossier.reports}
    for claim in dossier.claims:
        assert again(claim, claim.positions, policy=dossier.policy, reports=reports, cast=people(dossier)) == claim


def test_a_claim_falls_with_its_only_origin_and_loses_corroboration_with_one_of_two() -> None:
    dossier = _mill()
    killed = count(dossier, "killed")
    assert {"corroborated", "disputed"} <= set(killed.standing)
    left, account = without(dossier, ["the Quill Hospital"])
    now = count(left, "killed")
    assert "corroborated" not in now.standing and "disputed" in now.standing
    assert now.id == killed.id and _effect(account, killed) == "changes"
    assert account.no_longer == {"corroborated": 1}
    effected = next(each for each in account.effects if each.claim == killed.id)
    assert [lost.who for lost in effected.lost] == ["the Quill Hospital"] and effected.lost[0].why == ("origin",)
    assert "agree" in effected.gone["corroborated"]


def test_a_dispute_ends_with_one_who_disputes_and_the_numbers_follow() -> None:
    dossier = _mill()
    left, account = without(dossier, ["Sorrel Front"])
    now = count(left, "killed")
    assert "disputed" not in now.standing and (now.low, now.high) == (9, 9)
    assert _effect(account, count(dossier, "wounded")) == "falls"
    assert not any(claim.measure == "wounded" for claim in left.claims)
    assert [r.best for r in now.reckonings if r.policy == "origins"] == [9]


def test_what_came_through_a_source_falls_with_it_unless_it_is_to_stay() -> None:
    dossier = _mill()
    wounded = count(dossier, "wounded")
    _, account = without(dossier, ["Wend Wire"])
    effected = next(each for each in account.effects if each.claim == wounded.id)
    assert effected.effect == "falls" and effected.lost[0].why == ("relay",)
    kept, account = without(dossier, ["Wend Wire"], relayed=False)
    assert _effect(account, wounded) == "stands" and count(kept, "wounded")


def test_an_outlet_takes_its_reports_with_it() -> None:
    dossier = _mill()
    left, account = without(dossier, ["Wend Courier"])
    assert account.reports == ("r2",) and [r.id for r in left.reports] == ["r1", "r3"]
    assert all("r2" not in (*c.coverage, *c.silent) for c in left.claims)
    assert left.without == ("Wend Courier",)
    by_report, _ = without(dossier, ["r2"])
    assert by_report.claims == left.claims


def test_a_side_takes_its_actors_with_it() -> None:
    dossier = _mill()
    side = next(actor.side for actor in dossier.actors if "Sorrel" in actor.name)
    left, _ = without(dossier, [f"side:{side}"])
    assert not any(position.side == side for claim in left.claims for position in claim.positions)
    assert not any(actor.side == side for actor in left.actors)


def test_what_somebody_had_overtaken_stands_again() -> None:
    lead = "A ferry sank off Wend on Tuesday. "
    first = Telling("r1", lead + "Four people were killed in the sinking, the coastguard said.", "2031-03-04")
    first.says("the coastguard", "Four people were killed in the sinking").counts(
        "Four people", "killed", 4, by="the coastguard"
    )
    later = Telling(
        "r2", lead + "Seven people were killed in the sinking, the Norland health ministry said.", "2031-03-06"
    )
    later.says("the Norland health ministry", "Seven people were killed in the sinking")
    later.counts("Seven people", "killed", 7, by="the Norland health ministry")
    dossier = _dossier(first, later)
    before = count(dossier, "killed")
    assert [p.superseded for p in before.positions] == [True, False]
    left, _ = without(dossier, ["the Norland health ministry"])
    now = count(left, "killed")
    assert (now.low, now.high) == (4, 4) and [p.superseded for p in now.positions] == [False]
    assert "revised" not in now.standing


def test_an_unknown_and_an_ambiguous_name_are_told_at_once_with_near_ones() -> None:
    dossier = _mill()
    with pytest.raises(SourceError) as told:
        without(dossier, ["Wend Curier", "nobody at all", "the Sorrel Front"])
    first, second, *_ = str(told.value).splitlines()
    assert "'Wend Curier'" in first and "Wend Courier" in first
    assert "'nobody at all'" in second


def test_a_name_of_a_side_and_of_one_of_its_actors_must_say_which() -> None:
    dossier = _mill()
    ministry = next(actor for actor in dossier.actors if "ministry" in actor.name)
    others = tuple(a.model_copy(update={"side": "Quill Hospital"}) if a is ministry else a for a in dossier.actors)
    with pytest.raises(SourceError, match="actor:Quill Hospital or side:Quill Hospital"):
        without(dossier.model_copy(update={"actors": others}), ["Quill Hospital"])


def test_part_of_a_name_will_do_where_it_is_one_actor_s() -> None:
    left, account = without(_mill(), ["Norland health"])
    assert "the Norland health ministry" in account.without[0].means
    assert "the Norland health ministry" not in {p.origin for c in left.claims for p in c.positions}


def test_every_dossier_that_comes_out_is_whole() -> None:
    dossier = _mill()
    names = [f"actor:{actor.id}" for actor in dossier.actors] + [report.id for report in dossier.reports]
    for name in names:
        left, account = without(dossier, [name])
        assert from_json(to_json(left)) == left
        assert account.claims == len(dossier.claims) == account.falls + account.changes + account.stands
        kept = {report.id for report in left.reports}
        known = {actor.id for actor in left.actors}
        for claim in left.claims:
            assert claim.reasons or not claim.standing
            for position in claim.positions:
                assert {each.report for each in position.evidence} <= kept and set(position.carried_by) <= kept
                assert position.actor is None or position.actor in known
    everything, account = without(dossier, [report.id for report in dossier.reports])
    assert not everything.claims and account.falls == len(dossier.claims)


def test_another_policy_says_what_changed() -> None:
    dossier = _mill()
    killed = count(dossier, "killed")
    found = {each.claim.id: each for each in changes(dossier, "latest")}
    assert found[killed.id].before.best == 9 and found[killed.id].after.best is None
    other = recounted(dossier, "ucdp")
    assert other.policy == "ucdp" and count(other, "killed").reckonings[0].policy == "ucdp"
    assert recounted(other, dossier.policy) == dossier
    assert changes(dossier, dossier.policy) == []


def test_a_proposition_is_put_in_the_words_of_who_is_left() -> None:
    one = Telling("r1", "The gate at Wend failed. The gate had been left open by the guards, Ada Quill said.")
    one.says("Ada Quill", "The gate had been left open by the guards")
    two = Telling("r2", "The gate at Wend failed. The gate had been left open by the guards at night, Bo Fenn said.")
    two.says("Bo Fenn", "The gate had been left open by the guards at night")
    dossier = _dossier(one, two)
    asked = question(dossier, "left open")
    assert "corroborated" in asked.standing
    for who, left_over in (("Ada Quill", "Bo Fenn"), ("Bo Fenn", "Ada Quill")):
        now = question(without(dossier, [who])[0], "left open")
        assert now.id == asked.id and left_over in now.question and "corroborated" not in now.standing
        assert now.proposition and now.proposition in now.positions[0].text


def test_what_was_copied_from_an_outlet_falls_with_it_and_what_was_written_anew_stays() -> None:
    dossier = _dossier(wire("a", 8), wire("b", 10), wire("c", 12, OTHER, REST))
    before = count(dossier, "killed")
    assert len(before.origins) == 2 and before.coverage == ("a", "b", "c")
    left, account = without(dossier, ["Outlet a"])
    now = count(left, "killed")
    assert now.coverage == ("c",) and len(now.origins) == 1 and not left.copies
    assert {why for each in account.effects for lost in each.lost for why in lost.why} == {"outlet", "copy"}
    later = count(without(dossier, ["Outlet b"])[0], "killed")
    assert later.coverage == ("a", "c")


def test_an_outlet_s_own_voice_that_was_taken_over_falls_with_who_said_it() -> None:
    own = Telling("b", LEAD.replace(", two doctors said", "") + MORE, "2031-03-05T09:00:00Z", "Outlet b")
    own.counts("nine people", "killed", 9)
    dossier = _dossier(wire("a", 8), own)
    assert count(dossier, "killed").origins == ("two doctors",)
    left, _ = without(dossier, ["two doctors"])
    assert not any(claim.measure == "killed" for claim in left.claims)


def test_a_report_that_contradicts_itself_still_does() -> None:
    text = "The mill at Wend burnt down on Tuesday. Nine people were killed. It was a grey day. In all, twelve people were killed."
    one = Telling("r1", text).counts("Nine people", "killed", 9).counts("twelve people", "killed", 12)
    other = Telling("r2", "The mill at Wend burnt down on Tuesday. Nine people were killed, the Quill Hospital said.")
    other.says("the Quill Hospital", "Nine people were killed").counts(
        "Nine people", "killed", 9, by="the Quill Hospital"
    )
    dossier = _dossier(one, other)
    left, _ = without(dossier, ["the Quill Hospital"])
    for claim in dossier.claims:
        now = next((c for c in left.claims if c.id == claim.id), None)
        assert now is None or ("inconsistent" in claim.standing) == ("inconsistent" in now.standing)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(tellings(), st.integers(0, 9))
def test_whatever_was_read_is_judged_again_alike_and_taken_away_whole(made: list[Telling], which: int) -> None:
    dossier = _dossier(*made)
    reports = {report.id for report in dossier.reports}
    for claim in dossier.claims:
        same = again(claim, claim.positions, policy=dossier.policy, reports=reports, cast=people(dossier))
        assert same is not None
        assert (same.standing, same.low, same.high) == (claim.standing, claim.low, claim.high)
    names = [f"actor:{actor.id}" for actor in dossier.actors] + sorted(reports)
    if names:
        left, account = without(dossier, [names[which % len(names)]])
        assert from_json(to_json(left)) == left
        assert account.claims == account.falls + account.changes + account.stands
