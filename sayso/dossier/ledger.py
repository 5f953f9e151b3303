"""A dossier with its cross-references resolved: whose a position is, what a report is called, which sides there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.dossier.harmless import clip
from sayso.dossier.phrasing import sentence
from sayso.knowledge.display import display
from sayso.model import Actor, Attribution, Claim, Dossier, Figure, Position, ReportEntry, Story
from sayso.model.dossier import Tag

SHAPES = 6  # how many sides have a shape and a colour of their own

CONTESTED: frozenset[Tag] = frozenset({"disputed", "denied", "inconsistent"})


@dataclass(frozen=True, slots=True)
class Side:
    """A side as it is shown: `number` picks shape and colour (1 to SHAPES), or is one of the numbers below."""

    name: str
    number: int


UNKNOWN = Side("side not known", 0)
FURTHER = SHAPES + 1  # the number of every side after those with a shape of their own
OWN_VOICE = Side("outlets in their own voice", SHAPES + 2)


class Ledger:
    """Look-ups over one dossier. All orders follow the dossier's own, so the same dossier gives the same page."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.reports: dict[str, ReportEntry] = {report.id: report for report in dossier.reports}
        self.attributions: dict[str, Attribution] = {found.id: found for found in dossier.attributions}
        self.figures: dict[str, Figure] = {found.id: found for found in dossier.figures}
        self.actors: dict[str, Actor] = {actor.id: actor for actor in dossier.actors}

    @cached_property
    def _by_name(self) -> dict[str, Actor]:
        named: dict[str, Actor] = {}
        for actor in self.dossier.actors:
            for name in (actor.name, *actor.names):
                named.setdefault(name.casefold(), actor)
        return named

    @cached_property
    def sides(self) -> dict[str, Side]:
        """The sides by name, the one that speaks most often first."""
        spoken = Counter(position.side for claim in self.dossier.claims for position in claim.positions)
        spoken.update(actor.side for actor in self.dossier.actors)
        names = [name for name, _ in spoken.most_common() if name]
        return {name: Side(name, min(number, FURTHER)) for number, name in enumerate(names, 1)}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each report in the dossier."""
        return {report: place for place, report in enumerate(self.reports)}

    @cached_property
    def labels(self) -> dict[str, str]:
        """A short name for each report: its outlet, or whatever else tells it apart from the others."""
        names = {report.id: voice(report) for report in self.dossier.reports}
        shared = Counter(names.values())
        seen: Counter[str] = Counter()
        for report_id, name in names.items():
            if shared[name] > 1:
                seen[name] += 1
                names[report_id] = f"{name} ({seen[name]})"
        return names

    def label(self, report: str) -> str:
        """The short name of the report with this id."""
        return self.labels.get(report, report)

    def actor(self, name: str | None) -> Actor | None:
        """The actor who goes by this name."""
        return self._by_name.get(name.casefold()) if name else None

    def known_as(self, name: str) -> str:
        """What whoever goes by this name is called throughout the dossier."""
        actor = self.actor(name)
        return actor.name if actor else name

    def side(self, name: str | None) -> Side:
        """How the side of this name is shown."""
        return self.sides.get(name, UNKNOWN) if name else UNKNOWN

    def side_of(self, source: str | None) -> Side:
        """The side of whoever goes by this name."""
        actor = self.actor(source)
        return self.side(actor.side) if actor else UNKNOWN

    def side_at(self, position: Position) -> Side:
        """The side that a position is shown on; an outlet that is on none speaks in its own voice."""
        if position.side is None and position.origin is None:
            return OWN_VOICE
        return self.side(position.side)

    def speaker(self, position: Position) -> str:
        """Whose position it is, as a line begins: the actor, else the origin as named, else the outlet.

        A report of no known outlet, which the dossier gives by its id, goes by its label.
        """
        if position.actor and position.actor in self.actors:
            return sentence(self.actors[position.actor].name)
        outlet = position.outlet
        if outlet is None or outlet in self.reports:
            outlet = self.label(position.carried_by[0]) if position.carried_by else "unnamed"
        return sentence(position.origin or outlet)

    def outlets(self, reports: Iterable[str]) -> tuple[str, ...]:
        """The short names of these reports, without repetition."""
        return tuple(dict.fromkeys(self.label(report) for report in reports))

    def claims(self, story: Story) -> tuple[Claim, ...]:
        """The claims of a story, the contested ones first, each group by how many reports carry it.

        That origins contradict each other comes before that a report contradicts itself; of what is contested,
        figures come first, as they are read at a glance.
        """
        own = [claim for claim in self.dossier.claims if claim.story == story.id]
        return tuple(sorted(own, key=lambda c: (*_urgency(c), -len(c.coverage), -len(voices(self, c)))))


def voice(report: ReportEntry) -> str:
    """Whose voice a report's own sentences are, or the next best name for the report."""
    headline = f"“{clip(report.headline, 40)}”" if report.headline else None
    return report.republished_from or report.outlet or headline or report.file or report.id


def contested(claim: Claim) -> bool:
    """True where positions on the claim cannot all be right."""
    return not CONTESTED.isdisjoint(claim.standing)


def _urgency(claim: Claim) -> tuple[int, bool]:
    if not contested(claim):
        return 2, False
    between = CONTESTED.intersection(claim.standing) - {"inconsistent"}
    return (0 if between else 1), claim.measure is None


def voices(ledger: Ledger, claim: Claim) -> tuple[str, ...]:
    """The different origins that take a position on the claim."""
    return tuple(dict.fromkeys(ledger.speaker(position) for position in claim.positions))


def stands(claim: Claim) -> tuple[Tag, ...]:
    """The claim's standings in the order in which they are shown."""
    order = {tag: place for place, tag in enumerate(display().standings)}
    return tuple(sorted(claim.standing, key=lambda tag: order.get(tag, len(order))))


def attitude(position: Position) -> str:
    """The position's key in the display words: its polarity, or `admits` where it hurts the speaker to say so."""
    if position.interest == "against-interest" and position.polarity in ("asserts", "partly"):
        return "admits"
    return position.polarity
