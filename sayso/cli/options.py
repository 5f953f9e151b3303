"""Arguments and options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

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
