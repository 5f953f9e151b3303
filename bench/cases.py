"""The cases: whole dossiers against what a careful reader finds.

Usage: python -m bench.cases [CASE…] [--misses] [--folder FOLDER]

FOLDER holds cases of another origin in the same format. Misses of cases marked `held` are never listed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from bench.shared import module, need
from sayso.dossier import to_json
from sayso.language.read import annotate
from sayso.model import Report
from sayso.readers import read
from sayso.reconcile import reconcile

FOUNDING = "shebekino"


def dossier(case: Path) -> dict[str, Any]:
    """The dossier of a case, as its JSON reads."""
    found = list(read([str(case / "reports")], meta=case / "reports.json"))
    reports = [r for r in found if isinstance(r, Report)]
    made: dict[str, Any] = json.loads(to_json(reconcile(reports, [annotate(r) for r in reports])))
    return made


def scores(
    names: list[str] | None = None, misses: bool = False, folder: Path | None = None
) -> dict[str, dict[str, Any]]:
    """The scorer's result for each case of the folder, by name."""
    folder = folder or need("cases")
    scorer = module("cases", "score.py")
    cases = sorted(c for c in folder.iterdir() if (c / "gold.json").is_file() and (not names or c.name in names))
    return {case.name: scorer.score(case, dossier(case), misses and not is_held(case)) for case in cases}


def is_held(case: Path) -> bool:
    """Whether the case is for measuring only."""
    return bool(json.loads((case / "gold.json").read_text(encoding="utf-8")).get("held", False))


def row(name: str, result: dict[str, Any]) -> str:
    """One line of the table."""
    a, f, c = result["attributions"], result["figures"], result["claims"]
    right = a["right"]
    return (
        f"{name:16} attr P {a['precision']:.2f} R {a['recall']:.2f} F1 {a['f1']:.3f} "
        f"src {_(right['source'])} chain {_(right['chain'])} stance {_(right['stance'])} quot {_(right['quotation'])} "
        f"| fig P {f['precision']:.2f} R {f['recall']:.2f} F1 {f['f1']:.3f} by {_(f['right']['said_by'])} "
        f"| claims {c['found']}/{c['gold']} bounds {_(c['bounds_right'])} "
        f"standings {_(c['standings_right'])} of {c['in_dossier']}"
    )


def _(value: float | None) -> str:
    return "  – " if value is None else f"{value:.2f}"


def means(results: dict[str, dict[str, Any]]) -> dict[str, float]:
    """Means over all of the results but the founding case's."""
    others = [r for name, r in results.items() if name != FOUNDING]

    def mean(values: list[float | None]) -> float:
        known = [v for v in values if v is not None]
        return sum(known) / len(known) if known else 0.0

    found = {f"attributions {k}": mean([r["attributions"][k] for r in others]) for k in ("precision", "recall", "f1")}
    found |= {
        k: mean([r["attributions"]["right"][k] for r in others]) for k in ("source", "chain", "stance", "quotation")
    }
    found |= {f"figures {k}": mean([r["figures"][k] for r in others]) for k in ("precision", "recall", "f1")}
    found["credited"] = mean([r["figures"]["right"]["said_by"] for r in others])
    found["claims"] = mean([r["claims"]["recall"] for r in others])
    found["standings"] = mean([r["claims"]["standings_right"] or 0.0 for r in others])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    results = scores(options.cases or None, options.misses, options.folder)
    for name, result in results.items():
        print(row(name, result))
        for line in result.get("missed", []):
            print("  -", line)
    for held in (False, True):
        part = {n: r for n, r in results.items() if is_held((options.folder or need("cases")) / n) == held}
        if len(part) > 1:
            what = "mean of those held back:" if held else "mean:" if options.folder else "mean of the others:"
            print(what, ", ".join(f"{k} {v:.3f}" for k, v in means(part).items()))


if __name__ == "__main__":
    main()
