from __future__ import annotations

import pytest

from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.inserted import with_insertions

TEXT = (
    "The captain said that while the hold was full — he admits to having been late but not to more — few had been hurt."
)


def _spans(*words: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(part), TEXT.index(part) + len(part)) for part in words)


def _candidate(cue: str, *content: str) -> Candidate:
    return Candidate((), _spans(cue), _spans(*content), 0.9, "model")


OUTER = _candidate("said", "that while the hold was full")
INNER = _candidate("admits", "to having been late but not to more — few had been hurt")


def test_what_stands_between_dashes_ends_there_and_the_sentence_goes_on() -> None:
    outer, inner = with_insertions(TEXT, [OUTER, INNER])
    assert outer.content == _spans("that while the hold was full", "few had been hurt")
    assert inner.content == _spans("to having been late but not to more")


@pytest.mark.parametrize(
    "found",
    [
        [INNER],  # nothing that it was put into
        [OUTER, _candidate("admits", "to having been late but not to more")],
        [_candidate("said", "that while the hold"), INNER],
    ],
)
def test_other_statements_stay_as_they_are(found: list[Candidate]) -> None:
    assert with_insertions(TEXT, found) == found
