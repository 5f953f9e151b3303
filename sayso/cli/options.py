"""Arguments and options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import messages

Reports = Annotated[
    list[str],
    typer.Argument(
        metavar="REPORT",
        help="Files or folders of .txt, .html, .json or .jsonl (one report a line), and http(s) addresses.",
        show_default=False,
    ),
]
Meta = Annotated[
    Path | None,
    typer.Option(
        "--meta",
        metavar="FILE",
        help="A JSON list of what is known of the reports: id, file, outlet, published, language, url.",
        show_default=False,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        help="Processes to read with; as many as processors for 20 reports and more, else one.",
        show_default=False,
    ),
]
AsJson = Annotated[
    bool,
    typer.Option(
        "--json",
        help="Print the summary as JSON: what is disputed first, each claim with its positions and standings.",
    ),
]
Actors = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="A YAML file that corrects or adds actors: names, kind, affiliation, side (docs/actors.md).",
        show_default=False,
    ),
]
Policy = Annotated[
    str | None,
    typer.Option(
        "--policy",
        metavar="POLICY",
        help="The counting policy for figures: origins (where none is named), ucdp, acled or latest.",
        show_default=False,
    ),
]
Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="SOURCE",
        help="Take away an actor, an outlet, a report (id or file) or a side, with all that rests on it; repeatable.",
        show_default=False,
    ),
]
KeepRelayed = Annotated[
    bool,
    typer.Option(
        "--keep-relayed",
        help="With a source taken away, keep what others say through it; an outlet loses only its own voice.",
    ),
]


def chosen_policy(name: str) -> str:
    """The policy of this name; ends the program where there is none."""
    from sayso.reconcile.policies import PolicyError, check

    try:
        return check(name)
    except PolicyError as error:
        messages.wrong_use(str(error))
