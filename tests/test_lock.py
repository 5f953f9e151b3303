"""The locks hold what the project asks for, with hashes and without a place to get it from."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
WANTED = {
    "requirements.lock": PROJECT["dependencies"] + EXTRAS["build"],
    "requirements-dev.lock": PROJECT["dependencies"] + EXTRAS["build"] + EXTRAS["dev"],
}


def _name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found.group()).lower()


@pytest.mark.parametrize("lock", sorted(WANTED))
def test_every_requirement_is_locked_with_hashes(lock: str) -> None:
    entries = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
    missing = {_name(one) for one in WANTED[lock]} - {_name(entry) for entry in entries}
    assert not missing, f"{lock} lacks {sorted(missing)}: run `make lock`"


@pytest.mark.parametrize("lock", sorted(WANTED))
def test_a_lock_names_no_index_and_no_path(lock: str) -> None:
    assert not re.search(r"://|^-|^\.|@", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)


def test_nothing_that_trains_is_needed_to_run() -> None:
    assert not re.search(r"^(torch|transformers|sympy)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
