"""What is said of somebody's statement is not what he says."""

from __future__ import annotations

import pytest

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Report


def read(text: str) -> list[tuple[str | None, tuple[str, ...], str]]:
    """Source, content and stance of each attribution."""
    found = find_attributions(Report(id="r", text=text, outlet="The Corran Ledger"), parse(text))
    return [(a.source.name if a.source else None, tuple(c.quote for c in a.content), a.stance) for a in found]


def test_a_denial_ends_where_its_clause_does() -> None:
    text = "Moscow's denial that it fired the missile was met with laughter."
    assert read(text) == [("Moscow", ("that it fired the missile",), "denies")]


def test_what_befalls_a_report_is_not_its_owners_word() -> None:
    found = read("A report by the Red Crescent that 40 had died could not be confirmed.")
    assert ("the Red Crescent", ("40 had died",), "asserts") in found
    assert [s for s, _, stance in found if stance == "could-not-verify"] == ["The Corran Ledger"]


def test_whoever_rejects_it_speaks_of_it() -> None:
    found = read("The suggestion by Mr Helm that the plane carried arms was dismissed by Sorvia as a fairy tale.")
    whole = ("The suggestion by Mr Helm that the plane carried arms", "as a fairy tale")
    assert ("Sorvia", whole, "denies") in found
    assert any(source == "Helm" and said[-1].endswith("the plane carried arms") for source, said, _ in found)


def test_what_somebody_is_asked_about_is_said_by_its_owner_alone() -> None:
    found = read("Asked about a claim by the separatists that the school had been a barracks, Colonel Vey said he had "
                 '"nothing to add".')  # fmt: skip
    assert [s for s, _, _ in found] == ["the separatists", "Vey"]
    assert found[1][2] == "no-comment"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The coalition, which calls itself Enough Now, said 900 had marched.", "Enough Now"),
        ("The group, known as the Hill Brigade, denied it had fired.", "Hill Brigade"),
        ("The bridge was mined, said a man who had crossed it that morning. He gave his name as Tomas.", "Tomas"),
        ('"They shot at us," a woman said at the gate. Her name is Olena Marchuk.', "Olena Marchuk"),
        ("The Herald reported on the quarry. The paper said that two men had died.", "The Herald"),
    ],
)
def test_a_name_told_beside_the_source(text: str, source: str) -> None:
    assert [s for s, _, _ in read(text)][:1] == [source]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The police reject the allegation, repeated by certain media, that officers had locked the gates.", "certain media", "officers had locked the gates"),
        ("The ministry dismissed the claim, made by the rebels on Monday, that the bridge had been mined.", "the rebels", "the bridge had been mined"),
    ],
)  # fmt: skip
def test_what_is_rejected_is_the_word_of_whoever_made_it(text: str, source: str, content: str) -> None:
    assert (source, (content,), "asserts") in read(text)


def test_the_deed_is_denied_with_what_it_was_done_to() -> None:
    assert ("Corran", ("backing the Front",), "denies") in read(
        "Corran, which has always denied backing the Front, dismissed any suggestion that its soldiers had taken part."
    )
