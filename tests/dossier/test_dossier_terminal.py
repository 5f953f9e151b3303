from __future__ import annotations

import io

from rich.console import Console

from sayso.dossier.terminal import summary
from sayso.model import Dossier


def shown(dossier: Dossier, *, width: int = 100, encoding: str = "utf-8", **options: bool) -> str:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="")
    summary(dossier, Console(file=out, width=width, **options))
    out.flush()
    return raw.getvalue().decode(encoding)


def test_what_was_read_and_what_was_not(dossier: Dossier) -> None:
    text = shown(dossier)
    assert "3 reports read, 1 story, 3 claims" in text
    assert "c.pdf: It is not text." in text


def test_disputes_come_first_with_bars(dossier: Dossier) -> None:
    text = shown(dossier)
    assert text.index("Disputed") < text.index("How many people were killed") < text.index("The other claims")
    assert text.index("The other claims") < text.index("How many bodies")
    bars = [line for line in text.splitlines() if "█" in line]
    assert ["▶" in line for line in bars] == [False, False, True]  # what was replaced comes last
    assert "admits: 9" in text


def test_no_colours_where_there_is_no_terminal(dossier: Dossier) -> None:
    assert "\x1b" not in shown(dossier)
    assert "\x1b" in shown(dossier, force_terminal=True)


def test_plain_characters_where_no_others_can_be_shown(dossier: Dossier) -> None:
    text = shown(dossier, encoding="ascii")
    assert "#" in text
    assert ">" in text


def test_markup_and_escapes_of_a_report_are_text(dossier: Dossier) -> None:
    claims = tuple(
        claim.model_copy(update={"question": "[red]Who?[/red] \x1b[2J\u202e[link=x]"}) for claim in dossier.claims
    )
    text = shown(dossier.model_copy(update={"claims": claims}), force_terminal=True, width=200)
    assert "[red]Who?[/red]" in text
    assert "\x1b[2J" not in text
    assert "\u202e" not in text


def test_long_lists_are_cut_with_a_word(dossier: Dossier) -> None:
    many = tuple(dossier.claims[0].model_copy(update={"id": f"b{n}"}) for n in range(100))
    assert "60 more claims in the dossier." in shown(dossier.model_copy(update={"claims": many}))
