"""Small stories of our own: claims and standings against what a careful reader expects.

Usage: python -m bench.stories [STORY…] [--misses]

Stricter than the cases' scorer: one claim of the dossier answers one claim of the reader, and every position must be
there with its polarity. Names are the same where they share a word. `positions` is the share of wanted positions that
stand in the claim of the dossier that has most of them. Misses of stories marked `held` are never listed.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

from bench.cases import dossier

FOLDER = Path(__file__).parent / "stories"
SLACK = {"single-origin", "single-side", "single-report", "reported"}  # true of much that is told of something else
SMALL = {"the", "a", "an", "of", "in", "at", "and", "was", "were", "is", "are", "had", "been", "not", "to", "by", "own"}


def words(text: str | None) -> set[str]:
    return set(re.findall(r"\w+", (text or "").casefold().replace("’", "'"))) - SMALL


def _answers(wanted: dict[str, Any], position: dict[str, Any]) -> bool:
    """Whether a position of the dossier is the one wanted."""
    if wanted["origin"] == "outlet":
        if position["origin"] is not None:
            return False
    elif not words(wanted["origin"]) & words(position["origin"]):
        return False
    if "polarity" in wanted:
        return same_side(wanted, position)
    return bool((wanted["low"], wanted["high"]) == (position["low"], position["high"]))


def same_side(wanted: dict[str, Any], position: dict[str, Any]) -> bool:
    """Whether the two have one polarity; what is asserted in part is asserted."""
    same = {wanted["polarity"], position["polarity"]}
    return len(same) == 1 or same == {"asserts", "partly"}


def _answered(wanted: dict[str, Any], claim: dict[str, Any]) -> int:
    """How many of the wanted positions the claim has; 0 where it is on something else."""
    if wanted.get("measure") != claim["measure"]:
        return 0
    if not wanted.get("measure"):
        said = words(claim["proposition"]).union(*(words(p["text"]) for p in claim["positions"]))
        if len(words(wanted["proposition"]) & said) < 2:
            return 0
    return sum(any(_answers(w, p) for p in claim["positions"]) for w in wanted["positions"])


def score(gold: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    """How many claims were found, with right bounds; precision and recall of their standings' tags; and the misses."""
    free = list(made["claims"])
    found = bounds = counted = right = given = wanted_tags = positions = wanted_positions = 0
    misses = []
    for wanted in gold["claims"]:
        total = len(wanted["positions"])
        wanted_positions += total
        positions += max((_answered(wanted, c) for c in made["claims"]), default=0)
        claim = next((c for c in free if _answered(wanted, c) == total), None)
        if claim is None:
            misses.append(f"{wanted['id']}: not found")
            continue
        free.remove(claim)
        found += 1
        if wanted.get("measure"):
            counted += 1
            same = (claim["low"], claim["high"]) == (wanted["low"], wanted["high"])
            bounds += same
            if not same:
                misses.append(f"{wanted['id']}: {claim['low']}-{claim['high']}, not {wanted['low']}-{wanted['high']}")
        if "standing" not in wanted:
            continue
        have, tags = set(claim["standing"]), set(wanted["standing"])
        right += len(have & tags)
        given += len(have & tags) + len(have - tags - SLACK)
        wanted_tags += len(tags)
        if have - tags - SLACK or tags - have:
            misses.append(f"{wanted['id']}: {sorted(have)}, not {wanted['standing']}")
    recall, precision = _share(right, wanted_tags), _share(right, given)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "claims": len(gold["claims"]),
        "found": found,
        "counted": counted,
        "bounds": bounds,
        "standings": f1,
        "in dossier": len(made["claims"]),
        "positions": positions,
        "wanted": wanted_positions,
        "held": gold.get("held", False),
        "tagged": any("standing" in wanted for wanted in gold["claims"]),
        "misses": misses,
    }


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 0.0


def scores(names: list[str] | None = None) -> dict[str, dict[str, Any]]:
    """The score of each story, by name."""
    stories = sorted(s for s in FOLDER.iterdir() if s.is_dir() and (not names or s.name in names))
    return {s.name: score(json.loads((s / "gold.json").read_text(encoding="utf-8")), dossier(s)) for s in stories}


def means(results: dict[str, dict[str, Any]]) -> dict[str, float]:
    """Over all stories: share of claims found, share of bounds right, mean F1 of standings where the gold has them."""
    rows = list(results.values())
    tagged = [r for r in rows if r["tagged"]]
    return {
        "claims": _share(sum(r["found"] for r in rows), sum(r["claims"] for r in rows)),
        "bounds": _share(sum(r["bounds"] for r in rows), sum(r["counted"] for r in rows)),
        "positions": _share(sum(r["positions"] for r in rows), sum(r["wanted"] for r in rows)),
        "standings": _share(sum(r["standings"] for r in tagged), len(tagged)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Claims and standings of small stories of our own.")
    parser.add_argument("stories", nargs="*")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    results = scores(options.stories or None)
    for name, r in results.items():
        print(
            f"{name:16} claims {r['found']}/{r['claims']} bounds {r['bounds']}/{r['counted']} "
            f"positions {r['positions']}/{r['wanted']} standings {r['standings']:.2f} of {r['in dossier']}"
        )
        for line in r["misses"] if options.misses and not r["held"] else ():
            print("  -", line)
    for which in ("seen", "held"):
        rows = {name: r for name, r in results.items() if r["held"] == (which == "held")}
        if rows:
            print(f"{which}:", ", ".join(f"{k} {v:.3f}" for k, v in means(rows).items()))


if __name__ == "__main__":
    main()
