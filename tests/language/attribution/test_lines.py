from __future__ import annotations

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Report


def found(text: str) -> list[tuple[str | None, str]]:
    return [
        (a.source.name if a.source else None, " … ".join(part.quote for part in a.content))
        for a in find_attributions(Report(id="r", text=text), parse(text))
    ]


def test_turns_of_a_transcript_are_their_speakers() -> None:
    text = "HARDING: Was there shooting?\nMOLNIK: There was none. I repeat.\nHARDING: None at all?\nMOLNIK: They lie.\n"
    assert found(text) == [
        ("HARDING", "Was there shooting?"),
        ("MOLNIK", "There was none. I repeat."),
        ("HARDING", "None at all?"),
        ("MOLNIK", "They lie."),
    ]


def test_a_quotation_signed_behind_a_dash_is_the_signer_s() -> None:
    text = "“I ran when I heard it.” ― Mara Toll, 34, nurse\n\n“They came at night.” — Ivo Brand\n"
    assert found(text) == [("Mara Toll", "I ran when I heard it."), ("Ivo Brand", "They came at night.")]


def test_a_heading_in_capitals_is_nobody() -> None:
    text = "UPDATE: the bridge has been closed.\nUPDATE: the bridge is open again.\n"
    assert "UPDATE" not in {name for name, _ in found(text)}


def test_who_has_one_turn_of_a_transcript_speaks_too() -> None:
    text = 'ARDEN: Did you know of it?\n\nARDEN: Did you?\n\n"VOSS: I knew nothing.'
    found = find_attributions(Report(id="r", text=text), parse(text))
    assert [(a.source.name, a.content[0].quote) for a in found if a.source][-1] == ("VOSS", "I knew nothing.")
