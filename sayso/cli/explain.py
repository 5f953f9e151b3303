"""`sayso explain`: why a claim has its standings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from sayso.cli import messages
from sayso.cli.dossiers import DossierPath, opened
from sayso.dossier.harmless import one_line
from sayso.dossier.phrasing import bounds
from sayso.model import Claim, Dossier

NEAREST = 5


def explain(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or words of its question.")],
    dossier: DossierPath,
) -> None:
    """Say why a claim has each of its standings, with the quotations that it rests on."""
    from sayso.cli.explanation import explanation

    whole = opened(dossier)
    found = matching(claim, whole)
    if len(found) != 1:
        _no_one_claim(claim, dossier, whole, found)
    Console(highlight=False, markup=False).print(explanation(found[0], whole))


def matching(query: str, dossier: Dossier) -> list[Claim]:
    """The claim with the id `query`, else every claim whose question or proposition has all of its words."""
    sought = query.casefold().split()
    for claim in dossier.claims:
        if claim.id.casefold() == query.strip().casefold():
            return [claim]
    return [claim for claim in dossier.claims if sought and all(word in asked(claim).casefold() for word in sought)]


def asked(claim: Claim) -> str:
    """What a claim is about, in words."""
    return f"{claim.question} {claim.proposition or ''}".strip()


def _no_one_claim(query: str, path: Path, dossier: Dossier, found: list[Claim]) -> NoReturn:
    from rapidfuzz import fuzz, process, utils

    message = messages.SEVERAL_CLAIMS if found else messages.NO_CLAIM
    messages.stderr.print(one_line(message.format(path=path, query=query)))
    if not found:
        questions = {claim.id: claim.question for claim in dossier.claims}
        near = process.extract(
            query,
            questions,
            scorer=fuzz.token_set_ratio,
            processor=utils.default_process,
            limit=NEAREST,
            score_cutoff=30,
        )
        ids = [str(key) for _, _, key in near]
        found = [claim for key in ids for claim in dossier.claims if claim.id == key] or list(dossier.claims[:NEAREST])
    messages.stderr.print(messages.NEAR if found else messages.NO_CLAIMS)
    for claim in found:
        answer = bounds(claim.low, claim.high) if claim.measure else ""
        messages.stderr.print(f"  {one_line(claim.id)}  {one_line(f'{claim.question} {answer}')}".rstrip())
    raise typer.Exit(messages.WRONG_USE)
