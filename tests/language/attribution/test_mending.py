from __future__ import annotations

from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.mending import from_the_start, only_a_reaction, only_after
from sayso.language.parsing import parse


def test_what_stands_before_the_cue_is_said_from_its_beginning_on() -> None:
    text = "Nine people drowned on Friday after a dam burst, the water board said."

    def span(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    cut = Candidate(span("the water board"), span("said"), span("a dam burst"), 0.9, "model")
    [(start, end)] = from_the_start(parse(text), cut).content
    assert text[start:end] == "Nine people drowned on Friday after a dam burst"


def test_what_somebody_reacts_to_is_not_what_he_says() -> None:
    text = "Ardmoor's angry response to the attacks was brief."
    cue = text.index("angry")
    doc = parse(text)
    assert only_a_reaction(doc, Candidate((), ((cue, 27),), ((28, 39),), 0.6, "model"))
    assert not only_a_reaction(doc, Candidate((), ((10, 24),), ((28, 39),), 0.6, "model"))


def test_what_came_before_somebody_spoke_is_not_what_he_says() -> None:
    text = "Army and rebels trade blame after market strike kills dozens"
    cue, content = text.index("blame"), text.index("market")
    said = Candidate((), ((cue, cue + 5),), ((content, len(text)),), 0.6, "model")
    assert only_after(text, said)
    assert not only_after(text, said.but(cue=((0, 4),)))
