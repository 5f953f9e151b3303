"""Claims as the page shows them: standings with reasons, positions with quotations, what is disputed or agreed."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.credits import sayings
from sayso.dossier.harmless import clip
from sayso.dossier.headings import heading
from sayso.dossier.ledger import Ledger, Side, attitude, contested, stands, voices
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.page.picture import Picture, picture
from sayso.dossier.page.quotes import Quote, quotes
from sayso.dossier.phrasing import bounds, some
from sayso.dossier.reckoned import reckoned
from sayso.knowledge.display import display
from sayso.model import Claim, Position, Story
from sayso.model.dossier import Tag

PICTURES = 10  # disputed figures that have a picture; the others are told in a table
SAYINGS, SNIPPET = 3, 160  # statements of one position that are told in short, and their characters
QUOTED = 8  # quotations of one position that are shown; the reports have them all


@dataclass(frozen=True, slots=True)
class Standing:
    """A tag with why it holds; `href` leads to the words that this rests on."""

    tag: Tag
    reason: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in short: what credits it ("denied that"), its words, and where they stand."""

    lead: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Stand:
    """A position: who takes it, what, through whom, printed by whom, and the words; `said` where it is no figure."""

    id: str
    speaker: str
    side: Side
    attitude: str
    value: str
    position: Position
    outlets: str
    relays: tuple[str, ...]
    superseded: bool
    quotes: tuple[Quote, ...]
    said: tuple[Said, ...]

    @property
    def href(self) -> str:
        """The first words that it rests on, in their report."""
        return self.quotes[0].href if self.quotes else "#" + self.id


@dataclass(frozen=True, slots=True)
class Number:
    """What a claim comes to by a counting policy, in words, and why."""

    policy: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with all that is shown of it. `answer` is its bounds in words, empty for a proposition."""

    claim: Claim
    id: str
    title: str
    answer: str
    contested: bool
    standings: tuple[Standing, ...]
    stands: tuple[Stand, ...]
    voices: int
    coverage: tuple[str, ...]
    outlets: int
    silent: tuple[str, ...]
    picture: Picture | None
    numbers: tuple[Number, ...]

    @property
    def told(self) -> tuple[Standing, ...]:
        """The standings that are told in a sentence each."""
        return tuple(standing for standing in self.standings if not _plain(standing))

    @property
    def plain(self) -> tuple[Standing, ...]:
        """Those that only say how few carry it; one sentence does for all of them."""
        return tuple(standing for standing in self.standings if _plain(standing))


@dataclass(frozen=True, slots=True)
class Claims:
    """A story's claims: all in order, and the selections that open the page."""

    all: tuple[ClaimView, ...]

    @property
    def disputed(self) -> tuple[ClaimView, ...]:
        """Those on which positions cannot all be right."""
        return tuple(view for view in self.all if view.contested)

    @property
    def agreed(self) -> tuple[ClaimView, ...]:
        """Those that origins of different sides agree on, or that a party admits, and that nobody disputes."""
        return self._undisputed({"corroborated", "conceded"})

    @property
    def one_sided(self) -> tuple[ClaimView, ...]:
        """Undisputed, carried by two reports or more, but said by one side or one origin alone."""
        firm = {view.id for view in self.agreed}
        sided = self._undisputed({"single-side", "single-origin"})
        return tuple(view for view in sided if view.id not in firm and len(view.coverage) > 1)

    @property
    def single_origin(self) -> tuple[ClaimView, ...]:
        """Carried by two reports or more, yet all of it from one origin."""
        return tuple(v for v in self.all if "single-origin" in v.claim.standing and len(v.coverage) > 1)

    @property
    def shared(self) -> tuple[ClaimView, ...]:
        """What more than one report carries, or is contested: shown first."""
        return tuple(view for view in self.all if view.contested or len(view.coverage) > 1)

    @property
    def lone(self) -> tuple[ClaimView, ...]:
        """What one report alone carries, uncontested."""
        return tuple(view for view in self.all if not view.contested and len(view.coverage) <= 1)

    def _undisputed(self, tags: set[Tag]) -> tuple[ClaimView, ...]:
        return tuple(v for v in self.all if not v.contested and not tags.isdisjoint(v.claim.standing))


def claims(ledger: Ledger, anchors: Anchors, story: Story) -> Claims:
    """The claims of a story, contested ones first."""
    found = ledger.claims(story)
    drawn = {claim.id for claim in [claim for claim in found if _disputed_figure(claim)][:PICTURES]}
    return Claims(tuple(_view(ledger, anchors, claim, drawn=claim.id in drawn) for claim in found))


def _disputed_figure(claim: Claim) -> bool:
    return claim.measure is not None and contested(claim) and sum(_bounded(p) for p in claim.positions) > 1


def _view(ledger: Ledger, anchors: Anchors, claim: Claim, *, drawn: bool) -> ClaimView:
    id = anchors.claim(claim.id)
    return ClaimView(
        claim=claim,
        id=id,
        title=heading(claim, ledger),
        answer=_answer(claim),
        contested=contested(claim),
        standings=_standings(anchors, claim),
        stands=tuple(_stand(ledger, anchors, claim, p, f"{id}p{n}") for n, p in enumerate(claim.positions, 1)),
        voices=len(voices(ledger, claim)),
        coverage=tuple(claim.coverage),
        outlets=len({ledger.reports[report].outlet or report for report in claim.coverage}),
        silent=ledger.outlets(claim.silent),
        picture=picture(ledger, anchors, claim) if drawn else None,
        numbers=tuple(Number(each.policy, reckoned(each), each.reason) for each in claim.reckonings),
    )


def _plain(standing: Standing) -> bool:
    return display().standings[standing.tag].tone == "plain"


def _bounded(position: Position) -> bool:
    return position.low is not None or position.high is not None


def _answer(claim: Claim) -> str:
    if claim.measure is None:
        return ""
    return bounds(claim.low, claim.high, next((p.qualifier for p in claim.positions if p.qualifier), None))


def _standings(anchors: Anchors, claim: Claim) -> tuple[Standing, ...]:
    reasons = {reason.tag: reason for reason in claim.reasons}
    return tuple(
        Standing(tag, reasons[tag].reason, "#" + anchors.words(reasons[tag].evidence[0]))
        if tag in reasons
        else Standing(tag, "", None)
        for tag in stands(claim)
    )


def _stand(ledger: Ledger, anchors: Anchors, claim: Claim, position: Position, id: str) -> Stand:
    bounded = _bounded(position) or position.qualifier
    return Stand(
        id=id,
        speaker=ledger.speaker(position),
        side=ledger.side_at(position),
        attitude=attitude(position),
        value=bounds(position.low, position.high, position.qualifier) if bounded else "",
        position=position,
        outlets=some(ledger.outlets(position.carried_by)),
        relays=position.relays,
        superseded=position.superseded,
        quotes=quotes(ledger, anchors, position.evidence[:QUOTED]),
        said=tuple(
            Said(one.lead, clip(one.words, SNIPPET), "#" + anchors.words(one.evidence))
            for one in sayings(ledger, position)[:SAYINGS]
        )
        if claim.measure is None
        else (),
    )
