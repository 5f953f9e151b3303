"""A story in the list of several: how many tell it, and what is disputed in it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.headings import heading
from sayso.dossier.ledger import Ledger, contested, stands, voices
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.phrasing import bounds, named, some
from sayso.model import Claim, Story
from sayso.model.dossier import Tag

DISPUTES = 3  # of a story that the list names


@dataclass(frozen=True, slots=True)
class Entry:
    """`disputed` are the first standing, the question, its answer ("" for a proposition) and the claim's id there."""

    file: str
    name: str
    reports: int
    origins: int
    claims: int
    told_by: str
    disputed: tuple[tuple[Tag, str, str, str], ...]
    more: int


def entry(ledger: Ledger, anchors: Anchors, story: Story, file: str) -> Entry:
    """The line of a story whose page is `file`."""
    claims = ledger.claims(story)
    disputed = [claim for claim in claims if contested(claim)]
    return Entry(
        file=file,
        name=named(story.name),
        reports=len(story.reports),
        origins=len({speaker for claim in claims for speaker in voices(ledger, claim)}),
        claims=len(claims),
        told_by=some(ledger.outlets(story.reports), 5),
        disputed=tuple(
            (stands(claim)[0], heading(claim, ledger), _answer(claim), anchors.claim(claim.id))
            for claim in disputed[:DISPUTES]
        ),
        more=len(disputed[DISPUTES:]),
    )


def _answer(claim: Claim) -> str:
    return bounds(claim.low, claim.high) if claim.measure else ""
