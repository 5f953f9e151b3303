"""Reports grouped by what they are about."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sayso.model import Report, Story
from sayso.reconcile.stories.graph import Stories

__all__ = ["Stories", "group", "story"]


def group(reports: Sequence[Report]) -> list[list[Report]]:
    """Reports by story, stories and reports in order of publication."""
    return Stories(reports).groups()


def story(reports: Sequence[Report]) -> Story:
    """The story of these reports, called by its earliest headline.

    Its id is made of its first report's id alone: it stays whatever else is read, unless a still earlier report joins.
    """
    first = reports[0]
    name = first.headline or next((line.strip() for line in first.text.splitlines() if line.strip()), first.id)
    made = hashlib.sha256(first.id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return Story(id=f"s-{made}", name=name, reports=tuple(report.id for report in reports))
