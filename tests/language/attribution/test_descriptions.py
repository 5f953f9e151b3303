from __future__ import annotations

import pytest

from sayso.language.attribution.mentions import Mentions
from sayso.language.parsing import parse
from tests.language.attribution.test_sources import names


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Emeka Strand, a baker, said he had heard two bangs.", "Emeka Strand"),
        ("Oluchi Tamber, 43, said the soldiers came at dawn.", "Oluchi Tamber"),
        ("Lindiwe Karsh, who lost two sons, said nobody had warned her.", "Lindiwe Karsh"),
        ("Harrow Watch, a monitoring group, said the strike came from the north.", None),
        ("Straitline Ferries, the owner, said the crew had been told.", None),
    ],
)
def test_a_description_tells_whether_a_name_is_a_persons(text: str, person: str | None) -> None:
    assert [m.name for m in Mentions(parse(text)).people] == ([person] if person else [])


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[S Harrow Watch, a monitoring group,] [Q said] [C the strike came from the north].", "Harrow Watch"),
        ("[S The interior ministry on Friday] [Q said] [C that 38 had died].", "The interior ministry"),
        ("[S A note of 10 March] [Q said] [C that 38 had died].", "A note of 10 March"),
        ("[S The Institute of Mines in Tarn, seen by this paper,] [Q found] [C no trace].", "The Institute of Mines in Tarn"),
        ("[S Harrow Watch, a monitor, and the Lenn Council, a charity,] [Q said] [C it burned].", "Harrow Watch, a monitor, and the Lenn Council, a charity"),
    ],
)  # fmt: skip
def test_a_description_is_no_part_of_the_name(marked: str, name: str) -> None:
    assert names(marked) == [name]


def test_he_is_the_described_man_not_the_minister_before_him() -> None:
    assert names(
        "[S Interior Minister Casimir Veld] [Q said] [C the wall had held]. "
        "[S Emeka Strand, a baker,] [Q said] [C he had heard two bangs]. “[C It was the guns],” [S he] [Q said]."
    ) == ["Casimir Veld", "Emeka Strand", "Emeka Strand"]
