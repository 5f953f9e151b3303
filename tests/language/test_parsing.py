from __future__ import annotations

import pytest

from sayso.language.parsing import parse


@pytest.mark.parametrize("mark", ["'", "’"])
def test_an_apostrophe_is_one_however_it_is_written(mark: str) -> None:
    doc = parse(f"She{mark}s wrong and they didn{mark}t know it. The union{mark}s claim is theirs.")
    assert [t.lemma_ for t in doc[:3]] == ["she", "be", "wrong"]
    assert [t.dep_ for t in doc if t.text == "n't"] == ["neg"]
    assert [(t.idx, len(t)) for t in doc if t.tag_ == "POS"] == [(46, 2)]


def test_quotation_marks_stay_as_they_are() -> None:
    assert [t.text for t in parse("‘No,’ she said.")][:3] == ["‘", "No", ","]
