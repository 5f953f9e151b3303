"""Whose losses a figure tells, seen from the words and from the one who speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.model import Clause, Report
from sayso.reconcile.cast import Member
from sayso.reconcile.cast.camps import stem_of
from sayso.reconcile.cast.kinds import head, knowledge, noun_kind, state_of, tokens
from sayso.reconcile.counts.doers import by_clause, shooter
from sayso.reconcile.counts.kinds import any_of, counting, found
from sayso.reconcile.statements import Reading


@dataclass(frozen=True, slots=True)
class Parties:
    """Sides by the stems of the words that name them, and of the actors' last words; `army` is the side of the soldiers
    of a story that names but one side's.
    """

    by_stem: dict[str, str]
    labels: tuple[str, ...]
    states: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    army: str | None = None

    def knows(self, word: str) -> bool:
        """Whether a word names a side: by itself, or as an institution ("the army") where there is but one state."""
        return stem_of(word) in self.by_stem or (len(self.states) == 1 and _institution(word))

    def all_in(self, text: str) -> set[str]:
        """The sides that the words name."""
        named = {self.by_stem[stem_of(word)] for word in tokens(text) if stem_of(word) in self.by_stem}
        return named | {state for word in tokens(text) if word[:1].isupper() and (state := state_of(word))}

    def named_in(self, text: str) -> str | None:
        """The one side that the words name; None where they name none or two."""
        named = self.all_in(text)
        if not named and len(self.states) == 1 and any(_institution(word) for word in tokens(text)):
            return self.states[0]
        return next(iter(named)) if len(named) == 1 else None

    def opposite(self, side: str | None) -> str | None:
        """The other of the two sides that the story is about."""
        return next((label for label in self.rivals if label != side), None) if side in self.rivals else None


def _institution(word: str) -> bool:
    noun = word.casefold()  # "its staff members" are of nobody's army
    return noun_kind(noun) in ("military", "government") and noun not in knowledge().organs


def parties(
    reports: Sequence[Report],
    members: Sequence[Member],
    camps: Mapping[str, str],
    claiming: frozenset[str] = frozenset(),
) -> Parties:
    """The sides of a story, with the words by which they are named; `camps` are the stems of words for states,
    `claiming` the sides that say that it was their deed.
    """
    labels = set(camps.values())
    labels |= {member.side for member in members if member.side and member.kind not in knowledge().neutral_kinds}
    by_stem = dict(camps)
    for label in sorted(labels):
        for word in tokens(label):
            if word[:1].isupper():
                by_stem.setdefault(stem_of(word), label)
    for member in sorted(members, key=lambda m: m.key):
        if (
            member.side
            and ":" not in member.key
            and not member.roles
            and member.kind in ("military", "armed-group", "government")
        ):
            for word in head(member.name)[-1:]:
                if by_stem.get(stem_of(word), member.side) == member.side:
                    by_stem[stem_of(word)] = member.side
    states = set(camps.values()) | {
        m.side for m in members if m.side and m.kind in knowledge().state_kinds and m.root.kind != "armed-group"
    }
    army = _army(reports, members, by_stem)
    attacked = (army, *claiming) if army and len(claiming) == 1 and army not in claiming else ()
    fighting = {m.side for m in members if m.side and m.root.kind not in knowledge().unarmed_kinds}
    rivals = attacked or _rivals(reports, labels & (fighting | set(camps.values())), by_stem, members)
    return Parties(by_stem, tuple(sorted(labels)), tuple(sorted(states)), rivals, army)


def _army(reports: Sequence[Report], members: Sequence[Member], by_stem: Mapping[str, str]) -> str | None:
    """The one side that has soldiers in a story: by name ("Freedonian troops"), or as an army that speaks."""
    found_sides = {
        by_stem.get(stem_of(name)) or state_of(name)
        for report in reports
        for match in _soldiers_of().finditer(report.text)
        for name in (match[1] or match[2],)
    } | {member.side for member in members if member.root.kind == "military"}
    found_sides.discard(None)
    return found_sides.pop() if len(found_sides) == 1 else None


@cache
def _soldiers_of() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, counting().armed))
    return re.compile(rf"\b([A-Z][\w\-]+)(?:[’']s)? (?:{nouns})\b|\b(?:{nouns}) of ([A-Z][\w\-]+)\b")


def _rivals(
    reports: Sequence[Report], labels: set[str], by_stem: Mapping[str, str], members: Sequence[Member]
) -> tuple[str, ...]:
    """The two sides that a story is about: there are but two, or two are named far oftener than any other."""
    tally = dict.fromkeys(sorted(labels), 0)
    for report in reports:
        for word in tokens(report.text):
            label = by_stem.get(stem_of(word)) or (state_of(word) if word[:1].isupper() else None)
            if label in tally:
                tally[label] += 1
    for member in members:
        if member.side in tally:
            tally[member.side] += 1
    ranked = sorted(tally, key=lambda label: (-tally[label], label))
    if len(ranked) > 2 and tally[ranked[2]] * 2 > tally[ranked[1]]:
        return ()
    return tuple(ranked[:2]) if len(ranked) > 1 else ()


SUBJECT = 60  # characters before a verb in which its subject is looked for


def whose(reading: Reading, known: Parties, before: str, tail: str, clauses: Sequence[Clause] = ()) -> str | None:
    """The side whose people or things are counted (for attacks: the side that carried them out); None if untold.

    `before` is the sentence up to the figure, `tail` what follows it.
    """
    figure, side = reading.figure, reading.side
    counted = _where().sub("", figure.quote)
    named = known.named_in(figure.of_whom or "") or known.named_in(_belonging(tail))
    if named:
        return named
    if figure.measure == "attack":
        return _attacker(reading, known, tail)
    if figure.measure in ("launched", "intercepted"):
        return known.named_in(figure.of_whom or "") or _flown(reading, known, clauses)
    if figure.measure not in counting().losses:
        return known.named_in(counted)
    by_verb = by_clause(reading, known, clauses) or _by_verb(figure.quote, before, side, known)
    if by_verb:
        return by_verb
    number = figure.quote.rsplit(" ", 1)[0] if " " in figure.quote else ""
    owned = _owned(f"{before}{number} ", known)
    if owned:
        return owned
    if side:
        cues = list(own_or_enemy().finditer(f"{before} {figure.quote} {figure.of_whom or ''}"))
        if cues:
            return known.opposite(side) if cues[-1]["enemy"] else side
    stance = reading.statement.stance if reading.statement else "asserts"
    if figure.measure == "captured" and stance not in ("denies", "admits") and figure.high != 0:
        # Who tells of prisoners without a word on whose they are has taken them.
        return known.named_in(counted) or known.opposite(side)
    return known.named_in(counted)


def _flown(reading: Reading, known: Parties, clauses: Sequence[Clause]) -> str | None:
    """Whose drones and missiles are counted: those of the one who launched them, or not of him who shot them down."""
    side = shooter(reading, known, clauses)
    return side if reading.figure.measure == "launched" else known.opposite(side)


def _belonging(tail: str) -> str:
    """The name by which those counted are told of: "31 fighters | of the Northern Front", "none | on the Orl side"."""
    name = r"((?:[A-Z][\w’'\-]*\s?)+)"
    told = re.match(rf" (?:of|from|among) (?:the )?{name}| on the {name}side\b", tail)
    return (told[1] or told[2]) if told else ""


def _attacker(reading: Reading, known: Parties, tail: str) -> str | None:
    by = re.search(r"\b(?:by|on)\s+(?:the\s+)?([\w’'\-]+(?:\s+[\w’'\-]+)?)", f"{reading.figure.quote} {tail}")
    named = known.named_in(by.group(1)) if by else None
    # A party that counts attacks counts the other's.
    return named or known.named_in(reading.figure.quote) or known.opposite(reading.side)


@cache
def own_or_enemy() -> re.Pattern[str]:
    """ "Our own losses", "five of its own", "enemy": whose they are, seen from the one who speaks."""
    lost = "|".join(re.escape(n) for n in (*counting().loss_nouns, *counting().forces))
    own, enemy = ("|".join(map(re.escape, words)) for words in (counting().own_words, counting().enemy_words))
    return re.compile(
        rf"\b(?:(?P<own>(?:our|its|their)\s+(?:own\s+)?(?:{lost})|of\s+(?:our|its|their)\s+own|own\s+(?:{lost})|ours|{own})"
        rf"|(?P<enemy>{enemy}))\b",
        re.IGNORECASE,
    )


def _by_verb(quote: str, before: str, side: str | None, known: Parties) -> str | None:
    """ "Its forces killed 60": the victims are the other's; "lost three men": they are the subject's own."""
    text = f"{before}{quote}"
    verbs = list(any_of((*counting().doing, *counting().losing)).finditer(text))
    if not verbs:
        return None
    doing = verbs[-1]
    if len(text) - doing.end() > len(quote) + 12 or doing.end() > len(before) + len(doing.group()) + 1:
        return None
    if re.search(r"\b(?:were|was|been|be|are|being)\s+(?:\w+\s+)?$", text[: doing.start()]):
        return None
    subject = text[max(0, doing.start() - SUBJECT) : doing.start()]
    doer = _doer(subject, side, known)
    if found(counting().losing, doing.group()):
        return doer or side
    return known.opposite(doer) if doer else None


def _doer(subject: str, side: str | None, known: Parties) -> str | None:
    """The side that the words before a verb name: by name, as the speaker's own forces, or as his enemy."""
    near = " ".join(_where().sub("", subject).split()[-5:])
    if side and found(counting().enemy_words, near):
        return known.opposite(side)
    named = known.named_in(near)
    if named:
        return named
    if side and re.search(
        rf"\b(?:our|its|their|his)\s+(?:own\s+)?{any_of(counting().forces).pattern}", subject, re.IGNORECASE
    ):
        return side
    return None


@cache
def _where() -> re.Pattern[str]:
    """Where something was: "a bomb in central Orland" is no deed of Orland's."""
    return re.compile(rf"\b(?:{'|'.join(counting().prepositions)})\s+(?:the\s+)?(?:[a-z]+\s)?(?:[A-Z][\w’'\-]*\s?)+")


def _owned(before: str, known: Parties) -> str | None:
    """The side in front of a noun of loss just before the figure: "put Freedonian losses at 90"."""
    nouns = list(any_of(counting().loss_nouns).finditer(before))
    if not nouns or len(before) - nouns[-1].end() > 24:
        return None
    return known.named_in(" ".join(before[: nouns[-1].start()].split()[-2:]))
