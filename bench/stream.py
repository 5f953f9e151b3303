"""A made stream of 5,000 reports: copies found, stories told apart, and what one more report costs.

Usage: python -m bench.stream [--size 5000] [--seed 1] [--timed 40] [--misses N]
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
from sayso.language.read import annotate
from sayso.model import Annotations
from sayso.reconcile import reconcile
from sayso.reconcile.copies import Copies
from sayso.reconcile.stories import Stories

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


def told_apart(made: Sequence[Made], stories: Stories) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of the stories against the events that the reports were made of.

    Round-ups of several events are in the stream to mislead, and are not scored.
    """
    event = {one.report.id: one.story for one in made if one.story}
    size = Counter(event.values())
    precision = recall = 0.0
    for members in stories.groups():
        scored = [event[report.id] for report in members if report.id in event]
        for name, count in Counter(scored).items():
            precision += count * count / len(scored)
            recall += count * count / size[name]
    precision, recall = precision / len(event), recall / len(event)
    return precision, recall, 2 * precision * recall / (precision + recall)


@dataclass(frozen=True)
class Cost:
    """Seconds that one report took: to read, to find its copies, to find its story, and to reconcile that story."""

    read: float
    copies: float
    story: float
    reconcile: float

    @property
    def times(self) -> float:
        """All but the reading, in readings."""
        return (self.copies + self.story + self.reconcile) / self.read


def one_more(one: Made, copies: Copies, stories: Stories, known: dict[str, Annotations]) -> Cost:
    """Adds a report to all that came before, and measures it. Others of its story have been read before."""
    begun = time.perf_counter()
    known[one.report.id] = annotate(one.report)
    read = time.perf_counter()
    copies.add(one.report)
    copies.resting(one.report.id)
    copied = time.perf_counter()
    stories.add(one.report)
    members = stories.story_of(one.report.id)
    joined = time.perf_counter()
    known.update({other.id: annotate(other) for other in members if other.id not in known})
    ready = time.perf_counter()
    reconcile(members, [known[other.id] for other in members])
    return Cost(read - begun, copied - read, joined - copied, time.perf_counter() - ready)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--timed", type=int, default=40)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    made = stream(options.size, options.seed)
    known = truth(made)
    copies, stories = Copies(), Stories()
    timed = made[len(made) - options.timed :]
    for one in made[: len(made) - options.timed]:
        copies.add(one.report)
        stories.add(one.report)
    stories.groups()
    read: dict[str, Annotations] = {}
    if timed:
        first = made[0].report
        reconcile([first], [annotate(first)])  # what is loaded once is no cost of one report
    costs = [one_more(one, copies, stories, read) for one in timed]
    _print(made, known, copies, stories, options.misses)
    if costs:
        parts = ("read", "copies", "story", "reconcile")
        print("one more report, median ms:", {p: round(median(getattr(c, p) for c in costs) * 1000, 1) for p in parts})
        ratios = sorted(cost.times for cost in costs)
        print(f"  in readings of it: median {median(ratios):.2f}, 9 of 10 below {ratios[int(0.9 * len(ratios))]:.2f}")


def _print(made: Sequence[Made], known: Truth, copies: Copies, stories: Stories, misses: int) -> None:
    by_id = {one.report.id: one for one in made}
    result = copies_found(known, copies)
    print(f"{len(made)} reports, {dict(Counter(one.how for one in made))}")
    print(f"copies: {len(known.copies)} pairs, precision {result.precision:.4f}, recall {result.recall:.4f}")
    for how in sorted({one.how for one in made}):
        mine = [p for p in known.copies if how in (by_id[p[0]].how, by_id[p[1]].how)]
        lost = sum(how in (by_id[a].how, by_id[b].how) for a, b in result.missed)
        print(f"  with a report that is {how}: {len(mine)} pairs, recall {1 - lost / max(1, len(mine)):.4f}")
    print("stories: B-cubed P {:.4f} R {:.4f} F1 {:.4f}".format(*told_apart(made, stories)))
    for title, pairs in (("not a copy", result.wrong), ("missed", result.missed)):
        for a, b in pairs[:misses]:
            print(f"--- {title}: {a} ({by_id[a].how}) {b} ({by_id[b].how})")
            print(by_id[a].report.text, "\n  ...\n", by_id[b].report.text, sep="")


if __name__ == "__main__":
    main()
