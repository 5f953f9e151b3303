"""What the commands say when something is amiss: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import typer
from rich.console import Console

from sayso.dossier.harmless import one_line
from sayso.model import Unread

ALL_READ, NOTHING_READ, WRONG_USE, SOME_UNREAD = 0, 1, 2, 3

NOTHING = "No report could be read."
UNREAD = "{unread} of {all} inputs could not be read:"
CANNOT_WRITE = "{path}: cannot be written: {why}. Choose another folder with -o."
NO_DOSSIER = "{path}: cannot be read as a dossier: {why}. Give the dossier.json that `sayso read` wrote."
CANNOT_EXPORT = "The dossier cannot be exported as {format}: {why}."
NO_CLAIM = "No claim of {path} is {query!r}."
SEVERAL_CLAIMS = "{query!r} fits several claims of {path}."
NEAR = "Did you mean one of these? Give the id:"
NO_CLAIMS = "The dossier has no claims."
OTHER_LANGUAGE = "{count} of the reports are not in English and were kept without being read for statements: {names}."

# Without emoji: ":Russia:" in a name would become a flag.
stderr = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def wrong_use(message: str) -> NoReturn:
    """Says what is wrong and ends the program with the exit code for wrong use."""
    stderr.print(one_line(message))
    raise typer.Exit(WRONG_USE)


def faults(message: str) -> NoReturn:
    """Says each of several faults on a line of its own and ends the program with the exit code for wrong use."""
    for line in message.splitlines():
        stderr.print(one_line(line))
    raise typer.Exit(WRONG_USE)


def list_unread(unread: Sequence[Unread], read: int) -> None:
    """Lists what could not be read, each with its reason, beside `read` reports that could."""
    if unread:
        stderr.print(UNREAD.format(unread=len(unread), all=len(unread) + read))
        for item in unread:
            stderr.print(f"  {one_line(item.input)}: {one_line(item.reason)}")


def exit_code(unread: int, read: int) -> int:
    """The exit code for so many inputs unread and reports read."""
    if not read:
        return NOTHING_READ
    return SOME_UNREAD if unread else ALL_READ
