"""Words per second on one text, beside plain spaCy and the baseline, in one run. Usage: python -m bench.speed [FOLDER]

Each reader goes over the same texts in turn, several times, in a process of its own on one thread. What counts is the
time of the processor, at its best for each text, so that what else the machine does is left out; and the ratios, for
machines differ. With --jobs N, N such processes read for attributions at once.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def texts(folder: Path) -> list[str]:
    """The texts of a folder, in name order."""
    return [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]


@cache
def spacy_as_it_comes() -> Language:
    """The pipeline that peers run: spaCy's small English model, with nothing set."""
    import spacy

    from sayso.language.parsing import model

    return spacy.load(model())


def plain(text: str) -> None:
    """The parse alone, as spaCy gives it to everybody."""
    spacy_as_it_comes()(text)


def parsed(text: str) -> None:
    """The parse alone, as it is read here."""
    from sayso.language.parsing import parse

    parse(text)


def by_baseline(text: str) -> None:
    """The parse and the baseline's rules."""
    from bench.baseline import baseline
    from sayso.language.parsing import parse

    baseline(parse(text))


def attributions(text: str) -> None:
    """The parse, the network and the rules."""
    from sayso.language.attribution import find_attributions
    from sayso.language.parsing import parse
    from sayso.model import Report

    find_attributions(Report(id="x", text=text), parse(text))


READERS = (plain, parsed, by_baseline, attributions)


def seconds(read: Callable[[str], None], text: str) -> float:
    """The processor's time for one text."""
    began = time.process_time()
    read(text)
    return time.process_time() - began


def measured(read: Callable[[str], None], corpus: list[str], rounds: int, jobs: int = 1) -> float:
    """Seconds for all texts, each at its best, shared among so many processes."""
    # Fresh processes, as the program starts them: in these the network has one thread.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        list(pool.map(read, corpus[: 4 * jobs]))  # warm
        taken = [list(pool.map(partial(seconds, read), corpus)) for _ in range(rounds)]
    best: list[float] = [min(times) for times in zip(*taken, strict=True)]
    return sum(best) / jobs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--jobs", type=int, default=1, help="processes that read for attributions as well")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=int, default=30, help="texts to read at the most")
    options = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"  # for the parser's libraries

    from bench.shared import need

    corpus = texts(options.folder or need("data", "polnear", "dev", "text"))[: options.most]
    words = sum(len(text.split()) for text in corpus)
    times = {read.__name__: measured(read, corpus, options.rounds) for read in READERS}
    if options.jobs > 1:
        times[f"{options.jobs} processes"] = measured(attributions, corpus, options.rounds, options.jobs)
    for name, taken in times.items():
        parse, baseline = times["plain"] / taken, times["by_baseline"] / taken
        print(f"{name:14} {words / taken:8.0f} words/s   {parse:5.2f} of plain spaCy, {baseline:5.2f} of the baseline")


if __name__ == "__main__":
    main()
