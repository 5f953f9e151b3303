from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.cells import guarded, unguarded

RISKY = "=+-@\t\r\n＝＋－＠"


@pytest.mark.parametrize("text", ["=1+1", "-5", "@x", "\tx", "\rx", "\nx", "'=1", "''=1", "＝1"])
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "word", "'tis", "'", "a=b", " =1", "“=1”"])
def test_other_text_stays(text: str) -> None:
    assert guarded(text) == text == unguarded(text)


@given(st.text(alphabet=f"'{RISKY}ab", max_size=6))
def test_the_way_back_is_exact_and_no_cell_begins_a_formula(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert cell[:1] not in tuple(RISKY)
