"""`sayso export` as a user calls it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.cli.export import Format
from sayso.dossier import from_json, to_json
from sayso.export import FORMATS, export
from tests.export.telling import claim, dossier, position

DOCS = Path(__file__).parents[2] / "docs" / "exports.md"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = dossier("So many were killed", claim("c1", position(30, 30), position(60, 60, origin="others")))
    (tmp_path / "dossier.json").write_text(to_json(found), encoding="utf-8")
    return tmp_path


def test_the_command_takes_every_format() -> None:
    assert [one.value for one in Format] == list(FORMATS)


@pytest.mark.parametrize("to", FORMATS)
def test_the_files_are_those_that_the_documentation_names(to: str, folder: Path) -> None:
    result = run(folder, "--to", to)
    assert result.exit_code == 0, result.output
    made = {path.name for path in (folder / to).iterdir()}
    assert all(name in result.output for name in made)
    row = next(line for line in DOCS.read_text(encoding="utf-8").split("\n") if line.startswith(f"| `{to}` |"))
    named = set(re.findall(r"`(\S+)`", row.split("|")[2]))
    assert {name for name in named if "." in name.lstrip(".")} <= made
    assert {path.suffix for path in (folder / to).iterdir()} == {Path(f"x{name}").suffix for name in named}


def test_a_file_several_formats_and_a_folder_for_them(folder: Path) -> None:
    out = folder / "deep" / "out"
    assert run(folder / "dossier.json", "--to", "ucdp", "--to", "markdown", "-o", out).exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["brief.md", "ucdp.csv", "ucdp.csv-metadata.json"]


def test_all_formats_may_share_a_folder(folder: Path) -> None:
    names = [name for to in FORMATS for name in export(from_json((folder / "dossier.json").read_bytes()), to)]
    assert len(names) == len(set(names))


def test_exporting_again_replaces_what_was_there(folder: Path) -> None:
    run(folder, "--to", "acled")
    first = (folder / "acled" / "acled.csv").read_bytes()
    run(folder, "--to", "acled", "--policy", "latest")
    second = (folder / "acled" / "acled.csv").read_bytes()
    assert first != second and b"latest" in second
    run(folder, "--to", "acled")
    assert (folder / "acled" / "acled.csv").read_bytes() == first


@pytest.mark.parametrize("to", FORMATS)
def test_an_unknown_policy_is_said(to: str, folder: Path) -> None:
    result = run(folder, "--to", to, "--policy", "average")
    assert result.exit_code == 2
    assert "average" in result.stderr and "origins" in result.stderr and "Traceback" not in result.output
    assert not (folder / to).exists()


def test_an_unknown_format_is_said(folder: Path) -> None:
    result = run(folder, "--to", "pdf")
    assert result.exit_code == 2 and "csv" in result.stderr


def test_no_dossier(tmp_path: Path) -> None:
    result = run(tmp_path, "--to", "csv")
    assert result.exit_code == 2
    assert "dossier.json" in result.stderr and "sayso read" in result.stderr


@pytest.mark.parametrize("content", ["", "{}", "[]", "\0", '{"reports": []}'])
def test_a_broken_dossier(content: str, tmp_path: Path) -> None:
    (tmp_path / "dossier.json").write_text(content, encoding="utf-8")
    result = run(tmp_path, "--to", "csv")
    assert result.exit_code == 2 and "cannot be read as a dossier" in result.stderr


def test_a_dossier_of_an_older_schema(folder: Path) -> None:
    path = folder / "dossier.json"
    content = json.loads(path.read_bytes())
    content["versions"]["schema_version"] = "0.9"
    content["claims"][0]["answers"] = content["claims"][0].pop("positions")
    path.write_text(json.dumps(content), encoding="utf-8")
    result = run(folder, "--to", "csv")
    assert result.exit_code == 2
    assert "schema version 0.9" in result.stderr


def test_evidence_that_does_not_fit(folder: Path) -> None:
    path = folder / "dossier.json"
    content = json.loads(path.read_bytes())
    content["claims"][0]["positions"][0]["evidence"][0]["end"] = 10_000
    path.write_text(json.dumps(content), encoding="utf-8")
    result = run(folder, "--to", "csv")
    assert result.exit_code == 2 and "outside the text" in result.stderr


def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    (folder / "taken").write_text("", encoding="utf-8")
    result = run(folder, "--to", "csv", "-o", folder / "taken")
    assert result.exit_code == 2 and "cannot be written" in result.stderr
