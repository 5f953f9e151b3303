from __future__ import annotations

import pytest

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Attribution, Report


def only(text: str) -> Attribution:
    (found,) = find_attributions(Report(id="r", text=text, outlet="The Tarn Mail"), parse(text))
    return found


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "The Ulm Post quoted General Aster Vane as saying that the bridge had been mined.",
            ["Aster Vane", "The Ulm Post"],
            "the bridge had been mined",
        ),
        ("State radio cited the minister as saying 12 men had died.", ["the minister", "State radio"], "12 men had died"),
        ("“We never fired,” the daily Rowan quoted an officer as saying.", ["an officer", "the daily Rowan"], "We never fired"),
        ("The minister was quoted by Radio Sund as saying that two men had died.", ["The minister", "Radio Sund"], "two men had died"),
    ],
)  # fmt: skip
def test_who_is_quoted_says_it_and_who_quotes_relays_it(text: str, chain: list[str], content: str) -> None:
    found = only(text)
    assert [link.name for link in found.chain] == chain
    assert [part.quote for part in found.content] == [content]
