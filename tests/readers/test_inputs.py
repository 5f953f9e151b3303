"""Files, folders, JSON lines and metadata, good and bad, through the public `read`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from sayso.model import Report, Unread
from sayso.readers import MetadataError, read
from sayso.readers.decode import LIMIT

TEXT = "Crane falls on quay\n\nTwo people were hurt, the harbour master said.\n"
PAGE = """<!doctype html><html lang="en"><head><title>Crane falls on quay</title>
<meta property="og:site_name" content="Hallvik Post"><meta property="og:title" content="Crane falls on quay">
<meta property="article:published_time" content="2026-06-03T10:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Crane falls on quay</h1>
<p>Two people were hurt when a crane fell on the quay on Monday, the harbour master said in a statement.</p>
<p>Work in the harbour stopped for an hour while firemen freed the driver, who was not badly hurt.</p>
<p>The owner of the crane denied that it had been too old for the work that it was doing on that day.</p>
</article><footer>Imprint</footer></body></html>"""


def put(path: Path, content: str | bytes) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return str(path)


def one(*inputs: str, meta: Path | None = None) -> Report:
    (found,) = read(inputs, meta=meta)
    assert isinstance(found, Report), found
    return found


def reason(*inputs: str) -> str:
    (found,) = read(inputs)
    assert isinstance(found, Unread), found
    return found.reason


def test_a_text_file_is_taken_unchanged(tmp_path: Path) -> None:
    text = "Crane falls\r\n\r\nTwo were hurt.\r\n"
    report = one(put(tmp_path / "crane.txt", text))
    assert report.text == text
    assert (report.id, report.headline, report.language) == ("crane", "Crane falls", "en")


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    report = one(put(tmp_path / "crane.html", PAGE))
    assert report.text.startswith("Crane falls on quay\n")
    assert "harbour master" in report.text and "Imprint" not in report.text and "Sport" not in report.text
    assert (report.headline, report.outlet, report.published) == ("Crane falls on quay", "Hallvik Post", "2026-06-03")
    assert report.text[report.parts[0].start : report.parts[0].end] == report.headline


SAVED = """<!DOCTYPE html> <html lang="en"><!--
 Page saved with SingleFile
 url: https://hallvik.example/crane
 saved date: Mon Jun 08 2026 17:04:02 GMT+0200 (Central European Summer Time)
