"""When reports were published, as far as it is told, and their order."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from sayso.model import Report

DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?")


@lru_cache(maxsize=1 << 14)
def moment(published: str | None) -> datetime | None:
    """The time of publication in UTC; None where it is missing or not ISO 8601."""
    found = DATE.match(published or "")
    if not found:
        return None
    try:
        parsed = datetime.fromisoformat(found.group().replace("Z", "+00:00"))
    except ValueError:
        return None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def order(report: Report) -> tuple[str, str]:
    """Reports in order of publication, those without a time last, then by id: the order of everything else too."""
    return (_rank(report.published), report.id)


@lru_cache(maxsize=1 << 14)
def _rank(published: str | None) -> str:
    at = moment(published)
    return at.astimezone(UTC).isoformat() if at else "~"


def apart(a: Report, b: Report) -> timedelta | None:
    """How long after `a` the report `b` was published; None where either time is unknown."""
    first, second = moment(a.published), moment(b.published)
    return second - first if first and second else None


SAME = timedelta(hours=6)  # within which two reports tell how things stand at one moment


def same_moment(a: Report, b: Report) -> bool:
    """Whether what two reports tell of how things stand is of one moment, as far as is known."""
    gap = apart(a, b)
    return a.id == b.id or gap is None or abs(gap) <= SAME


def later(first: Report, second: Report) -> bool:
    """Whether `second` is known to be published after `first`: not where one has no date, nor where one of a day has no
    hour.
    """
    before, after = moment(first.published), moment(second.published)
    if before is None or after is None:
        return False
    hours = all(len(each.published or "") > len("2023-06-01") for each in (first, second))
    return after > before if hours else after.date() > before.date()
