"""The process that draws charts: the same pictures as without it, and no chart lost where it fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from sayso.dossier.page.charts import engine

SPEC = json.dumps({"mark": "bar", "data": {"values": [{"a": "Wehr\u2028 & Damm <b>", "n": 3}]},
                   "encoding": {"x": {"field": "n", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}}})  # fmt: skip


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    engine.stop()
    yield
    engine.stop()


def test_the_process_draws_what_this_one_draws() -> None:
    here = engine.svg(SPEC)
    engine.start()
    process: Any = engine._process
    assert [engine.svg(SPEC), engine.svg(SPEC)] == [here, here]
    assert engine._process is process and process.poll() is None


def test_started_twice_it_is_one() -> None:
    engine.start()
    process = engine._process
    engine.start()
    assert engine._process is process


def test_a_process_that_ends_costs_no_chart() -> None:
    engine.start()
    process: Any = engine._process
    process.kill()
    assert engine.svg(SPEC).startswith("<svg")
    assert engine._process is None


def test_where_none_can_be_started_charts_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "")
    engine.start()
    assert engine._process is None
    assert engine.svg(SPEC).startswith("<svg")


@pytest.mark.parametrize("spec", ['{"mark": "no such mark"}', "no JSON"])
def test_what_is_no_chart_is_told_as_without_the_process(spec: str) -> None:
    with pytest.raises(ValueError) as without:
        engine.svg(spec)
    engine.start()
    with pytest.raises(ValueError) as told:
        engine.svg(spec)
    assert str(told.value) == str(without.value)


def test_it_ends_with_the_program() -> None:
    engine.start()
    process: Any = engine._process
    engine.stop()
    assert process.returncode is not None
