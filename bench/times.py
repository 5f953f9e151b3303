"""Times against sentences written for it: bench/times.jsonl, each with a publication date and the right values.

    python -m bench.times [--part tuned|unseen] [--round NAME] [--misses] [--library]

A time is right where the same words have the same ISO 8601 value (a leading or trailing word more or less does not
matter); precision and recall count every time found and every time wanted. Of sentences marked `unseen` only the
score was looked at. `--library` asks dateparser for the value of the very words of the gold instead, as a yardstick; it
is no dependency and is imported only then.
"""

from __future__ import annotations

import argparse
import importlib
import json
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


def sentences(part: str | None = None, of_round: str | None = None) -> list[Sentence]:
    """Those of a part and of a round (all where it is None), in the order of the file."""
    made = []
    for line in DATA.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if part not in (None, record.get("part", "tuned")) or of_round not in (None, record.get("round")):
            continue
        text, at, times = record["text"], 0, []
        for each in record["times"]:
            at = text.index(each["quote"], at)
            times.append(Wanted(at, at + len(each["quote"]), each["quote"], each["value"]))
            at += len(each["quote"])
        made.append(Sentence(text, record["published"], tuple(times)))
    return made


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--part", choices=("tuned", "unseen"))
    options.add_argument("--round", dest="of_round")
    options.add_argument("--misses", action="store_true", help="print what is wrong")
    options.add_argument("--library", action="store_true", help="dateparser instead of Sayso")
    chosen = options.parse_args()
    chosen_sentences = sentences(chosen.part, chosen.of_round)
    if chosen.library:
        _library(chosen_sentences, chosen.misses)
        return
    wanted = found = right = 0
    for sentence in chosen_sentences:
        report = Report(id="s", text=sentence.text, published=sentence.published)
        times = find_times(report, parse(sentence.text))
        wanted += len(sentence.times)
        found += len(times)
        for each in sentence.times:
            over = [t for t in times if t.start < each.end and each.start < t.end]
            if len(over) == 1 and over[0].value == each.value:
                right += 1
            elif chosen.misses:
                print(f"{each.quote!r} {each.value} <> {[(t.quote, t.value) for t in over]} in {sentence.text!r}")
        for time in times:
            if chosen.misses and not any(time.start < e.end and e.start < time.end for e in sentence.times):
                print(f"false {time.quote!r} {time.value} in {sentence.text!r}")
    print(f"{wanted} times in {len(chosen_sentences)} sentences: found {found}, right {right}")
    print(f"exact {right / wanted:.3f}  precision {right / found:.3f}")


def _library(chosen: list[Sentence], misses: bool) -> None:
    # No dependency: installed by whoever wants the comparison.
    parser = importlib.import_module("dateparser.date").DateDataParser

    right = wanted = 0
    for sentence in chosen:
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


def _form(value: str) -> str:
    """The precision of the gold, which the library is given for free."""
    return {4: "%Y", 7: "%Y-%m", 10: "%Y-%m-%d", 16: "%Y-%m-%dT%H:%M"}.get(len(value), "%Y-%m-%dT%H:%MZ")


if __name__ == "__main__":
    main()
