from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.readers.parts import Found, find_parts

BODY = "Two people were hurt when a crane fell on the quay, the harbour master said.\n\nWork stopped for an hour."


def marked(text: str, kind: str) -> list[str]:
    return [text[part.start : part.end] for part in find_parts(text).parts if part.kind == kind]


def found(*lines: str) -> Found:
    return find_parts("\n\n".join(lines))


def test_the_first_line_is_the_headline() -> None:
    assert found("Crane falls on quay, two hurt", BODY).headline == "Crane falls on quay, two hurt"


@pytest.mark.parametrize(
    "first",
    [
        "A crane fell on the quay on Monday.",
        "HALLVIK, June 3 - A crane fell on the quay",
        "By Marit Osgood",
        "a " * 120,
    ],
)
def test_a_first_line_that_is_no_headline(first: str) -> None:
    assert found(first, BODY).headline is None


@pytest.mark.parametrize(
    "line",
    [
        "The Hallvik Post",
        "Hallvik Evening Post",
        "Outlet: Hallvik Post",
        "Published by: Hallvik Post",
        "Radio Hallvik Today",
    ],
)
def test_a_masthead_over_or_under_the_headline_names_the_outlet(line: str) -> None:
    for text in (found(line, "Crane falls on quay", BODY), found("Crane falls on quay", line, "June 3, 2026", BODY)):
        assert text.headline == "Crane falls on quay"
        assert text.outlet == (line.partition(": ")[2] or line)


@pytest.mark.parametrize(
    "line", ["World News", "Crane Falls as Record Times End", "The Post was wrong", "Crane kills Times"]
)
def test_a_line_that_is_no_masthead(line: str) -> None:
    assert found("Crane falls on quay", line, BODY).outlet is None


def test_what_labels_at_the_top_say() -> None:
    text = "Outlet: Radio Fell\nTitle: Crane falls on quay\nDate: 3 June 2026\nAuthor: Marit Osgood\n\n" + BODY
    read = find_parts(text)
    assert (read.outlet, read.headline, read.published) == ("Radio Fell", "Crane falls on quay", "2026-06-03")
    assert marked(text, "headline") == ["Crane falls on quay"]
    assert marked(text, "byline") == ["Author: Marit Osgood"]


def test_a_markdown_heading_is_a_headline_without_its_sign() -> None:
    assert found("# Crane falls on quay", BODY).headline == "Crane falls on quay"


def test_a_dateline_with_its_year_dates_the_report() -> None:
    assert found("Crane falls on quay", "HALLVIK, 3 June 2026 - " + BODY).published == "2026-06-03"
    assert found("Crane falls on quay", "HALLVIK, 3 June - " + BODY).published is None


@pytest.mark.parametrize("line", ["What witnesses say", "The owners", "Port Imre denies it"])
def test_a_short_line_alone_between_paragraphs_is_a_crosshead(line: str) -> None:
    first, second = (f"A crane fell on the quay at noon and {rest} of it was left." for rest in ("none", "half"))
    assert marked(f"Crane falls\n\n{first}\n\n{line}\n\n{second}", "crosshead") == [line]
    assert marked(f"Crane falls\n\n{first}\n{line}\n\n{second}", "crosshead") == []
    assert marked(f"Crane falls\n\n{first}\n\n{line}.\n\n{second}", "crosshead") == []
    assert marked(f"Crane falls\n\n{first}\n\nItem\n\n{line}\n\n{second}", "crosshead") == []


def test_a_text_with_hard_line_breaks_has_no_headline_in_half_a_sentence() -> None:
    assert find_parts("Two people were hurt when a crane fell\non the quay on Monday, police said.").headline is None


def test_a_known_headline_is_found_where_it_stands() -> None:
    text = f"Harbour news\n\nCrane falls  on quay\n\n{BODY}"
    known = find_parts(text, "Crane falls on quay")
    assert [text[p.start : p.end] for p in known.parts if p.kind == "headline"] == ["Crane falls  on quay"]


@pytest.mark.parametrize(
    "line",
    [
        "1,204 views",
        "3 min read",
        "Share this article",
        "Please let us know if you see a mistake in this report.",
        "Sign up for our morning newsletter",
        "We use cookies to improve this site",
        "Read more: Why the cranes of Hallvik are old",
        "Advertisement",
        "Follow us on Telegram and X",
        "Comments are closed",
        "© 2026 Hallvik Post. All rights reserved.",
        "Screenshot 2026-02-03 11.20.45",
        "IMG_20260203_1120.jpg",
        "Image source, Getty Images",
        "https://example.org/cranes",
        "* * *",
        "Tags: cranes, harbour, Hallvik",
    ],
)
def test_lines_that_are_not_the_article(line: str) -> None:
    assert marked(f"Crane falls on quay\n\n{BODY}\n\n{line}\n\n{BODY}", "furniture") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by 4 per cent, the exchange said.",
        "Post offices will open at nine.",
        "Support our troops, the minister told the crowd.",
        "Background checks were never made, the inquiry found.",
        "Copyright lawyers said the claim was weak.",
        "Video of the fall was shown to the court.",
        "Follow the money, said the judge.",
        "Screenshots seen by this paper show that the driver was warned.",
        "Register offices counted 30 deaths.",
        "“Listen: we were never asked,” she said.",
        "By ten o'clock the quay was empty.",
        "From Hallvik to the border, roads are closed.",
        "At 11 a.m. 300 people were waiting.",
    ],
)
def test_sentences_of_the_article_are_left_alone(line: str) -> None:
    inside = find_parts(f"Crane falls on quay\n\n{line}\n\n{BODY}\n\n{line}").parts
    assert [part.kind for part in inside] == ["headline"]


