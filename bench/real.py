"""Figures in real news against a reader's, who wrote them down before the program had read any of it.

Usage: python -m bench.real [--half first|second] [--misses]

Passages of PolNeAR's training texts and of GeoWebNews; `real/README.md` says how they were chosen and read. The gold
holds offsets only, so this needs the development data. Figures are matched and credited by the rule of the cases'
scorer (same measure and bounds, overlapping words; of a figure without bounds the measure alone). A figure marked
`open` counts neither as missed nor as false. Kinds of misses of the first half may be mended; of the second only the
scores are shown.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.places import articles
from bench.shared import module, need
from sayso.language.read import annotate
from sayso.model import Figure, Report
from sayso.readers.parts import find_parts

FOLDER = Path(__file__).with_name("real")
CORPORA = ("polnear", "geowebnews")
HALVES = ("first", "second")
DATED = re.compile(r"_(\d{4}-\d{2}-\d{2})_")

Wanted = dict[str, Any]


@dataclass(frozen=True)
class Passage:
    """A passage of a text of a corpus, with the figures that a reader found in it; their offsets are the text's."""

    corpus: str
    text: str
    half: str
    start: int
    end: int
    figures: tuple[Wanted, ...]
    times: tuple[Wanted, ...] | None = None  # None: nobody looked for them


@dataclass
class Tally:
    """What was wanted, given and matched, and of the matched ones the shares that are credited and dated right."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    credits: int = 0
    credited: int = 0
    pasts: int = 0
    past: int = 0

    def shares(self, scorer: ModuleType) -> dict[str, Any]:
        """As numbers to print: `historical` is the share of figures of earlier years that are given as such."""
        found: dict[str, Any] = scorer.prf(self.matched, self.found, self.gold)
        return found | {
            "credited": scorer.share(self.credited, self.credits),
            "historical": scorer.share(self.past, self.pasts),
        }


def passages(half: str | None = None) -> Iterator[Passage]:
    """Those of one half (all where it is None), corpus by corpus."""
    for corpus in CORPORA:
        for line in FOLDER.joinpath(f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines():
            row = {key: tuple(v) if isinstance(v, list) else v for key, v in json.loads(line).items()}
            passage = Passage(corpus, **row)
            if half in (None, passage.half):
                yield passage


@cache
def _articles() -> dict[str, str]:
    return {str(each.number): each.text for each in articles(need("data", "places", "GWN.xml"))}


def text_of(passage: Passage) -> str:
    """The whole text that a passage is of, from the development data."""
    if passage.corpus == "geowebnews":
        return _articles()[passage.text]
    return need("data", "polnear", "train", "text", f"{passage.text}.txt").read_text(encoding="utf-8")


def report(passage: Passage) -> Report:
    """A passage as a report of its own, with the date of its text where the corpus has one."""
    text = text_of(passage)[passage.start : passage.end]
    dated = DATED.search(passage.text)
    published = date.fromisoformat(dated[1]).isoformat() if dated else None
    return Report(id=passage.text, text=text, published=published, parts=tuple(find_parts(text).parts))


def read(passage: Passage) -> list[tuple[int, int, Figure]]:
    """The figures that the program finds in a passage, each with its offsets in the whole text."""
    at = passage.start
    return [(at + f.start, at + f.end, f) for f in annotate(report(passage)).figures]


def _matched(wanted: list[Wanted], found: list[tuple[int, int, Figure]], scorer: ModuleType) -> list[tuple[int, int]]:
    pairs = []
    for i, w in enumerate(wanted):
        for j, (start, end, figure) in enumerate(found):
            overlap = min(w["end"], end) - max(w["start"], start)
            vague = w["low"] is None and w["high"] is None
            same = vague or (figure.low, figure.high) == (w["low"], w["high"])
            if overlap > 0 and figure.measure == w["measure"] and same:
                pairs.append((overlap, i, j))
    matched: list[tuple[int, int]] = scorer.greedy(pairs)
    return matched


def score(passage: Passage, tally: Tally, scorer: ModuleType) -> list[str]:
    """Adds a passage to the tally; returns what went wrong in it."""
    wanted = list(passage.figures)
    found = read(passage)
    pairs = _matched(wanted, found, scorer)
    undecided = {j for i, j in pairs if wanted[i].get("open")}
    hits = {i: found[j][2] for i, j in pairs if j not in undecided}
    tally.gold += sum(not w.get("open") for w in wanted)
    tally.found += len(found) - len(undecided)
    tally.matched += len(hits)
    text = text_of(passage)
    wrong = []
    for i, figure in hits.items():
        w = wanted[i]
        if "credited" in w:
            right = scorer.same_name([w["credited"] or "outlet"], [figure.said_by])
            tally.credits += 1
            tally.credited += right
            if not right:
                wrong.append(f"{figure.quote!r} credited to {figure.said_by!r}, not {w['credited']!r}")
        if w.get("mode") == "historical":
            tally.pasts += 1
            tally.past += figure.mode == "historical"
    for i, w in enumerate(wanted):
        if i not in hits and not w.get("open"):
            wrong.append(f"missed {w['measure']} {w['low']}-{w['high']}: {text[w['start'] - 60 : w['end'] + 60]!r}")
    taken = undecided | {j for _, j in pairs}
    for j, (start, end, figure) in enumerate(found):
        if j not in taken:
            wrong.append(f"false {figure.measure} {figure.low}-{figure.high}: {text[start - 60 : end + 60]!r}")
    return [f"[{passage.text}] {line}" for line in wrong]


def scores(half: str | None = None) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """The shares of all passages and of each corpus, by name, and what went wrong."""
    scorer = module("cases", "score.py")
    tallies = {name: Tally() for name in CORPORA}
    wrong = []
    for passage in passages(half):
        wrong += score(passage, tallies[passage.corpus], scorer)
    whole = Tally(*(sum(values) for values in zip(*(vars(t).values() for t in tallies.values()), strict=True)))
    return {name: t.shares(scorer) for name, t in {"all": whole, **tallies}.items()}, wrong


def options_of(description: str | None) -> argparse.Namespace:
    """The half asked for, and whether misses are to be printed, which are those of the first half alone."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--misses", action="store_true", help="print what is wrong; of the first half only")
    options = parser.parse_args()
    if options.misses and options.half != "first":
        parser.error("of the second half only the scores are shown, so that it stays unseen: add --half first")
    return options


def main() -> None:
    options = options_of(__doc__)
    found, wrong = scores(options.half)
    for name, shares in found.items():
        print(f"{name:12}", "  ".join(f"{key} {'–' if value is None else value}" for key, value in shares.items()))
    if options.misses:
        print(*(f"  - {line}" for line in wrong), sep="\n")


if __name__ == "__main__":
    main()
