"""Of whom, where and when a figure counts: what decides whether two figures answer one question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from sayso.model import Clause, Figure, Place
from sayso.reconcile.cast.camps import stem_of
from sayso.reconcile.cast.kinds import capital_of, state_of, tokens
from sayso.reconcile.counts.kinds import any_of, counting, found
from sayso.reconcile.counts.of_whom import BEHIND, PLACE_PART, group, opening, rest
from sayso.reconcile.counts.sites import Site
from sayso.reconcile.counts.whose import Parties, own_or_enemy, whose
from sayso.reconcile.datelines import ASIDE
from sayso.reconcile.moments import moment
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import folded, sentence

WIDE = (4, 5, 6, 7)  # UCDP where_prec: regions, states and seas, where a count is not told to have happened
BEFORE = 48  # characters before a figure that are searched for cues
ANCIENT = 180  # days before publication from which a dated event is history
LONG = 6  # days from which an interval counts a period and not a day's event


@dataclass(frozen=True, slots=True)
class Subject:
    """What one figure is about.

    `whose` is the side whose people or things they are; `group` a group told apart (children, police…);
    `rest` other words of whom; `contested` tells that losses of two sides are counted in this story, `mixed` that
    civilians are told apart, `fought` that soldiers and rebels are, `people` that they are called people, and no more;
    `beside` are words of others whom a report counts beside these; `partial` that they are those whom
    one place took in, or who have been found, of all. `site` is set where the measure is counted at
    several sites of the story, `summed` where it is also told of all: then what has no site is.
    """

    measure: str
    unit: str
    whose: str | None
    group: str | None
    rest: frozenset[str]
    place: frozenset[str]
    period: str | None
    historical: bool
    part: bool
    more: bool
    former: bool
    momentary: bool
    contested: bool = False
    mixed: bool = False
    fought: bool = False
    beside: frozenset[str] = frozenset()
    people: bool = False
    site: Site | None = None
    summed: bool = False
    partial: bool = False

    @property
    def lasting(self) -> bool:
        """Whether it is counted over a longer time, from a beginning or from one day to another."""
        return self.period is not None and ("since" in self.period or "/" in self.period)


def subject(
    reading: Reading,
    known: Parties,
    places: tuple[Place, ...],
    clauses: Sequence[Clause] = (),
    named: frozenset[str] = frozenset(),
) -> Subject:
    """What the figure is about, from its own fields first and then from the words around it.

    `places` are those of its report, `named` the names of places in the whole story.
    """
    figure, text = reading.figure, reading.report.text
    start, end = sentence(text, figure.start, figure.end)
    before = text[max(start, figure.start - BEFORE) : figure.start]
    first = opening(figure)
    near = f"{before} {first}"
    tail = text[figure.end : figure.end + BEHIND]
    place_part = found(counting().part_places, f"{figure.quote} {AFTER.split(_clause(text[figure.end : end]))[0]}")
    side = whose(reading, known, text[start : figure.start], tail, clauses)
    named_group = group(reading, before, clauses) or ("rebels" if _members(figure, side, known) else None)
    return Subject(
        measure=figure.measure,
        unit=figure.unit,
        whose=side,
        group=PLACE_PART if place_part else named_group,
        rest=rest(figure, known) if figure.unit == "person" else frozenset(),
        place=_place(reading, places, named, clauses),
        period=_period(figure) or ("since" if _since(text[start:end]) else None),
        historical=figure.mode == "historical" or _ancient(reading),
        people=(figure.of_whom or "").casefold() in counting().at_large,
        part=not own_or_enemy().search(figure.quote)
        and (figure.part_of is not None or _partitive(near, figure.quote, tail) or owned_part(figure)),
        more=_more(reading),
        former=_former(before, figure.quote),
        partial=figure.measure in counting().losses
        and found(counting().partial_cues, f"{before} {figure.quote} {_clause(tail)}"),
        momentary=figure.measure in counting().momentary
        or (
            figure.measure not in counting().lasting
            and found(
                counting().momentary_words,
                f"{figure.of_whom or ''} {near[-len(first) - 24 :]} {_clause(tail)}",
            )
        ),
    )


def _members(figure: Figure, side: str | None, known: Parties) -> bool:
    """Whether those counted are the members of an armed group: "seven members of the Front"."""
    told = MEMBERS.search(figure.quote)
    return told is not None and side is not None and side not in known.states and side in known.all_in(told["group"])


MEMBERS = re.compile(r"\bmembers? of (?P<group>[^,.;]+)")


def _place(
    reading: Reading, places: tuple[Place, ...], named: frozenset[str], clauses: Sequence[Clause]
) -> frozenset[str]:
    """The stems of the name of the place that the figure's words or its sentence tell."""
    text, figure = reading.report.text, reading.figure
    start, end = sentence(text, figure.start, figure.end)
    if figure.place and figure.placed_by in (None, "clause", "sentence"):
        return name_of(figure.place)
    capital = re.search(r"\b([A-Z]\w+) capital\b", text[start:end])
    if capital and state_of(capital.group(1)):
        return frozenset(stem_of(word) for word in tokens(capital_of(capital.group(1)) or ""))
    here = [(p.start, p.end) for p in places if start <= p.start < end and p.precision not in WIDE]
    here = here or names_in(text, start, end, named)
    aside = [(part.start, part.end) for part in reading.report.parts if part.kind in ASIDE]
    here = [
        (a, b)
        for a, b in here
        if not any(lo <= a < hi for lo, hi in aside) and not _told_beside(a, figure.end, clauses)
    ]
    # "In the villages": not in the town that the others count in.
    several = frozenset(stem_of(match[1].casefold()) for match in _scattered().finditer(text, start, end))
    credit = reading.statement.attribution.source if reading.statement and reading.statement.attribution else None
    if credit and credit.start is not None:
        # "an officer at the Tarl garrison" says where he is, not where it happened
        here = [(a, b) for a, b in here if not credit.start <= a < (credit.end or credit.start)]
    if here and all(AND.fullmatch(text, a[1], b[0]) for a, b in pairwise(here)):
        return several.union(*(name_of(text[a:b]) for a, b in here))
    return several


