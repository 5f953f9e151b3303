"""`sayso import`: exit codes, what is written, what is said."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.cli.demo import SAMPLES

TABLE, MAP = SAMPLES / "market-unrest.csv", SAMPLES / "market-unrest.yaml"


def _import(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["import", *map(str, arguments)])


def test_a_table_makes_a_dossier_and_a_page(tmp_path: Path) -> None:
    result = _import(TABLE, "--map", MAP, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    made = json.loads((tmp_path / "out" / "dossier.json").read_text())
    assert len(made["reports"]) == 12 and made["policy"] == "ucdp"
    assert "Corn Market" in (tmp_path / "out" / "index.html").read_text()


def test_bad_rows_are_listed_and_the_exit_code_tells(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(TABLE.read_text() + "R-13,yesterday,,,Osterwell,,,,,,,1,1,1,,,,,\n")
    result = _import(table, "--map", MAP, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert "t.csv, row 14: from_day is 'yesterday'" in result.output


def test_all_errors_of_a_mapping_in_one_go(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("id: nr\ndate: from\nplace: {latitude: lat}\n")
    result = _import(TABLE, "--map", tmp_path / "m.yaml", "-o", tmp_path / "out")
    assert result.exit_code == 2
    for said in ("id: the table has no column 'nr'", "date", "latitude and longitude go together"):
        assert said in result.output


def test_another_policy(tmp_path: Path) -> None:
    assert _import(TABLE, "--map", MAP, "-o", tmp_path, "--policy", "acled").exit_code == 0
    made = json.loads((tmp_path / "dossier.json").read_text())
    assert made["claims"][0]["reckonings"][0]["policy"] == "acled"
    assert _import(TABLE, "--map", MAP, "-o", tmp_path, "--policy", "mean").exit_code == 2


def test_a_table_of_bad_rows_only(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(TABLE.read_text().splitlines()[0] + "\n,,,,,,,,,,,,,,,,,,x\n")
    assert _import(table, "--map", MAP, "-o", tmp_path / "out").exit_code == 1
