"""Bytes to text: which encoding a report is written in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from sayso.readers import errors
from sayso.readers.errors import Unreadable

LIMIT = 300_000  # bytes of text in one report, 50,000 words; the longest newspaper articles have half of it
SAMPLE = 65_536

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
PACKED = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, declared: str | None = None, limit: int = LIMIT) -> str:
    """The text of `data`, without its byte order mark and otherwise unchanged (line ends included).

    `declared` is the encoding that the page or the server names; it counts after a byte order mark and
    after valid UTF-8. Raises Unreadable where there is no text, too much of it, or no telling how it is written.
    """
    within(len(data), limit)
    for magic, what in PACKED.items():
        if data.startswith(magic):
            raise Unreadable(errors.PACKED.format(what=what))
    text = _text(data, declared)
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise Unreadable(errors.EMPTY)
    sample = text[:SAMPLE]
    if "\x00" in sample or len(CONTROL.findall(sample)) > len(sample) / 200:
        raise Unreadable(errors.BINARY)
    return text


def within(count: int, limit: int = LIMIT) -> None:
    """Raises Unreadable where `count` bytes or characters are more than `limit`."""
    if count > limit:
        raise Unreadable(errors.TOO_LONG.format(size=errors.size(count), limit=errors.size(limit)))


def _text(data: bytes, declared: str | None) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _unmarked_utf16(data[:SAMPLE])
    if wide:
        return data.decode(wide, "replace")
    if b"\x00" in data[:SAMPLE]:
        raise Unreadable(errors.BINARY)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    damaged = data.decode("utf-8", "replace")
    lost = damaged.count("\ufffd")
    if lost * 10 < sum(1 for c in damaged if c > "\x7f"):
        # A UTF-8 text with a cut or stray byte: its other characters are worth more than that one.
        return damaged
    return _eight_bit(data, declared)


def _eight_bit(data: bytes, declared: str | None) -> str:
    if declared:
        try:
            return data.decode(declared)
        except (LookupError, UnicodeDecodeError):
            pass
    high = sum(1 for byte in data[:SAMPLE] if byte > 0x7F)
    if high * 8 < min(len(data), SAMPLE):
        # A Western text: curly quotes, dashes and accents among plain letters.
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise Unreadable(errors.NO_ENCODING)
    return data.decode(best.encoding, "replace")


def _unmarked_utf16(sample: bytes) -> str | None:
    """Which UTF-16 a sample without a mark is: in most scripts every other byte is small and alike."""
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    # Spaces, digits and line breaks have a zero byte in every script; text has at least one in twenty of them.
    if second > half * 0.05 and first <= second * 0.02:
        return "utf-16-le"
    if first > half * 0.05 and second <= first * 0.02:
        return "utf-16-be"
    return None
