"""`sayso recount`: a dossier by another counting policy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.cli import messages
from sayso.cli.dossiers import DossierPath, folder, opened, written
from sayso.cli.options import chosen_policy
from sayso.dossier.harmless import clip, one_line
from sayso.dossier.phrasing import count
from sayso.dossier.reckoned import reckoned
from sayso.model import Dossier

QUESTION = 160


def recount(
    dossier: DossierPath,
    policy: Annotated[
        str, typer.Option("--policy", metavar="POLICY", help="The counting policy: see docs/policies.md.")
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "-o", "--out", metavar="DIR", help="Where to write it instead of the same folder.", show_default=False
        ),
    ] = None,
) -> None:
    """Change the counting policy of a dossier, and say which numbers are others now, and why."""
    from sayso.reconcile.policies.swap import recounted

    name = chosen_policy(policy)
    before = opened(dossier)
    _tell(before, name)
    paths = written(recounted(before, name), out or folder(dossier))
    messages.stderr.print("Written: " + ", ".join(map(str, paths)))


def _tell(dossier: Dossier, policy: str) -> None:
    from sayso.reconcile.policies.swap import changes

    console = Console(highlight=False, markup=False)
    figures = sum(claim.measure is not None for claim in dossier.claims)
    found = changes(dossier, policy)
    differ = "none changes" if not found else f"{len(found)} {'changes' if len(found) == 1 else 'change'}"
    console.print(Text(f"{dossier.policy} → {policy}: of {count(figures, 'figure')} {differ}.", style="bold"))
    for each in found:
        console.print(Text.assemble(f"  {each.claim.id}  ", (clip(each.claim.question, QUESTION), "bold")))
        console.print(Padding(Text(f"{reckoned(each.before)} → {reckoned(each.after)}"), (0, 0, 0, 4)))
        console.print(Padding(Text(one_line(each.after.reason), style="dim"), (0, 0, 0, 4)))
