"""Places in sentences of our own: reports of conflict and disaster from around the world.

    python -m bench.places_own [--part tuned|unseen|second|third] [--misses]

`places.jsonl`: in each line a text and the places in it: the words, the country (null for what lies in several or in
none), a point and how far off a resolved place may be in kilometres; and words that stand for governments, which
must not be given as where something is. A place is right where country and distance fit, and the role where the
sentence has one ("inside": in the name of a body). `part`: rules were worked out on the tuned sentences; the misses of
the unseen ones were never read. The second forty were counted once before anything was mended for them, then read; the
third forty, written after that, were counted and never read.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.places import kilometres
from sayso.language.parsing import parse
from sayso.language.places import find_places
from sayso.model import Report

SENTENCES = Path(__file__).parent / "places.jsonl"
PARTS = ("tuned", "unseen", "second", "third")


def main(arguments: list[str]) -> int:
    """Prints the shares; `--misses` lists what is not right."""
    for part in PARTS:
        if "--part" not in arguments or part in arguments:
            _score(part, misses="--misses" in arguments)
    return 0


def _score(part: str, *, misses: bool) -> None:
    wanted = found = right = nots = wrongly = 0
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["part"] != part:
            continue
        text = case["text"]
        places = find_places(Report(id="r", text=text), parse(text))
        for want in case["places"]:
            start = text.index(want["words"])
            wanted += 1
            place = next((p for p in places if p.start < start + len(want["words"]) and start < p.end), None)
            if place is None:
                _tell(misses, f"missed {want['words']} in {text!r}")
                continue
            found += 1
            if place.latitude is None or place.longitude is None:
                _tell(misses, f"no point for {want['words']} in {text!r}")
                continue
            off = kilometres((place.latitude, place.longitude), tuple(want["point"]))
            if place.role != want.get("role", place.role):
                _tell(misses, f"{place.role}, not {want['role']}: {want['words']} in {text!r}")
            elif off <= want["within"] and want["country"] in (None, place.country):
                right += 1
            else:
                _tell(misses, f"{off:.0f} km off: {want['words']} -> {place.name}, {place.region}, {place.country}")
        for words in case["not"]:
            nots += 1
            at = text.index(words)
            if any(p.start <= at < p.end and p.role == "where" for p in places):
                wrongly += 1
                _tell(misses, f"a government given as a place: {words} in {text!r}")
    shares = f"found {found / wanted:.3f}, right {right / wanted:.3f}, of the found {right / found:.3f}"
    print(f"{part}, places {wanted}: {shares}")
    print(f"    governments {nots}: given as places {wrongly}")


def _tell(wanted: bool, line: str) -> None:
    if wanted:
        print(line)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
