"""A progress bar on the error stream, for long work and only on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from sayso.cli.messages import stderr

if TYPE_CHECKING:
    from sayso.readers import Progress as Report


@contextmanager
def progress(doing: str) -> Iterator[Report]:
    """A function that the readers call with the number of inputs done and known."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, TimeRemainingColumn(), console=stderr, transient=True, disable=not stderr.is_terminal
    ) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda done, known: bar.update(task, completed=done, total=known)
