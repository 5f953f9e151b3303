"""`sayso without`: a dossier without a source."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from sayso.cli import messages
from sayso.cli.dossiers import DossierPath, opened, written
from sayso.cli.options import KeepRelayed
from sayso.model import Dossier

if TYPE_CHECKING:
    from sayso.reconcile.without import Account


def without(
    dossier: DossierPath,
    source: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="An actor by any of its names, an outlet, a report's id or file, or a side.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            metavar="DIR",
            help="A folder for the dossier without it; none writes nothing.",
            show_default=False,
        ),
    ] = None,
    keep_relayed: KeepRelayed = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the account as JSON.")] = False,
) -> None:
    """Take a source away: say which claims fall, which change, and which stand without it.

    Where a name is both an actor's and a side's, say which: actor:NAME, outlet:NAME, report:NAME or side:NAME.
    """
    left, account = take_away(opened(dossier), source, keep_relayed=keep_relayed)
    if as_json:
        typer.echo(account.model_dump_json(indent=1))
    else:
        tell(account)
    if out is not None:
        paths = written(left, out)
        messages.stderr.print("Written: " + ", ".join(map(str, paths)))


def take_away(dossier: Dossier, sources: Sequence[str], *, keep_relayed: bool) -> tuple[Dossier, Account]:
    """The dossier without the sources, and the account; ends the program where a name fits nothing, or several."""
    from sayso.reconcile.without import SourceError
    from sayso.reconcile.without import without as taken_away

    try:
        return taken_away(dossier, sources, relayed=not keep_relayed)
    except SourceError as error:
        messages.faults(str(error))


def tell(account: Account) -> None:
    """Prints the account for people."""
    from sayso.cli.account import told

    Console(highlight=False, markup=False).print(told(account))
