from __future__ import annotations

import pytest

from sayso.dossier.phrasing import bounds, count, day


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words"),
    [
        (30, 30, None, "30"),
        (30, 30, "about", "30"),
        (30, None, "at least", "30 or more"),
        (None, 12, "up to", "up to 12"),
        (20, 25, None, "20 to 25"),
        (0, 0, None, "0"),
        (None, None, "several", "“several”"),
        (None, None, None, "no number"),
        (12000, None, None, "12,000 or more"),
    ],
)
def test_bounds(low: int | None, high: int | None, qualifier: str | None, words: str) -> None:
    assert bounds(low, high, qualifier) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-05-05", "5 May 2031"),
        ("2031-05", "May 2031"),
        ("2031-05-05T09:30:00+02:00", "5 May 2031, 09:30"),
        ("2031-05-05/2031-05-07", "5 to 7 May 2031"),
        ("2031-05-05/2031-06-01", "5 May to 1 June 2031"),
        ("2031-12-30/2032-01-02", "30 December 2031 to 2 January 2032"),
        ("2031-13-45", "2031-13-45"),
        ("last week", "last week"),
        (None, ""),
    ],
)
def test_day(value: str | None, words: str) -> None:
    assert day(value) == words


def test_count() -> None:
    assert [count(1, "report"), count(1200, "report"), count(2, "story", "stories")] == [
        "1 report",
        "1,200 reports",
        "2 stories",
    ]
