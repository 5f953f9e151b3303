"""What a claim is called where people read: its question, or who puts what is at issue, and how."""

from __future__ import annotations

import re

from sayso.dossier.credits import joining, sayings
from sayso.dossier.ledger import Ledger
from sayso.dossier.phrasing import sentence
from sayso.model import Claim

_QUOTES = '“”"'
_INNER = str.maketrans("“”", "‘’")  # quotation marks within quotation marks


def heading(claim: Claim, ledger: Ledger) -> str:
    """The heading of a claim: its question (`Had the army fired on the port?`); where the words that put it could not
    be turned into one, who puts them, and how (`The army denied that “its men had fired”`).
    """
    if claim.proposition is None or (claim.question.endswith("?") and "“" not in claim.question):
        return claim.question
    put = re.sub(rf"^(?:{joining().pattern}|[\s…,/]+)+", "", claim.proposition, flags=re.IGNORECASE).strip()
    if put[:1] in _QUOTES and put[-1:] in _QUOTES:
        put = put[1:-1].strip()
    if not put:
        return claim.question
    who = _credited(claim, ledger)
    return f"{sentence(who)} “{put.translate(_INNER)}”".strip()


def _credited(claim: Claim, ledger: Ledger) -> str:
    """Who puts the proposition, with the words that credit it: "the army denied that", "the army:"."""
    said = " ".join((claim.proposition or "").rstrip("…").split())
    for position in claim.positions:
        for saying in sayings(ledger, position):
            if said and said in f"{saying.lead} {saying.words}":
                return f"{ledger.speaker(position)} {saying.lead}" if saying.lead else f"{ledger.speaker(position)}:"
    return next((f"{ledger.speaker(p)}:" for p in claim.positions if said and said in " ".join(p.text.split())), "")
