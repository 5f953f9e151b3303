"""Numbers that are somebody's without a verb of saying, and what a statement goes on to or stops at."""

from __future__ import annotations

import pytest

from sayso.language.attribution.phrases import unquoted
from sayso.language.attribution.tallies import reckoned
from sayso.language.figures import find_figures
from sayso.language.parsing import parse, text_of
from sayso.language.quotations import quotations
from sayso.language.read import annotate
from sayso.model import Report


def sources(text: str) -> list[tuple[str, tuple[str, ...]]]:
    doc = parse(text)
    found = reckoned(unquoted(doc, quotations(text)))
    return [(text_of(doc)[slice(*c.source[0])], tuple(text[s:e] for s, e in c.content)) for c in found]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The squall sank two cutters with the loss, by the pilots' latest count, of 12 lives.",
            "the pilots",
            ("the loss", "of 12 lives"),
        ),
        ("By the navy's own reckoning 60 men drowned in the bay.", "the navy", ("60 men drowned in the bay",)),
        (
            "By the provincial headquarters’ count, 1,160 people have left.",
            "the provincial headquarters",
            ("1,160 people have left",),
        ),
        ("The dockers stick to their estimate of 4,000 marchers.", "The dockers", ("4,000 marchers",)),
        ("The league, whose own list has grown to 80 dead, called a strike.", "whose", ("grown to 80 dead",)),
        ("The union, which had put the number of missing at 20, was right.", "which", ("the number of missing at 20",)),
        ("On the word of the harbour master, 13 sailors drowned.", "the harbour master", ("13 sailors drowned",)),
    ],
)
def test_a_number_on_somebodys_count(text: str, source: str, content: tuple[str, ...]) -> None:
    assert sources(text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "By all accounts the pier was full.",
        "He left on his own account with 20 crowns.",
        "The mate put the lamp on the shelf at nine.",
        "The harbour's list of 40 berths is full of holes.",
    ],
)
def test_no_count_of_anybodys(text: str) -> None:
    assert not [s for s in sources(text) if s[0] not in ("The harbour",)]


def credited(text: str) -> list[tuple[int | None, str | None]]:
    return [(f.low, f.said_by) for f in annotate(Report(id="r", text=text)).figures]


def test_a_passive_tally_names_its_agent() -> None:
    assert credited("Pier collapse toll cut to 12 by transport ministry") == [(12, "transport ministry")]


def test_coordinated_numbers_share_their_source() -> None:
    text = "The navy put the dead at seven and the wounded at 20."
    assert credited(text) == [(7, "The navy"), (20, "The navy")]


def test_a_headlines_as_is_no_part_of_what_is_denied() -> None:
    assert credited("Orvane Lines denies neglect as pier toll rises to 39") == [(39, None)]


def test_two_sentences_with_a_source_each() -> None:
    text = "Thirty men drowned, the navy said. According to the pilots seven drowned."
    assert credited(text) == [(30, "the navy"), (7, "the pilots")]


def test_figures_need_no_attribution() -> None:
    report = Report(id="r", text="Nine men drowned.")
    assert find_figures(report, parse(report.text), ())[0].said_by is None


def test_a_count_whose_noun_is_left_out() -> None:
    assert sources("The army has 33 dead on its list. By the union's it leaves 28.")[-1] == (
        "the union",
        ("it leaves 28",),
    )
    assert sources("By the board's figures 12,000 are homeless; by the UN's, 30,000.")[-1] == ("the UN", ("30,000",))
    assert sources("The fire began by the baker's at nine and killed 12.") == []


@pytest.mark.parametrize(
    ("text", "source", "low"),
    [
        (
            '"Ask us," said the union\'s Iva Tern, by whose count 91 men are missing.',
            "the union's Iva Tern",
            91,
        ),
        ("Marta Kolb, by whose reckoning 14 people died, keeps a list.", "Marta Kolb", 14),
        ("The league, by whose tally 212 have been arrested, asked for a list.", "The league", 212),
    ],
)
def test_by_whose_count(text: str, source: str, low: int) -> None:
    found = [by for number, by in credited(text) if number == low]
    assert found and found[0] is not None and found[0].startswith(source)
