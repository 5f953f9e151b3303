"""The gold of real news: its anchors lie in their texts, and of the half held back nothing but scores is shown."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from bench import real
from sayso.language.figures.vocabulary import number_words
from sayso.model import Figure

WORDS = re.compile(r"[^\W_]+", re.UNICODE)


def _numbers() -> set[str]:
    known = number_words()
    vague = {word for phrase in known.vague for word in phrase.split()}
    return vague | {
        *known.words,
        *known.ordinals,
        *known.scales,
        *known.collectives,
        *known.zero,
        *known.both,
        "single",
        "more",
    }


def _values(words: str) -> set[int]:
    """The numerals in `words`, and those that number words name by themselves."""
    known = number_words().words | number_words().ordinals
    named = {known[w.lower()] for w in WORDS.findall(words) if w.lower() in known}
    return named | {int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", words) if n.strip(",")}


def test_anchors_lie_in_their_passages_and_hold_the_number(shared: Path) -> None:
    known = _numbers()
    for passage in real.passages():
        text = real.text_of(passage)
        assert 0 <= passage.start < passage.end <= len(text)
        for figure in passage.figures:
            words = text[figure["start"] : figure["end"]]
            assert passage.start <= figure["start"] < figure["end"] <= passage.end, passage.text
            assert re.search(r"\d", words) or any(w.lower() in known for w in WORDS.findall(words)), words
            bounds = {figure["low"], figure["high"]} - {None}
            scaled = any(w.lower() in {*number_words().scales, *number_words().zero} for w in WORDS.findall(words))
            assert not bounds or scaled or bounds & _values(words) or bounds == {0}, words


def test_halves_are_of_like_size() -> None:
    wanted = {half: [f for p in real.passages(half) for f in p.figures if not f.get("open")] for half in real.HALVES}
    first, second = map(len, wanted.values())
    assert abs(first - second) <= 5 and first + second >= 140


def test_what_the_reader_found_scores_one(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def as_read(passage: real.Passage) -> list[tuple[int, int, Figure]]:
        text, found = real.text_of(passage), []
        for n, w in enumerate(passage.figures):
            kept = {key: w[key] for key in ("start", "end", "measure", "low", "high")}
            mode = w.get("mode", "actual")
            figure = Figure(
                **kept,
                quote=text[w["start"] : w["end"]],
                id=f"x:f{n}",
                report="x",
                unit="person",
                mode=mode,
                said_by=w.get("credited"),
            )
            found.append((w["start"], w["end"], figure))
        return found

    monkeypatch.setattr(real, "read", as_read)
    shares = real.scores()[0]["all"]
    assert (shares["f1"], shares["credited"], shares["historical"]) == (1.0, 1.0, 1.0)
    monkeypatch.setattr(real, "read", lambda passage: [])
    assert real.scores()[0]["all"]["recall"] == 0.0


@pytest.mark.parametrize("chosen", [[], ["--half", "second"]])
def test_misses_of_the_second_half_are_refused(chosen: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["real", "--misses", *chosen])
    with pytest.raises(SystemExit):
        real.main()
