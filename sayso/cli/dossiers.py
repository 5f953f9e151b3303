"""Dossiers that commands open and write."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import messages
from sayso.cli.files import write
from sayso.model import AnchorError, Dossier

FILE = "dossier.json"
STORY = re.compile(r"story-[1-9]\d*\.html")
MADE = re.compile(
    rb'^\s*<!doctype html>\s*<html lang="en">\s*<head>[^\0]*?<meta name="generator" content="Sayso [^"]+">'
)
HEAD = 4096  # bytes of a page in which its mark stands, before anything of a report

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

    Pages of stories that an earlier run left there, and this one has not, are removed. Ends the program where that
    cannot be.
    """
    from sayso.dossier import page, to_json

    prepare(out)
    names = set()
    for name, text in chain([(FILE, to_json(dossier))], page.pages(dossier)):
        names.add(name)
        try:
            write(out / name, text)
        except OSError as error:
            messages.wrong_use(messages.CANNOT_WRITE.format(path=out / name, why=error.strerror))
    for path in sorted(out.glob("story-*.html")):
        if path.name not in names and _own_page(path):
            try:
                path.unlink()
            except OSError as error:
                messages.wrong_use(messages.CANNOT_WRITE.format(path=path, why=error.strerror))
    return out / FILE, out / page.INDEX


def _own_page(path: Path) -> bool:
    """Whether a file is a story's page that this program wrote, by its name and by the mark in its head."""
    if not STORY.fullmatch(path.name) or path.is_symlink() or not path.is_file():
        return False
    try:
        with path.open("rb") as opened:
            return MADE.search(opened.read(HEAD)) is not None
    except OSError:
        return False


def prepare(out: Path) -> None:
    """Makes the folder; before long work, so that a wrong one is told at once."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        messages.wrong_use(messages.CANNOT_WRITE.format(path=out, why=error.strerror))
