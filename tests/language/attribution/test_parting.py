from __future__ import annotations

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Report


def test_two_verbs_of_one_subject_are_two_statements() -> None:
    text = 'Carda, its only ally, said it was "resolutely opposed" to the test and warned Tarn to refrain from further ones.'
    found = find_attributions(Report(id="r", text=text), parse(text))
    assert [a.cue[0].quote for a in found] == ["said", "warned"]
    assert {a.source.name for a in found if a.source} == {"Carda"}
