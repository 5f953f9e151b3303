"""What a participle only says that it is said of somebody."""

from __future__ import annotations

import pytest

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Attribution, Report


def find(text: str) -> list[Attribution]:
    return list(find_attributions(Report(id="r", text=text), parse(text)))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Two tankers said to have carried the arms lay off Orlen on Sunday.",
            ("Two tankers", "to have carried the arms"),
        ),
        (
            "Documents reported to have been stolen from the ministry were on sale on Monday.",
            ("Documents", "to have been stolen from the ministry"),
        ),
        (
            "Among the vessels said to have carried the arms are two Vardian tankers.",
            ("to have carried the arms", "two Vardian tankers"),
        ),
        ("The gunmen, thought to have come over the lake, fled.", ("The gunmen", "to have come over the lake")),
    ],
)
def test_who_is_said_to_have_acted_does_not_speak(text: str, content: tuple[str, ...]) -> None:
    (found,) = find(text)
    assert found.source is None and found.distanced
    assert tuple(c.quote for c in found.content) == content


def test_a_verb_of_saying_with_a_subject_is_no_hearsay() -> None:
    (found,) = find("A lorry reported to have been seen near the bridge was empty, the police said.")
    assert found.source is not None and found.source.name == "the police"
