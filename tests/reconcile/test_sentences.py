from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.words import sentence, sentence_starts


def sentences(text: str) -> list[str]:
    edges = [0, *sentence_starts(text), len(text)]
    return [text[a:b].strip() for a, b in pairwise(edges)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Arden met Gen. Voss.",
        "The U.S. Army denied it.",
        "J. Christopher Tarn died in Wend.",
        "Order No. 4 was kept.",
        "It fell on Sept. 11 in Wend.",
    ],
)
def test_a_full_stop_that_shortens_a_word_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He lives in the U.S. The army left.", ["He lives in the U.S.", "The army left."]),
        ("“They lie,” he said. “All of them.”", ["“They lie,” he said.", "“All of them.”"]),
        ("Nine dead in Wend\nThe mine fell in.", ["Nine dead in Wend", "The mine fell in."]),
        ("They left at 9 p.m. Then it burned.", ["They left at 9 p.m. Then it burned."]),
    ],
)
def test_sentences_end_at_marks_and_lines(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(alphabet="ab AU.!?\n“”’Mr", max_size=60), st.integers(0, 59))
def test_every_place_is_in_one_sentence(text: str, at: int) -> None:
    if at < len(text):
        start, end = sentence(text, at)
        assert start <= at < end <= len(text)
