from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.readers.decode import LIMIT, decode
from sayso.readers.errors import Unreadable

TEXT = "The governor said: “Nobody was hurt” — or so it’s claimed. Café owners in Łask and Brønd disagree."
WESTERN = "The governor said: “Nobody was hurt” — or so it’s claimed. The café in Brønd was shut."
CYRILLIC = "Губернатор сообщил, что никто не пострадал. Жители говорят о взрывах."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_unmarked_utf_16_of_another_script(encoding: str) -> None:
    assert decode(CYRILLIC.encode(encoding)) == CYRILLIC


def test_windows_1252_keeps_its_quotation_marks() -> None:
    assert decode(WESTERN.encode("cp1252")) == WESTERN


def test_a_declared_encoding_is_believed_before_a_guess() -> None:
    assert decode(CYRILLIC.encode("koi8-r"), "koi8-r") == CYRILLIC


def test_an_unknown_declared_encoding_is_passed_over() -> None:
    assert decode(WESTERN.encode("cp1252"), "no-such-encoding") == WESTERN


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"One\r\ntwo\rthree\n") == "One\r\ntwo\rthree\n"


def test_one_stray_byte_does_not_spoil_a_utf_8_text() -> None:
    data = (TEXT * 3).encode("utf-8") + b"\xe2\x80"
    assert decode(data).startswith(TEXT)


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", "\ufeff".encode(), b"\xff\xfe"])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(Unreadable, match="empty"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"MZ\x90\x00\x03\x00\x00\x00\x04\x00",
        b"\x01\x02\x03\x04 some words between \x05\x06" * 9,
    ],
)
def test_binary_data_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="binary"):
        decode(data)


def test_a_document_of_another_kind_is_named() -> None:
    with pytest.raises(Unreadable, match="PDF"):
        decode(b"%PDF-1.7 ...")


def test_too_much_text_is_refused_with_the_limit() -> None:
    with pytest.raises(Unreadable, match=r"limit for one report is 0\.3 MB"):
        decode(b"word " * (LIMIT // 5 + 1))


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except Unreadable:
        return
    assert text.strip()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
def test_utf_8_round_trip(text: str) -> None:
    if text.startswith(("%PDF", "{\\rtf", "GIF8", "PK", "\ufeff")) or not text.strip("\ufeff\u00a0 "):
        return
    assert decode(text.encode("utf-8")) == text
