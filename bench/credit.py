"""How many figures of our own short passages are credited to the right one.

    python -m bench.credit [--part tuned|unseen] [--misses]

Of the passages marked `unseen` only the score was looked at while rules were made, never what went wrong.
A null name is the outlet's own voice.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.language.read import annotate
from sayso.model import Report

PASSAGES = Path(__file__).with_name("credit.jsonl")


def read(part: str | None = None) -> Iterator[dict[str, Any]]:
    """The passages of `part` (all where it is None): `text`, `credit` (number words to a name or null), `part`."""
    for line in PASSAGES.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if part is None or entry["part"] == part:
            yield entry


def plain(name: str | None) -> str | None:
    """A name in lower case without its article."""
    return None if name is None else re.sub(r"^(the|a|an) ", "", name.strip().lower())


def score(part: str | None = None) -> dict[str, Any]:
    """How many figures were wanted, found and credited right, and what went wrong."""
    wanted = found = right = 0
    wrong: list[str] = []
    for entry in read(part):
        text = entry["text"]
        figures = annotate(Report(id="bench", text=text)).figures
        for words, name in entry["credit"].items():
            wanted += 1
            start = text.index(words)
            figure = next((f for f in figures if f.start <= start < f.end), None)
            found += figure is not None
            if figure is not None and plain(figure.said_by) == plain(name):
                right += 1
            else:
                wrong.append(f"{words!r} {figure.said_by if figure else '(no figure)'!r}, not {name!r}: {text}")
    return {"figures": wanted, "found": found, "credited": round(right / found, 4) if found else 0.0, "wrong": wrong}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--part", choices=("tuned", "unseen"))
    options.add_argument("--misses", action="store_true", help="print the figures that are credited wrong")
    chosen = options.parse_args()
    result = score(chosen.part)
    wrong = result.pop("wrong")
    print("  ".join(f"{name} {value}" for name, value in result.items()))
    if chosen.misses:
        print(*(f"  - {line}" for line in wrong), sep="\n")


if __name__ == "__main__":
    main()
