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
from sayso.reconcile.cast.kinds import capital_of, knowledge, state_of, tokens
from sayso.reconcile.counts.kinds import any_of, counting, found
from sayso.reconcile.counts.sites import Site
from sayso.reconcile.counts.whose import Parties, own_or_enemy, whose
from sayso.reconcile.moments import moment
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import concept, folded, sentence

WIDE = (4, 5, 6, 7)  # UCDP where_prec: regions, states and seas, where a count is not told to have happened
PLACE_PART = "part of the place"  # the group of those counted in a part of the place only
OPENING = 4  # words of a figure in which a cue makes it a part; a later one is of another figure within it
BEFORE = 48  # characters before a figure that are searched for cues
ANCIENT = 180  # days before publication from which a dated event is history
LONG = 6  # days from which an interval counts a period and not a day's event


@dataclass(frozen=True, slots=True)
class Subject:
    """What one figure is about.

    `whose` is the side whose people or things they are; `group` a group told apart (children, police…);
    `rest` other words of whom; `contested` tells that losses of two sides are counted in this story, `mixed` that
    civilians are told apart, `people` that they are called people, and no more; `beside` are words of others whom a
    report counts beside these. `site` is set where the measure is counted at several sites of the story, `summed` where
    it is also told of all: then what has no site is.
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
    beside: frozenset[str] = frozenset()
    people: bool = False
    site: Site | None = None
    summed: bool = False


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
    opening = " ".join(figure.quote.split()[:OPENING])
    near = f"{before} {opening}"
    tail = text[figure.end : figure.end + 24]
    place_part = found(counting().part_places, f"{figure.quote} {_clause(text[figure.end : end])}")
    group = _group(figure) or _named_part(figure, tail) or _counter(figure, text[start:end]) or _theirs(near, before)
    group = PLACE_PART if place_part else group or _forces(reading, before, clauses)
    return Subject(
        measure=figure.measure,
        unit=figure.unit,
        whose=whose(reading, known, text[start : figure.start], tail, clauses),
        group=group,
        rest=_rest(figure, known) if figure.unit == "person" else frozenset(),
        place=_place(reading, places, named),
        period=_period(figure.when) or ("since" if found(counting().since_cues, text[start:end]) else None),
        historical=figure.mode == "historical" or _ancient(reading),
        people=(figure.of_whom or "").casefold() in counting().at_large,
        part=not own_or_enemy().search(figure.quote) and (figure.part_of is not None or _partitive(near, tail)),
        more=_more(reading),
        former=_former(before, figure.quote),
        momentary=figure.measure in counting().momentary
        or (
            figure.measure not in counting().lasting
            and found(
                counting().momentary_words,
                f"{figure.of_whom or ''} {near[-len(opening) - 24 :]} {_clause(tail)}",
            )
        ),
    )


def _group(figure: Figure) -> str | None:
    """The group that the words of whom name (or the figure's own words, for groups that are always parts)."""
    opening = " ".join(figure.quote.split()[:OPENING])
    for text, groups in ((figure.of_whom or "", counting().groups), (opening, counting().groups)):
        hits = []
        for group, words in groups.items():
            hit = any_of(words).search(text)
            if hit and (text is not opening or group in counting().parts):
                hits.append((hit.start() - hit.end(), group))
        if hits:
            return min(hits)[1]
    return None


def _theirs(near: str, before: str) -> str | None:
    """The group named last before "their number": "the death of civilians, and put their number at nine"."""
    if not THEIRS.search(near):
        return None
    named = [(hit.end(), group) for group, words in counting().groups.items() for hit in any_of(words).finditer(before)]
    return max(named)[1] if named else None


THEIRS = re.compile(r"\btheir\s+(?:number|toll|total)\b", re.IGNORECASE)


def _forces(reading: Reading, before: str, clauses: Sequence[Clause]) -> str | None:
    """Combatants where the words around say so: "units suffered two dead", "losses of 40 killed", an army's "own"."""
    figure = reading.figure
    if figure.measure not in counting().losses or figure.unit != "person":
        return None
    forces, losses = (any_of(words) for words in (counting().forces, counting().combat_losses))
    losing = any_of(counting().losing)
    suffered = any(
        c.start <= figure.start < c.end and losing.fullmatch(c.verb) and forces.search(c.subject) for c in clauses
    )
    own = own_or_enemy().search(figure.quote)
    armed = reading.actor is not None and reading.actor.root.kind in ("military", "armed-group")
    return "soldiers" if suffered or losses.search(before) or (own and own["own"] and armed) else None


def _named_part(figure: Figure, tail: str) -> str | None:
    """The group named after a part: "four of them children"."""
    if figure.part_of is None and not found(counting().part_cues, " ".join(figure.quote.split()[:OPENING])):
        return None
    following = " ".join(tail.split()[:2])
    return next((group for group in counting().groups if found(counting().groups[group], following)), None)


def _counter(figure: Figure, told: str) -> str | None:
    """Those who came against the others: "a counter-demonstration drew 2,000"."""
    return "counter-demonstrators" if figure.measure == "attended" and found(counting().counter, told) else None


def _rest(figure: Figure, known: Parties) -> frozenset[str]:
    """The noun of whom, where it names neither a group nor a side: "farmers", "miners"."""
    noun = _after_noun().split(figure.of_whom or "", maxsplit=1)[0]
    return frozenset(
        concept(word) or stem_of(word)
        for word in (w.casefold() for w in tokens(noun.split(",")[0]) if w.islower())
        if word not in (*counting().people, *counting().echoes)
        and word not in _grouped()
        and not known.knows(word)
        and not state_of(word)
        and len(word) > 2
        and not word.endswith(("ed", "ing"))
    )


@cache
def _after_noun() -> re.Pattern[str]:
    """What follows the noun of those counted: "farmers | from the valley"."""
    return re.compile(rf"\b(?:by|{'|'.join(knowledge().after_head)})\b")


@cache
def _grouped() -> frozenset[str]:
    """The words by which groups are told apart."""
    return frozenset(word for words in counting().groups.values() for entry in words for word in entry.split())


def _place(reading: Reading, places: tuple[Place, ...], named: frozenset[str]) -> frozenset[str]:
    """The stems of the name of the place that the figure's words or its sentence tell."""
    text, figure = reading.report.text, reading.figure
    start, end = sentence(text, figure.start, figure.end)
    if figure.place and figure.placed_by in (None, "clause", "sentence"):
        return frozenset(stem_of(folded(w)) for w in figure.place.split() if len(w) > 2)
    capital = re.search(r"\b([A-Z]\w+) capital\b", text[start:end])
    if capital and state_of(capital.group(1)):
        return frozenset(stem_of(word) for word in tokens(capital_of(capital.group(1)) or ""))
    here = [(p.start, p.end) for p in places if start <= p.start < end and p.precision not in WIDE]
    here = here or _names_in(text, start, end, named)
    # "In the villages": not in the town that the others count in.
    several = frozenset(stem_of(match[1].casefold()) for match in _scattered().finditer(text, start, end))
    credit = reading.statement.attribution.source if reading.statement and reading.statement.attribution else None
    if credit and credit.start is not None:
        # "an officer at the Tarl garrison" says where he is, not where it happened
        here = [(a, b) for a, b in here if not credit.start <= a < (credit.end or credit.start)]
    if here and all(AND.fullmatch(text, a[1], b[0]) for a, b in pairwise(here)):
        return several | {stem_of(folded(word)) for a, b in here for word in text[a:b].split() if len(word) > 2}
    return several


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


def _names_in(text: str, start: int, end: int, named: frozenset[str]) -> list[tuple[int, int]]:
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


def _days(when: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO date or interval."""
    parts = re.findall(r"\d{4}-\d{2}-\d{2}", when or "")
    try:
        days = [date.fromisoformat(part) for part in parts]
    except ValueError:
        return None
    return (days[0], days[-1]) if days else None


def _period(when: str | None) -> str | None:
    """The interval where the figure counts over a period and not a day ("since the war began")."""
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


def _partitive(near: str, tail: str) -> bool:
    cues = any_of(counting().part_cues)
    ends = [cue.end() for cue in cues.finditer(near)]
    after = any_of(counting().part_after)
    following = tail.lstrip()
    if OF_NAME.match(following):
        return False  # "31 fighters | of the Northern Front"
    return (bool(ends) and len(near) - ends[-1] < 24) or bool(cues.match(following) or after.match(following))


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


REACH = 34  # characters between such a cue and its number
CLOSE = 12  # the same for a cue of one word ("from", "earlier"), which has other uses
