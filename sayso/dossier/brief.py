"""The dossier at a glance for scripts: what was read, what is disputed, and every claim with its standings, as JSON."""

from __future__ import annotations

import json
from typing import Any

from sayso.dossier.headings import heading
from sayso.dossier.ledger import Ledger, contested
from sayso.model import Claim, Dossier, Position, Story


def to_brief(dossier: Dossier) -> str:
    """What the terminal shows, as indented JSON ending in a newline; the whole is in `dossier.json`."""
    ledger = Ledger(dossier)
    brief = {
        "reports": len(dossier.reports),
        "unread": [{"input": one.input, "reason": one.reason} for one in dossier.unread],
        "stories": [_story(ledger, story) for story in dossier.stories],
    }
    return json.dumps(brief, indent=1) + "\n"  # ASCII alone: report text may hold what steers a terminal


def _story(ledger: Ledger, story: Story) -> dict[str, Any]:
    claims = ledger.claims(story)
    return {
        "id": story.id,
        "name": story.name,
        "outlets": ledger.outlets(story.reports),
        "disputed": [_claim(ledger, claim) for claim in claims if contested(claim)],
        "others": [_claim(ledger, claim) for claim in claims if not contested(claim)],
    }


def _claim(ledger: Ledger, claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "question": heading(claim, ledger),
        "low": claim.low,
        "high": claim.high,
        "standing": claim.standing,
        "positions": [_position(ledger, position) for position in claim.positions],
    }


def _position(ledger: Ledger, position: Position) -> dict[str, Any]:
    return {
        "who": ledger.speaker(position),
        "side": position.side,
        "says": position.polarity,
        "low": position.low,
        "high": position.high,
        "qualifier": position.qualifier,
        "superseded": position.superseded,
        "outlets": ledger.outlets(position.carried_by),
    }
