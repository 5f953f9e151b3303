"""`sayso read`: reports to a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli import messages
from sayso.cli.files import write
from sayso.cli.options import Jobs, Meta, Reports
from sayso.cli.progress import progress
from sayso.dossier.harmless import one_line
from sayso.knowledge import KnowledgeError


def read(
    reports: Reports,
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="DIR", help="The folder for dossier.json and index.html.")
    ],
    meta: Meta = None,
    jobs: Jobs = None,
) -> None:
    """Read reports and write a dossier.

    Writes DIR/dossier.json (all that was read, its stories told apart) and DIR/index.html (one page, readable
    without a network), and prints a summary.
    """
    raise typer.Exit(write_dossier(reports, out, meta=meta, jobs=jobs))


def write_dossier(reports: Sequence[str], out: Path, *, meta: Path | None, jobs: int | None) -> int:
    """Reads the reports, writes the dossier, prints the summary; returns the exit code."""
    # Here, because they load the language model's libraries, which --help and wrong use do without.
    from sayso.dossier import page, terminal, to_json
    from sayso.pipeline import make_dossier, read_and_annotate
    from sayso.readers import MetadataError

    _prepare(out)
    try:
        with progress("Reading reports") as report:
            dossier = make_dossier(read_and_annotate(reports, meta=meta, jobs=jobs, progress=report))
    except (MetadataError, KnowledgeError) as error:
        messages.wrong_use(str(error))
    messages.list_unread(dossier.unread, len(dossier.reports))
    if not dossier.reports:
        messages.stderr.print(messages.NOTHING)
        return messages.NOTHING_READ
    files = {out / "dossier.json": to_json(dossier), out / "index.html": page.render(dossier)}
    for path, text in files.items():
        try:
            write(path, text)
        except OSError as error:
            messages.wrong_use(messages.CANNOT_WRITE.format(path=path, why=error.strerror))
    others = [one_line(entry.file or entry.id) for entry in dossier.reports if not entry.language.startswith("en")]
    if others:
        messages.stderr.print(messages.OTHER_LANGUAGE.format(count=len(others), names=", ".join(others)))
    console = Console(highlight=False, markup=False)
    terminal.summary(dossier, console)
    console.print("\nWritten: " + ", ".join(map(str, files)), soft_wrap=True)
    return messages.exit_code(len(dossier.unread), len(dossier.reports))


def _prepare(out: Path) -> None:
    """Makes the folder before the long work, so that a wrong one is told at once."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        messages.wrong_use(messages.CANNOT_WRITE.format(path=out, why=error.strerror))
