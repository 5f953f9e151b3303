"""`sayso import`: a coders' table of reports to a dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli import messages
from sayso.cli.dossiers import prepare, written
from sayso.cli.options import chosen_policy
from sayso.cli.progress import progress


def import_(
    table: Annotated[
        Path,
        typer.Argument(metavar="TABLE", help="A .csv, .tsv or .xlsx file with one report a row.", show_default=False),
    ],
    mapping: Annotated[
        Path,
        typer.Option(
            "--map",
            metavar="FILE",
            help="A YAML file that says which column holds what (docs/tables.md).",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="DIR", help="The folder for dossier.json and index.html.")
    ],
    policy: Annotated[
        str, typer.Option("--policy", metavar="POLICY", help="The counting policy for figures: ucdp, acled, origins…")
    ] = "ucdp",
) -> None:
    """Read a table of reports, group its rows into events, and write a dossier.

    Writes DIR/dossier.json and DIR/index.html, as `sayso read` does. Rows that cannot be read are listed with their
    number and the reason; the others go on.
    """
    # Here, because they load libraries which --help and wrong use do without.
    from sayso.dossier import terminal
    from sayso.tables import TableError, import_table

    prepare(out)
    try:
        with progress("Reading the table"):
            dossier = import_table(table, mapping, policy=chosen_policy(policy))
    except TableError as error:
        messages.faults(str(error))
    messages.list_unread(dossier.unread, len(dossier.reports))
    if not dossier.reports:
        messages.stderr.print(messages.NOTHING)
        raise typer.Exit(messages.NOTHING_READ)
    files = written(dossier, out)
    console = Console(highlight=False, markup=False)
    terminal.summary(dossier, console, unread=False)  # the error stream has told it
    console.print("\nWritten: " + ", ".join(map(str, files)), soft_wrap=True)
    raise typer.Exit(messages.exit_code(len(dossier.unread), len(dossier.reports)))
