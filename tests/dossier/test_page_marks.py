from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sayso.dossier.harmless import harmless
from sayso.dossier.page.marks import Mark, Note, paragraphs
from sayso.model import Stretch


def test_nested_marks_nest() -> None:
    made = paragraphs("killed 60 men", [Mark(0, 13, "said", "a1"), Mark(7, 9, "fig", "f1", "#c1")], [], [])
    assert made == ('<p><span class="said" id="a1">killed <a class="fig" id="f1" href="#c1">60</a> men</span></p>')


def test_crossing_marks_are_split_at_the_boundary() -> None:
    made = paragraphs("abcdef", [Mark(0, 4, "x", "a"), Mark(2, 6, "y", "b")], [], [])
    assert made == ('<p><span class="x" id="a">ab<span class="y" id="b">cd</span></span><span class="y">ef</span></p>')


def test_a_mark_over_two_lines_is_in_both() -> None:
    made = paragraphs("ab\n\ncd", [Mark(1, 5, "x", "a")], [], [])
    assert made == '<p>a<span class="x" id="a">b</span></p>\n<p><span class="x">c</span>d</p>'


def test_no_link_inside_a_link() -> None:
    made = paragraphs("abc", [Mark(0, 3, "x", "a", "#1"), Mark(1, 2, "y", "b", "#2")], [Note(2, 7, "#s7")], [])
    assert made == (
        '<p><a class="x" id="a" href="#1">a<span class="y" id="b">b</span>c</a><a class="n" href="#s7">7</a></p>'
    )


def test_kinds_of_parts_are_classes() -> None:
    made = paragraphs("Head\nBody", [], [], [Stretch(start=0, end=4, kind='he"ad')])
    assert made == '<p class="part-head">Head</p>\n<p>Body</p>'


spans = st.tuples(st.integers(0, 40), st.integers(0, 40), st.booleans())


@given(
    st.text(alphabet="ab<&\"'\n\x00\u202e é", max_size=40), st.lists(spans, max_size=8), st.lists(st.integers(1, 40))
)
def test_any_marks_give_well_formed_html_with_the_text_unchanged(
    text: str, found: list[tuple[int, int, bool]], ends: list[int]
) -> None:
    marks = [
        Mark(min(a, len(text)), min(b, len(text)), "m", f"m{n}", "#x" if link else None)
        for n, (a, b, link) in enumerate(found)
    ]
    notes = [Note(min(at, len(text)), n, "#s") for n, at in enumerate(ends)]
    made = str(paragraphs(text, marks, notes, []))
    tree = etree.fromstring(f"<div>{made}</div>")
    assert not tree.xpath("//a//a")
    bare = html.unescape(re.sub(r"<[^>]*>", "", re.sub(r'<a class="n"[^>]*>\d+</a>', "", made)))
    assert bare.replace("\n", "") == "".join(harmless(line) for line in text.split("\n") if line.strip())
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
