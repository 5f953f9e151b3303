"""Counting policies: every number is somebody's, and each policy does what docs/policies.md says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Claim, Evidence, Position, Reckoning
from sayso.model.dossier import Interest, Polarity
from sayso.reconcile.policies import POLICIES, PolicyError, reckon, reckonings
from sayso.reconcile.policies.knowledge import NAMES, knowledge
from tests.conftest import ROOT


def _position(
    who: str | None,
    low: int | None,
    high: int | None = -1,
    *,
    side: str | None = None,
    interest: Interest = "unknown",
    said: str | None = "2031-03-04",
    qualifier: str | None = None,
    superseded: bool = False,
    polarity: Polarity = "asserts",
    root: str | None = None,
) -> Position:
    return Position(
        origin=who,
        outlet=None if who else "The Fell Gazette",
        root=root or who,
        side=side,
        polarity=polarity,
        low=low,
        high=low if high == -1 else high,
        qualifier=qualifier,
        text="…",
        interest=interest,
        superseded=superseded,
        said=said,
        carried_by=("r1",),
        evidence=(Evidence(report="r1", start=0, end=1),),
    )


def _claim(*positions: Position, measure: str | None = "killed") -> Claim:
    return Claim(
        id="c1",
        story="s1",
        question="How many?",
        measure=measure,
        standing=(),
        reasons=(),
        positions=positions,
        coverage=("r1",),
    )


def _numbers(found: Reckoning) -> tuple[int | None, int | None, int | None]:
    return found.low, found.best, found.high


ARMY = _position("the army", 60, side="Norland", interest="self-serving")
MINISTRY = _position("the ministry", 30, side="Norland", interest="self-serving")
MONITOR = _position("the Quill Monitor", 41, interest="neutral")
HOSPITAL = _position("the hospital", 41, interest="neutral")


def test_where_no_account_is_more_reliable_ucdp_takes_the_lower() -> None:
    found = reckon(_claim(ARMY, MINISTRY), "ucdp")
    assert _numbers(found) == (30, 30, 60)
    assert "equally reliable" in found.reason and "the army (60)" in found.reason
    assert found.positions == (0, 1)


def test_ucdp_keeps_a_party_s_own_account_in_the_high_only() -> None:
    found = reckon(_claim(ARMY, MINISTRY, MONITOR, _position("a nurse", 38)), "ucdp")
    assert _numbers(found) == (38, 41, 60)
    assert "no party to it" in found.reason and "Low leaves out the ministry (30)" in found.reason


def test_ucdp_takes_what_is_said_against_interest_for_reliable() -> None:
    admitted = _position("the army", 14, side="Norland", interest="against-interest")
    assert _numbers(reckon(_claim(admitted, _position("the rebels", 50, interest="self-serving")), "ucdp")) == (
        14,
        14,
        50,
    )


def test_ucdp_notes_open_ends_as_the_number_said() -> None:
    assert _numbers(reckon(_claim(_position("the ministry", 24, None)), "ucdp")) == (24, 24, 24)
    assert _numbers(reckon(_claim(_position("the ministry", None, 24)), "ucdp")) == (None, None, 24)
    assert _numbers(reckon(_claim(_position("the ministry", 20, 25)), "ucdp")) == (20, 20, 25)


def test_acled_takes_the_lowest_and_has_no_range() -> None:
    assert _numbers(reckon(_claim(ARMY, MINISTRY, MONITOR), "acled")) == (None, 30, None)


def test_acled_notes_words_only_where_nobody_gives_a_number() -> None:
    dozens = _position("residents", None, None, qualifier="dozens")
    assert _numbers(reckon(_claim(dozens), "acled")) == (None, 12, None)
    assert _numbers(reckon(_claim(dozens, MINISTRY), "acled")) == (None, 30, None)
    assert _numbers(reckon(_claim(_position("x", None, None, qualifier="twice as many")), "acled")) == (
        None,
        None,
        None,
    )


def test_origins_want_agreement_of_different_sides() -> None:
    assert _numbers(reckon(_claim(ARMY, MINISTRY), "origins")) == (30, None, 60)
    assert "of one side" in reckon(_claim(ARMY, MINISTRY), "origins").reason
    assert _numbers(reckon(_claim(ARMY, MONITOR, HOSPITAL), "origins")) == (41, 41, 60)
    same_side = _position("the interior ministry", 60, side="Norland")
    assert reckon(_claim(ARMY, same_side), "origins").best is None


def test_origins_count_a_spokeswoman_and_her_ministry_once() -> None:
    speaker = _position("Ada Quill", 41, root="the Quill Monitor")
    assert reckon(_claim(MONITOR, speaker), "origins").best is None


def test_origins_count_no_outlet_and_no_unnamed_source_as_support() -> None:
    assert reckon(_claim(MONITOR, _position(None, 41), _position("unnamed", 41)), "origins").best is None


def test_origins_tell_a_tie_and_an_open_end() -> None:
    both = _claim(MONITOR, HOSPITAL, _position("a nurse", 50), _position("a doctor", 50))
    assert _numbers(reckon(both, "origins")) == (41, None, 50)
    assert "As many" in reckon(both, "origins").reason
    opened = reckon(_claim(MONITOR, _position("a nurse", 50, None)), "origins")
    assert _numbers(opened) == (41, None, None) and "Open above: a nurse (50 or more)" in opened.reason


def test_latest_takes_the_last_whoever_says_it() -> None:
    later = _position("a nurse", 22, said="2031-03-05T09:00:00+02:00")
    assert _numbers(reckon(_claim(later, MONITOR, _position("undated", 9, said=None)), "latest")) == (22, 22, 22)
    tied = reckon(_claim(MONITOR, _position("a nurse", 22)), "latest")
    assert _numbers(tied) == (22, None, 41) and "none is best" in tied.reason


@pytest.mark.parametrize("policy", POLICIES)
def test_what_is_replaced_denied_or_no_number_counts_for_nothing(policy: str) -> None:
    claim = _claim(
        _position("a", 9, superseded=True),
        _position("b", 8, polarity="denies"),
        _position("c", None, None, polarity="could-not-verify"),
    )
    found = reckon(claim, policy)
    assert _numbers(found) == (None, None, None) and found.reason and not found.positions


def test_a_proposition_has_no_number() -> None:
    assert _numbers(reckon(_claim(MONITOR, measure=None))) == (None, None, None)
    assert reckonings(_claim(MONITOR, measure=None)) == ()


def test_the_chosen_policy_comes_first_and_an_unknown_one_is_told() -> None:
    assert [r.policy for r in reckonings(_claim(MONITOR), "acled")] == ["acled", "origins", "ucdp", "latest"]
    with pytest.raises(PolicyError, match="origins, ucdp, acled, latest"):
        reckon(_claim(MONITOR), "average")


def test_every_policy_is_described_and_documented() -> None:
    assert list(knowledge().policies) == list(POLICIES) == list(NAMES)
    page = (ROOT / "docs" / "policies.md").read_text(encoding="utf-8")
    for name in POLICIES:
        assert f"\n## {name}\n" in page


@st.composite
def _positions(draw: st.DrawFn) -> Position:
    ends = draw(st.lists(st.integers(0, 20), min_size=2, max_size=2).map(sorted))
    low, high = (draw(st.sampled_from((end, None))) for end in ends)
    return _position(
        draw(st.sampled_from(("a", "b", "c", "unnamed", None))),
        low,
        high,
        side=draw(st.sampled_from((None, "North", "South"))),
        interest=draw(st.sampled_from(("self-serving", "against-interest", "neutral", "unknown"))),
        said=draw(st.sampled_from((None, "yesterday", "2031-03-04", "2031-03-04T12:00:00Z", "2031-03-05"))),
        qualifier=draw(st.sampled_from((None, "dozens", "several", "countless"))),
        superseded=draw(st.booleans()),
        polarity=draw(st.sampled_from(("asserts", "partly", "denies", "could-not-verify"))),
    )


@given(st.lists(_positions(), min_size=1, max_size=6), st.sampled_from(tuple(POLICIES)), st.randoms())
def test_no_number_is_invented_and_order_does_not_matter(
    positions: list[Position], policy: str, chance: object
) -> None:
    claim = _claim(*positions)
    found = reckon(claim, policy)
    told = [p for p in positions if p.polarity in ("asserts", "partly") and not p.superseded]
    given_numbers = {n for p in told for n in (p.low, p.high)} | {
        knowledge().vague.get(p.qualifier or "") for p in told if policy == "acled"
    }
    numbers = [n for n in _numbers(found) if n is not None]
    assert set(numbers) <= given_numbers
    assert numbers == sorted(numbers)
    assert bool(numbers) == bool(found.positions)
    assert all(positions[place] in told for place in found.positions)
    assert {n for place in found.positions for n in (positions[place].low, positions[place].high)} >= set(numbers) or (
        policy == "acled"
    )
    shuffled = list(positions)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    other = reckon(_claim(*shuffled), policy)
    assert _numbers(other) == _numbers(found) and other.reason == found.reason
    assert [shuffled[i] for i in sorted(other.positions, key=lambda i: repr(shuffled[i]))] == [
        positions[i] for i in sorted(found.positions, key=lambda i: repr(positions[i]))
    ]
