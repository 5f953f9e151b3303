"""Rows of a coded table grouped into events, against the coders' own grouping: MAVERICK's reports from Kenya.

    python -m bench.maverick [TABLE.csv] [--halves] [--errors] [--fit] [--em] [--fewer]

The column `event_id` is taken out before anything else sees the table; the columns are those of bench/maverick.yaml,
for any country's table of that form. `--halves` fits the weights on one half of the years (or of the country, east and
west) and groups the other half with them: what to expect of a table that nobody has seen. `--fit` prints the weights
that the whole table gives; `--em` groups by weights that the table gives without examples, by expectation maximisation
over comparisons taken as independent (Fellegi and Sunter's model, as splink fits it). `--fewer` leaves columns out.
`--errors` lists the groups and the events that cost most pairs.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from bench.shared import need
from sayso.tables.candidates import Floats, Pairs, candidates
from sayso.tables.comparisons import SILENT, Levels, compare, source_of
from sayso.tables.dossier import of_sheet
from sayso.tables.grouping import group
from sayso.tables.linking import link, linking
from sayso.tables.mapping import Mapping as Mapped
from sayso.tables.mapping import load
from sayso.tables.rows import Row, read_rows
from sayso.tables.sheet import Line, Sheet, read_sheet

MAPPING = Path(__file__).with_suffix(".yaml")
GOLD = "event_id"
RIDGE = 3.0  # how strongly fitted weights are drawn to nothing


@dataclass(frozen=True)
class Score:
    """How two groupings agree: B-cubed (Bagga and Baldwin 1998) and over pairs."""

    precision: float
    recall: float
    pair_precision: float
    pair_recall: float

    @property
    def f1(self) -> float:
        """B-cubed F1."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def __str__(self) -> str:
        return (
            f"B-cubed {self.precision:.3f} / {self.recall:.3f} / {self.f1:.3f}   "
            f"pairs {self.pair_precision:.3f} / {self.pair_recall:.3f}"
        )


