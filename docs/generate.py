"""Writes what the documentation has from the program itself: cli.md, dossier.md, its schema, columns of exports.md.

Run it with `make docs`; a test fails where the files differ from what it would write.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any

import typer
from typer.testing import CliRunner

from sayso.cli import app
from sayso.export.acled import ACLED
from sayso.export.hxl import columns
from sayso.export.table import Table
from sayso.export.tables import TABLES
from sayso.export.ucdp import UCDP
from sayso.model import Dossier
from sayso.model.dossier import SCHEMA_VERSION

FOLDER = Path(__file__).parent
NOTE = "<!-- Written by docs/generate.py. Change the program, then run `make docs`. -->"


def cli() -> str:
    """The reference of the commands, from their --help."""
    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    blocks = [f"# Commands\n\n{NOTE}\n\n```\n{_help()}\n```\n"]
    blocks += [f"## `sayso {name}`\n\n```\n{_help(name)}\n```\n" for name in names]
    return "\n".join(blocks)


def _help(*command: str) -> str:
    plain = typer.Typer(rich_markup_mode=None, name="sayso", add_completion=False, help=app.info.help)
    plain.info.epilog = app.info.epilog
    plain.registered_commands, plain.registered_callback = app.registered_commands, app.registered_callback
    result = CliRunner().invoke(plain, [*command, "--help"], prog_name="sayso", env={"COLUMNS": "100", "TERM": "dumb"})
    if result.exit_code:
        raise SystemExit(result.output)
    return "\n".join(line.rstrip() for line in result.output.strip().splitlines())


def schema() -> dict[str, Any]:
    """The JSON schema of the dossier."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Dossier", "version": SCHEMA_VERSION}
    return head | Dossier.model_json_schema(mode="serialization")


def schema_json() -> str:
    """The JSON schema as the file holds it."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def dossier() -> str:
    """Every object of the dossier with its fields, from the model."""
    whole = schema()
    objects = {"Dossier": whole} | whole["$defs"]
    blocks = [
        f"# The dossier's objects\n\n{NOTE}\n",
        f"Schema version {SCHEMA_VERSION}; the schema itself is [dossier.schema.json](dossier.schema.json).\n"
        "Offsets are 0-based and half-open, and count Unicode code points of the report's text.\n",
    ]
    blocks += ["\n".join(_object(name, shape)) for name, shape in objects.items()]
    return "\n".join(blocks)


def _object(name: str, shape: dict[str, Any]) -> Iterator[str]:
    yield f"## {name}\n"
    yield cleandoc(shape["description"]) + "\n"
    yield "| field | type |\n|---|---|"
    for field, kind in shape["properties"].items():
        yield f"| `{field}` | {_type(kind)} |"
    yield ""


def _type(kind: dict[str, Any]) -> str:
    if "$ref" in kind:
        name = kind["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in kind:
        return " or ".join(_type(one) for one in kind["anyOf"])
    if "enum" in kind:
        return ", ".join(f"`{value}`" for value in kind["enum"])
    if kind.get("type") == "array":
        return f"list of {_type(kind['items'])}"
    return re.sub("^object$", "any JSON object", kind.get("type", "any"))


def exports() -> str:
    """The page on exports, with the columns of every table between its marks."""
    parts = {
        "tables": "\n".join(f"### `{table.name}`\n\n{table.means}\n\n{_columns(table)}" for table in TABLES),
        "ucdp": f"{UCDP.means}\n\n{_columns(UCDP)}",
        "acled": f"{ACLED.means}\n\n{_columns(ACLED)}",
        "hxl": _rows(
            ("column", "hashtag", "means"), ((f"`{name}`", f"`{tag}`", means) for name, tag, means in columns())
        ),
    }
    text = (FOLDER / "exports.md").read_text(encoding="utf-8")
    for name, part in parts.items():
        marked = re.compile(rf"<!-- {name} -->\n.*?<!-- end -->", re.DOTALL)
        if not marked.search(text):
            raise SystemExit(f"docs/exports.md has no mark <!-- {name} --> with an end")
        text = marked.sub(lambda _, name=name, part=part: f"<!-- {name} -->\n\n{part}\n<!-- end -->", text)
    return text


def _columns(table: Table) -> str:
    return _rows(("column", "type", "means"), ((f"`{one.name}`", one.kind, one.means) for one in table.columns))


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    rule = "|---" * len(head) + "|\n"
    first, *rest = (f"| {' | '.join(line)} |\n" for line in (head, *rows))
    return "".join([first, rule, *rest])


FILES = {"cli.md": cli, "exports.md": exports, "dossier.md": dossier, "dossier.schema.json": schema_json}

if __name__ == "__main__":
    for name, text in FILES.items():
        (FOLDER / name).write_text(text(), encoding="utf-8")
