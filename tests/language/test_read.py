"""The finders composed: nothing is read from lines that are no part of the article."""

from __future__ import annotations

from sayso.language.read import annotate
from sayso.model import Report, Stretch

TEXT = (
    "Crane falls on quay\n\nTwo people were killed when a crane fell on the quay, the harbour master said.\n\n"
    "Police said that 40 people were killed in the cinema last night.\n"
)
NOTICE = TEXT.index("Police said")


def test_the_article_is_read() -> None:
    found = annotate(Report(id="crane", text=TEXT))
    assert {figure.low for figure in found.figures} == {2, 40}
    assert len(found.attributions) == 2


def test_furniture_is_not() -> None:
    notice = Stretch(start=NOTICE, end=len(TEXT) - 1, kind="furniture")
    found = annotate(Report(id="crane", text=TEXT, parts=(notice,)))
    assert {figure.low for figure in found.figures} == {2}
    assert all(part.end <= NOTICE for one in found.attributions for part in one.content)
    assert all(anchor.end <= NOTICE for anchor in (*found.places, *found.times))


def test_another_language_is_left_alone() -> None:
    found = annotate(Report(id="crane", text=TEXT, language="de"))
    assert found.attributions == () and found.figures == ()


def test_nothing_is_found_in_next_to_nothing() -> None:
    for text in (" ", "x", "\n\n", "“", "1", "!?"):
        assert annotate(Report(id="odd", text=text)).attributions == ()