def score(found: Mapping[str, object], gold: Mapping[str, object]) -> Score:
    """A grouping (group by id) against the right one, over the ids of the latter."""
    both = Counter((found[id], gold[id]) for id in gold)
    mine, right = Counter(found[id] for id in gold), Counter(gold.values())
    pairs = [sum(n * (n - 1) // 2 for n in counted.values()) for counted in (both, mine, right)]
    return Score(
        precision=sum(n * n / mine[f] for (f, _), n in both.items()) / len(gold),
        recall=sum(n * n / right[g] for (_, g), n in both.items()) / len(gold),
        pair_precision=pairs[0] / max(1, pairs[1]),
        pair_recall=pairs[0] / max(1, pairs[2]),
    )


def table(path: Path) -> tuple[Sheet, dict[str, str]]:
    """The table without the coders' grouping, and that grouping."""
    whole = read_sheet(path)
    gold = {line.cells["id"]: line.cells[GOLD] for line in whole.lines}
    blind = tuple(Line(line.number, {k: v for k, v in line.cells.items() if k != GOLD}) for line in whole.lines)
    return replace(whole, columns=tuple(c for c in whole.columns if c != GOLD), lines=blind), gold


def disguised(sheet: Sheet, seed: int = 7) -> tuple[Sheet, dict[str, str]]:
    """The table with its rows in another order and under other ids, neither of which may matter, and the true ids."""
    lines = list(sheet.lines)
    random.Random(seed).shuffle(lines)
    true = {f"x{number:06}": line.cells["id"] for number, line in enumerate(lines)}
    renamed = [Line(line.number, line.cells | {"id": id}) for id, line in zip(true, lines, strict=True)]
    return replace(sheet, lines=tuple(renamed)), true


def as_groups(groups: Sequence[Sequence[Row]]) -> dict[str, int]:
    """The number of its group by the id of each row."""
    return {row.id: number for number, members in enumerate(groups) for row in members}


def design(levels: Mapping[str, Levels]) -> tuple[Floats, list[tuple[str, str]]]:
    """A column of zeros and ones for each level of each comparison, silence being nothing."""
    names = [(name, level) for name, graded in levels.items() for level in sorted(set(graded) - {SILENT})]
    columns = {name: np.array(graded) for name, graded in levels.items()}
    return np.column_stack([columns[name] == level for name, level in names]).astype(float), names


def fitted(x: Floats, y: Floats) -> Floats:
    """The weights of a ridge logistic regression by Newton's method, the constant first and not drawn to nothing."""
    x = np.column_stack([np.ones(len(x)), x])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[0] = 1e-9
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - chance) - ridge * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


@dataclass(frozen=True)
class Compared:
    """All pairs of a table with their levels, and which are one event."""

    rows: list[Row]
    pairs: Pairs
    levels: dict[str, Levels]
    same: Floats
    usable: np.ndarray[tuple[int], np.dtype[np.bool_]]


def compared(rows: list[Row], gold: Mapping[str, str]) -> Compared:
    """Pairs of one source teach nothing: they are never joined."""
    pairs = candidates(rows)
    events, sources = [gold[row.id] for row in rows], [source_of(row) for row in rows]
    ends = list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
    return Compared(
        rows,
        pairs,
        compare(rows, pairs),
        np.array([float(events[i] == events[j]) for i, j in ends]),
        np.array([sources[i] != sources[j] for i, j in ends]),
    )


def halves(made: Compared, gold: Mapping[str, str], half: Sequence[bool], threshold: float) -> list[Score]:
    """The score of each half by weights of the other, then of both together."""
    x, _ = design(made.levels)
    inside = np.array(half)[made.pairs.left]
    weights = np.zeros(len(x))
    for this in (False, True):
        teach = (inside != this) & made.usable
        learnt = fitted(x[teach], made.same[teach])
        weights[inside == this] = (learnt[0] + x @ learnt[1:])[inside == this]
    sources = [source_of(row) for row in made.rows]
    groups = group(len(made.rows), made.pairs, weights, sources, threshold=threshold, unseen=linking().unseen)
    found = as_groups([[made.rows[i] for i in members] for members in groups])
    parts = [{row.id for row, h in zip(made.rows, half, strict=True) if h == this} for this in (False, True)]
    return [score(found, {id: gold[id] for id in part}) for part in (*parts, parts[0] | parts[1])]


def unsupervised(made: Compared, gold: Mapping[str, str]) -> Score:
    """The best score, over thresholds, of weights learnt from the table alone."""
    x, names = design(made.levels)
    starts = [n for n, name in enumerate(names) if name in (("time", "same day"), ("place", "same"))]
    chance = np.where(x[:, starts].all(axis=1), 0.6, 0.005)
    weights = np.zeros(len(x))
    for _ in range(60):
        seen, weight = x[made.usable], chance[made.usable]
        rates = []
        for of in (weight, 1 - weight):
            counted = of @ seen + 0.5
            totals = {c: sum(n for n, (name, _) in zip(counted, names, strict=True) if name == c) for c in made.levels}
            rates.append(counted / np.array([totals[name] for name, _ in names]))
        weights = np.log(weight.mean() / (1 - weight.mean())) + x @ np.log(rates[0] / rates[1])
        chance = 1 / (1 + np.exp(-weights))
    sources = [source_of(row) for row in made.rows]
    results = []
    for threshold in (-1.0, 0.0, 1.0, 2.0, 4.0):
        groups = group(len(made.rows), made.pairs, weights, sources, threshold=threshold, unseen=linking().unseen)
        results.append(score(as_groups([[made.rows[i] for i in members] for members in groups]), gold))
    return max(results, key=lambda result: result.f1)


def errors(found: Mapping[str, int], gold: Mapping[str, str], rows: Sequence[Row], most: int = 6) -> None:
    """Prints the groups with most wrong pairs, and the events with most pairs that were not made."""
    by_id = {row.id: row for row in rows}
    for title, these, others in (("Joined and should not be", found, gold), ("Not joined", gold, found)):
        members: dict[object, list[str]] = defaultdict(list)
        for id in gold:
            members[these[id]].append(id)
        costs = {k: sum(others[a] != others[b] for a in m for b in m) // 2 for k, m in members.items()}
        whole = sum(costs.values())
        print(f"\n{title}: {whole} pairs in {sum(c > 0 for c in costs.values())} groups")
        for key in sorted(costs, key=lambda k: (-costs[k], str(k)))[:most]:
            print(f"-- {costs[key]} pairs")
            for id in sorted(members[key], key=lambda id: str(others[id])):
                row = by_id[id]
                told = " ".join(f"{t.count.measure} {t.low}-{t.high}" for t in row.figures)
                where = "/".join(v.text for v in (row.town, row.place) if v)
                who = ", ".join(v.text for v in row.parties)
                print(
                    f"   [{others[id]}] {row.first}..{row.last} {where} ±{row.radius} | {who} | {told} | "
                    f"{row.source.text[:60] if row.source else ''}"
                )


def fewer(sheet: Sheet, mapping: Mapped, gold: Mapping[str, str]) -> None:
    """Prints the score with some columns left out of the mapping."""
    vague = mapping.place.model_copy(update={"precision": None, "within_km": {}})
    nowhere = vague.model_copy(update={"latitude": None, "longitude": None})
    left_out: dict[str, dict[str, object]] = {
        "parties": {"parties": ()},
        "precision": {"place": vague},
        "publication": {"published": None},
        "type and target": {"type": None, "target": None},
        "coordinates": {"place": nowhere},
        "figures": {"figures": ()},
        "source": {"source": None},
    }
    for name, update in left_out.items():
        rows, _ = read_rows(sheet, mapping.model_copy(update=update))
        print(f"without {name:16} {score(as_groups(link(rows)), gold)}")


def figures() -> dict[str, float]:
    """What the gate holds."""
    sheet, gold = table(need("data", "maverick", "maverick_kenya.csv"))
    rows, _ = read_rows(sheet, load(MAPPING, sheet.columns))
    result = score(as_groups(link(rows)), gold)
    return {
        "tables: b-cubed f1": result.f1,
        "tables: pair precision": result.pair_precision,
        "tables: pair recall": result.pair_recall,
    }


def main(arguments: list[str]) -> int:
    paths = [Path(a) for a in arguments if not a.startswith("--")]
    path = paths[0] if paths else need("data", "maverick", "maverick_kenya.csv")
    sheet, gold = table(path)
    mapping = load(MAPPING, sheet.columns)
    rows, unread = read_rows(sheet, mapping)
    started = time.perf_counter()
    groups = link(rows)
    took = time.perf_counter() - started
    # A row that cannot be read stays alone.
    found: dict[str, object] = {id: id for id in gold} | dict(as_groups(groups))
    print(
        f"{len(rows)} rows ({len(unread)} unread), {len(set(gold.values()))} events; "
        f"{len(groups)} found in {took:.1f} s"
    )
    print(f"grouped          {score(found, gold)}")
    print(f"every row alone  {score({id: id for id in gold}, gold)}")
    other, true = disguised(sheet)
    again = {true[id]: number for id, number in as_groups(link(read_rows(other, mapping)[0])).items()}
    alike = score(again, as_groups(groups)).f1 == 1
    print(f"in another order and under other ids: {'the same' if alike else 'NOT the same'}")
    dossier = of_sheet(sheet, mapping)
    disputed = sum("disputed" in claim.standing for claim in dossier.claims)
    told = sum(len(claim.coverage) > 1 for claim in dossier.claims)
    print(
        f"{len(dossier.claims)} claims by policy {dossier.policy}; {told} told by several reports, {disputed} disputed"
    )
    if {"--halves", "--fit", "--em"} & set(arguments):
        made = compared(rows, gold)
    if "--halves" in arguments:
        years = sorted(row.first.year for row in rows)
        middle = years[len(years) // 2]
        east = float(np.median([row.point[1] for row in rows if row.point]))
        splits = {
            f"before {middle} / from then on": [row.first.year >= middle for row in rows],
            f"west / east of {east:.1f}": [bool(row.point and row.point[1] > east) for row in rows],
        }
        for name, half in splits.items():
            for part, result in zip(
                ("first", "second", "both"), halves(made, gold, half, linking().threshold), strict=True
            ):
                print(f"{name}, {part:6} {result}")
    if "--fit" in arguments:
        x, names = design(made.levels)
        learnt = fitted(x[made.usable], made.same[made.usable])
        print(f"prior: {learnt[0]:.1f}")
        for (name, level), weight in zip(names, learnt[1:], strict=True):
            print(f"{name:12} {level:12} {weight:+.1f}")
    if "--em" in arguments:
        print(f"learnt without examples, best of five thresholds: {unsupervised(made, gold)}")
    if "--fewer" in arguments:
        fewer(sheet, mapping, gold)
    if "--errors" in arguments:
        errors({k: hash(v) for k, v in found.items()}, gold, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
