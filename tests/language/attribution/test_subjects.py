from __future__ import annotations

from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.subjects import subject_of_cue
from sayso.language.parsing import parse

TEXT = "It was the second fire, after an earlier blast claimed by a band of exiled smugglers living abroad."


def _span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_nothing_of_what_tells_who_claimed_a_deed_is_what_is_said() -> None:
    content = (_span("an earlier blast"), _span("smugglers living abroad"))
    cut = Candidate((_span("a band of exiled"),), (_span("claimed by"),), content, 0.9, "model")
    whole = subject_of_cue(parse(TEXT), cut)
    assert whole.content == content[:1]
    assert whole.source == (_span("a band of exiled smugglers living abroad"),)


def test_a_second_verb_s_statement_is_its_subject_s_where_nobody_else_was_found() -> None:
    text = "The tenants' union, which went from flat to flat, keeps a list and concludes that nine are missing."
    cue, content = text.index("concludes"), text.index("that nine")
    alone = Candidate((), ((cue, cue + 9),), ((content, len(text) - 1),), 0.9, "model")
    [(start, end)] = subject_of_cue(parse(text), alone).source
    assert text[start:end].startswith("The tenants' union")
