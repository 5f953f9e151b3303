from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.harmless import clip, harmless, one_line


@given(st.text())
def test_length_stays_and_no_control_is_left(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n"]


def test_what_turns_text_round_is_shown() -> None:
    assert harmless("invoice\u202egpj.exe \u2066x\u2069") == "invoice\ufffdgpj.exe \ufffdx\ufffd"


def test_scripts_that_run_right_to_left_stay() -> None:
    assert harmless("قالت الوزارة\u200f: ٣٠") == "قالت الوزارة\u200f: ٣٠"


def test_one_line() -> None:
    assert one_line("a\r\n b\tc\x1b[31m") == "a b c\ufffd[31m"


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_clip_keeps_to_its_length(text: str, length: int) -> None:
    assert len(clip(text, length)) <= length


def test_clip_cuts_at_a_word() -> None:
    assert clip("one two three four", 12) == "one two…"
    assert clip("one", 12) == "one"
