"""No figure falls below its floor; runs where the development data is present."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bench import gate


def test_a_figure_below_its_floor_is_said() -> None:
    assert gate.below({"a": 0.5, "b": 0.7}, {"a": 0.6, "b": 0.7}) == ["a: 0.500 is below its floor of 0.6"]


@pytest.mark.slow
def test_floors(shared: Path) -> None:
    pinned = yaml.safe_load(gate.FLOORS.read_text(encoding="utf-8"))
    assert gate.data() == pinned["data"], "the data has changed: measure anew and pin again"
    assert gate.below(gate.measure(), pinned["floors"]) == []