def name_of(place: str) -> frozenset[str]:
    """The stems of the words of a place's name, but for nouns in it ("Arl market")."""
    words = [word for word in place.split() if len(word) > 2]
    return frozenset(stem_of(folded(word)) for word in ([w for w in words if w[:1].isupper()] or words))


def _told_beside(at: int, end: int, clauses: Sequence[Clause]) -> bool:
    """Whether what stands at `at` is told beside a figure, in a clause behind it: "12 dead, as crowds met at Arl"."""
    holding = [c for c in clauses if c.start <= at < c.end]
    least = min(holding, key=lambda c: c.end - c.start, default=None)
    return least is not None and least.start >= end and least.relation in ("relcl", "advcl")


def among(reading: Reading) -> str | None:
    """The places without a name in which the figure's sentence counts: "in the highland villages"."""
    text = reading.report.text
    match = _scattered().search(text, *sentence(text, reading.figure.start, reading.figure.end))
    return match[0][:1].lower() + match[0][1:] if match else None


@cache
def _scattered() -> re.Pattern[str]:
    nouns = "|".join(counting().several_places)
    return re.compile(
        rf"\b(?:in|across|throughout) (?:(?:the|its|other|nearby)\s)?(?:[a-z\-]+\s)?({nouns})\b", re.IGNORECASE
    )


AND = re.compile(r"(?:,|\s|and|in|the)+")  # what stands between the names of places that share a figure


