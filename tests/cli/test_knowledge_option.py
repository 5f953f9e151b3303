"""A folder of the user's own knowledge: it holds, and what is wrong with it is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.dossier import to_json
from tests.reconcile.test_without import _mill as mill

# In a process of its own: knowledge is read once a process.
COMMAND = (sys.executable, "-c", "from sayso.cli import app; app()")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=120)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "dossier.json").write_text(to_json(mill()), encoding="utf-8")
    (tmp_path / "own").mkdir()
    return tmp_path / "own"


def test_a_file_of_ones_own_holds(own: Path) -> None:
    (own / "policies.yaml").write_text("policies: {ucdp: {means: Our house rule.}}", encoding="utf-8")
    result = run("--knowledge", str(own), "policies", str(own.parent))
    assert result.returncode == 0 and "Our house rule." in result.stdout


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("policy.yaml", "x: 1", "did you mean policies.yaml?"),
        ("policies.yaml", "defalt: ucdp", "policies.yaml: defalt:"),
        ("policies.yaml", "default: average", "is none of the policies"),
        ("policies.yaml", "a: [", "cannot be read as YAML"),
    ],
)
def test_a_faulty_file_is_told(own: Path, name: str, text: str, said: str) -> None:
    (own / name).write_text(text, encoding="utf-8")
    result = run("--knowledge", str(own), "policies", str(own.parent))
    assert result.returncode == 2 and said in result.stderr and "Traceback" not in result.stderr


def test_a_folder_that_is_not_there_is_told(own: Path) -> None:
    result = run("--knowledge", str(own / "no"), "policies", str(own.parent))
    assert result.returncode == 2 and "is no folder" in result.stderr
