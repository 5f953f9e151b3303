"""Text cells that a spreadsheet cannot take for a formula, and the way back.

A cell that begins with one of `= + - @`, a tab, a line feed, a carriage return, or a full-width form of the first
four is run as a formula by one spreadsheet program or another (OWASP, "CSV Injection"). An apostrophe before it makes
it text. Apostrophes that already stand before such a character count with it, so that `unguarded` is exact.
"""

from __future__ import annotations

import re

_FULL_WIDTH = "\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
_RISKY = re.compile(f"'*[=+\\-@\t\n\r{_FULL_WIDTH}]")


def guarded(text: str) -> str:
    """`text` as a cell that no spreadsheet runs."""
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` made the cell of."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell
