"""At which stage the positions that a careful reader finds on propositions are lost.

Usage: python -m bench.stages [STORY…] [--misses]

A wanted position names the words that it rests on (`quote` in a story's gold.json). It is lost where these are in no
attribution, are credited to somebody else, stand in no claim, in another claim than most of the wanted ones, or on the
wrong side. Stories marked `held` are counted and never listed: they are for measuring only.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.cases import dossier
from bench.stories import FOLDER, same_side, words

STAGES = ("right", "no attribution", "another source", "no claim", "another claim", "wrong side")
Json = dict[str, Any]


def _place(folder: Path, quote: str) -> tuple[str, int, int]:
    """The report that has the words, and where."""
    for meta in json.loads((folder / "reports.json").read_text(encoding="utf-8")):
        at = (folder / meta["file"]).read_text(encoding="utf-8").find(quote)
        if at >= 0:
            return meta["id"], at, at + len(quote)
    raise ValueError(f"{folder.name}: in none of its reports: {quote!r}. Mend the quote in gold.json.")


def _touches(part: Json, place: tuple[str, int, int], report: str | None = None) -> bool:
    name, start, end = place
    return (report or part["report"]) == name and part["start"] < end and start < part["end"]


def _said(made: Json, place: tuple[str, int, int]) -> list[Json]:
    """The attributions whose content, or whose cue and source, the words stand in."""
    found = []
    for each in made["attributions"]:
        source = [each["source"]] if each["source"] and each["source"].get("start") is not None else []
        inside = [p for p in each["content"] if _touches(p, place, each["report"])]
        if inside or any(_touches(p, place, each["report"]) for p in (*each["cue"], *source)):
            found.append(each)
    return found


def _held(claim: Json, place: tuple[str, int, int], said: list[Json], wanted: Json) -> list[Json]:
    """The claim's positions that rest on the words."""
    ids = {each["id"] for each in said}
    return [
        p
        for p in claim["positions"]
        if _named(wanted, p["origin"])
        and any(_touches(e, place) or (e.get("attribution") in ids and not _inside(said, place)) for e in p["evidence"])
    ]


def _inside(said: list[Json], place: tuple[str, int, int]) -> bool:
    return any(_touches(part, place, each["report"]) for each in said for part in each["content"])


def _named(wanted: Json, origin: str | None) -> bool:
    return origin is None if wanted["origin"] == "outlet" else bool(words(wanted["origin"]) & words(origin))


def stages(folder: Path, made: Json) -> list[tuple[str, str, Json]]:
    """For each wanted position: its stage, its claim's id, and the position."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    asked = [claim for claim in made["claims"] if not claim["measure"]]
    found = []
    for wanted in gold["claims"]:
        positions = [p for p in wanted["positions"] if "quote" in p]
        places = [_place(folder, p["quote"]) for p in positions]
        said = [_said(made, place) for place in places]
        holding = [
            {c["id"]: h for c in asked if (h := _held(c, at, here, p))}
            for p, at, here in zip(positions, places, said, strict=True)
        ]
        best = Counter(each for held in holding for each in held).most_common(1)
        for position, here, held in zip(positions, said, holding, strict=True):
            found.append((_stage(position, here, held, best[0][0] if best else ""), wanted["id"], position))
    return found


def _stage(wanted: Json, said: list[Json], held: dict[str, list[Json]], best: str) -> str:
    if best in held:
        return "right" if any(same_side(wanted, p) for p in held[best]) else "wrong side"
    if held:
        return "another claim"
    if wanted["origin"] != "outlet" and not said:
        return "no attribution"
    if wanted["origin"] != "outlet" and not any(_named(wanted, a["source"] and a["source"]["name"]) for a in said):
        return "another source"
    return "no claim"


def main(dossier_of: Callable[[Path], Json] = dossier) -> None:
    parser = argparse.ArgumentParser(description="Where positions on propositions are lost.")
    parser.add_argument("stories", nargs="*")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    counts: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
    for folder in sorted(f for f in FOLDER.iterdir() if f.is_dir() and f.name in (options.stories or [f.name])):
        held = json.loads((folder / "gold.json").read_text(encoding="utf-8")).get("held", False)
        for stage, claim, position in stages(folder, dossier_of(folder)):
            counts[held][stage] += 1
            if options.misses and not held and stage != "right":
                said = f"{position['origin']} {position['polarity']}: {position['quote']}"
                print(f"{folder.name} {claim}: {stage}: {said}")
    for held, found in counts.items():
        total = sum(found.values())
        if total:
            print("held:" if held else "seen:", ", ".join(f"{s} {found[s]}" for s in STAGES), f"of {total}")


if __name__ == "__main__":
    main()
