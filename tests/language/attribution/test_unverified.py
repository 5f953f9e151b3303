from __future__ import annotations

import pytest

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Report


def found(text: str) -> list[tuple[str | None, str, str]]:
    report = Report(id="r", text=text, outlet="The Tarn Mail")
    return [
        (a.chain[0].name if a.chain else None, a.stance, " … ".join(part.quote for part in a.content))
        for a in find_attributions(report, parse(text))
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The claim could not be independently verified.", "The claim"),
        ("The footage has not been verified.", "The footage"),
        ("None of this could be confirmed.", "None of this"),
        ("Neither account could be confirmed by this newspaper on Friday.", "Neither account"),
        ("It was not immediately possible to verify the figures.", "the figures"),
        ("It has been impossible to establish who fired first.", "who fired first"),
    ],
)
def test_what_nobody_could_check_the_outlet_could_not(text: str, content: str) -> None:
    assert found(text) == [("The Tarn Mail", "could-not-verify", content)]


def test_who_tried_in_vain_is_named_where_the_report_does() -> None:
    assert found("The video could not be verified by Continental News.") == [
        ("Continental News", "could-not-verify", "The video")
    ]


@pytest.mark.parametrize(
    "text", ["Mr Hendry could not be reached on Wednesday.", "The toll was confirmed.", "The bridge could be located."]
)
def test_no_check_has_failed(text: str) -> None:
    assert not [stance for _, stance, _ in found(text) if stance == "could-not-verify"]
