"""What a report is about, as grouping sees it: names in its running text, and the words of its opening."""

from __future__ import annotations

import math
import re
from functools import cache

from sayso.knowledge.states import states
from sayso.model import Report
from sayso.reconcile.cast.kinds import knowledge
from sayso.reconcile.words import concept, concepts

NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'\-]{2,}")
OPENING = 600  # characters
OPENING_WEIGHT = 0.5
STATE_WEIGHT = 0.35  # of the name of a state or its people: half of the news of a day names it


def features(report: Report) -> dict[str, float]:
    """Names, and words of the opening (after "~"), each with its weight."""
    tally: dict[str, int] = {}
    for match in NAME.finditer(report.text):
        name = re.sub(r"[’']s?$", "", match.group()).casefold()
        if concept(name) and name not in knowledge().titles:
            tally[name] = tally.get(name, 0) + 1
    weighted = {
        name: (1.0 + math.log(count)) * (STATE_WEIGHT if name in _states() else 1.0) for name, count in tally.items()
    }
    for each in concepts(report.text[:OPENING]):
        weighted.setdefault(f"~{each}", OPENING_WEIGHT)
    return weighted


@cache
def _states() -> frozenset[str]:
    """Words that name a state, its people or its government."""
    named = (word for state in states().values() for word in (*state.names, *state.demonyms, *state.seats))
    return frozenset(part.casefold() for name in named for part in name.split())