def test_a_label_right_under_a_bare_picture_belongs_to_it() -> None:
    text = f"Crane falls on quay\n\nScreenshot 2026-02-03 11.20.45\nHarbour webcam\n\n{BODY}"
    assert marked(text, "furniture") == ["Screenshot 2026-02-03 11.20.45", "Harbour webcam"]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The crane on Monday", "© Ines Dahl/AFP/Getty Images"),
        ("Workers look at the crane.", "Photo: Ines Dahl/Hallvik Post"),
        ("Workers look at the crane.", "(Photo by Ines Dahl)"),
        ("Workers look at the crane.", "REUTERS/Ines Dahl"),
        ("Workers look at the crane.", "Ines Dahl / EPA via Shutterstock"),
    ],
)
def test_a_caption_is_told_from_its_credit(caption: str, credit: str) -> None:
    text = f"Crane falls on quay\n\n{BODY}\n\n{caption} {credit}\n\n{BODY}"
    assert marked(text, "caption") == [caption]
    assert marked(text, "furniture") == [credit]


@pytest.mark.parametrize(
    ("opening", "agencies"),
    [
        ("HALLVIK, June 3 (Reuters) - ", ["Reuters"]),
        ("HALLVIK, Osmark (AP) — ", ["Associated Press"]),
        ("PORT HALLVIK (Northern Sea News Service) -- ", ["Northern Sea News Service"]),
        ("HALLVIK, 3 June (NSNS). ", ["NSNS"]),
        ("Hallvik, 3 June (dpa) – ", ["Deutsche Presse-Agentur"]),
        ("Hallvik, June 3, NSNA. ", ["NSNA"]),
        ("HALLVIK, June 3. /NSNA/. ", ["NSNA"]),
        ("HALLVIK - ", []),
    ],
)
def test_datelines(opening: str, agencies: list[str]) -> None:
    text = f"Crane falls on quay\n\n{opening}{BODY}"
    assert marked(text, "dateline") == [opening.rstrip()]
    assert find_parts(text).agencies == agencies


@pytest.mark.parametrize("opening", ["WHO officials said - ", "Hallvik (population 3,000) said - ", "The U.S. Navy - "])
def test_openings_that_are_no_datelines(opening: str) -> None:
    assert marked(f"Crane falls on quay\n\n{opening}{BODY}", "dateline") == []


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("By Marit Osgood in Hallvik and Jon de Vries", []),
        ("By Petra Osgood, Harbour Correspondent", []),
        ("By our city desk", []),
        ("By Marit Osgood and AFP", ["Agence France-Presse"]),
        ("BY MARIT OSGOOD", []),
        ("Reuters", ["Reuters"]),
        ("Staff and agencies", []),
    ],
)
def test_bylines(line: str, agencies: list[str]) -> None:
    text = f"Crane falls on quay\n\n{line}\n\n{BODY}"
    assert marked(text, "byline") == [line]
    assert find_parts(text).agencies == agencies


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("(NPS, additional reporting by our staff)", ["NPS"]),
        ("Additional reporting by Ulf Rennard in Osmark", []),
        ("With reporting by Reuters and AFP", ["Reuters", "Agence France-Presse"]),
        ("With agencies", []),
        ("The Associated Press contributed to this report.", ["Associated Press"]),
        ("AFP", ["Agence France-Presse"]),
    ],
)
def test_closing_credits(line: str, agencies: list[str]) -> None:
    text = f"Crane falls on quay\n\n{BODY}\n\n{BODY}\n\n{BODY}\n\n{line}"
    assert marked(text, "credit") == [line]
    assert find_parts(text).agencies == agencies


def test_a_credit_at_the_end_of_the_last_paragraph() -> None:
    text = f"Crane falls on quay\n\n{BODY} (Reuters)"
    assert marked(text, "credit") == ["(Reuters)"]
    assert find_parts(text).agencies == ["Reuters"]


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("Source: Hallvik Post", "Hallvik Post"),
        ("This article was originally published by The Hallvik Post on 3 June 2026.", "The Hallvik Post"),
        ("First published in the Harbour Review", "the Harbour Review"),
        ("Republished from Open Quay under a Creative Commons licence.", "Open Quay"),
        ("Source: AFP, Reuters", None),
        ("Source: the harbour master", None),
    ],
)
def test_where_it_was_printed_before(line: str, origin: str | None) -> None:
    assert found("Crane falls on quay", BODY, BODY, line).republished_from == origin


def test_a_date_line_is_the_date_of_publication() -> None:
    assert found("Crane falls on quay", "Published: June 3, 2026 17:20", BODY).published == "2026-06-03"


def test_a_correction_is_marked_and_kept() -> None:
    line = "Correction: An earlier version gave the wrong name of the quay."
    assert marked(f"Crane falls on quay\n\n{BODY}\n\n{line}", "correction") == [line]


@given(st.text(max_size=600))
def test_parts_stand_in_order_inside_the_text(text: str) -> None:
    parts = find_parts(text).parts
    assert all(0 <= part.start < part.end <= len(text) for part in parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))


@pytest.mark.parametrize(
    "line", ["By " + "A " * 117 + "!", "(" * 230, "A/" * 110 + ".", "© " * 110 + ".", "-" * 239 + "a"]
)
def test_odd_lines_take_no_long_time(line: str) -> None:
    find_parts("\n".join([line] * 200))
