"""The story in a box: what, where, when, told by whom. Composed from the ledger alone, each line with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.dossier.ledger import Ledger
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.page.glance import Dispute, disputes
from sayso.dossier.page.happened import event_words, happenings, place_words, time_words
from sayso.dossier.phrasing import bounds, day, named
from sayso.model import Place, Story, Time
from sayso.model.dossier import Tag

REGION = 4  # UCDP's where_prec: a first-level region; whole countries say too little
MOST = 3  # places, days and claims that stand in for an event
NAMED = 5  # places, outlets and events that a line names before it says how many more there are


Found = TypeVar("Found", Place, Time)


@dataclass(frozen=True, slots=True)
class Clause:
    """Some words of the box and where they come from."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Box:
    """The clauses of each line; `more` outlets are told of by number. An empty line is not shown.

    Where no event is known, `told` has the claims that most reports carry, `where` and `when` what they name most.
    """

    happened: tuple[Clause, ...]
    recalled: tuple[Clause, ...]
    told: tuple[Clause, ...]
    where: tuple[Clause, ...]
    when: tuple[Clause, ...]
    disputes: tuple[Dispute, ...]
    more_disputes: int
    told_by: tuple[Clause, ...]
    more: int
    published: str
    tags: dict[Tag, int]


def box(ledger: Ledger, anchors: Anchors, story: Story) -> Box:
    """The box of a story."""
    now = happenings(ledger, story)
    told_of = [event for event in now if event.type] or now
    reports = [ledger.reports[report] for report in story.reports if report in ledger.reports]
    outlets = tuple(Clause(ledger.label(report.id), "#" + anchors.report(report.id)) for report in reports)
    days = sorted({report.published[:10] for report in reports if report.published})
    tags = Counter(tag for claim in ledger.dossier.claims if claim.story == story.id for tag in claim.standing)
    where = _clauses((event.place, place_words(ledger, anchors, event)) for event in now)
    when = _clauses((day(event.when), time_words(ledger, anchors, event)) for event in now)
    at_issue, further = disputes(ledger, anchors, story)
    return Box(
        happened=_clauses((named(event.name), event_words(anchors, event)) for event in told_of),
        told=_claims(ledger, anchors, story) if not now else (),
        recalled=_clauses((named(e.name), event_words(anchors, e)) for e in happenings(ledger, story, historical=True)),
        where=where or _named(story, ledger.dossier.places, _small, anchors.place),
        when=when or _named(story, ledger.dossier.times, _date, anchors.time),
        disputes=at_issue,
        more_disputes=further,
        told_by=outlets[:NAMED],
        more=len(outlets[NAMED:]),
        published=day("/".join(dict.fromkeys((days[0], days[-1])))) if days else "",
        tags=dict(tags),
    )


def _clauses(found: Iterable[tuple[str | None, str]]) -> tuple[Clause, ...]:
    first: dict[str, str] = {}
    for text, href in found:
        if text:
            first.setdefault(text, href)
    return tuple(Clause(text, href) for text, href in list(first.items())[:NAMED])


def _claims(ledger: Ledger, anchors: Anchors, story: Story) -> tuple[Clause, ...]:
    claims = sorted((c for c in ledger.claims(story) if c.measure), key=lambda claim: -len(claim.coverage))
    told = ((f"{c.question} {bounds(c.low, c.high)}", "#" + anchors.words(c.positions[0].evidence[0])) for c in claims)
    return _clauses(told)[:MOST]


def _named(
    story: Story, found: Sequence[Found], name: Callable[[Found], str | None], anchor: Callable[[str], str]
) -> tuple[Clause, ...]:
    """What most reports name, of what at least half of them do."""
    first: dict[str, Found] = {}
    reports: dict[str, set[str]] = {}
    times: Counter[str] = Counter()
    for one in found:
        if one.report in story.reports and (called := name(one)):
            first.setdefault(called, one)
            reports.setdefault(called, set()).add(one.report)
            times[called] += 1
    often = [called for called in first if 2 * len(reports[called]) >= len(story.reports)]
    often.sort(key=lambda called: (-len(reports[called]), -times[called]))
    return tuple(Clause(called, "#" + anchor(first[called].id)) for called in often[:MOST])


def _small(place: Place) -> str | None:
    return place.name if place.precision is not None and place.precision <= REGION else None


def _date(time: Time) -> str | None:
    return day(time.value) if time.precision == "day" else None
