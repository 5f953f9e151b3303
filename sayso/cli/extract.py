"""`sayso extract`: what is read in each report, as JSON Lines."""

from __future__ import annotations

import json
import os
import sys

import typer

from sayso.cli import messages
from sayso.cli.options import Jobs, Meta, Reports
from sayso.cli.progress import progress
from sayso.knowledge import KnowledgeError
from sayso.model import Annotations, Report, Unread


def extract(reports: Reports, meta: Meta = None, jobs: Jobs = None) -> None:
    """Print what is read in each report, as JSON Lines.

    One line a report, in the order given: id, file, headline, outlet, date, and its attributions, figures, places and
    times, each with its offsets (0-based, half-open, in Unicode code points of the report's text).
    """
    # Here, because they load the language model's libraries, which --help and wrong use do without.
    from sayso.pipeline import read_and_annotate
    from sayso.readers import MetadataError

    unread: list[Unread] = []
    read = 0
    try:
        with progress("Reading reports") as report:
            for item in read_and_annotate(reports, meta=meta, jobs=jobs, progress=report):
                if isinstance(item, Unread):
                    unread.append(item)
                else:
                    read += 1
                    sys.stdout.buffer.write(line(*item).encode("utf-8"))
        sys.stdout.buffer.flush()
    except (MetadataError, KnowledgeError) as error:
        messages.wrong_use(str(error))
    except BrokenPipeError:
        # Whoever read the lines has had enough; let nothing more be flushed into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    messages.list_unread(unread, read)
    if not read:
        messages.stderr.print(messages.NOTHING)
    raise typer.Exit(messages.exit_code(len(unread), read))


def line(report: Report, annotations: Annotations) -> str:
    """One report as a line of JSON: what is known of it but its text, then what was read in it."""
    known = report.model_dump(mode="json", exclude={"text"}) | {"sha256": report.sha256}
    found = annotations.model_dump(mode="json", exclude={"report", "clauses"})
    return json.dumps(known | found, ensure_ascii=False) + "\n"
