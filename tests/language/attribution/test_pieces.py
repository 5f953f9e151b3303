"""Whatever its length, every piece of a text is read, with enough around it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.attribution.pieces import Pieces, windows

NONE = np.zeros((0, 2), dtype=np.int64)


def _pieces(count: int) -> Pieces:
    ids = np.arange(count)
    return Pieces(ids, NONE, ids, NONE, ids, ids, ids)


@given(st.integers(0, 3000), st.integers(2, 260), st.data())
def test_windows_cover_the_text_evenly(count: int, size: int, data: st.DataObject) -> None:
    overlap = data.draw(st.integers(0, size // 2))
    found = windows(_pieces(count), size, overlap)
    assert sorted({j for start, end in found for j in range(start, end)}) == list(range(count))
    assert all(end - start <= size for start, end in found)
    assert len({end - start for start, end in found}) <= 1
    assert all(a[1] - b[0] >= overlap for a, b in pairwise(found))
