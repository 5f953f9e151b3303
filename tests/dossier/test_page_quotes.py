from __future__ import annotations

from sayso.dossier.ledger import Ledger
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.page.quotes import Quote, quotes
from sayso.model import Dossier, Evidence


def made(dossier: Dossier, *stretches: tuple[str, str]) -> tuple[Quote, ...]:
    """The quotations for these words of these reports."""
    ledger = Ledger(dossier)
    evidence = []
    for report, words in stretches:
        start = ledger.reports[report].text.index(words)
        evidence.append(Evidence(report=report, start=start, end=start + len(words)))
    return quotes(ledger, Anchors(ledger), evidence)


def test_words_stand_in_their_paragraph(dossier: Dossier) -> None:
    (quote,) = made(dossier, ("harbour", "had fired on the port"))
    assert quote.pieces == (("The Lowland army denied that it ", False), ("had fired on the port", True), (".", False))
    assert (quote.label, quote.published) == ("Harbour Echo", "2031-05-06")


def test_what_stands_close_together_is_one_passage(dossier: Dossier) -> None:
    (quote,) = made(dossier, ("times", "9"), ("times", "4 to 6"), ("times", "the dead at 4 to 6"))
    assert [text for text, marked in quote.pieces if marked] == ["the dead at 4 to 6", "9"]


def test_passages_of_two_paragraphs_and_two_reports_stay_apart(dossier: Dossier) -> None:
    found = made(dossier, ("wire", "Several people"), ("harbour", "12 bodies"), ("harbour", "fired on"))
    assert [quote.label for quote in found] == ["Harbour Echo", "Harbour Echo", "Daily Ambel"]


def test_long_paragraphs_are_cut_at_words(dossier: Dossier) -> None:
    text = "begin " * 100 + "MIDDLE " + "end " * 100
    report = dossier.reports[0].model_copy(update={"text": text})
    ledger = Ledger(Dossier(versions=dossier.versions, reports=(report,)))
    at = text.index("MIDDLE")
    (quote,) = quotes(ledger, Anchors(ledger), [Evidence(report=report.id, start=at, end=at + 6)])
    before, words, after = (text for text, _ in quote.pieces)
    assert before.startswith("… begin")
    assert words == "MIDDLE"
    assert after.endswith("end …")
    assert len(before + after) < 270
