"""Words per second on one text, beside the sixty-line baseline, in one run. Usage: python -m bench.speed [FOLDER]

Each reader goes over the same texts in turn, several times; the medians and their ratios are what counts, for
machines differ. With --threads N, ONNX Runtime and the parser's libraries may use N threads.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path


def texts(folder: Path) -> list[str]:
    """The texts of a folder, in name order."""
    return [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=int, default=30, help="texts to read at the most")
    options = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = str(options.threads)

    from bench.baseline import baseline
    from bench.shared import need
    from sayso.language.attribution import find_attributions
    from sayso.language.attribution.encoder import network
    from sayso.language.parsing import parse
    from sayso.model import Report

    network(options.threads)
    corpus = texts(options.folder or need("data", "polnear", "dev", "text"))[: options.most]
    words = sum(len(text.split()) for text in corpus)
    readers: dict[str, Callable[[str], object]] = {
        "parse alone": parse,
        "baseline": lambda text: baseline(parse(text)),
        "attributions": lambda text: find_attributions(Report(id="x", text=text), parse(text)),
    }
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for reader in readers.values():
        reader(corpus[0])  # warm
    for _ in range(options.rounds):
        for name, reader in readers.items():
            began = time.perf_counter()
            for text in corpus:
                reader(text)
            seconds[name].append(time.perf_counter() - began)
    fastest = statistics.median(seconds["baseline"])
    for name, taken in seconds.items():
        median = statistics.median(taken)
        print(f"{name:14} {words / median:8.0f} words/s   {fastest / median:5.2f} of the baseline's speed")


if __name__ == "__main__":
    main()
