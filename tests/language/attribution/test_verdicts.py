from __future__ import annotations

import pytest

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Report


def found(text: str) -> list[tuple[str | None, str, str]]:
    report = Report(id="r", text=text, outlet="Tarn District Police")
    return [
        (a.source.name if a.source else None, a.stance, " … ".join(part.quote for part in a.content))
        for a in find_attributions(report, parse(text))
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The allegation that the detainee was beaten is false.", "The allegation that the detainee was beaten"),
        ("Reports that our forces shelled the abbey are untrue.", "Reports that our forces shelled the abbey"),
        ("It is not true that the convoy was escorted.", "the convoy was escorted"),
        ("It is false that the valve had been repaired.", "the valve had been repaired"),
        ("The story of a second gunman is a myth.", "The story of a second gunman"),
        ("The report that he had resigned turned out to be false.", "The report that he had resigned"),
    ],
)
def test_what_an_outlet_calls_untrue_it_denies(text: str, content: str) -> None:
    assert ("Tarn District Police", "denies", content) in found(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The owner's claim that the doors were open cannot be reconciled with this.", "The owner's claim that the doors were open"),
        ("The army's account is at odds with what villagers saw.", "The army's account"),
        ("The ministry's version does not square with the hospital's records.", "The ministry's version"),
        ("The report's figures conflict with those of the clinic.", "The report's figures"),
    ],
)  # fmt: skip
def test_what_does_not_fit_the_rest_is_doubted(text: str, content: str) -> None:
    assert ("Tarn District Police", "denies", content) in found(text)


def test_what_is_called_untrue_is_still_what_others_say() -> None:
    said = found("Claims by residents that the riders were being followed are false.")
    assert ("residents", "asserts", "the riders were being followed") in [
        (w, s, c.removeprefix("that ")) for w, s, c in said
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The claim that the bridge was mined is credible.",
        "The statement that she made was false.",
        "The alarm was false.",
        "The mayor's account matches that of the guards.",
        "Reports that the bridge had been mined are baseless, the army said.",
    ],
)
def test_no_verdict_of_the_outlet(text: str) -> None:
    assert "Tarn District Police" not in {who for who, _, _ in found(text)}
