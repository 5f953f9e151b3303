"""Report text made harmless for a screen: it may hold anything, also what steers a terminal or turns text round."""

from __future__ import annotations

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# C0 and C1 controls (tab and line feed stay), the explicit bidirectional controls, which can make a line read
# otherwise than it is stored (Unicode TR 9 and TR 36), and lone surrogates, which UTF-8 cannot hold.
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)]
_TABLE = {code: REPLACEMENT for code in _CONTROLS if chr(code) not in "\t\n"}


def harmless(text: str) -> str:
    """`text` with every dangerous character replaced by U+FFFD, one for one, so that its length stays."""
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)


def one_line(text: str) -> str:
    """`text` made harmless, with each run of white space as one blank."""
    return harmless(" ".join(text.split()))


def clip(text: str, length: int) -> str:
    """`text` on one line, cut to `length` characters at a word where it can be, with an ellipsis where it was cut."""
    line = one_line(text)
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    head, blank, _ = cut.rpartition(" ")
    return (head if blank and len(head) > length // 2 else cut).rstrip(" ,;:–—-") + "…"
