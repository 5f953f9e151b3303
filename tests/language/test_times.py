from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.parsing import parse
from sayso.language.times import find_times
from sayso.model import Report, Time

PUBLISHED = "2025-09-18T10:00:00+02:00"  # a Thursday


def times(text: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    return find_times(Report(id="r", text=text, published=published), parse(text))


def values(text: str, published: str | None = PUBLISHED) -> list[str | None]:
    return [time.value for time in times(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The tower fell at about 4am on Tuesday.", "2025-09-16T04:00"),
        ("The tower fell on Thursday.", "2025-09-18"),
        ("The tower fell last Thursday.", "2025-09-11"),
        ("The tower will be pulled down on Tuesday.", "2025-09-23"),
        ("The tower has leaned since Monday.", "2025-09-15/2025-09-18"),
        ("The tower leaned over the past ten days.", "2025-09-08/2025-09-18"),
        ("The tower leaned the previous week.", "2025-09-08/2025-09-14"),
        ("The tower fell overnight.", "2025-09-17T20:00/2025-09-18T06:00"),
        ("The tower fell in July.", "2025-07"),
        ("The tower fell in November.", "2024-11"),
        ("The tower fell on 2 August.", "2025-08-02"),
        ("The tower fell in 1911.", "1911"),
        ("The tower fell in late July.", "2025-07-21/2025-07-31"),
        ("The tower fell on Wednesday night.", "2025-09-17T20:00/2025-09-18T06:00"),
        ("The tower fell three months ago.", "2025-06"),
        ("The rule came in two years ago.", "2023"),
        ("The guard was caught in 2014 selling keys.", "2014"),
        ("The tower fell in the first week of June.", "2025-06-01/2025-06-07"),
        ("The tower fell in the second half of June.", "2025-06-16/2025-06-30"),
        ("The tower shook in the first five days of the month.", "2025-09-01/2025-09-05"),
        ("The tower fell on the 4th.", "2025-09-04"),
        ("The tower fell three days before Boxing Day.", "2024-12-23"),
        ("The tower fell in the week ending 7 September.", "2025-09-01/2025-09-07"),
        ("The tower fell at half past four in the morning.", "2025-09-18T04:30"),
        ("The tower fell at half past four.", None),
        ("The keeper was asked about it at a dinner on Tuesday.", "2025-09-16"),
        ("The quay is shut from 9pm until 5am.", "2025-09-18T21:00/2025-09-19T05:00"),
        ("The tower leaned overnight into Wednesday.", "2025-09-16T20:00/2025-09-17T06:00"),
        ("The parish elects a keeper on Sunday.", "2025-09-21"),
        ("The opening is scheduled for Tuesday.", "2025-09-23"),
        ("A hearing scheduled for Tuesday drew 300 letters.", "2025-09-23"),
        ("The tower could be closed by Saturday.", "2025-09-20"),
        ("The fair takes place on 3 May.", "2026-05-03"),
        ("Callers are asked to name incident 40 of 2 August.", "2025-08-02"),
        ("The tower will be shut until next September.", "2025-09-18/2026-09-30"),
        ("The tower fell at the weekend.", "2025-09-13/2025-09-14"),
        ("The tower leaned in the late 1970s.", "1976-01-01/1979-12-31"),
        ("The tower fell at 9.42 on Tuesday evening.", "2025-09-16T21:42"),
        ("The tower shook between 6 and 8 in the evening on Tuesday.", "2025-09-16T18:00/2025-09-16T20:00"),
        ("The tower was shut from 8am to 2pm on Tuesday.", "2025-09-16T08:00/2025-09-16T14:00"),
        ("The tower fell on the night of Monday to Tuesday.", "2025-09-15T20:00/2025-09-16T06:00"),
        ("The tower fell on Easter Monday.", "2025-04-21"),
        ("The tower fell two Mondays ago.", "2025-09-08"),
        ("The tower reopens on Monday.", "2025-09-22"),
        ("The tower stood through the 2022-23 season.", "2022-01-01/2023-12-31"),
        ("The tower fell in the second quarter.", "2025-04-01/2025-06-30"),
        ("The tower fell during the night of 11 to 12 August.", "2025-08-11T20:00/2025-08-12T06:00"),
        ("The tower fell shortly after midday on August 9.", "2025-08-09T12:00"),
        ("As of 20 September the tower still stood.", "2024-09-20"),
        ("By Tuesday the tower had gone.", "2025-09-16"),
        ("The tower must go by Tuesday.", "2025-09-23"),
        ("The list covers 1890 to 1911.", "1890-01-01/1911-12-31"),
        ("The tower stood from 1890 to 1911.", "1890-01-01/1911-12-31"),
    ],
)
def test_one_time(text: str, value: str) -> None:
    assert values(text) == [value]


def test_what_was_last_spoken_of_is_counted_from() -> None:
    assert values("The vote was held on 1 July. Two days later the count stopped. The next day it resumed.") == [
        "2025-07-01",
        "2025-07-03",
        "2025-07-04",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "She may march with them.",
        "He served for three years and is 40 years old.",
        "They meet every Friday.",
        "The wound healed in two weeks.",
        "The poll was done for KOLM TODAY by an institute.",
        "Case No. 14-1418 was closed.",
        "That was the last day I saw her.",
        "Fifty years on, the tower leans.",
        "The Sunday Courier declined to comment.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert values(text) == []


def test_without_a_publication_only_whole_dates_have_a_value() -> None:
    assert values("It began on Friday and ended on 9 May 2024.", None) == [None, "2024-05-09"]
    assert values("It began on Friday.", "no date") == [None]


def test_a_year_is_no_day_to_count_from() -> None:
    assert values("In 2012 the tower was sold. That night it burned.") == ["2012", None]
    assert values("The tower leaned on Monday. It was built in 1911. At 9.10pm it fell.")[2] == "2025-09-15T21:10"


def test_hours_with_another_zone_in_brackets_share_the_day() -> None:
    assert values("The tower fell at 6.20 p.m. local time (1720 GMT) on Tuesday.") == [
        "2025-09-16T18:20",
        "2025-09-16T17:20Z",
        "2025-09-16",
    ]


def test_vague_amounts_have_no_value() -> None:
    (found,) = times("A few weeks ago the road was open.")
    assert found.value is None
    assert found.quote == "A few weeks ago"


def test_precision_says_how_fine_the_value_is() -> None:
    assert [t.precision for t in times("At 14:05 on Monday, in May 2020 and in 1998.")] == ["minute", "month", "year"]


def test_dates_that_the_calendar_lacks() -> None:
    assert values("It is dated 31 February 2024 and 29 February 2023.") == [None, None]


@pytest.mark.parametrize(
    "text", ["", "May", "MAY MAY", "at at 9999", "’", "in in in 20", "12/13/14", "五月三日", "9999 years ago"]
)
def test_odd_text(text: str) -> None:
    assert isinstance(times(text), tuple)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "on in since May 14 2019 Friday last next two weeks ago 3am the day before , . - \n and from to".split(" ")
        ),
        max_size=14,
    )
)
def test_every_anchor_fits(words: list[str]) -> None:
    text = " ".join(words)
    for time in times(text):
        time.check(text)


def test_what_was_the_day_before_is_not_before_a_day_to_come() -> None:
    told = "The vote is due next Tuesday. A day earlier, six men were held."
    assert values(told) == ["2025-09-23", "2025-09-17"]
    assert values("They will meet on Tuesday. A day earlier, a rally will be held.") == ["2025-09-23", "2025-09-22"]


def test_a_programme_is_no_week() -> None:
    assert values("She said so on Kolm One's This Week.") == []
    assert values("Dock Strike Set for This Week, Union Says") == ["2025-09-15/2025-09-21"]
