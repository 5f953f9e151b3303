"""The command line: one file a command, each thin over plain functions."""

from __future__ import annotations

import atexit
import gc
import os
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sayso import __version__
from sayso.cli import messages
from sayso.cli.demo import demo
from sayso.cli.explain import explain
from sayso.cli.export import export
from sayso.cli.extract import extract
from sayso.cli.import_ import import_
from sayso.cli.policies import policies
from sayso.cli.read import read
from sayso.cli.recount import recount
from sayso.cli.show import show
from sayso.cli.without import without
from sayso.knowledge import VARIABLE, KnowledgeError, check_own

YOUNG = 20_000  # new objects after which Python looks for garbage among them


class _Commands(TyperGroup):
    """The commands; a fault in a knowledge file is told like any other wrong use, whichever command meets it."""

    def invoke(self, ctx: Any) -> Any:
        # Nearly all that is loaded stays: to look through it for garbage over and over, and once more at the end,
        # takes a tenth of a short run.
        gc.set_threshold(YOUNG)
        atexit.register(gc.freeze)
        try:
            return super().invoke(ctx)
        except KnowledgeError as error:
            messages.faults(str(error))


app = typer.Typer(
    name="sayso",
    cls=_Commands,
    help="Reads many reports of one contested event and shows who said what, on whose word, and what stands.",
    epilog="Exit codes: 0 all read; 3 some reports could not be read; 1 nothing could be read; 2 wrong use.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (read, extract, explain, export, show, policies, recount, without, demo):
    app.command()(command)
# `import` is a word of the language.
app.command("import")(import_)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    knowledge: Annotated[
        Path | None,
        typer.Option(
            "--knowledge",
            metavar="DIR",
            envvar=VARIABLE,
            help="A folder of your own knowledge files, laid over the shipped ones (docs/knowledge.md).",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Options of the program as a whole; the help text is the application's own."""
    if knowledge is not None:
        # In the environment, so that further processes that read reports have it too.
        os.environ[VARIABLE] = str(knowledge)
        check_own()
