from __future__ import annotations

import pytest
from large import large
from lxml import html
from whole import whole


@pytest.mark.slow
def test_three_hundred_reports_on_one_story_stay_usable() -> None:
    made = whole(large(300))
    assert len(made.encode()) <= 10_000_000
    tree = html.document_fromstring(made)
    (matrix,) = tree.xpath("//table[@class='matrix']")
    assert len(matrix.xpath(".//tr[@class='names']/th")) <= 20
    assert len(tree.xpath("//article[@class='text']")) == 300
    assert not tree.xpath("//details[@class='full' and @open]")
    assert len(tree.xpath("//figure[@class='picture']")) <= 12
    ids = set(tree.xpath("//@id"))
    assert {href[1:] for href in tree.xpath("//@href") if href.startswith("#")} <= ids


def test_a_claim_of_many_origins_is_drawn_by_side_and_value() -> None:
    tree = html.document_fromstring(whole(large(40)))
    names = tree.xpath("(//div[@class='chart wide-only'])[1]//*[@class='name_marks']/text/text()")
    assert 0 < len(names) <= 14
    assert any("other" in name for name in names)
