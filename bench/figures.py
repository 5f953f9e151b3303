"""How many of our own short sentences have exactly the right figures (measure, low, high).

    python bench/figures.py [--part tuned|unseen] [--round NAME] [--misses]

The rules were tuned on the sentences marked `tuned`. Of those marked `unseen` only the score was looked at,
never what went wrong; they were written before the rules for their constructions were mended. A `round` is a set
that was written with its answers before the program had read any of it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.language.figures import find_figures
from sayso.language.parsing import parse
from sayso.model import Report

SENTENCES = Path(__file__).with_name("figures.jsonl")

Bounds = tuple[str, int | None, int | None]


def read(part: str | None = None, of_round: str | None = None) -> Iterator[dict[str, Any]]:
    """The sentences of a part and of a round (all where it is None), each with its `text`, `figures` and `part`."""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if part in (None, entry["part"]) and of_round in (None, entry.get("round")):
            yield entry


def found(text: str) -> list[Bounds]:
    """Measure, low and high of each figure that is found in `text`."""
    figures = find_figures(Report(id="bench", text=text), parse(text), ())
    return [(figure.measure, figure.low, figure.high) for figure in figures]


def score(part: str | None = None, of_round: str | None = None) -> dict[str, Any]:
    """Sentences, the share that is exactly right, precision and recall over figures, and what went wrong."""
    sentences = exact = matched = given = wanted = 0
    wrong: list[tuple[str, list[Bounds], list[Bounds]]] = []
    for entry in read(part, of_round):
        gold = [(f["measure"], f["low"], f["high"]) for f in entry["figures"]]
        have = found(entry["text"])
        sentences += 1
        given += len(have)
        wanted += len(gold)
        matched += sum((Counter(gold) & Counter(have)).values())
        if Counter(gold) == Counter(have):
            exact += 1
        else:
            wrong.append((entry["text"], gold, have))
    return {
        "sentences": sentences,
        "exact": round(exact / sentences, 4),
        "precision": round(matched / given, 4) if given else 1.0,
        "recall": round(matched / wanted, 4) if wanted else 1.0,
        "wrong": wrong,
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--part", choices=("tuned", "unseen"))
    options.add_argument("--round", dest="of_round")
    options.add_argument("--misses", action="store_true", help="print the sentences that are not exactly right")
    chosen = options.parse_args()
    result = score(chosen.part, chosen.of_round)
    wrong = result.pop("wrong")
    print("  ".join(f"{name} {value}" for name, value in result.items()))
    if chosen.misses:
        for text, gold, have in wrong:
            print(f"  - {text}\n      wanted {gold}\n      found  {have}")


if __name__ == "__main__":
    main()
