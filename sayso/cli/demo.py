"""`sayso demo`: the sample reports that the package ships."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import AsJson
from sayso.cli.read import write_dossier

SAMPLES = Path(__file__).parents[1] / "samples"


def demo(
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="DIR", help="The folder for dossier.json and index.html.")
    ] = Path("out"),
    as_json: AsJson = False,
) -> None:
    """Read the sample reports: six outlets on one invented event.

    Writes DIR/dossier.json and DIR/index.html and prints a summary, as `sayso read` does.
    """
    raise typer.Exit(write_dossier([str(SAMPLES)], out, meta=SAMPLES / "reports.json", as_json=as_json))
