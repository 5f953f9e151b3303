"""Attributions of twenty short reports of our own against a careful reader's.

Usage: python -m bench.reports_own [--half first|second] [--misses]

Contents are matched as in the cases (one to one, Jaccard of words at least .5). A name is right where it has all the
words of one that `reports_own/README.md` allows, so that "the spokesman" is not right for "Davit Orr".
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from sayso.language.read import annotate
from sayso.model import Attribution, Report
from sayso.readers.parts import find_parts

FOLDER = Path(__file__).with_name("reports_own")
WORD = re.compile(r"\w+")
Wanted = dict[str, Any]


def reports(half: str | None = None) -> list[dict[str, Any]]:
    """The reports of one half (all where it is None) with their attributions."""
    found = [{"name": p.stem, **yaml.safe_load(p.read_text(encoding="utf-8"))} for p in sorted(FOLDER.glob("*.yaml"))]
    return [r for r in found if half in (None, r["half"])]


def _words(text: str, parts: list[tuple[int, int]]) -> set[int]:
    return {m.start() for start, end in parts for m in WORD.finditer(text, start, end)}


def _spans(text: str, parts: list[str], at: int) -> list[tuple[int, int]]:
    """Where the parts stand from a place on, each after the one before it; ValueError where one is not in the text."""
    found = []
    for part in parts:
        at = text.index(part, at)
        found.append((at, at + len(part)))
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _named(wanted: Any, name: str | None) -> bool:
    """Whether a name has all the words of one that is wanted."""
    words = set(WORD.findall((name or "").casefold()))
    return any(set(WORD.findall(w.casefold())) <= words if w else not words for w in _list(wanted))


def _right(wanted: Wanted, found: Attribution) -> dict[str, bool]:
    chain = wanted.get("chain", [wanted["source"]] if wanted["source"] else [])
    links = [link.name for link in found.chain]
    return {
        "source": _named(wanted["source"], found.source.name if found.source else None),
        "chain": len(chain) == len(links) and all(map(_named, chain, links)),
        "stance": found.stance in _list(wanted.get("stance", "asserts")),
        "quotation": found.quotation in _list(wanted.get("quotation", "indirect")),
    }


def _matches(text: str, wanted: list[Wanted], found: tuple[Attribution, ...]) -> list[tuple[int, int]]:
    """Pairs of indices that belong together; among equal contents, the one of the right source first."""
    sides = [_words(text, w["spans"]) for w in wanted]
    others = [_words(text, [(c.start, c.end) for c in f.content]) for f in found]
    pairs = []
    for i, a in enumerate(sides):
        for j, b in enumerate(others):
            shared = len(a & b) / len(a | b)
            if shared >= 0.5:
                pairs.append((-shared, not _right(wanted[i], found[j])["source"], i, j))
    kept: list[tuple[int, int]] = []
    for *_, i, j in sorted(pairs):
        if all(i != k and j != m for k, m in kept):
            kept.append((i, j))
    return kept


def score(half: str | None = None) -> tuple[Counter[str], list[str]]:
    """Counts over the reports of one half, and what is missed, needless or wrong, in words."""
    counts, misses = Counter[str](), []
    for report in reports(half):
        text, at = report["text"], 0
        for w in report["attributions"]:
            w["spans"] = _spans(text, w["content"], at)
            at = w["spans"][0][0]  # they stand in the order of the text, nested ones after what they stand in
        read = Report(id="bench", text=text, outlet=report["outlet"], parts=tuple(find_parts(text).parts))
        found = annotate(read).attributions
        pairs = _matches(text, report["attributions"], found)
        taken = {j for _, j in pairs}
        for i, w in enumerate(report["attributions"]):
            j = next((m for k, m in pairs if k == i), None)
            if w.get("optional"):
                continue
            counts["wanted"] += 1
            said = f"{report['name']}: {' … '.join(w['content'])[:90]!r}"
            if j is None:
                misses.append(f"missed  {said} of {w['source']}")
                continue
            counts["found"] += 1
            for what, right in _right(w, found[j]).items():
                counts[what] += right
                if not right:
                    misses.append(f"{what:7} {said}: {_shown(found[j], what)}, not {w.get(what, '(default)')}")
        for j, f in enumerate(found):
            if j not in taken:
                counts["needless"] += 1
                misses.append(
                    f"extra   {report['name']}: {_shown(f, 'source')}: {' … '.join(c.quote for c in f.content)}"
                )
    return counts, misses


def _shown(found: Attribution, what: str) -> Any:
    if what == "chain":
        return [link.name for link in found.chain]
    return (found.source and found.source.name) if what == "source" else getattr(found, what)


def shares(counts: Counter[str]) -> dict[str, float]:
    """Precision, recall and F1 of attributions; of the found ones, the shares that are right."""
    precision = counts["found"] / max(1, counts["found"] + counts["needless"])
    recall = counts["found"] / max(1, counts["wanted"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    of_found = {k: counts[k] / max(1, counts["found"]) for k in ("source", "chain", "stance", "quotation")}
    return {"precision": precision, "recall": recall, "f1": f1, **of_found}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--half", choices=("first", "second"))
    options.add_argument("--misses", action="store_true", help="print what is missed, needless or wrong")
    chosen = options.parse_args()
    counts, misses = score(chosen.half)
    print(dict(counts))
    print("  ".join(f"{name} {value:.3f}" for name, value in shares(counts).items()))
    if chosen.misses:
        print(*(f"  - {line}" for line in misses), sep="\n")


if __name__ == "__main__":
    main()
