from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.bounds import OPEN, Bounds, common, excludes, outer, refines, worded

ends = st.one_of(st.none(), st.integers(0, 50))


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    low, high = draw(ends), draw(ends)
    return (high, low) if low is not None and high is not None and low > high else (low, high)


def within(number: int, of: Bounds) -> bool:
    return (of[0] is None or number >= of[0]) and (of[1] is None or number <= of[1])


@given(bounds(), bounds())
def test_excluding_bounds_have_no_number_in_common(a: Bounds, b: Bounds) -> None:
    shared = any(within(n, a) and within(n, b) for n in range(52))
    assert excludes(a, b) == (not shared)
    assert excludes(a, b) == excludes(b, a)


@given(bounds(), bounds())
def test_common_bounds_allow_what_both_allow(a: Bounds, b: Bounds) -> None:
    if not excludes(a, b):
        both = common([a, b])
        assert all(within(n, both) == (within(n, a) and within(n, b)) for n in range(52))


@given(bounds(), bounds())
def test_outer_bounds_hold_every_position_that_says_something(a: Bounds, b: Bounds) -> None:
    whole = outer([a, b])
    assert all(refines(each, whole) for each in (a, b) if each != OPEN)


def test_several_excludes_nothing_and_counts_for_nothing() -> None:
    assert not excludes(OPEN, (30, 30))
    assert outer([OPEN, (30, 30)]) == (30, 30)


def test_an_end_on_which_a_position_is_open_is_open() -> None:
    assert outer([(300, None), (47, 47)]) == (47, None)


def test_words_for_people() -> None:
    assert [worded(b) for b in ((30, 30), (20, 25), (30, None), (None, 12), OPEN)] == [
        "30",
        "20 to 25",
        "30 or more",
        "up to 12",
        "an open number",
    ]
