"""What a claim is called where people read: a figure by its question, a proposition by the words that put it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.dossier.ledger import Ledger
from sayso.knowledge.display import display
from sayso.model import Claim

_QUOTES = '“”"'
_INNER = str.maketrans("“”", "‘’")  # quotation marks within quotation marks


@dataclass(frozen=True, slots=True)
class Heading:
    """`text` is the question, or the proposition in quotation marks; `by` whose words these are, where they are."""

    text: str
    by: str | None = None


def heading(claim: Claim, ledger: Ledger | None = None) -> Heading:
    """The heading of a claim; with a ledger, also whose words it is in."""
    if claim.proposition is None:
        return Heading(claim.question)
    put = _opening().sub("", claim.proposition).strip()
    if put[:1] in _QUOTES and put[-1:] in _QUOTES:
        put = put[1:-1].strip()
    put = put.translate(_INNER)
    return Heading(f"“{put}”" if put else claim.question, _by(claim, ledger) if ledger and put else None)


def _by(claim: Claim, ledger: Ledger) -> str | None:
    """Whose position has the words of the proposition."""
    said = (claim.proposition or "").rstrip("…").rstrip()
    return next((ledger.speaker(position) for position in claim.positions if said and said in position.text), None)


def _opening() -> re.Pattern[str]:
    """What only joins a statement to its cue ("that …"), at its beginning."""
    return re.compile(rf"^(?:(?:{'|'.join(map(re.escape, display().joining))})\b[\s…,]*|[\s…,/]+)+", re.IGNORECASE)