def names_in(text: str, start: int, end: int, named: frozenset[str]) -> list[tuple[int, int]]:
    """Where names that the story has for places stand in a sentence, but within longer names ("the daily Free Osk")."""
    if not named:
        return []
    spans = [match.span() for match in any_of(tuple(sorted(named))).finditer(text, start, end)]
    return [
        (a, b)
        for a, b in spans
        if text[a].isupper() and not LONGER.match(text, b) and not re.search(r"(?<=\s)[A-Z]\w*\s$", text[start:a])
    ]


LONGER = re.compile(r"\s[A-Z]")


def _since(told: str) -> bool:
    """Whether a sentence counts over a period, and does not only rank what happened ("the deadliest this year")."""
    cue = any_of(counting().since_cues).search(told)
    return cue is not None and not found(counting().ranking, told[max(0, cue.start() - BEFORE) : cue.start()])


def _days(when: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO date or interval."""
    parts = re.findall(r"\d{4}-\d{2}-\d{2}", when or "")
    try:
        days = [date.fromisoformat(part) for part in parts]
    except ValueError:
        return None
    return (days[0], days[-1]) if days else None


def _period(figure: Figure) -> str | None:
    """The interval where the figure counts over a period and not a day ("since the war began"), as its own clause
    tells: "the quietest day since spring; one woman was injured" is of a day.
    """
    when = figure.when if figure.dated_by in (None, "clause") else None
    days = _days(when)
    if when and when.startswith("since"):
        return when
    return when if days and (days[1] - days[0]).days >= LONG else None


def _ancient(reading: Reading) -> bool:
    when, published = reading.figure.when, moment(reading.report.published)
    if not when or published is None:
        return False
    days = _days(when)
    if days:
        return (published.date() - days[1]).days > ANCIENT
    year = re.match(r"^(\d{4})$", when.strip())
    return bool(year) and int(when.strip()) < published.year


def _partitive(near: str, quote: str, tail: str) -> bool:
    cues = any_of(counting().part_cues)
    ends = [cue.end() for cue in cues.finditer(near)]
    after = any_of(counting().part_after)
    following = tail.lstrip()
    if OF_NAME.match(following):
        return False  # "31 fighters | of the Northern Front"
    # "11 guards | were among the hurt", which may stand in the figure's own words as well
    within = any_of(counting().among).search(quote) is not None
    return within or (bool(ends) and len(near) - ends[-1] < 24) or bool(cues.match(following) or after.match(following))


def owned_part(figure: Figure) -> bool:
    """Whether those counted are somebody's own, of all who were: "four of its staff members were killed"."""
    return OF_ITS.search(figure.quote) is not None


OF_ITS = re.compile(r"\bof (?:its|their|our|his|her) (?!number\b|own\b)[a-z]")
OF_NAME = re.compile(r"of (?:the )?[A-Z]")


def _more(reading: Reading) -> bool:
    quote, text = reading.figure.quote, reading.report.text
    near = f"{text[max(0, reading.figure.start - 12) : reading.figure.start]} {quote}"
    number = found(("than",), near)
    return (
        reading.figure.qualifier in ("more", "further", "another") or found(counting().more_cues, near)
    ) and not number


def _former(before: str, quote: str) -> bool:
    """Whether the number is one that its source has since replaced ("from 47" before "to 208")."""
    cues = any_of(counting().former_cues)
    if cues.match(quote):
        return True
    text = f"{before}{quote}"
    number = len(text) - len(quote.split()[-1]) if quote.split() else len(text)
    ends = [
        cue.end()
        for cue in cues.finditer(text, 0, number)
        if number - cue.end() < (REACH if " " in cue.group() else CLOSE)
    ]
    return bool(ends) and not found(("to",), text[ends[-1] :])


def _clause(tail: str) -> str:
    """What follows a figure up to the end of its clause."""
    return re.split(r"[,;.:]", tail, maxsplit=1)[0]


# What follows tells why a toll rose ("after twelve died of their wounds").
AFTER = re.compile(r"\b(?:after|when|as|since)\b")
REACH = 34  # characters between such a cue and its number
CLOSE = 12  # the same for a cue of one word ("from", "earlier"), which has other uses
