"""Decoding on scores made by hand: no weights are loaded."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.language.attribution.decoding import decode
from sayso.language.attribution.encoder import LABELS, POINTERS, Scores, Window
from sayso.language.attribution.pieces import Pieces

CODES = {".": 0, "S": 1, "s": 2, "Q": 3, "q": 4, "C": 5, "c": 6}


def made(text: str, labels: str, points: dict[str, dict[int, int]]) -> tuple[Pieces, Scores]:
    """One piece a word; `labels` has a letter a word, `points` says which word points to which (-1: to nothing)."""
    words, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        words.append((at, at + len(word)))
        at += len(word)
    n = len(words)
    spans = np.array(words, dtype=np.int64).reshape(-1, 2)
    none = np.zeros(n, dtype=np.int64)
    pieces = Pieces(none, spans, none, spans, np.arange(n), np.array([0]), np.array([0]))
    probabilities = np.full((n, len(LABELS)), 0.01, dtype=np.float32)
    for j, letter in enumerate(labels):
        probabilities[j, CODES[letter]] = 0.94
    keys = np.zeros((len(POINTERS), n + 1, n + 1), dtype=np.float32)
    queries = np.zeros_like(keys)
    for p, pointer in enumerate(POINTERS):
        keys[p] = np.eye(n + 1)
        for word, target in points.get(pointer, {}).items():
            queries[p, word + 1, target + 1] = 20
    return pieces, Scores(probabilities, (Window(0, n, queries, keys),))


def spans(text: str, found: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[s:e] for s, e in found]


def test_a_content_takes_the_cue_and_the_source_that_it_points_to() -> None:
    text = "Mira said rain fell"
    [found] = decode(
        *made(text, "SQCc", {"source": {2: 0, 3: 0}, "cue": {2: 1, 3: 1}, "own": {2: 2, 3: 2}, "back": {0: 2, 1: 2}})
    )
    assert (spans(text, found.source), spans(text, found.cue), spans(text, found.content)) == (
        ["Mira"],
        ["said"],
        ["rain fell"],
    )
    assert 0.5 < found.confidence <= 1


def test_a_split_content_is_one() -> None:
    text = "Rain fell Mira said and stopped"
    pieces, scores = made(
        text, "CcSQcc",
        {"source": {0: 2, 1: 2, 4: 2, 5: 2}, "cue": {0: 3, 1: 3, 4: 3, 5: 3}, "own": {0: 0, 1: 0, 4: 0, 5: 0}, "back": {2: 0, 3: 0}},
    )  # fmt: skip
    [found] = decode(pieces, scores)
    assert spans(text, found.content) == ["Rain fell", "and stopped"]


def test_one_source_serves_two_contents() -> None:
    text = "Mira said rain fell and denied snow came down"
    pieces, scores = made(
        text, "SQCc.QCcc",
        {"source": dict.fromkeys((2, 3, 6, 7, 8), 0), "cue": {2: 1, 3: 1, 6: 5, 7: 5, 8: 5},
         "own": {2: 2, 3: 2, 6: 6, 7: 6, 8: 6}, "back": {0: 2, 1: 2, 5: 6}},
    )  # fmt: skip
    first, second = decode(pieces, scores)
    assert spans(text, first.source) == spans(text, second.source) == ["Mira"]
    assert spans(text, second.cue) == ["denied"]


def test_a_content_that_points_to_nothing_has_no_source() -> None:
    text = "Rain reportedly fell twice there"
    pieces, scores = made(
        text, "CQccc", {"source": dict.fromkeys((0, 2, 3, 4), -1), "cue": dict.fromkeys((0, 2, 3, 4), 1), "own": {0: 0, 2: 0, 3: 0, 4: 0}, "back": {1: 0}}
    )  # fmt: skip
    [found] = decode(pieces, scores)
    assert found.source == ()


def test_a_scrap_without_a_cue_is_dropped() -> None:
    assert decode(*made("Mira walked there", "..C", {})) == []


@pytest.mark.parametrize("labels", ["", "...."])
def test_nothing_is_found_where_nothing_is_labelled(labels: str) -> None:
    assert decode(*made("a b c d" if labels else "", labels, {})) == []
