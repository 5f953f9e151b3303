"""Reports grouped by what they are about."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from sayso.model import Report, Story
from sayso.reconcile.cast.kinds import knowledge
from sayso.reconcile.statements import apart, order
from sayso.reconcile.words import concept, concepts

NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'\-]{2,}")
ALIKE = 0.15  # share of names and words in common from which two reports are of one story
FAR = 45  # days beyond which two reports are not of one story


def _features(report: Report) -> dict[str, float]:
    """Names in the running text and the words of the opening, with weights."""
    found: dict[str, float] = {}
    for match in NAME.finditer(report.text):
        name = re.sub(r"[’']s?$", "", match.group()).casefold()
        if concept(name) and name not in knowledge().titles:
            found[name] = found.get(name, 0.0) + 1.0
    weighted = {name: 1.0 + math.log(count) for name, count in found.items()}
    for each in concepts(report.text[:600]):
        weighted.setdefault(f"~{each}", 0.5)
    return weighted


def _alike(a: dict[str, float], b: dict[str, float]) -> float:
    """Cosine of two weighted sets."""
    shared = a.keys() & b.keys()
    if not shared:
        return 0.0
    dot = math.fsum(a[key] * b[key] for key in sorted(shared))
    return dot / math.sqrt(math.fsum(v * v for v in a.values()) * math.fsum(v * v for v in b.values()))


def group(reports: Sequence[Report]) -> list[list[Report]]:
    """Reports by story, stories and reports in order of publication."""
    ordered = sorted(reports, key=order)
    features = [_features(report) for report in ordered]
    parent = list(range(len(ordered)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, one in enumerate(ordered):
        for j in range(i + 1, len(ordered)):
            gap = apart(one, ordered[j])
            if (gap is None or abs(gap.days) <= FAR) and _alike(features[i], features[j]) >= ALIKE:
                parent[max(root(i), root(j))] = min(root(i), root(j))
    stories: dict[int, list[Report]] = {}
    for i, report in enumerate(ordered):
        stories.setdefault(root(i), []).append(report)
    return [stories[key] for key in sorted(stories)]


def story(identifier: str, reports: Sequence[Report]) -> Story:
    """The story of these reports, called by its earliest headline."""
    first = reports[0]
    name = first.headline or next((line.strip() for line in first.text.splitlines() if line.strip()), first.id)
    return Story(id=identifier, name=name, reports=tuple(report.id for report in reports))
