"""Words per second on one text, beside the sixty-line baseline, in one run. Usage: python -m bench.speed [FOLDER]

Each reader goes over the same texts in turn, several times, on one thread; the medians and their ratios are what
counts, for machines differ. With --jobs N, N processes of one thread each read for attributions as well.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

Read = Callable[[list[str]], object]


def texts(folder: Path) -> list[str]:
    """The texts of a folder, in name order."""
    return [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]


def attributions(text: str) -> int:
    """How many attributions a text has: its parse, the network, the rules."""
    from sayso.language.attribution import find_attributions
    from sayso.language.parsing import parse
    from sayso.model import Report

    return len(find_attributions(Report(id="x", text=text), parse(text)))


def each(reader: Callable[[str], object], corpus: list[str]) -> list[object]:
    """What a reader makes of each text."""
    return [reader(text) for text in corpus]


def spread(pool: ProcessPoolExecutor, corpus: list[str]) -> list[int]:
    """Attributions counted by several processes."""
    return list(pool.map(attributions, corpus))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--jobs", type=int, default=1, help="processes that read for attributions as well")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=int, default=30, help="texts to read at the most")
    options = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"  # before the libraries are loaded, here and in the other processes

    from bench.baseline import baseline
    from bench.shared import need
    from sayso.language.parsing import parse

    corpus = texts(options.folder or need("data", "polnear", "dev", "text"))[: options.most]
    readers: dict[str, Read] = {
        "parse alone": partial(each, parse),
        "baseline": partial(each, lambda text: baseline(parse(text))),
        "attributions": partial(each, attributions),
    }
    # Fresh processes, as the program starts them.
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        if options.jobs > 1:
            readers[f"{options.jobs} processes"] = partial(spread, pool)
        report(measured(readers, corpus, options.rounds), sum(len(text.split()) for text in corpus))


def measured(readers: dict[str, Read], corpus: list[str], rounds: int) -> dict[str, float]:
    """Seconds that each reader takes for the texts, the median of several rounds."""
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for read in readers.values():
        read(corpus[:4])  # warm
    for _ in range(rounds):
        for name, read in readers.items():
            began = time.perf_counter()
            read(corpus)
            seconds[name].append(time.perf_counter() - began)
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def report(seconds: dict[str, float], words: int) -> None:
    """Prints each reader's words per second, and its speed as a part of the parse's and of the baseline's."""
    for name, taken in seconds.items():
        parse, baseline = seconds["parse alone"] / taken, seconds["baseline"] / taken
        print(f"{name:14} {words / taken:8.0f} words/s   {parse:5.2f} of the parse, {baseline:5.2f} of the baseline")


if __name__ == "__main__":
    main()
