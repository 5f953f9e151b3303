"""Dossiers that commands open and write."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import messages
from sayso.cli.files import write
from sayso.model import AnchorError, Dossier

FILE = "dossier.json"

DossierPath = Annotated[
    Path, typer.Argument(metavar="DOSSIER", help="A folder that `sayso read` wrote, or its dossier.json.")
]


def opened(path: Path) -> Dossier:
    """The dossier in this folder or file; says what is wrong and ends the program where there is none."""
    from sayso.dossier import DossierError, from_json

    file = path / FILE if path.is_dir() else path
    try:
        return from_json(file.read_bytes())
    except OSError as error:
        messages.wrong_use(messages.NO_DOSSIER.format(path=file, why=error.strerror))
    except (DossierError, AnchorError) as error:
        messages.wrong_use(messages.NO_DOSSIER.format(path=file, why=error))


def folder(path: Path) -> Path:
    """The folder that a dossier stands in."""
    return path if path.is_dir() else path.parent


def written(dossier: Dossier, out: Path) -> tuple[Path, Path]:
    """Writes dossier.json, index.html and a page for each of several stories into `out`; gives the first two.

    Ends the program where that cannot be.
    """
    from sayso.dossier import page, to_json

    prepare(out)
    for name, text in chain([(FILE, to_json(dossier))], page.pages(dossier)):
        try:
            write(out / name, text)
        except OSError as error:
            messages.wrong_use(messages.CANNOT_WRITE.format(path=out / name, why=error.strerror))
    return out / FILE, out / page.INDEX


def prepare(out: Path) -> None:
    """Makes the folder; before long work, so that a wrong one is told at once."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        messages.wrong_use(messages.CANNOT_WRITE.format(path=out, why=error.strerror))
