"""`sayso show`: a dossier at a glance."""

from __future__ import annotations

import typer
from rich.console import Console

from sayso.cli.dossiers import DossierPath, opened
from sayso.cli.options import AsJson


def show(dossier: DossierPath, as_json: AsJson = False) -> None:
    """Show a dossier at a glance: what is disputed first, then the other claims.

    Colours only where the output is a terminal.
    """
    from sayso.dossier import terminal, to_brief

    found = opened(dossier)
    if as_json:
        typer.echo(to_brief(found), nl=False)
    else:
        terminal.summary(found, Console(highlight=False, markup=False))
