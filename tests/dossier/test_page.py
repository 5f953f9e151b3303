from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from hostile import hostile
from lxml import html
from whole import whole

from sayso.dossier.page import pages
from sayso.model import AnchorError, Dossier, Story, Versions


def page(dossier: Dossier) -> Any:
    return html.document_fromstring(whole(dossier))


def words_at(tree: Any, href: str) -> str:
    (target,) = tree.xpath("//*[@id=$id]", id=href.removeprefix("#"))
    return target.text_content()


def test_every_link_leads_somewhere_and_no_id_is_given_twice(dossier: Dossier) -> None:
    tree = page(dossier)
    ids = Counter(tree.xpath("//@id"))
    assert not [id for id, times in ids.items() if times > 1]
    inner = {href[1:] for href in tree.xpath("//@href") if href.startswith("#")}
    assert inner <= set(ids)


def test_headings_are_in_order_and_there_is_one_title(dossier: Dossier) -> None:
    for made in (whole(dossier), *dict(pages(two_stories(dossier))).values()):
        levels = [int(h.tag[1]) for h in html.document_fromstring(made).xpath("//h1|//h2|//h3|//h4|//h5")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_parts_stand_in_the_order_in_which_an_editor_asks(dossier: Dossier) -> None:
    titles = [h.text_content() for h in page(dossier).xpath("//h2")]
    assert titles == [
        "The story in a box",
        "What is disputed",
        "What changed",
        "Who says what",
        "What is agreed or admitted",
        "On whose word",
        "When it happened, and when it was said",
        "Every claim",
        "What each report alone carries, and what it leaves out",
        "The reports side by side",
        "Evidence",
        "Reports that could not be read",
        "What the words mean",
    ]


def test_the_box_leads_to_the_words(dossier: Dossier) -> None:
    tree = page(dossier)
    box = {dt.text_content(): dt.getnext() for dt in tree.xpath("//section[@class='box']//dt")}
    assert [words_at(tree, href) for href in box["Where, when"].xpath(".//@href")] == ["Port Ambel", "Monday"]
    assert box["Where, when"].text_content() == "Port Ambel – 5 May 2031"
    killed = " ".join(tree.xpath("//div[@class='at-issue']")[0].text_content().split()).removeprefix("Disputed")
    assert killed.startswith("How many people were killed at Port Ambel? 9 Ambel harbour board (Ambel) 4 to 6 Lowland")
    assert "12 or more" not in killed  # it has been replaced
    assert "3 reports: Harbour Echo; The Ambel Times; Daily Ambel" in box["Told by"].text_content()


def test_each_row_of_a_picture_leads_to_the_words_of_its_figure(dossier: Dossier) -> None:
    tree = page(dossier)
    links = [
        (link.get("aria-label"), words_at(tree, link.get("href")))
        for link in tree.xpath("(//figure[@class='picture'])[1]/div[contains(@class, 'wide-only')]//a")
    ]
    assert links == [
        ("Ambel harbour board: 9; “several”; was 12 or more; in The Ambel Times, Daily Ambel", "9"),
        ("Lowland army: 4 to 6; in The Ambel Times", "the dead at 4 to 6"),
        ("Ambel harbour board, earlier: 12 or more", "At least 12 dockers were killed"),
    ]


def test_a_picture_has_its_words_and_its_table(dossier: Dossier) -> None:
    tree = page(dossier)
    for chart in tree.xpath("//div[contains(@class, 'chart ')]"):
        assert chart.get("aria-label")
        assert len(words_at(tree, chart.get("aria-describedby"))) > 20
    table = tree.xpath("//section[@aria-labelledby='disputed']//details[@class='behind']//tbody")[0]
    assert [row.xpath("./th")[0].text_content() for row in table] == ["Ambel harbour board"] * 3 + ["Lowland army"]
    assert "Lowland army: 4 to 6" in tree.xpath("//figcaption")[0].text_content()


def reasons(tree: Any) -> dict[str, list[str]]:
    """By the heading of each dispute why it is one."""
    return {
        article.xpath("./h3")[0].text_content(): [p.text_content() for p in article.xpath(".//div[@class='because']/p")]
        for article in tree.xpath("//article[@class='dispute']")
    }


def test_every_dispute_says_why_it_is_one(dossier: Dossier) -> None:
    """A figure with a picture, one without, and a proposition."""
    bodies = dossier.claims[0]
    reason = dossier.claims[2].reasons[0].model_copy(update={"tag": "inconsistent", "reason": "the parts are more."})
    unpictured = bodies.model_copy(update={"standing": ("inconsistent", "single-report"), "reasons": (reason,)})
    told = reasons(page(dossier.model_copy(update={"claims": (unpictured, *dossier.claims[1:])})))
    assert told == {
        "How many people were killed at Port Ambel?": [
            "The harbour board's 9 and the army's 4 to 6 exclude each other. See the words for: disputed",
            "The Ambel Times could not check. See the words for: could not be verified",
        ],
        "“the Lowland army fired on the port”": ["The army denies it. See the words for: denied"],
        "How many bodies were counted before dawn?": ["The parts are more. See the words for: inconsistent"],
    }


def test_a_denial_is_told_with_the_words_that_make_it_one(dossier: Dossier) -> None:
    said = page(dossier).xpath("//div[@class='camp']//p[@class='saying']")
    assert "denied that it had fired on the port" in [" ".join(p.text_content().split()) for p in said]


def test_the_matrix_tells_denial_admission_and_silence_apart(dossier: Dossier) -> None:
    (matrix,) = page(dossier).xpath("//table[@class='matrix']")
    names = [th.text_content() for th in matrix.xpath(".//tr[@class='names']/th")]
    rows = {tr.xpath("./th")[0].text_content(): tr.xpath("./td") for tr in matrix.xpath("./tbody/tr")}
    fired = dict(
        zip(
            names[1:],
            (" ".join(td.text_content().split()) for td in rows["“the Lowland army fired on the port”"]),
            strict=True,
        )
    )
    assert fired == {
        "Ambel harbour board": "·silent",
        "Lowland army": "✕denies",
        "An army spokesman": "◆admits",
        "The Ambel Times": "○could not verify",
    }


def test_one_origin_behind_several_reports_is_seen(dossier: Dossier) -> None:
    claim = dossier.claims[0].model_copy(update={"coverage": ("harbour", "wire")})
    tree = page(dossier.model_copy(update={"claims": (claim,)}))
    (line,) = tree.xpath("//p[@class='single']")
    assert line.text_content().startswith("2 reports, 2 outlets, one origin: How many bodies")
    relays = tree.xpath("//ul[@class='tree']//span[@class='relay']/bdi/text()")
    assert set(relays) == {"Radio Tarn", "Coast Wire"}


def test_words_lead_to_the_ledger_and_back(dossier: Dossier) -> None:
    tree = page(dossier)
    (note,) = tree.xpath("//article[@id='r1']//a[@class='n' and @href='#s3']")
    (line,) = tree.xpath("//li[@id='s3']")
    assert "denies" in line.text_content()
    assert words_at(tree, line.xpath("./a/@href")[0]) == "that it had fired on the port"
    assert note.text == "3"


def test_the_text_of_a_report_is_all_there(dossier: Dossier) -> None:
    tree = page(dossier)
    for note in tree.xpath("//a[@class='n']"):
        note.drop_tree()
    shown = ["\n".join(p.text_content() for p in body.xpath("./p")) for body in tree.xpath("//div[@class='body']")]
    assert shown == [re.sub("\n+", "\n", report.text) for report in dossier.reports]


def test_what_one_report_alone_carries_and_leaves_out(dossier: Dossier) -> None:
    cards = {
        a.xpath("./h3")[0].text_content(): a.text_content() for a in page(dossier).xpath("//article[@class='card']")
    }
    assert "Only here" in cards["Harbour Echo"]
    assert "How many bodies" in cards["Harbour Echo"]
    assert "Not here" in cards["Daily Ambel"]


def test_evidence_names_hashes_and_what_could_not_be_read(dossier: Dossier) -> None:
    text = page(dossier).text_content()
    assert all(report.sha256 in text for report in dossier.reports)
    assert "It is not text." in text


def test_the_policy_allows_this_style_and_nothing_else(dossier: Dossier) -> None:
    tree = page(dossier)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = tree.xpath("//style/text()")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:")
    assert not tree.xpath("//script | //iframe | //img | //object | //form | //@style")
    assert "@import" not in style
    assert "url(" not in style


def test_markup_in_a_report_stays_text(dossier: Dossier) -> None:
    made = whole(hostile(dossier))
    tree = html.document_fromstring(made)
    assert not tree.xpath("//script | //img | //iframe | //@onerror | //@style")
    assert len(tree.xpath("//style")) == 1
    assert all(re.match(r"#|data:,$", href) for href in tree.xpath("//@href"))
    assert "\u202e" not in made
    assert "\x1b" not in made
    assert "{{ 7*7 }}" in made
    assert tree.xpath("//div[@class='body']")[0].text_content().count("<script>alert(1)</script>") == 1


def test_only_web_addresses_become_links(dossier: Dossier) -> None:
    assert page(dossier).xpath("//a[starts-with(@href, 'http')]/@href") == ["https://echo.example/blast"]
    report = dossier.reports[0].model_copy(update={"url": "javascript:alert(1)"})
    spoilt = dossier.model_copy(update={"reports": (report, *dossier.reports[1:])})
    assert not page(spoilt).xpath("//a[starts-with(@href, 'java')]")


def two_stories(dossier: Dossier) -> Dossier:
    apart = (
        Story(id="s1", name="Blast at Port Ambel", reports=("harbour", "times")),
        Story(id="s2", name="Another story", reports=("wire",)),
    )
    bodies, fired, dead = dossier.claims
    dead = dead.model_copy(update={"positions": dead.positions[:3], "coverage": ("harbour", "times")})
    return dossier.model_copy(update={"stories": apart, "claims": (bodies, fired, dead)})


def test_several_stories_have_a_page_each_and_a_list(dossier: Dossier) -> None:
    made = dict(pages(two_stories(dossier)))
    assert list(made) == ["index.html", "story-1.html", "story-2.html"]
    trees = {name: html.document_fromstring(text) for name, text in made.items()}
    assert trees["index.html"].xpath("//h1/text()") == ["2 stories"]
    assert trees["story-1.html"].xpath("//h1/text()") == ["Blast at Port Ambel"]
    for tree in trees.values():
        # From any page to any other, from a stick as from a server, each link has its target.
        for href in tree.xpath("//@href"):
            file, _, id = href.partition("#")
            if file in made or not file:
                there = trees[file] if file else tree
                assert not id or there.xpath("//*[@id=$id]", id=id), href
    assert trees["story-2.html"].xpath("//article[@class='text']/@id") == ["r3"]
    assert "How many people were killed" in trees["index.html"].text_content()


def test_the_same_dossier_gives_the_same_page(dossier: Dossier) -> None:
    assert whole(dossier) == whole(Dossier.model_validate(dossier.model_dump()))


def test_an_empty_dossier_has_a_page() -> None:
    empty = Dossier(versions=Versions(sayso="0", model="none", knowledge="none"), reports=())
    assert "Nothing could be read." in page(empty).text_content()


def test_evidence_that_does_not_fit_is_not_shown(dossier: Dossier) -> None:
    moved = dossier.figures[0].model_copy(update={"start": 3, "end": 5})
    with pytest.raises(AnchorError):
        whole(dossier.model_copy(update={"figures": (moved, *dossier.figures[1:])}))


def test_what_changed_stands_in_the_order_in_which_it_was_said(dossier: Dossier) -> None:
    steps = page(dossier).xpath("//ol[@class='steps']/li")
    assert [" ".join(step.xpath(".//text()")).split()[:4] for step in steps] == [
        ["6", "May", "2031", "12"],
        ["7", "May", "2031,", "09:30"],
        ["day", "not", "known", "“several”"],
    ]
    assert [len(step.xpath("./span[contains(@class, 'superseded')]")) for step in steps] == [1, 0, 0]


def test_one_report_is_not_compared(dossier: Dossier) -> None:
    alone = Story(id="s1", name="Blast", reports=("harbour",))
    assert "leaves out" not in page(dossier.model_copy(update={"stories": (alone,)})).text_content()
