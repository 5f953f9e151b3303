"""Bodies that publish for themselves (a ministry's communiqué, a union's page): their own sentences are a party's."""

from __future__ import annotations

from sayso.model import Report
from sayso.reconcile.cast.kinds import core, kind, knowledge


def publishing_body(report: Report) -> str | None:
    """The body whose own words the report's unattributed sentences are; None where an outlet speaks.

    A name of one word ("The Union", "The Republic") may be a paper's.
    """
    name = report.voice
    if not name or len(core(name)) < 2:
        return None
    return name if kind(name) in knowledge().publishing_kinds else None
