"""Counts that somebody tells in passing."""

from __future__ import annotations

import pytest

from sayso.language.attribution.countings import counted
from sayso.language.parsing import parse, text_of
from sayso.language.read import annotate
from sayso.model import Report


def sources(text: str) -> list[tuple[str, tuple[str, ...]]]:
    doc = parse(text)
    return [(text_of(doc)[slice(*c.source[0])], tuple(text[s:e] for s, e in c.content)) for c in counted(list(doc))]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The clinic, which recorded 31 deaths, is closed.", "which", ("31 deaths",)),
        ("Neighbours counted 22 bodies.", "Neighbours", ("22 bodies",)),
        ("The toll of 19 given by the mayor was doubted.", "the mayor", ("The toll of 19",)),
        ("The latest count by the mayor's office is 14 wounded.", "the mayor's office", ("14 wounded",)),
    ],
)
def test_a_count_told_in_passing(text: str, source: str, content: tuple[str, ...]) -> None:
    assert sources(text) == [(source, content)]


@pytest.mark.parametrize("text", ["We counted 22 bodies.", "The mayor spoke of hope.", "The clinic recorded 31 songs."])
def test_no_count(text: str) -> None:
    assert sources(text) == []


def credited(text: str) -> list[tuple[int | None, str | None]]:
    return [(f.low, f.said_by) for f in annotate(Report(id="r", text=text)).figures]


def test_a_numbered_communique_is_its_issuers() -> None:
    text = "Three soldiers were wounded, according to Bulletin No. 7 of the Northern Command."
    assert credited(text) == [(3, "the Northern Command")]
    text = 'The Northern Command said its column had been attacked. "Three men fell," Communique No. 31 says.'
    assert credited(text) == [(3, "The Northern Command")]


def test_a_part_is_credited_with_its_whole() -> None:
    text = "The clinic's office confirmed one death and 14 injured, two of them in intensive care."
    assert {who for _, who in credited(text)} == {"The clinic's office"}
