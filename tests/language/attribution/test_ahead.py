"""The network that reads ahead: what it says is the same, nothing piles up, and what goes wrong is told."""

from __future__ import annotations

import numpy as np
import pytest

from sayso import pipeline
from sayso.language.attribution import ahead
from sayso.language.attribution.pieces import Pieces
from sayso.model import Report, Unread

TEXTS = [
    f"{count} boats were lost, the harbour master of Ullavik said on Monday." for count in ("Two", "Nine", "Forty")
]


def test_a_text_begun_ahead_is_read_the_same() -> None:
    pieces, scores = ahead.scored(TEXTS[0])
    ahead.begin(TEXTS[0])
    again, same = ahead.scored(TEXTS[0])
    assert np.array_equal(pieces.ids, again.ids)
    assert np.array_equal(scores.labels, same.labels)
    assert all(np.array_equal(a.keys, b.keys) for a, b in zip(scores.windows, same.windows, strict=True))


def test_texts_that_nobody_asks_for_do_not_pile_up() -> None:
    for text in TEXTS:
        ahead.begin(text)
    assert len(ahead._begun) <= ahead.WAITING
    assert all(len(ahead.scored(text)[0]) for text in TEXTS)
    assert not ahead._begun


def test_what_goes_wrong_costs_the_report_it_goes_wrong_with(monkeypatch: pytest.MonkeyPatch) -> None:
    split = ahead.split

    def failing(text: str, tokenizer: object) -> Pieces:
        if "Nine" in text:
            raise ValueError("an odd text")
        return split(text, tokenizer)

    monkeypatch.setattr(ahead, "split", failing)
    first, second, third = pipeline.annotate_each(Report(id=text[:4], text=text) for text in TEXTS)
    assert isinstance(second, Unread) and "ValueError: an odd text" in second.reason
    assert not isinstance(first, Unread) and not isinstance(third, Unread)
    assert first[1].attributions and third[1].attributions


def test_reports_of_one_text_are_each_read() -> None:
    found = list(pipeline.annotate_each(Report(id=id, text=TEXTS[0]) for id in ("a", "b", "c")))
    assert [len(item[1].attributions) for item in found if not isinstance(item, Unread)] == [1, 1, 1]
