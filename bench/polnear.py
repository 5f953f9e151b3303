"""PolNeAR dev: attributions against people's. Usage: python -m bench.polnear [--reader sayso|encoder|baseline]"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import Any

from bench.baseline import baseline
from bench.shared import module, need
from sayso.language.attribution.finding import by_encoder, find_attributions
from sayso.language.parsing import parse
from sayso.model import Report

Spans = dict[str, list[list[int]]]


def by_sayso(text: str) -> list[Spans]:
    """What the tool finds: each attribution's own words, before resolution."""
    found = find_attributions(Report(id="x", text=text), parse(text))
    return [
        {
            "source": [[a.source.start, a.source.end]] if a.source and a.source.start is not None else [],
            "cue": [[c.start, c.end] for c in a.cue],
            "content": [[c.start, c.end] for c in a.content],
        }
        for a in found
    ]


def encoder_alone(text: str) -> list[Spans]:
    """What the encoder finds before any rule."""
    return [{"source": _lists(c.source), "cue": _lists(c.cue), "content": _lists(c.content)} for c in by_encoder(text)]


def _lists(spans: Iterable[tuple[int, int]]) -> list[list[int]]:
    return [[s, e] for s, e in spans]


READERS: dict[str, Callable[[str], list[Spans]]] = {
    "sayso": by_sayso,
    "encoder": encoder_alone,
    "baseline": lambda text: baseline(parse(text)),
}


def scores(reader: str, split: str = "dev") -> dict[str, Any]:
    """The evaluation's scores of one reader."""
    evaluation = module("data", "polnear", "attribution_eval.py")
    folder = need("data", "polnear", split)
    gold = evaluation.load_gold(str(folder / "text"), str(folder / "attributions"))
    found = {name: READERS[reader](text) for name, (text, _) in gold.items()}
    result: dict[str, Any] = evaluation.evaluate(gold, found)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", choices=sorted(READERS), default="sayso")
    options = parser.parse_args()
    evaluation = module("data", "polnear", "attribution_eval.py")
    print(evaluation.table(scores(options.reader), options.reader))


if __name__ == "__main__":
    main()
