"""What the stages of reconciling hand on: statements and readings of figures, each with its actor and its moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sayso.model import Attribution, Evidence, Figure, Report
from sayso.model.annotations import Stance
from sayso.reconcile.cast import Member
from sayso.reconcile.moments import order
from sayso.reconcile.points import Point

UNNAMED = "unnamed"


def in_headline(report: Report, at: int) -> bool:
    """Whether position `at` stands in the report's headline."""
    if report.headline and report.text.startswith(report.headline):
        return at < len(report.headline)
    return any(part.kind == "headline" and part.start <= at < part.end for part in report.parts)


@dataclass(frozen=True, eq=False)
class Statement:
    """An attribution, or one sentence of a long one, with its actor, its words and their concepts; without an
    attribution, a sentence in the outlet's own voice (`origin` is null).

    `spans` are where its words stand; `concepts` leave out the words of its figures, `spoken` do not; `points` are
    what it says, part by part, and `counting` what it says where its figures are all that it says; `sentence` is where
    its sentences stand, `around` what these speak of; `traced` is a key for the one whose word it is where its words
    are copied (copies/tracing.py); `beside` tells that only another part of its attribution denies or admits
    something; `faulting` that it says what its speaker takes another's words for ("called this “a tale”").
    """

    key: str
    report: Report
    attribution: Attribution | None
    origin: str | None
    actor: Member | None
    text: str
    spans: tuple[tuple[int, int], ...]
    sentence: tuple[int, int]
    concepts: frozenset[str]
    spoken: frozenset[str]
    around: frozenset[str]
    points: tuple[Point, ...] = ()
    counting: tuple[Point, ...] = ()
    traced: str | None = None
    beside: bool = False
    faulting: bool = False

    @property
    def own_voice(self) -> bool:
        """Whether an outlet says it itself, and credits nobody."""
        return self.attribution is None and self.origin is None

    @property
    def stance(self) -> Stance:
        """How it is put forward; an outlet's own voice asserts, and so does what only stands beside a denial."""
        return self.attribution.stance if self.attribution and not self.beside else "asserts"

    @property
    def distanced(self) -> bool:
        """Whether the report holds it at arm's length."""
        return self.attribution is not None and self.attribution.distanced

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The concepts of what it says was done."""
        return frozenset().union(*(point.deed for point in self.points))

    @property
    def headlined(self) -> bool:
        """Whether it stands in the report's headline, and nowhere else."""
        return in_headline(self.report, self.spans[-1][0])

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.spans[-1][1]

    @cached_property
    def order(self) -> tuple[tuple[str, str], int, str]:
        """By publication, then by place in the text."""
        return (order(self.report), self.start, self.key)

    @property
    def root(self) -> str:
        """A key for the one whose word it is in the end, copies followed."""
        return self.traced or self.native

    @property
    def native(self) -> str:
        """The same by its own report alone; unnamed sources are each their own."""
        if self.own_voice:
            return f"outlet:{self.report.voice or self.report.id}"
        return self.actor.root.key if self.actor else f"{self.report.id}:{self.origin}:{self.key.partition('#')[0]}"

    @property
    def side(self) -> str | None:
        """The side of its actor."""
        return self.actor.side if self.actor else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The content, part by part."""
        return tuple(
            Evidence(
                report=self.report.id,
                start=start,
                end=end,
                attribution=self.attribution.id if self.attribution else None,
            )
            for start, end in self.spans
        )

    @cached_property
    def cue(self) -> str:
        """The words that credit it."""
        return " ".join(part.quote for part in self.attribution.cue) if self.attribution else ""

    @property
    def relays(self) -> tuple[str, ...]:
        """Those through whom it came."""
        chain = self.attribution.chain if self.attribution else ()
        return tuple(link.name for link in chain if link.role == "relay")


@dataclass(frozen=True, eq=False)
class Reading:
    """A figure with its actor (none: the outlet's own voice, or a source left unnamed); `traced` as in Statement."""

    report: Report
    figure: Figure
    origin: str | None
    actor: Member | None
    statement: Statement | None
    traced: str | None = None

    @property
    def order(self) -> tuple[tuple[str, str], int, str]:
        """By publication, then by place in the text."""
        return (order(self.report), self.figure.start, self.figure.id)

    @property
    def headlined(self) -> bool:
        """Whether it stands in the report's headline."""
        return in_headline(self.report, self.figure.start)

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The figure's low and high."""
        return self.figure.low, self.figure.high

    @property
    def root(self) -> str:
        """A key for the one whose word it is in the end, copies followed."""
        return self.traced or self.native

    @property
    def native(self) -> str:
        """The same by its own report alone."""
        if self.actor:
            return self.actor.root.key
        return f"{self.report.id}:{self.origin}" if self.origin else f"outlet:{self.report.voice or self.report.id}"

    @property
    def side(self) -> str | None:
        """The side of its actor."""
        return self.actor.side if self.actor else None

    @property
    def evidence(self) -> Evidence:
        """The words of the figure."""
        return Evidence(
            report=self.report.id,
            start=self.figure.start,
            end=self.figure.end,
            figure=self.figure.id,
            attribution=self.figure.attribution,
        )
