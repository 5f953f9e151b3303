"""A made stream of 5,000 reports: copies found, stories told apart, and what one more report costs.

Usage: python -m bench.stream [--size 5000] [--seed 1] [--misses N] [--no-time]
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from bench.stream_made import Made, stream
from sayso.reconcile.copies import Copies

TAKEN = 2  # sentences that one report must have from where the other has them, for the two to count as a copy
WORDS = 24  # words that these must have at least, in the shorter of the two


@dataclass(frozen=True)
class Truth:
    """Pairs of reports, by the earlier id first: those that are copies, and those with too little in common to say."""

    copies: frozenset[tuple[str, str]]
    unclear: frozenset[tuple[str, str]]


def truth(made: Sequence[Made]) -> Truth:
    """Which pairs of reports have sentences of one hand, whatever was done to them since.

    Quotations and standing phrases do not count: who quotes the same words, or has the same background, copies nobody.
    """
    holders: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for one in made:
        for said in one.sentences:
            if said.kind == "own":
                holders[said.key].append((one.report.id, len(said.text.split())))
    shared: dict[tuple[str, str], list[int]] = defaultdict(list)
    for several in holders.values():
        for (a, i), (b, j) in combinations(sorted(set(several)), 2):
            shared[a, b].append(min(i, j))
    copies = {pair for pair, words in shared.items() if len(words) >= TAKEN and sum(words) >= WORDS}
    return Truth(frozenset(copies), frozenset(shared.keys() - copies))


@dataclass(frozen=True)
class Found:
    """Precision and recall of pairs, the pairs that were wrong and those that were missed."""

    precision: float
    recall: float
    wrong: list[tuple[str, str]]
    missed: list[tuple[str, str]]


def copies_found(known: Truth, copies: Copies) -> Found:
    """The pairs that the graph calls copies or partial copies, against the truth; unclear ones count neither way."""
    found = {(min(a, b), max(a, b)) for a, b, relation in copies.pairs() if relation.kind != "quotes"} - known.unclear
    right = found & known.copies
    return Found(
        len(right) / max(1, len(found)),
        len(right) / max(1, len(known.copies)),
        sorted(found - known.copies),
        sorted(known.copies - found),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    made = stream(options.size, options.seed)
    by_id = {one.report.id: one for one in made}
    known = truth(made)
    copies = Copies()
    took = []
    for one in made:
        begun = time.perf_counter()
        copies.add(one.report)
        took.append(time.perf_counter() - begun)
    result = copies_found(known, copies)
    print(f"{len(made)} reports, {dict(Counter(one.how for one in made))}")
    print(f"copies: {len(known.copies)} pairs, precision {result.precision:.4f}, recall {result.recall:.4f}")
    for how in sorted({one.how for one in made}):
        mine = [p for p in known.copies if how in (by_id[p[0]].how, by_id[p[1]].how)]
        lost = sum(how in (by_id[a].how, by_id[b].how) for a, b in result.missed)
        print(f"  with a report that is {how}: {len(mine)} pairs, recall {1 - lost / max(1, len(mine)):.4f}")
    last = median(took[-200:]) * 1000
    print(f"adding a report to the copies: median of the last 200 {last:.1f} ms, all {sum(took):.1f} s")
    for title, pairs in (("not a copy", result.wrong), ("missed", result.missed)):
        for a, b in pairs[: options.misses]:
            print(f"--- {title}: {a} ({by_id[a].how}) {b} ({by_id[b].how})")
            print(by_id[a].report.text, "\n  ...\n", by_id[b].report.text, sep="")


if __name__ == "__main__":
    main()
