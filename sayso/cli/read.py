"""`sayso read`: reports to a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli import messages
from sayso.cli.dossiers import prepare, written
from sayso.cli.options import Actors, AsJson, Jobs, KeepRelayed, Meta, Policy, Reports, Without, chosen_policy
from sayso.cli.progress import progress
from sayso.cli.without import take_away, tell
from sayso.dossier.harmless import one_line


def read(
    reports: Reports,
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="DIR", help="The folder for dossier.json and index.html.")
    ],
    meta: Meta = None,
    jobs: Jobs = None,
    actors: Actors = None,
    policy: Policy = None,
    without: Without = None,
    keep_relayed: KeepRelayed = False,
    as_json: AsJson = False,
) -> None:
    """Read reports and write a dossier.

    Writes DIR/dossier.json (all that was read, its stories told apart) and DIR/index.html (one page, readable
    without a network; where there are several stories, their list, and DIR/story-1.html and so on for each), and
    prints a summary.
    """
    code = write_dossier(
        reports,
        out,
        meta=meta,
        jobs=jobs,
        actors=actors,
        policy=policy,
        without=without or (),
        keep_relayed=keep_relayed,
        as_json=as_json,
    )
    raise typer.Exit(code)


def write_dossier(
    reports: Sequence[str],
    out: Path,
    *,
    meta: Path | None = None,
    jobs: int | None = None,
    actors: Path | None = None,
    policy: str | None = None,
    without: Sequence[str] = (),
    keep_relayed: bool = False,
    as_json: bool = False,
) -> int:
    """Reads the reports, writes the dossier, prints the summary; returns the exit code."""
    from sayso.dossier.page.charts import engine

    engine.start()  # it starts while what follows is loaded
    # Here, because they load the language model's libraries, which --help and wrong use do without.
    from sayso.dossier import terminal, to_brief
    from sayso.pipeline import make_dossier, read_and_annotate
    from sayso.readers import MetadataError
    from sayso.reconcile.cast.own import NOBODY, ActorsError, load_actors
    from sayso.reconcile.policies.swap import recounted

    prepare(out)
    named = chosen_policy(policy) if policy is not None else None
    try:
        own = load_actors(actors) if actors is not None else NOBODY
    except ActorsError as error:
        messages.faults(str(error))
    try:
        with progress("Reading reports") as report:
            dossier = make_dossier(read_and_annotate(reports, meta=meta, jobs=jobs, progress=report), own=own)
    except MetadataError as error:
        messages.wrong_use(str(error))
    messages.list_unread(dossier.unread, len(dossier.reports))
    if not dossier.reports:
        messages.stderr.print(messages.NOTHING)
        return messages.NOTHING_READ
    if named is not None:
        dossier = recounted(dossier, named)
    read_in = len(dossier.reports)
    if without:
        dossier, account = take_away(dossier, without, keep_relayed=keep_relayed)
    files = written(dossier, out)
    others = [one_line(entry.file or entry.id) for entry in dossier.reports if not entry.language.startswith("en")]
    if others:
        messages.stderr.print(messages.OTHER_LANGUAGE.format(count=len(others), names=", ".join(others)))
    if as_json:
        typer.echo(to_brief(dossier), nl=False)
        return messages.exit_code(len(dossier.unread), read_in)
    console = Console(highlight=False, markup=False)
    if without:
        tell(account)
        console.print()
    terminal.summary(dossier, console, unread=False)  # the error stream has told it
    console.print("\nWritten: " + ", ".join(map(str, files)), soft_wrap=True)
    return messages.exit_code(len(dossier.unread), read_in)
