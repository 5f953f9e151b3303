"""When it happened against when it was said: the events of a story, and the reports in the order of publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.dossier.ledger import Ledger
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.page.charts import Chart, chart
from sayso.dossier.page.charts.timeline import Datum
from sayso.dossier.page.charts.timeline import timeline as spec
from sayso.dossier.page.happened import event_words, happenings, named_once
from sayso.dossier.page.spans import Span, span
from sayso.dossier.phrasing import count, day, named
from sayso.model import Event, ReportEntry, Story

EVENTS = 8
REPORTS = 20  # more are told of by the day
LONGEST = 400  # days: what lies further back is no part of a picture of days


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the table behind: what, when as the ledger has it, and the words."""

    what: str
    when: str
    href: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The chart (None where there is one moment at most) and the table behind it."""

    chart: Chart | None
    happened: tuple[Moment, ...]
    said: tuple[Moment, ...]


def timeline(ledger: Ledger, anchors: Anchors, story: Story) -> Timeline:
    """The time line of a story; what has no date is left out."""
    reports = [ledger.reports[r] for r in story.reports if r in ledger.reports and ledger.reports[r].published]
    reports.sort(key=lambda report: report.published or "")
    told = [(report, time) for report in reports if (time := span(report.published))]
    events = [e for e in happenings(ledger, story) if _near(span(e.when), told)]
    shown = named_once(events)[:EVENTS]
    rows = [*_events(anchors, shown), *_reports(ledger, anchors, events, told)]
    happened = tuple(Moment(named(e.name), day(e.when), event_words(anchors, e)) for e in shown)
    said = tuple(Moment(ledger.label(r.id), day(r.published), "#" + anchors.report(r.id)) for r, _ in told)
    if len({row.time for row in rows}) < 2:
        return Timeline(None, happened, said)
    words = "; ".join(f"{m.what}: {m.when}" for m in happened) + ". "
    words += "Published: " + "; ".join(f"{m.what}, {m.when}" for m in said[:REPORTS]) + "."
    return Timeline(chart(lambda width: spec(rows, width), words), happened, said)


def _near(time: Span | None, told: list[tuple[ReportEntry, Span]]) -> bool:
    return time is not None and all(abs((at.start - time.start).days) <= LONGEST for _, at in told)


def _events(anchors: Anchors, events: list[Event]) -> Iterator[Datum]:
    for event in events:
        if time := span(event.when):
            yield Datum(named(event.name), f"happened {day(event.when)}", time, None, event_words(anchors, event))


def _reports(
    ledger: Ledger, anchors: Anchors, events: list[Event], told: list[tuple[ReportEntry, Span]]
) -> Iterator[Datum]:
    """A row a report, or a row a day where there are many; each with the time of the first event that it tells of."""
    days: dict[str, list[tuple[ReportEntry, Span]]] = {}
    for report, time in told:
        key = report.id if len(told) <= REPORTS else str(time.start.date())
        days.setdefault(key, []).append((report, time))
    for together in days.values():
        (first, time), *others = together
        of = {report.id for report, _ in together}
        since = [at.start for event in events if of & set(event.reports) and (at := span(event.when))]
        name = f"{count(len(together), 'report')}" if others else ledger.label(first.id)
        said = day((first.published or "")[:10]) if others else day(first.published)
        href = "#" + anchors.report(first.id)
        yield Datum(name, f"published {said}", time, min(since, default=time.start), href)
