"""Of whom, where and when a figure counts: what decides whether two figures answer one question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sayso.model import Place
from sayso.reconcile.cast import Member
from sayso.reconcile.cast.kinds import knowledge, noun_kind, state_of, tokens
from sayso.reconcile.cast.sides import stem_of
from sayso.reconcile.counts.kinds import any_of, counting, found, group_by_word
from sayso.reconcile.statements import Reading, moment
from sayso.reconcile.words import sentence

BEFORE = 48  # characters before a figure that are searched for cues
ANCIENT = 180  # days before publication from which a dated event is history
LONG = 6  # days from which an interval counts a period and not a day's event


@dataclass(frozen=True, slots=True)
class Subject:
    """What one figure is about.

    `whose` is the side whose people or things they are; `group` a group told apart (children, police…);
    `rest` other words of whom; `contested` tells that losses of two sides are counted in this story.
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


@dataclass(frozen=True, slots=True)
class Parties:
    """Sides by the stems of the words that name them, and of the actors' last words."""

    by_stem: dict[str, str]
    labels: tuple[str, ...]
    states: tuple[str, ...] = ()

    def knows(self, word: str) -> bool:
        """Whether a word names a side: by itself, or as an institution ("the army") where there is but one state."""
        return stem_of(word) in self.by_stem or (len(self.states) == 1 and _institution(word))

    def named_in(self, text: str) -> str | None:
        """The one side that the words name; None where they name none or two."""
        named = {self.by_stem[stem_of(word)] for word in tokens(text) if stem_of(word) in self.by_stem}
        named |= {state for word in tokens(text) if word[:1].isupper() and (state := state_of(word))}
        if not named and len(self.states) == 1 and any(_institution(word) for word in tokens(text)):
            return self.states[0]
        return next(iter(named)) if len(named) == 1 else None

    def opposite(self, side: str | None) -> str | None:
        """The other side where there are exactly two."""
        others = [label for label in self.labels if label != side]
        return others[0] if side in self.labels and len(others) == 1 else None


def _institution(word: str) -> bool:
    return noun_kind(word.casefold()) in ("military", "government")


def parties(members: list[Member]) -> Parties:
    """The sides of a story, with the words by which they are named."""
    labels: dict[str, int] = {}
    for member in members:
        if member.side and member.kind not in ("agency", "outlet"):
            labels[member.side] = labels.get(member.side, 0) + 1
    by_stem: dict[str, str] = {}
    for label in sorted(labels):
        for word in tokens(label):
            if word[:1].isupper():
                by_stem.setdefault(stem_of(word), label)
    for member in sorted(members, key=lambda m: m.key):
        if member.side and ":" not in member.key and member.kind in ("military", "armed-group", "government"):
            for word in tokens(member.name)[-1:]:
                if by_stem.get(stem_of(word), member.side) == member.side:
                    by_stem[stem_of(word)] = member.side
    states = {m.side for m in members if m.side and m.kind in knowledge().state_kinds and m.root.kind != "armed-group"}
    return Parties(by_stem, tuple(sorted(labels)), tuple(sorted(states)))


def subject(reading: Reading, known: Parties, places: tuple[Place, ...]) -> Subject:
    """What the figure is about, from its own fields first and then from the words around it."""
    figure, text = reading.figure, reading.report.text
    start, end = sentence(text, figure.start, figure.end)
    before = text[max(start, figure.start - BEFORE) : figure.start]
    near = f"{before} {figure.quote}"
    words = [word.casefold() for word in tokens(figure.of_whom or "")]
    groups = [g for g in (group_by_word().get(word) for word in words) if g]
    spoken = (*words, *(w.casefold() for w in tokens(figure.quote))) if not groups else ()
    group = groups[0] if groups else next((g for g in map(group_by_word().get, spoken) if g in counting().parts), None)
    whose = _whose(reading, known, text[start : figure.end])
    rest = frozenset(
        stem_of(word)
        for word in words
        if word not in counting().people
        and word not in group_by_word()
        and not known.knows(word)
        and not state_of(word)
        and word not in _LINKING
        and len(word) > 2
        and not word.endswith(("ed", "ing"))
    )
    tail = text[figure.end : figure.end + 24]
    return Subject(
        measure=figure.measure,
        unit=figure.unit,
        whose=whose,
        group=group,
        rest=rest,
        place=_place(reading, places),
        period=_period(figure.when),
        historical=figure.mode == "historical" or _ancient(reading),
        part=figure.part_of is not None or _partitive(near, tail),
        more=_more(reading),
        former=_former(before, figure.quote),
        momentary=figure.measure in counting().momentary
        or found(counting().momentary_words, f"{figure.of_whom or ''} {near[-len(figure.quote) - 24 :]} {_clause(tail)}"),
    )


_LINKING = frozenset("by the of in and for with from".split())


def _whose(reading: Reading, known: Parties, clause: str) -> str | None:
    of_whom = reading.figure.of_whom or ""
    named = known.named_in(of_whom)
    if named:
        return named
    side = reading.side
    local = clause[-110:]
    if side:
        if found(counting().enemy_words, of_whom) or found(counting().enemy_words, local):
            return known.opposite(side)
        if found(counting().own_words, of_whom) or re.search(
            r"\b(?:our|[Ii]ts|their) (?:own )?(?:losses|dead|side)\b", local
        ):
            return side
        forces = any_of(counting().forces).pattern
        if re.search(rf"\b(?:our|its|their|his)\s+(?:own\s+)?{forces}\b[^,;.]*$", local, re.IGNORECASE):
            return known.opposite(side)
    return known.named_in(reading.figure.quote)


def _place(reading: Reading, places: tuple[Place, ...]) -> frozenset[str]:
    if reading.figure.place:
        return frozenset(stem_of(word) for word in tokens(reading.figure.place) if len(word) > 2)
    start, end = sentence(reading.report.text, reading.figure.start, reading.figure.end)
    here = [place for place in places if start <= place.start < end and place.precision != 6]
    if len(here) == 1:
        return frozenset(stem_of(word) for word in tokens(here[0].name) if len(word) > 2)
    return frozenset()


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
    last = None
    for last in cues.finditer(near):
        pass
    return (last is not None and len(near) - last.end() < 24) or bool(cues.match(tail.lstrip(" ,")))


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
    ends = [cue.end() for cue in cues.finditer(before)]
    return bool(ends) and len(before) - ends[-1] < REACH and not found(("to",), f"{before[ends[-1] :]} {quote[:3]}")


def _clause(tail: str) -> str:
    """What follows a figure up to the end of its clause."""
    return re.split(r"[,;.:]", tail, maxsplit=1)[0]


REACH = 34  # characters between such a cue and its number
