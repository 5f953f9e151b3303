from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.readers.dates import published


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("2026-03-10", "2026-03-10"),
        ("2026-03-10T21:15:00+01:00", "2026-03-10T21:15:00+01:00"),
        ("2026-03-10T21:15:00Z", "2026-03-10T21:15:00+00:00"),
        ("Tue, 10 Mar 2026 21:15:00 +0100", "2026-03-10T21:15:00+01:00"),
        ("March 10, 2026", "2026-03-10"),
        ("10 March 2026", "2026-03-10"),
        ("Sept. 3rd, 2025 at 5:04 pm", "2025-09-03"),
        ("Updated: 3 Aug 2025 17:04 BST", "2025-08-03"),
    ],
)
def test_dates_as_they_are_written(given_text: str, expected: str) -> None:
    assert published(given_text) == expected


@pytest.mark.parametrize("given_text", ["", "yesterday", "03/04/2025", "31 February 2025", "May", "2025"])
def test_what_is_no_certain_date_is_none(given_text: str) -> None:
    assert published(given_text) is None


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = published(text)
    assert found is None or found[:4].isdigit()
