from __future__ import annotations

import pytest

from sayso.dossier.headings import heading
from sayso.dossier.ledger import Ledger
from sayso.model import Anchor, Dossier


def called(dossier: Dossier, proposition: str, text: str | None = None) -> str:
    """The heading of the claim that the army fired, put in these words; `text` is the first position's."""
    first, *others = dossier.claims[1].positions
    positions = (first.model_copy(update={"text": text or first.text}), *others)
    claim = dossier.claims[1].model_copy(update={"proposition": proposition, "positions": positions})
    return heading(claim, Ledger(dossier))


def test_a_figure_is_called_by_its_question(dossier: Dossier) -> None:
    assert heading(dossier.claims[2], Ledger(dossier)) == "How many people were killed at Port Ambel?"


def test_a_proposition_is_called_by_its_question_where_it_has_one(dossier: Dossier) -> None:
    asked = "Had the Lowland army fired on the port?"
    claim = dossier.claims[1].model_copy(update={"question": asked})
    assert heading(claim, Ledger(dossier)) == asked
    quoting = claim.model_copy(
        update={"question": "Is it so, in the words of the army: “fire”?", "proposition": "fire"}
    )
    assert heading(quoting, Ledger(dossier)).endswith("“fire”")


def test_a_proposition_is_told_with_who_puts_it_and_the_words_that_credit_it(dossier: Dossier) -> None:
    assert called(dossier, "that it had fired on the port") == "Lowland army denied that “it had fired on the port”"
    assert called(dossier, "that one shell had left the range") == (
        "An army spokesman admitted that “one shell had left the range”"
    )


@pytest.mark.parametrize("cue", ["The Lowland army", "Monday in Port Ambel"])
def test_a_cue_that_does_not_stand_beside_its_words_is_left_out(dossier: Dossier, cue: str) -> None:
    text = dossier.reports[0].text
    start = text.index(cue)
    far = Anchor.of(text, start, start + len(cue))
    denied = dossier.attributions[2].model_copy(update={"cue": (far,)})
    moved = dossier.model_copy(update={"attributions": (*dossier.attributions[:2], denied)})
    assert called(moved, "that it had fired on the port") == "Lowland army: “it had fired on the port”"


def test_what_credits_on_a_condition_is_left_out(dossier: Dossier) -> None:
    first = dossier.reports[0]
    source = dossier.attributions[2].source
    assert source is not None and source.start is not None
    text = first.text[: source.start - 4] + " If " + first.text[source.start :]
    doubted = dossier.model_copy(update={"reports": (first.model_copy(update={"text": text}), *dossier.reports[1:])})
    assert called(doubted, "that it had fired on the port") == "Lowland army: “it had fired on the port”"


def test_who_says_it_is_left_out_where_nobody_has_these_words(dossier: Dossier) -> None:
    assert called(dossier, "Thatcham was flooded") == "“Thatcham was flooded”"  # and no "that" is cut from it


def test_quotation_marks_within_are_single_ones(dossier: Dossier) -> None:
    assert called(dossier, "they “thwarted an attempt”") == "“they ‘thwarted an attempt’”"
    assert called(dossier, "“It was an attempt.”", "“It was an attempt.”") == "Lowland army: “It was an attempt.”"
