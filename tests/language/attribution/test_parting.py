from __future__ import annotations

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Report


def test_two_verbs_of_one_subject_are_two_statements() -> None:
    text = 'Carda, its only ally, said it was "resolutely opposed" to the test and warned Tarn to refrain from further ones.'
    found = find_attributions(Report(id="r", text=text), parse(text))
    assert [a.cue[0].quote for a in found] == ["said", "warned"]
    assert {a.source.name for a in found if a.source} == {"Carda"}


def test_reported_speech_and_the_quotation_behind_it_are_two_statements_also_where_the_quotation_goes_on() -> None:
    text = (
        "Oda Ferrin, a welder, said she had seen a flash and then, a minute later, smoke over the sheds. "
        '"I took it for lightning," she said. "Then the roof went."'
    )
    found = find_attributions(Report(id="r", text=text), parse(text))
    contents = [[part.quote for part in a.content] for a in found]
    assert ["I took it for lightning", "Then the roof went."] in contents
    assert {a.source.resolved or a.source.name for a in found if a.source} == {"Oda Ferrin"}


def test_of_what_he_does_not_speak_a_speaker_says_nothing() -> None:
    text = "The spokesman said that not one shell had been fired since noon; of the morning he did not speak."
    found = find_attributions(Report(id="r", text=text), parse(text))
    assert [(a.stance, a.content[-1].quote.removeprefix("that ")) for a in found] == [
        ("denies", "not one shell had been fired since noon")
    ]
