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
        ("There was no independent confirmation of the toll.", "the toll"),
        ("No confirmation of the strike was available.", "the strike"),
        ("Neither side's claims could be checked.", "Neither side's claims"),
    ],
)
def test_what_nobody_could_check_the_outlet_could_not(text: str, content: str) -> None:
    assert found(text) == [("The Tarn Mail", "could-not-verify", content)]


def test_the_whole_of_what_opens_the_sentence_could_not_be_checked() -> None:
    text = "A tape that purports to show two officers dragging a man could not be authenticated by the Courier."
    said = found(text)
    assert ("the Courier", "could-not-verify", text.partition(" could")[0]) in said
    assert [content for _, stance, content in said if stance == "asserts"] == ["to show two officers dragging a man"]


def test_who_tried_in_vain_is_named_where_the_report_does() -> None:
    assert found("The video could not be verified by Continental News.") == [
        ("Continental News", "could-not-verify", "The video")
    ]


@pytest.mark.parametrize(
    ("text", "could_not", "other"),
    [
        (
            "A video said to show the explosion could not be verified by Reuters.",
            ("Reuters", "A video said to show the explosion"),
            ("A video", "to show the explosion"),
        ),
        (
            "The Courier was unable to authenticate the tape, which police said was filmed in another country.",
            ("The Courier", "the tape, which police said was filmed in another country"),
            ("police", "the tape … which … was filmed in another country"),
        ),
        (
            "The Front said it had lost two men, a figure that could not be independently verified.",
            ("The Tarn Mail", "a figure"),
            ("The Front", "it had lost two men"),
        ),
    ],
)
def test_what_could_not_be_checked_and_what_others_say_of_it(
    text: str, could_not: tuple[str, str], other: tuple[str, str]
) -> None:
    said = found(text)
    assert (could_not[0], "could-not-verify", could_not[1]) in said
    assert (other[0], "asserts", other[1]) in said and len(said) == 2


@pytest.mark.parametrize(
    "text", ["Mr Hendry could not be reached on Wednesday.", "The toll was confirmed.", "The bridge could be located."]
)
def test_no_check_has_failed(text: str) -> None:
    assert not [stance for _, stance, _ in found(text) if stance == "could-not-verify"]
