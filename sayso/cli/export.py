"""`sayso export`: a dossier in the formats of other tools."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli import messages
from sayso.cli.files import write
from sayso.dossier import DossierError, from_json
from sayso.knowledge import KnowledgeError
from sayso.model import AnchorError, Dossier


class Format(str, Enum):
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
    dossier: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that `sayso read` wrote, or its dossier.json.")],
    to: Annotated[list[Format], typer.Option("--to", help="The format; may be given more than once.", show_default=False)],
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            metavar="OUT",
            help="The folder to write into; a folder named after the format, beside the dossier, where it is not given.",
            show_default=False,
        ),
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy",
            metavar="NAME",
            help="The counting policy by which figures become one number; see docs/policies.md. "
            "The format's own (ucdp, acled), else the dossier's, where it is not given.",
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

    opened = opened_dossier(dossier)
    beside = dossier if dossier.is_dir() else dossier.parent
    console = Console(highlight=False, markup=False)
    for one in dict.fromkeys(to):
        try:
            files = made(opened, one.value, policy=policy)
        except (ExportError, PolicyError, KnowledgeError) as error:
            messages.wrong_use(messages.CANNOT_EXPORT.format(format=one.value, why=error))
        folder = out or beside / one.value
        for name, content in files.items():
            try:
                folder.mkdir(parents=True, exist_ok=True)
                write(folder / name, content)
            except OSError as error:
                messages.wrong_use(messages.CANNOT_WRITE.format(path=folder / name, why=error.strerror))
        console.print("Written: " + ", ".join(str(folder / name) for name in files), soft_wrap=True)


def opened_dossier(path: Path) -> Dossier:
    """The dossier in a folder or file; says what is wrong, and ends the program, where there is none."""
    if path.is_dir():
        path = path / "dossier.json"
    try:
        return from_json(path.read_bytes())
    except OSError as error:
        messages.wrong_use(messages.NO_DOSSIER.format(path=path, why=error.strerror))
    except (DossierError, AnchorError) as error:
        messages.wrong_use(messages.NO_DOSSIER.format(path=path, why=error))
