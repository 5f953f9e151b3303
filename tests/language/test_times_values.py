from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.language.times import values
from sayso.language.times.values import DAY

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def test_iso_forms() -> None:
    assert values.on(date(2024, 2, 29)).iso() == "2024-02-29"
    assert values.month(2024, 14).iso() == "2025-02"
    assert values.year(2024).iso() == "2024"
    assert values.decade(1990).iso() == "1990-01-01/1999-12-31"
    assert values.between(None, date(2024, 1, 1)).iso() == "../2024-01-01"
    assert values.part(date(2024, 1, 1), (20, 30)).iso() == "2024-01-01T20:00/2024-01-02T06:00"


@given(days)
def test_a_week_is_seven_days_from_monday(day: date) -> None:
    week = values.week(day)
    assert week.first is not None and week.last is not None
    assert week.first.weekday() == 0
    assert week.last - week.first == 6 * DAY
    assert week.first.date() <= day <= week.last.date()


@given(days, st.integers(-200, 200))
def test_months_count_on_over_the_turn_of_the_year(day: date, amount: int) -> None:
    moved = values.same_date(day, amount, "month")
    assert (moved.year - day.year) * 12 + moved.month - day.month == amount
    assert moved.day <= day.day


def test_thirds_of_a_month_meet() -> None:
    month = values.month(2024, 2)
    assert [values.narrow(month, which).iso() for which in ("early", "mid", "late")] == [
        "2024-02-01/2024-02-10",
        "2024-02-11/2024-02-20",
        "2024-02-21/2024-02-29",
    ]
