"""Where a report was written: the town of its dateline or byline, which need not be where anything happened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Annotations, Place, Report

ASIDE = ("dateline", "byline", "credit")  # parts of a report whose places are of where it was written
# "KYIV (AFP)", "Baku, June 13, ABC."; a line that only has a date ("Thursday, June 13") is of no town.
TOWN = re.compile(
    r"(?!\w+day\b)(?:[^\W\d_a-z][^\W\d_a-z'’.\- ]*(?:[ \-][^\W\d_a-z]+)*(?=,|\s*\(|\s*[—–-])"
    r"|[^\W\d_a-z][\w'’\-]*(?: [^\W\d_a-z][\w'’\-]*){0,2}(?=, [^\W\d_]+ \d| \())"
)


def outside(report: Report, annotation: Annotations) -> tuple[Place, ...]:
    """The places where something happens, without those of datelines and bylines."""
    aside = [(part.start, part.end) for part in report.parts if part.kind in ASIDE]
    return tuple(p for p in annotation.located if not any(start <= p.start < end for start, end in aside))


def town(reports: Sequence[Report]) -> str | None:
    """The one town that the datelines of the reports name; None where they name none or several."""
    lines = [r.text[part.start : part.end] for r in reports for part in r.parts if part.kind == "dateline"]
    found = {match.group().title() for text in lines if (match := TOWN.match(text))}
    return found.pop() if len(found) == 1 else None
