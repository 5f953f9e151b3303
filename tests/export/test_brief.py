"""The brief for the desk, as a Markdown reader shows it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sayso.dossier.harmless import one_line
from sayso.dossier.ledger import contested
from sayso.export import export
from sayso.export.markdown import opening, plain
from sayso.model import Dossier
from tests.export.telling import claim, dossier, full, position

READER = MarkdownIt("gfm-like", {"linkify": False})


def brief(found: Dossier) -> str:
    return export(found, "markdown")["brief.md"].decode("utf-8")


def shown(text: str) -> str:
    """The text that a reader of `text` sees, without markup."""
    found = READER.parse(text)
    return "".join(
        leaf.content for token in found for leaf in token.children or () if leaf.type in ("text", "text_special")
    )


TEXT = st.text(alphabet=st.sampled_from(list("ab \\`*_[]()<>#+-!|~&:=.1)$\"'/@w")), max_size=14)


@given(TEXT)
def test_words_are_shown_as_they_are(text: str) -> None:
    words = one_line(text)
    for line in (f"- {opening(text)}x", f"- **{plain(text)}x**", f"# {plain(text)}x", f"# x{plain(text)}"):
        kinds = {token.type.rpartition("_")[0] for token in READER.parse(line)}
        assert kinds <= {"bullet_list", "list_item", "paragraph", "heading", ""}, line
        assert shown(line) == (f"x{words}" if line.startswith("# x") else f"{words}x"), line


def test_what_is_disputed_comes_first(sample: Dossier) -> None:
    text = brief(sample)
    titles = [line for line in text.split("\n") if line.startswith("## ")]
    assert titles[0] == "## Disputed" and titles[-1] == "## Reports"
    disputed = [one for one in sample.claims if contested(one)]
    part = text.partition("## Disputed")[2].partition("\n## ")[0]
    assert sum(line.startswith("### ") for line in part.split("\n")) == len(disputed)


def test_every_claim_and_position_is_there(sample: Dossier) -> None:
    text = brief(sample)
    assert sum(line.startswith("### ") for line in text.split("\n")) == len(sample.claims)
    positions = sum(len(one.positions) for one in sample.claims)
    silent = sum(bool(one.silent) for one in sample.claims)
    assert sum(line.startswith("- ") for line in text.partition("## Reports")[0].split("\n")) == positions + silent


def test_markup_of_a_report_stays_text() -> None:
    text = "<script>alert(1)</script> [a](javascript:b) ![c](d) **e** `f` | g\n# h"
    tokens = READER.parse(brief(full(text, [(0, len(text))])))
    leaves = {leaf.type for token in tokens for leaf in token.children or ()}
    assert not {"html_inline", "link_open", "image"} & leaves
    assert not {"html_block", "code_block", "fence", "table_open"} & {token.type for token in tokens}


def test_a_long_quotation_is_clipped_and_keeps_its_offsets() -> None:
    text = "word " * 200 + "end"
    told = claim("c1", position(3, 3, (0, len(text))))
    line = next(line for line in brief(dossier(text, told)).split("\n") if line.startswith("  - "))
    assert "…”" in line and line.endswith(f"0–{len(text)})") and len(line) < 400
