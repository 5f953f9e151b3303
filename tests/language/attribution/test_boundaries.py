from __future__ import annotations

from sayso.language.attribution.boundaries import quotation_type, second_halves, tidy, whole_quotations
from sayso.language.attribution.candidates import Candidate
from sayso.language.quotations import quotations


def candidate(text: str, source: str, cue: str, *content: str) -> Candidate:
    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    return Candidate((span(source),), (span(cue),), tuple(map(span, content)), 1.0, "model")


def parts(text: str, found: Candidate) -> list[str]:
    return [text[s:e] for s, e in found.content]


def test_a_quotation_is_whole() -> None:
    text = "“The bridge was sound on Monday. It fell on Tuesday,” Mira said."
    cut = candidate(text, "Mira", "said", "The bridge was sound on Monday")
    assert parts(text, whole_quotations(text, cut, quotations(text))) == [
        "The bridge was sound on Monday. It fell on Tuesday"
    ]


def test_quoted_words_inside_reported_speech_keep_their_marks() -> None:
    text = "Mira said the bridge was “rotten through and through” and should go."
    cut = candidate(text, "Mira", "said", "the bridge was “rotten through")
    assert parts(text, whole_quotations(text, cut, quotations(text))) == ["the bridge was “rotten through and through”"]


def test_the_second_half_of_a_quotation_has_the_same_speaker() -> None:
    text = "“The bridge was sound,” Mira said. “It fell all the same.”\n\nThe “great fall” is remembered."
    [found] = second_halves(text, [candidate(text, "Mira", "said", "The bridge was sound")], quotations(text))
    assert parts(text, found) == ["The bridge was sound", "It fell all the same."]


def test_a_quotation_after_another_sentence_is_left_alone() -> None:
    text = "“The bridge was sound,” Mira said. Rain fell all day. Then it fell. “Not my doing at all.”"
    [found] = second_halves(text, [candidate(text, "Mira", "said", "The bridge was sound")], quotations(text))
    assert parts(text, found) == ["The bridge was sound"]


def test_spans_are_tidied() -> None:
    text = " , the bridge fell, and sank .  "
    assert [text[s:e] for s, e in tidy(text, ((0, 17), (17, 19), (19, len(text))))] == ["the bridge fell", "and sank ."]


def test_quotation_types() -> None:
    text = "“It fell,” Mira said. She called it “a ruin” and left. Nobody spoke."
    found = quotations(text)
    assert quotation_type(text, ((1, 9),), found) == "direct"
    assert quotation_type(text, ((22, 55),), found) == "mixed"
    assert quotation_type(text, ((56, 68),), found) == "indirect"
