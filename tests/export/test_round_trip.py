"""Every anchor of every format leads back to the same words, whatever the reports hold."""

from __future__ import annotations

import json
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export import FORMATS, ExportError, export
from sayso.model import Dossier, Evidence
from tests.export.anchors import READERS
from tests.export.telling import Span, claim, dossier, event, full, position

SLOW = ("parquet", "xlsx")
PIECES = [
    "=1+1", "+SUM(A1)", "-2", "@cmd", "\t", "\r", "\n", "\r\n", "'", "''=", '"', '"",', ";", ";;", "; ", "\0", "\x1b[2J", "_x0041_",
    "</script><script>alert(1)</script>", "`", "](javascript:x)", "\u202eabc\u202c", "שלום", "مرحبا", "👩‍🚀", "🇺🇦", "é", "e\u0301", "Łódź",
    "Đà Nẵng", "\ufeff", "\u2028", "\x85", "＝1", "http://a.example/x", "word", " ",
]  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    pieces = st.one_of(st.sampled_from(PIECES), st.characters(exclude_categories=["Cs"]))
    text = "".join(draw(st.lists(pieces, min_size=1, max_size=12)))
    starts = draw(st.lists(st.integers(0, len(text) - 1), min_size=1, max_size=3))
    return text, [(start, draw(st.integers(start + 1, len(text)))) for start in starts]


def test_every_format_is_read_back() -> None:
    assert READERS.keys() == FORMATS.keys()


def check(to: str, text: str, spans: list[Span]) -> None:
    found = list(READERS[to](export(full(text, spans), to)))
    assert {(start, end) for _, start, end, _ in found} >= set(spans)
    for report, start, end, words in found:
        assert report == "r1"
        assert words is None or words == text[start:end]


@pytest.mark.parametrize("to", FORMATS)
def test_hostile_words_come_back(to: str) -> None:
    starts = list(accumulate(map(len, PIECES), initial=0))
    text = "".join(PIECES)
    check(to, text, [(start, min(end + 3, len(text))) for start, end in pairwise(starts)])


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("id", ["=1+1", "a b#char=1,2 ?report=x&y", "é'\"/../<b>", "-1"])
def test_a_report_of_any_name_is_found_again(to: str, id: str) -> None:
    told = full("some words", [(0, 4)])
    renamed = Dossier.model_validate_json(told.model_dump_json().replace('"r1"', json.dumps(id)))
    assert {report for report, *_ in READERS[to](export(renamed, to))} == {id}


@pytest.mark.parametrize("to", [to for to in FORMATS if to not in SLOW])
@settings(max_examples=30)
@given(told=texts())
def test_any_words_come_back(to: str, told: tuple[str, list[Span]]) -> None:
    check(to, *told)


@pytest.mark.parametrize("to", SLOW)
@settings(max_examples=8)
@given(told=texts())
def test_any_words_come_back_from_files_that_take_time(to: str, told: tuple[str, list[Span]]) -> None:
    check(to, *told)


@pytest.mark.parametrize("to", FORMATS)
def test_the_words_of_the_sample_come_back(to: str, sample: Dossier) -> None:
    texts = {report.id: report.text for report in sample.reports}
    found = list(READERS[to](export(sample, to)))
    assert found
    for report, start, end, words in found:
        assert texts[report][start:end], "an empty stretch"
        assert words is None or words == texts[report][start:end]


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_dossier_gives_the_same_bytes(to: str, sample: Dossier) -> None:
    again = Dossier.model_validate_json(sample.model_dump_json())
    assert export(sample, to) == export(again, to)


@pytest.mark.parametrize("to", FORMATS)
def test_a_dossier_of_nothing(to: str) -> None:
    empty = Dossier(versions={"sayso": "0", "model": "m", "knowledge": "k"}, reports=())  # type: ignore[arg-type]
    assert export(empty, to)


@pytest.mark.parametrize("to", ["csv", "ucdp", "hxl", "claimreview", "geojson", "markdown"])
@pytest.mark.parametrize(("start", "end"), [(0, 99), (2, 2), (5, 3)])
def test_evidence_outside_the_text_is_an_error(to: str, start: int, end: int) -> None:
    beyond = (Evidence(report="r1", start=start, end=end),)
    wrong = dossier("short", claim("c1", position(1, 1, (start, end))), events=(event(evidence=beyond),))
    with pytest.raises(ExportError, match="outside the text"):
        export(wrong, to)
