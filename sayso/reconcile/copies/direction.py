"""Which of two reports that share words rests on the other: by a credit, by a revision, or by the time."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load
from sayso.model import Report
from sayso.model.dossier import ToldBy
from sayso.reconcile.moments import moment, order


class Credits(BaseModel):
    """`copies.yaml`: words of a credit line by which whoever it names has only helped."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    helped: tuple[str, ...]


@cache
def _helped() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("copies", Credits).helped))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _plain(name: str) -> str:
    return re.sub(r"^the\s+", "", " ".join(name.casefold().split()))


def suppliers(report: Report) -> frozenset[str]:
    """Whom a report itself credits with its text: the outlet that it was printed in before, agencies of its byline."""
    named = [report.republished_from] if report.republished_from else []
    return frozenset(_plain(name) for name in (*named, *report.agencies))


def supplier(report: Report) -> str | None:
    """The one who supplied a report's own words by its own account, other than its outlet; None where it names nobody,
    several, or somebody who only helped ("additional reporting by …").
    """
    if report.republished_from:
        return report.republished_from
    if len(report.agencies) != 1:
        return None
    credited = (report.text[part.start : part.end] for part in report.parts if part.kind in ("byline", "credit"))
    return None if any(_helped().search(line) for line in credited) else report.agencies[0]


def direction(one: Report, other: Report) -> tuple[Report, Report, ToldBy | None]:
    """The report that rests on the other, that other, and what tells so; where nothing does, the later in the order of
    reports first, and None.
    """
    for a, b in ((one, other), (other, one)):
        if a.revises == b.id and b.revises != a.id:
            return a, b, "revises"
    by_outlet = {id(r): _plain(r.outlet) if r.outlet else None for r in (one, other)}
    for a, b in ((one, other), (other, one)):
        if by_outlet[id(b)] in suppliers(a) and by_outlet[id(a)] not in suppliers(b):
            return a, b, "credit"
    later, earlier = sorted((one, other), key=order, reverse=True)
    # Of two that name one agency neither need have it from the other, whenever they were published.
    if suppliers(one) & suppliers(other):
        return later, earlier, None
    return later, earlier, "time" if _after(later.published, earlier.published) else None


def _after(later: str | None, earlier: str | None) -> bool:
    """Whether the first time is known to be after the second; a date alone may be any time of its day."""
    a, b = moment(later), moment(earlier)
    if a is None or b is None:
        return False
    whole_days = len(later or "") <= len("2031-01-01") or len(earlier or "") <= len("2031-01-01")
    return a.date() > b.date() if whole_days else a > b
