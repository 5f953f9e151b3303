"""Commands that change what counts: another counting policy, a source taken away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.dossier import from_json, to_json
from sayso.model import Dossier
from tests.reconcile.test_without import _mill as mill


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "dossier.json").write_text(to_json(mill()), encoding="utf-8")
    return tmp_path


def opened(folder: Path) -> Dossier:
    return from_json((folder / "dossier.json").read_bytes())


def test_recount_writes_the_dossier_by_another_policy_and_says_what_changed(out: Path) -> None:
    result = run("recount", str(out), "--policy", "latest")
    assert result.exit_code == 0, result.output
    assert (
        "origins → latest: of 2 figures" in result.stdout and "9 (9 to 12) → 9 to 12, no best figure" in result.stdout
    )
    assert opened(out).policy == "latest" and (out / "index.html").is_file()
    assert "none changes" in run("recount", str(out / "dossier.json"), "--policy", "latest").stdout


def test_an_unknown_policy_is_told_with_those_there_are(out: Path) -> None:
    before = (out / "dossier.json").read_bytes()
    result = run("recount", str(out), "--policy", "mean")
    assert result.exit_code == 2 and "origins, ucdp, acled, latest" in result.stderr
    assert (out / "dossier.json").read_bytes() == before


def test_policies_are_laid_side_by_side(out: Path) -> None:
    result = run("policies", str(out))
    assert result.exit_code == 0 and "9 (9 to 12)" in result.stdout
    assert all(name in result.stdout for name in ("origins", "ucdp", "acled", "latest"))


def test_without_tells_what_falls_and_writes_only_where_asked(out: Path, tmp_path: Path) -> None:
    before = (out / "dossier.json").read_bytes()
    result = run("without", str(out), "the Sorrel Front")
    assert result.exit_code == 0, result.output
    assert "Without the Sorrel Front: of" in result.stdout and "1 falls" in result.stdout
    assert "− disputed:" in result.stdout
    assert (out / "dossier.json").read_bytes() == before
    other = tmp_path / "other"
    assert run("without", str(out), "the Sorrel Front", "-o", str(other)).exit_code == 0
    assert opened(other).without == ("the Sorrel Front",) and (other / "index.html").is_file()


def test_without_as_json_is_the_whole_account(out: Path) -> None:
    found = json.loads(run("without", str(out), "Wend Wire", "--json").stdout)
    assert found["falls"] == 1 and found["without"][0]["asked"] == "Wend Wire"
    assert json.loads(run("without", str(out), "Wend Wire", "--keep-relayed", "--json").stdout)["falls"] == 0


def test_a_source_that_is_not_there_is_told_with_near_ones(out: Path) -> None:
    result = run("without", str(out), "Wend Curier", "-o", str(out / "x"))
    assert result.exit_code == 2 and "near: Wend Courier" in result.stderr and not (out / "x").exists()


def test_read_takes_a_source_away_and_counts_by_a_policy(tmp_path: Path) -> None:
    report = tmp_path / "crane.txt"
    report.write_text(
        "Crane falls on quay\n\nTwo people were hurt when a crane fell on the quay, the harbour master said.\n\n"
        "Three people were hurt, the dockers’ union said.\n",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    result = run("read", str(report), "-o", str(out), "--without", "dockers’ union", "--policy", "ucdp")
    assert result.exit_code == 0, result.output
    assert "Without dockers’ union: of" in result.stdout
    assert opened(out).policy == "ucdp" and opened(out).without == ("dockers’ union",)
    assert not any("union" in (p.origin or "") for claim in opened(out).claims for p in claim.positions)
    wrong = run("read", str(report), "-o", str(tmp_path / "no"), "--without", "nobody")
    assert wrong.exit_code == 2 and "'nobody'" in wrong.stderr and not (tmp_path / "no" / "dossier.json").exists()