--><head>"""


def test_a_saved_page_says_where_it_was_and_when_it_was_saved(tmp_path: Path) -> None:
    page = PAGE.replace('<!doctype html><html lang="en"><head>', SAVED)
    report = one(put(tmp_path / "crane.html", page))
    assert report.url == "https://hallvik.example/crane"
    assert report.metadata == {"retrieved": "2026-06-08T17:04:02+02:00"}


@pytest.mark.parametrize(
    ("given", "retrieved"),
    [
        ({"retrieved": "2026-06-08T17:04:02Z"}, "2026-06-08T17:04:02+00:00"),
        ({"date_download": "2026-06-08 17:04:02", "accessed": "9 June 2026"}, "2026-06-08T17:04:02"),
        ({"accessed": "9 June 2026"}, "2026-06-09"),
        ({"accessed": "last week"}, "last week"),
        ({"accessed": 3}, None),
        ({}, None),
    ],
)
def test_when_a_copy_was_taken_has_one_name(tmp_path: Path, given: dict[str, object], retrieved: str | None) -> None:
    report = one(put(tmp_path / "crane.json", json.dumps({"text": TEXT, **given})))
    assert report.metadata.get("retrieved") == retrieved


def test_a_page_in_windows_1252(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').replace("denied", "“flatly” denied")
    assert "“flatly” denied" in one(put(tmp_path / "crane.htm", page.encode("cp1252"))).text


@pytest.mark.parametrize("cut", [300, 700, 900])
def test_a_broken_page_is_read_as_far_as_it_goes_or_refused(tmp_path: Path, cut: int) -> None:
    (found,) = read([put(tmp_path / "crane.html", PAGE[:cut].replace("</", "<"))])
    assert isinstance(found, Report) or "no article" in found.reason


def test_markup_in_a_page_is_text_and_a_script_is_gone(tmp_path: Path) -> None:
    page = PAGE.replace("<h1>Crane falls on quay", "<h1>Crane &lt;script&gt;alert(1)&lt;/script&gt; falls")
    page = page.replace("<article>", "<article><script>steal()</script>")
    assert "steal" not in one(put(tmp_path / "crane.html", page)).text


def test_a_folder_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden.txt", "notes.md"):
        put(tmp_path / "reports" / name, TEXT)
    found = list(read([str(tmp_path / "reports")]))
    assert [(r.id, r.file) for r in found if isinstance(r, Report)] == [
        ("a", "a.txt"),
        ("b", "b.txt"),
        ("c", "deep/c.txt"),
    ]


def test_reports_of_one_name_have_different_ids(tmp_path: Path) -> None:
    found = read([put(tmp_path / "x/crane.txt", TEXT), put(tmp_path / "y/crane.txt", TEXT)])
    assert [r.id for r in found if isinstance(r, Report)] == ["crane", "crane-2"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path / "crane.txt", TEXT)
    assert len(list(read([path, str(tmp_path), path]))) == 1


def test_json_lines_keep_what_they_know_and_one_bad_line_stops_no_other(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": TEXT, "outlet": "Hallvik Post", "published": "2026-06-03", "section": "harbour"}),
        "{not json",
        "[1, 2]",
        '{"title": "no text"}',
        '{"text": 7}',
        '{"text": "x", "outlet": 3}',
        '{"text": "a", "score": NaN}',
        "",
        json.dumps({"html": PAGE, "id": "page-1", "language": "EN-GB"}),
    ]
    found = list(read([put(tmp_path / "all.jsonl", "\n".join(lines))]))
    reports = [item for item in found if isinstance(item, Report)]
    unread = [item for item in found if isinstance(item, Unread)]
    assert [(r.id, r.outlet, r.language) for r in reports] == [
        ("all-1", "Hallvik Post", "en"),
        ("page-1", "Hallvik Post", "en-gb"),
    ]
    assert reports[0].metadata == {"section": "harbour"}
    assert reports[0].text == TEXT
    assert [u.input.rpartition(" ")[2] for u in unread] == ["2", "3", "4", "5", "6", "7"]
    assert "not JSON" in unread[0].reason and "`outlet`" in unread[4].reason


def test_json_lines_in_utf_16(tmp_path: Path) -> None:
    line = json.dumps({"text": "Café shut — “for good”"}, ensure_ascii=False)
    found = list(read([put(tmp_path / "all.jsonl", f"{line}\n{line}\n".encode("utf-16"))]))
    assert [r.text for r in found if isinstance(r, Report)] == ["Café shut — “for good”"] * 2


def test_a_json_file_may_be_one_report_or_a_list(tmp_path: Path) -> None:
    assert (
        one(put(tmp_path / "one.json", json.dumps({"text": TEXT, "title": "Another title"}))).headline
        == "Another title"
    )
    found = read([put(tmp_path / "two.json", json.dumps([{"text": TEXT}, {"text": TEXT}]))])
    assert [r.id for r in found if isinstance(r, Report)] == ["two-1", "two-2"]


def test_half_a_surrogate_pair_is_replaced_one_for_one(tmp_path: Path) -> None:
    report = one(put(tmp_path / "one.json", '{"text": "Crane \\ud800 falls", "note": "\\udfff"}'))
    assert report.text == "Crane \ufffd falls"
    assert report.metadata == {"note": "\ufffd"}


def test_metadata_is_found_by_file_and_by_id_and_counts_first(tmp_path: Path) -> None:
    put(tmp_path / "case/reports/01_post.txt", TEXT)
    put(tmp_path / "case/reports/02_wire.txt", TEXT)
    entries = [
        {"id": "post", "file": "reports/01_post.txt", "outlet": "Hallvik Post", "published": "2026-06-03", "desk": 4},
        {"id": "02_wire", "outlet": "Osmark Wire", "url": None},
    ]
    meta = Path(put(tmp_path / "case/reports.json", json.dumps(entries)))
    found = [r for r in read([str(tmp_path / "case")], meta=meta) if isinstance(r, Report)]
    assert [(r.id, r.file, r.outlet) for r in found] == [
        ("post", "reports/01_post.txt", "Hallvik Post"),
        ("02_wire", "reports/02_wire.txt", "Osmark Wire"),
    ]
    assert found[0].metadata == {"desk": 4}


def test_a_list_of_metadata_in_a_folder_is_no_report(tmp_path: Path) -> None:
    put(tmp_path / "crane.txt", TEXT)
    put(tmp_path / "reports.json", json.dumps([{"id": "crane", "file": "crane.txt"}]))
    assert one(str(tmp_path)).id == "crane"


def test_a_date_with_two_readings_is_kept_but_not_guessed(tmp_path: Path) -> None:
    report = one(put(tmp_path / "one.json", json.dumps({"text": TEXT, "published": "03/04/2026"})))
    assert report.published is None
    assert report.metadata == {"published": "03/04/2026"}


@pytest.mark.parametrize("content", ["{}", "[3]", "[{}]", '[{"id": ["x"]}]', "nothing"])
def test_metadata_of_another_shape_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(MetadataError):
        read([str(tmp_path)], meta=Path(put(tmp_path / "reports.json", content)))


def test_missing_metadata_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MetadataError, match="no such"):
        read([], meta=tmp_path / "none.json")


@pytest.mark.parametrize("name", ["crane.txt", "crane.html", "crane.json", "crane.jsonl"])
def test_an_empty_file(tmp_path: Path, name: str) -> None:
    assert "empty" in reason(put(tmp_path / name, ""))


@pytest.mark.parametrize("name", ["crane.txt", "crane.html", "crane.json"])
def test_a_binary_file(tmp_path: Path, name: str) -> None:
    assert "binary" in reason(put(tmp_path / name, b"\x7fELF\x02\x01\x01\x00" + bytes(range(256))))


@pytest.mark.parametrize("name", ["crane.txt", "crane.html"])
def test_twenty_megabytes_are_refused_by_their_size_alone(tmp_path: Path, name: str) -> None:
    assert "20.0 MB" in reason(put(tmp_path / name, b"a word " * (20_000_000 // 7 + 1)))


def test_a_page_with_too_long_an_article(tmp_path: Path) -> None:
    long = PAGE.replace("</article>", "<p>One more paragraph of the same report.</p>\n" * 9000 + "</article>")
    assert "limit for one report" in reason(put(tmp_path / "crane.html", long))


def test_a_line_of_twenty_megabytes_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    long = json.dumps({"text": "a word " * (20_000_000 // 7)})
    found = list(read([put(tmp_path / "all.jsonl", f"{long}\n" + json.dumps({"text": TEXT}))]))
    assert [type(item) for item in found] == [Unread, Report]
    assert [r.id for r in found if isinstance(r, Report)] == ["all-2"]


def test_a_long_text_in_a_line_is_refused(tmp_path: Path) -> None:
    (found,) = read([put(tmp_path / "all.jsonl", json.dumps({"text": "a" * (LIMIT + 1)}))])
    assert isinstance(found, Unread) and "limit" in found.reason


def test_json_that_is_nested_without_end(tmp_path: Path) -> None:
    assert "nested" in reason(put(tmp_path / "deep.json", "[" * 200_000))


def test_a_page_without_an_article(tmp_path: Path) -> None:
    assert "no article" in reason(put(tmp_path / "crane.html", "<html><body><script>x()</script></body></html>"))


def test_a_folder_without_reports(tmp_path: Path) -> None:
    put(tmp_path / "notes.md", "nothing")
    assert "no reports" in reason(str(tmp_path))


def test_a_missing_path() -> None:
    assert "no such file" in reason("no/such/report.txt")


@pytest.mark.parametrize("given", ["", "\x00", "a" * 5000, "file:///etc/hosts", "ftp://example.org/report"])
def test_what_is_no_path_and_no_address(given: str) -> None:
    assert reason(given)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "neither a file nor a folder" in reason(str(tmp_path / "pipe.txt"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = put(tmp_path / "crane.txt", TEXT)
    Path(path).chmod(0)
    assert "permission" in reason(path)


def test_one_bad_report_stops_no_other(tmp_path: Path) -> None:
    inputs = [put(tmp_path / "a.txt", TEXT), put(tmp_path / "b.txt", ""), put(tmp_path / "c.txt", TEXT)]
    assert [type(item) for item in read(inputs)] == [Report, Unread, Report]


def test_progress_is_told_after_each_input(tmp_path: Path) -> None:
    inputs = [put(tmp_path / "a.txt", TEXT), put(tmp_path / "b.txt", "")]
    told: list[tuple[int, int]] = []
    list(read(inputs, progress=lambda done, known: told.append((done, known))))
    assert told == [(1, 2), (2, 2)]


def test_another_script_is_not_taken_for_english(tmp_path: Path) -> None:
    assert one(put(tmp_path / "crane.txt", "Кран упал на причал\n\nДва человека пострадали.")).language == "und"
