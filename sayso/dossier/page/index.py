"""A story in the list of several: how many tell it, and what is disputed in it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.headings import heading
from sayso.dossier.ledger import Ledger, contested, voices
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.phrasing import bounds, named, some
from sayso.model import Story

DISPUTES = 3  # of a story that the list names


@dataclass(frozen=True, slots=True)
class Entry:
    """`disputed` are questions, their answers ("" for a proposition) and the ids of the claims on the story's page."""

    file: str
    name: str
    reports: int
    origins: int
    claims: int
    told_by: str
    disputed: tuple[tuple[str, str, str], ...]
    more: int


def entry(ledger: Ledger, anchors: Anchors, story: Story, file: str) -> Entry:
    """The line of a story whose page is `file`."""
    claims = ledger.claims(story)
    disputed = sorted((claim for claim in claims if contested(claim)), key=lambda claim: claim.measure is None)
    return Entry(
        file=file,
        name=named(story.name),
        reports=len(story.reports),
        origins=len({speaker for claim in claims for speaker in voices(ledger, claim)}),
        claims=len(claims),
        told_by=some(ledger.outlets(story.reports), 5),
        disputed=tuple(
            (heading(claim).text, bounds(claim.low, claim.high) if claim.measure else "", anchors.claim(claim.id))
            for claim in disputed[:DISPUTES]
        ),
        more=len(disputed[DISPUTES:]),
    )
