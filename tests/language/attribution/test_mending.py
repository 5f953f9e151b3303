from __future__ import annotations

from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.mending import from_the_start, named_last, only_a_reaction
from sayso.language.parsing import parse


def test_what_stands_before_the_cue_is_said_from_its_beginning_on() -> None:
    text = "Nine people drowned on Friday after a dam burst, the water board said."

    def span(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    cut = Candidate(span("the water board"), span("said"), span("a dam burst"), 0.9, "model")
    [(start, end)] = from_the_start(parse(text), cut).content
    assert text[start:end] == "Nine people drowned on Friday after a dam burst"


def test_a_name_at_the_end_of_a_headline_is_who_says_it() -> None:
    text = "They Are Shelling Our Towns, Complains Ardmoor\n\nThe army fired on two towns, the mayor said."
    cue, name = text.index("Complains"), text.index("Ardmoor")
    read = Candidate(((77, 86),), ((cue, cue + 9),), ((0, 27), (name, name + 7)), 0.5, "model")
    mended = named_last(parse(text), read)
    assert [text[s:e] for s, e in mended.source] == ["Ardmoor"]
    assert [text[s:e] for s, e in mended.content] == ["They Are Shelling Our Towns"]
    spoken = "“We will go on,” said Ardmoor, and left."
    said = Candidate((), ((17, 21),), ((22, 29),), 0.5, "model")
    assert named_last(parse(spoken), said) == said  # the line goes on


def test_what_somebody_reacts_to_is_not_what_he_says() -> None:
    text = "Ardmoor's angry response to the attacks was brief."
    cue = text.index("angry")
    doc = parse(text)
    assert only_a_reaction(doc, Candidate((), ((cue, 27),), ((28, 39),), 0.6, "model"))
    assert not only_a_reaction(doc, Candidate((), ((10, 24),), ((28, 39),), 0.6, "model"))
