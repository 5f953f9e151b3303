"""Times against sentences written for it: bench/times.jsonl, each with a publication date and the right values.

    python -m bench.times [--misses] [--library dateparser]

A time is right where the same words have the same ISO 8601 value (a leading or trailing word more or less does not
matter); precision and recall count every time found and every time wanted. `--library` asks dateparser for the value
of the very words of the gold instead, as a yardstick; it is no dependency and is imported only then.
"""

from __future__ import annotations

import importlib
import json
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sayso.language.parsing import parse
from sayso.language.times import find_times
from sayso.model import Report

DATA = Path(__file__).with_name("times.jsonl")


@dataclass(frozen=True)
class Wanted:
    """A time of the gold, with its offsets."""

    start: int
    end: int
    quote: str
    value: str | None


@dataclass(frozen=True)
class Sentence:
    """A sentence with all of its times."""

    text: str
    published: str | None
    times: tuple[Wanted, ...]


def sentences(path: Path = DATA) -> list[Sentence]:
    """The set, in the order of the file."""
    made = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text, at, times = record["text"], 0, []
        for each in record["times"]:
            at = text.index(each["quote"], at)
            times.append(Wanted(at, at + len(each["quote"]), each["quote"], each["value"]))
            at += len(each["quote"])
        made.append(Sentence(text, record["published"], tuple(times)))
    return made


def main(arguments: list[str]) -> int:
    """Prints how many values are right; `--misses` lists the others."""
    if "--library" in arguments:
        return _library("--misses" in arguments)
    wanted = found = right = 0
    for sentence in sentences():
        report = Report(id="s", text=sentence.text, published=sentence.published)
        times = find_times(report, parse(sentence.text))
        wanted += len(sentence.times)
        found += len(times)
        for each in sentence.times:
            over = [t for t in times if t.start < each.end and each.start < t.end]
            if len(over) == 1 and over[0].value == each.value:
                right += 1
            elif "--misses" in arguments:
                print(f"{each.quote!r} {each.value} <> {[(t.quote, t.value) for t in over]} in {sentence.text!r}")
        for time in times:
            if "--misses" in arguments and not any(time.start < e.end and e.start < time.end for e in sentence.times):
                print(f"false {time.quote!r} {time.value} in {sentence.text!r}")
    print(f"{wanted} times in {len(sentences())} sentences: found {found}, right {right}")
    print(f"exact {right / wanted:.3f}  precision {right / found:.3f}")
    return 0


def _library(misses: bool) -> int:
    # No dependency: installed by whoever wants the comparison.
    parser = importlib.import_module("dateparser.date").DateDataParser

    right = wanted = 0
    for sentence in sentences():
        base = datetime.fromisoformat(sentence.published) if sentence.published else datetime(2000, 1, 1)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        for each in sentence.times:
            wanted += 1
            data = parser(languages=["en"], settings=settings).get_date_data(each.quote)
            value = data.date_obj.strftime(_form(each.value)) if data.date_obj and each.value else None
            right += value == each.value
            if misses and value != each.value:
                print(f"{each.quote!r} {each.value} <> {value}")
    print(f"dateparser on the words of {wanted} times: exact {right / wanted:.3f}")
    return 0


def _form(value: str) -> str:
    """The precision of the gold, which the library is given for free."""
    return {4: "%Y", 7: "%Y-%m", 10: "%Y-%m-%d", 16: "%Y-%m-%dT%H:%M"}.get(len(value), "%Y-%m-%dT%H:%MZ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
