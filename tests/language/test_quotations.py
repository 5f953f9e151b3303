from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.quotations import quotations


def inner(text: str) -> list[str]:
    return [text[slice(*q.inner)] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we won" twice.', ["we won"]),
        ("He said “we won” twice.", ["we won"]),
        ("He said ‘we have won it’ twice.", ["we have won it"]),
        ("«Nous voilà», he said.", ["Nous voilà"]),
        ("The miners' wives and the owners' sons waited.", []),
        ("It’s the town’s own, they’d say.", []),
        ("“He told me ‘no’ and left,” she said.", ["He told me ‘no’ and left,"]),
        ('Rain (the "great flood") fell.', ["great flood"]),
    ],
)
def test_marks_pair_and_apostrophes_do_not(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_quotation_runs_on_where_the_next_paragraph_opens_with_its_mark() -> None:
    text = "“We began at dawn.\n\n“We ended at noon.” So he said."
    first, second = quotations(text)
    assert not first.closed
    assert text[slice(*first.inner)] == "We began at dawn."
    assert second.closed


def test_an_unclosed_mark_quotes_nothing() -> None:
    text = "She called it “a mess and went home.\n\nNobody else spoke of it. “Never,” he said."
    assert inner(text) == ["Never,"]


@given(st.text(alphabet="ab ,.\n\"'“”‘’«»", max_size=120))
def test_quotations_are_in_order_inside_the_text_and_apart(text: str) -> None:
    found = quotations(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all("\n" not in text[q.start : q.end] for q in found)
