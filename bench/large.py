"""What it takes to reconcile one large story, reading apart.

Usage: python -m bench.large [FOLDER…] [--times 1 2 4]

The reports of all folders (default: the stories of our own) are taken for one story, whatever they are of; `--times 2`
has each told by two outlets, in the same words. Processor time, as other programs may run beside.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from bench.stories import FOLDER
from sayso.language.read import annotate
from sayso.model import Annotations, Report
from sayso.readers import read
from sayso.reconcile import reconcile

Read = tuple[Report, Annotations]


def annotated(folders: Sequence[Path]) -> list[Read]:
    """All reports of the folders, by ids of their own, with what is read in them."""
    found = []
    for folder in folders:
        for report in read([str(folder / "reports")], meta=folder / "reports.json"):
            if isinstance(report, Report):
                own = report.model_copy(update={"id": f"{folder.name}/{report.id}"})
                found.append((own, annotate(own)))
    return found


def told_again(one: Read, number: int) -> Read:
    """The report as another outlet prints it."""
    report, annotations = one
    copy = report.model_copy(update={"id": f"{report.id}/{number}", "outlet": f"{report.outlet or 'Outlet'} {number}"})
    same = annotations.model_dump_json().replace(f'"{report.id}', f'"{copy.id}')
    return copy, Annotations.model_validate_json(same)


def seconds(found: Sequence[Read]) -> float:
    """The processor time in which they are reconciled as one story."""
    with patch("sayso.reconcile.assemble.group", lambda reports: [list(reports)]):
        began = time.process_time()
        reconcile([report for report, _ in found], [annotations for _, annotations in found])
        return time.process_time() - began


def sizes(found: Sequence[Read], times: Sequence[int]) -> Iterator[list[Read]]:
    for each in times:
        yield [one if n == 0 else told_again(one, n) for n in range(each) for one in found]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 2, 4])
    options = parser.parse_args()
    folders = options.folders or sorted(f for f in FOLDER.iterdir() if (f / "reports.json").is_file())
    found = annotated(folders)
    seconds(found[:3])  # what is loaded once
    for several in sizes(found, options.times):
        said = sum(len(annotations.attributions) for _, annotations in several)
        print(f"{len(several)} reports, {said} attributions: {seconds(several):.1f} s")


if __name__ == "__main__":
    main()
