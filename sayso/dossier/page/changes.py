"""How a revised figure changed: what was said of it, in the order in which it was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.dossier.ledger import Ledger
from sayso.dossier.page.charts import Chart, chart
from sayso.dossier.page.charts.steps import Datum
from sayso.dossier.page.charts.steps import steps as spec
from sayso.dossier.page.claims import Claims, ClaimView, Stand
from sayso.dossier.page.spans import span
from sayso.dossier.phrasing import day


@dataclass(frozen=True, slots=True)
class Step:
    """What was said at a time: an ISO 8601 date or date-time, empty where it is not known."""

    when: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A revised claim and its steps, the earliest first, those of unknown time last; a chart where times differ."""

    view: ClaimView
    steps: tuple[Step, ...]
    chart: Chart | None


def changes(ledger: Ledger, claims: Claims) -> tuple[Change, ...]:
    """The revised figures of a story; that a proposition was taken back is told with the claim."""
    revised = (view for view in claims.all if "revised" in view.claim.standing and view.claim.measure is not None)
    return tuple(_change(ledger, view) for view in revised)


def _change(ledger: Ledger, view: ClaimView) -> Change:
    steps = tuple(_steps(ledger, view))
    data = list(dict.fromkeys(datum for step in steps for datum in _data(step)))
    words = "; ".join(f"{day(s.when) or 'day not known'}: {p.speaker} {p.value}" for s in steps for p in s.stands)
    drawn = len({datum.when for datum in data}) > 1
    return Change(view, steps, chart(lambda width: spec(data, width), f"{words}.") if drawn else None)


def _data(step: Step) -> Iterator[Datum]:
    time = span(step.when)
    for stand in step.stands:
        low, high = stand.position.low, stand.position.high
        if time and (low is not None or high is not None):
            yield Datum(stand.speaker, stand.value, time.start, low, high, stand.side, stand.superseded, stand.href)


def _steps(ledger: Ledger, view: ClaimView) -> Iterator[Step]:
    times: dict[str, list[Stand]] = {}
    for stand in view.stands:
        if stand.value:
            times.setdefault(_when(ledger, stand), []).append(stand)
    for when in sorted(times, key=lambda when: (not when, when)):
        yield Step(when, tuple(times[when]))


def _when(ledger: Ledger, stand: Stand) -> str:
    """When it was said, as far as is known; else when the first report that carries it was published."""
    published = [ledger.reports[r].published or "" for r in stand.position.carried_by if r in ledger.reports]
    return stand.position.said or min(filter(None, published), default="")
