"""Statements gathered around what somebody denies, admits, claims or alleges, and around what two origins both say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model.dossier import Polarity
from sayso.reconcile.questions.likeness import Likeness
from sayso.reconcile.questions.polarity import polarity, turned
from sayso.reconcile.questions.reference import Answer, own_concepts
from sayso.reconcile.statements import UNNAMED, Statement

ALIKE = 0.27  # likeness from which two statements are taken to speak of one question
ALIGNED = 0.55  # likeness from which their negations can be compared
CONCEDES = 0.4  # likeness from which an admission bears out what another asserts
CORROBORATES = 0.6  # likeness from which two origins that assert are taken to say the same
SILENT = ("no-comment", "could-not-verify")


@dataclass(eq=False)
class Question:
    """Statements on one question. `proposition` is the one that puts it; `sides` what each says to it;
    `agreeing` are pairs of statements of different origins that say the same.
    """

    proposition: Statement
    members: list[Statement]
    sides: dict[str, Polarity] = field(default_factory=dict)
    agreeing: list[tuple[Statement, Statement]] = field(default_factory=list)

    def by(self, *polarities: Polarity) -> list[Statement]:
        """The members that take one of these sides."""
        return [m for m in self.members if self.sides[m.key] in polarities]

    @property
    def roots(self) -> set[str]:
        """Origins that take a side."""
        return {m.root for m in self.members if self.sides[m.key] not in SILENT}

    @property
    def weight(self) -> float:
        """How much at issue it is: disputes first, then admissions, then what several say."""
        stances = {m.attribution.stance for m in self.members}
        against = bool(self.by("denies")) and bool(self.by("asserts", "partly"))
        return (
            8.0 * (against and len(self.roots) > 1)
            + 3.0 * ("denies" in stances)
            + 3.0 * ("admits" in stances)
            + 3.0 * ("claims-responsibility" in stances)
            + 2.0 * bool(self.by("could-not-verify"))
            + 1.0 * ("blames" in stances)
            + 1.0 * any(m.attribution.distanced for m in self.members)
            + 1.0 * min(len(self.roots), 4)
            + 0.5 * len({m.report.id for m in self.members})
        )


@dataclass(frozen=True)
class Gathering:
    """Statements by key, and the keys of those that it turns on. `closed` where nothing may join for its likeness."""

    middle: frozenset[str]
    held: dict[str, Statement]
    closed: bool = False


def questions(statements: Sequence[Statement], answered: Sequence[Answer], likeness: Likeness) -> list[Question]:
    """All questions of one story that a reader would call at issue, the most disputed first."""
    links: dict[str, list[Answer]] = {}
    for answer in answered:
        links.setdefault(answer.by.key, []).append(answer)
        links.setdefault(answer.to.key, []).append(answer)
    gathered = [_around(seed, statements, links, likeness) for seed in statements if _seeds(seed, links)]
    gathered += _agreeing(statements, likeness)
    merged = _merge(gathered)
    found = [_question(members, likeness, links) for members in merged]
    at_issue = [question for question in found if _at_issue(question)]
    return sorted(at_issue, key=lambda q: (-q.weight, q.members[0].order))


def _seeds(statement: Statement, links: dict[str, list[Answer]]) -> bool:
    stance = statement.attribution.stance
    if stance in ("denies", "admits", "claims-responsibility", "blames"):
        return True
    answered = [a for a in links.get(statement.key, ()) if a.to is statement and not a.each]
    return bool(answered) and stance not in SILENT


def _around(
    seed: Statement, statements: Sequence[Statement], links: dict[str, list[Answer]], likeness: Likeness
) -> Gathering:
    """The seed, what it answers, what answers these, and what speaks of the same."""
    answered = [
        answer.to
        for answer in links.get(seed.key, ())
        if answer.by is seed
        and answer.relation in ("denies", "contradicts", "agrees", "concedes")
        and not answer.figures
    ]
    middle = {m.key: m for m in (seed, *answered)}
    chosen = dict(middle)
    closed = any(a.involvement for a in links.get(seed.key, ()) if a.by is seed)
    for bar in () if closed else (ALIKE, ALIGNED):
        ring = [m for m in chosen.values() if own_concepts(m)]
        for other in statements:
            if other.attribution.stance in SILENT or other.key in chosen:
                continue
            if any(likeness.of(other, m) >= bar for m in ring):
                chosen[other.key] = other
    for held in list(chosen.values()):
        for answer in links.get(held.key, ()):
            if answer.to is held and not answer.figures and not (answer.involvement and answer.by is not seed):
                chosen.setdefault(answer.by.key, answer.by)
    return Gathering(frozenset(middle), chosen, closed)


def _agreeing(statements: Sequence[Statement], likeness: Likeness) -> list[Gathering]:
    """Statements of different origins that say nearly the same."""
    found = []
    for i, one in enumerate(statements):
        if one.attribution.stance in SILENT or one.origin == UNNAMED:
            continue
        alike = [
            other
            for other in statements[i + 1 :]
            if other.root != one.root and other.attribution.stance not in SILENT and likeness.of(one, other) >= ALIGNED
        ]
        if alike:
            found.append(Gathering(frozenset({one.key}), {s.key: s for s in (one, *alike)}))
    return found


def _merge(gathered: list[Gathering]) -> list[list[Statement]]:
    """Gatherings become one where they turn on the same statement, or where each holds what the other turns on."""
    pool = sorted(gathered, key=lambda g: (-len(g.held), min(s.order for s in g.held.values())))
    merged: list[Gathering] = []
    for one in pool:
        for i, other in enumerate(merged):
            if _same(one, other):
                merged[i] = Gathering(other.middle | one.middle, {**other.held, **one.held}, one.closed or other.closed)
                break
        else:
            merged.append(one)
    return [sorted(one.held.values(), key=lambda s: s.order) for one in merged]


def _same(one: Gathering, other: Gathering) -> bool:
    if one.held.keys() <= other.held.keys():
        return True
    if one.closed or other.closed:
        return one.closed and other.closed and bool(one.middle & other.middle)
    if one.middle & other.middle or (one.middle <= other.held.keys() and other.middle & one.held.keys()):
        return True
    spoken = [{k for k, s in g.held.items() if s.attribution.stance not in SILENT} for g in (one, other)]
    return 2 * len(spoken[0] & spoken[1]) > min(map(len, spoken)) > 1


def _question(members: list[Statement], likeness: Likeness, links: dict[str, list[Answer]]) -> Question:
    spoken = [m for m in members if m.attribution.stance not in SILENT]
    puts = [m for m in spoken if m.attribution.stance != "denies"] or spoken or members

    def central(statement: Statement) -> float:
        denied = any(a.to is statement and a.relation == "denies" for a in links.get(statement.key, ()))
        return sum(likeness.of(statement, other) for other in spoken if other is not statement) + denied

    proposition = max(puts, key=lambda m: (round(central(m), 6), -len(m.text), m.key))
    question = Question(proposition, members)
    for member in members:
        question.sides[member.key] = polarity(member, proposition, likeness.of(member, proposition) >= ALIGNED)
    for member in members:
        for answer in links.get(member.key, ()):
            if answer.by is member and answer.relation in ("denies", "contradicts") and answer.to in members:
                # What contradicts a denial asserts.
                denied = question.sides[answer.to.key] == "denies"
                question.sides[member.key] = "asserts" if denied else "denies"
    _settle(question, likeness, links)
    return question


def _settle(question: Question, likeness: Likeness, links: dict[str, list[Answer]]) -> None:
    """Denials by those who stand with the deniers, and pairs that agree."""
    deniers = {m.side for m in question.by("denies") if m.side}
    for member in question.by("asserts"):
        if member is not question.proposition and member.side in deniers and turned(member):
            question.sides[member.key] = "denies"
    said = [m for m in question.by("asserts", "partly") if m.origin != UNNAMED]
    follows = {(a.by.key, a.to.key) for held in links.values() for a in held if a.relation == "agrees"}
    for i, one in enumerate(said):
        for other in said[i + 1 :]:
            if one.root == other.root or (one.side and one.side == other.side):
                continue
            told = (other.key, one.key) in follows or (one.key, other.key) in follows
            stances = {one.attribution.stance, other.attribution.stance}
            conceded = bool(stances & {"admits", "claims-responsibility"}) and likeness.of(one, other) >= CONCEDES
            if told or conceded or likeness.of(one, other) >= CORROBORATES:
                question.agreeing.append((one, other))


def _at_issue(question: Question) -> bool:
    stances = {m.attribution.stance for m in question.members}
    if stances & {"admits", "claims-responsibility"}:
        return True
    if "denies" in stances or question.by("denies"):
        return len(question.members) > 1
    if question.agreeing or (len(question.roots) > 1 and question.by("could-not-verify")):
        return True
    return bool(question.by("could-not-verify")) or (
        bool(question.by("no-comment"))
        and any(m.attribution.distanced or m.attribution.stance == "blames" for m in question.members)
    )
