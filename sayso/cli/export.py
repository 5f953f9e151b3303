"""`sayso export`: a dossier in the formats of other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli import messages
from sayso.cli.dossiers import DossierPath, folder, opened, prepare
from sayso.cli.files import write
from sayso.knowledge import KnowledgeError


class Format(StrEnum):
    """What `--to` takes; `sayso.export.FORMATS` has the functions."""

    csv = "csv"
    parquet = "parquet"
    xlsx = "xlsx"
    geojson = "geojson"
    ucdp = "ucdp"
    acled = "acled"
    hxl = "hxl"
    claimreview = "claimreview"
    followthemoney = "followthemoney"
    annotations = "annotations"
    markdown = "markdown"


def export(
    dossier: DossierPath,
    to: Annotated[
        list[Format], typer.Option("--to", help="The format; may be given more than once.", show_default=False)
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            metavar="OUT",
            help="The folder to write into instead of one named after the format beside the dossier.",
            show_default=False,
        ),
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy",
            metavar="POLICY",
            help="The counting policy for figures instead of the format's own (ucdp, acled) or the dossier's.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write a dossier in the formats of other tools: tables, maps, event data, linked data, a brief for the desk.

    docs/exports.md says which files each format has, and what every column means.
    """
    # Here, because they load libraries that --help and wrong use do without.
    from sayso.export import ExportError
    from sayso.export import export as made
    from sayso.reconcile.policies import PolicyError

    found = opened(dossier)
    console = Console(highlight=False, markup=False, emoji=False)
    for one in dict.fromkeys(to):
        try:
            files = made(found, one.value, policy=policy)
        except (ExportError, PolicyError, KnowledgeError) as error:
            messages.wrong_use(messages.CANNOT_EXPORT.format(format=one.value, why=error))
        into = out or folder(dossier) / one.value
        prepare(into)
        for name, content in files.items():
            try:
                write(into / name, content)
            except OSError as error:
                messages.wrong_use(messages.CANNOT_WRITE.format(path=into / name, why=error.strerror))
        console.print("Written: " + ", ".join(str(into / name) for name in files), soft_wrap=True)
