"""The cases with the statements and figures that people marked: what reconciling reaches by itself.

Usage: python -m bench.annotated [CASE…] [--misses]

Places, times and clauses are read by the program as ever; statements with their sources, stances and chains, and
figures with theirs, are the cases' own.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from bench.cases import FOUNDING
from bench.shared import module, need
from sayso.dossier import to_json
from sayso.language.read import annotate
from sayso.model import Anchor, Annotations, Attribution, Figure, Link, Report, Source
from sayso.readers import read
from sayso.reconcile import reconcile

NOBODY = (None, "unnamed")


def _parts(text: str, quotes: list[str], begin: int = 0) -> tuple[Anchor, ...]:
    """Where the quotes stand in the text, each after the one before."""
    found, at = [], begin
    for quote in quotes:
        start = text.find(quote, at)
        start = start if start >= 0 else text.find(quote)
        if start >= 0:
            found.append(Anchor.of(text, start, start + len(quote)))
            at = start
    return tuple(found)


def _attribution(report: Report, number: int, gold: dict[str, Any]) -> Attribution:
    content = _parts(report.text, gold["content"])
    cue = gold.get("cue") or []
    names = [name for name in gold["chain"] if name not in NOBODY]
    return Attribution(
        id=f"{report.id}:a{number}",
        report=report.id,
        source=None if gold["source"] in NOBODY else Source(name=gold["source"], text=gold.get("source_text")),
        cue=_parts(report.text, [cue] if isinstance(cue, str) else cue, max(0, content[0].start - 300)),
        content=content,
        chain=tuple(Link(name=name, role="relay" if i else "origin") for i, name in enumerate(names)),
        quotation=gold["quotation"],
        stance=gold["stance"],
        distanced=bool(gold.get("distanced")),
    )


def _figure(report: Report, number: int, gold: dict[str, Any], own: Annotations, said: list[Attribution]) -> Figure:
    """A marked figure; what the cases do not mark of it (unit, place, day) is as the program reads it."""
    (where,) = _parts(report.text, [gold["quote"]])
    within = [a for a in said if any(part.start <= where.start < part.end for part in a.content)]
    known = {key: gold.get(key) for key in ("measure", "low", "high", "qualifier")}
    known |= {
        "id": f"{report.id}:f{number}",
        "report": report.id,
        "said_by": None if gold["said_by"] == "outlet" else gold["said_by"],
        "attribution": within[0].id if within else None,
        "part_of": None,
    }
    for figure in own.figures:
        if figure.measure == gold["measure"] and figure.start < where.end and where.start < figure.end:
            return figure.model_copy(update=known)
    known |= {"unit": gold.get("unit") or "thing", "of_whom": gold.get("of_whom")}
    return Figure.of(report.text, where.start, where.end, **known)


def dossier(case: Path) -> dict[str, Any]:
    """The dossier of a case from what people marked, as its JSON reads."""
    gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
    reports = [r for r in read([str(case / "reports")], meta=case / "reports.json") if isinstance(r, Report)]
    annotations = []
    for report in reports:
        own = annotate(report)
        marked = [g for g in gold["attributions"] if g["report"] == report.id]
        said = [_attribution(report, n, g) for n, g in enumerate(marked, 1)]
        counted = [g for g in gold["figures"] if g["report"] == report.id]
        figures = sorted(
            (_figure(report, n, g, own, said) for n, g in enumerate(counted, 1)), key=lambda f: (f.start, f.id)
        )
        annotations.append(own.model_copy(update={"attributions": tuple(said), "figures": tuple(figures)}))
    made: dict[str, Any] = json.loads(to_json(reconcile(reports, annotations)))
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description="What reconciling reaches on statements that people marked.")
    parser.add_argument("cases", nargs="*")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    scorer, rows = module("cases", "score.py"), {}
    for case in sorted(c for c in need("cases").iterdir() if (c / "gold.json").is_file()):
        if options.cases and case.name not in options.cases:
            continue
        result = scorer.score(case, dossier(case), True)
        rows[case.name] = claims = result["claims"]
        print(
            f"{case.name:16} claims {claims['found']}/{claims['gold']} bounds {claims['bounds_right']} "
            f"standings {claims['standings_right']} of {claims['in_dossier']}"
        )
        for line in result["missed"] if options.misses else ():
            if line.startswith("claim"):
                print("  -", line)
    others = [c for name, c in rows.items() if name != FOUNDING]
    if others:
        found = sum(c["recall"] for c in others) / len(others)
        right = sum(c["standings_right"] or 0.0 for c in others) / len(others)
        print(f"mean of the others: claims {found:.3f}, standings {right:.3f}")


if __name__ == "__main__":
    main()
