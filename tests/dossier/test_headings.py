from __future__ import annotations

from sayso.dossier.headings import heading
from sayso.dossier.ledger import Ledger
from sayso.model import Dossier


def test_a_figure_is_called_by_its_question(dossier: Dossier) -> None:
    assert heading(dossier.claims[2]).text == "How many people were killed at Port Ambel?"


def test_a_proposition_is_called_by_its_words_and_whose_they_are(dossier: Dossier) -> None:
    fired = dossier.claims[1].model_copy(update={"proposition": "that … it had fired on that port"})
    denied = fired.positions[0].model_copy(update={"text": "that … it had fired on that port"})
    fired = fired.model_copy(update={"positions": (denied,)})
    called = heading(fired, Ledger(dossier))
    assert called.text == "“it had fired on that port”"
    assert called.by == "Lowland army"


def test_a_word_that_only_begins_like_one_that_joins_is_kept(dossier: Dossier) -> None:
    claim = dossier.claims[1].model_copy(update={"proposition": "Thatcham was flooded"})
    assert heading(claim).text == "“Thatcham was flooded”"


def test_quotation_marks_within_are_single_ones(dossier: Dossier) -> None:
    claim = dossier.claims[1].model_copy(update={"proposition": "they “thwarted an attempt”"})
    assert heading(claim).text == "“they ‘thwarted an attempt’”"
    whole = dossier.claims[1].model_copy(update={"proposition": "“It was an attempt.”"})
    assert heading(whole).text == "“It was an attempt.”"
