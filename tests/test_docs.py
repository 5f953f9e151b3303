"""The documentation says what the program does, or this fails."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.knowledge import SHIPPED
from sayso.model import Dossier, Versions
from tests.conftest import ROOT

DOCS = ROOT / "docs"


def _generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate = _generate()


@pytest.mark.parametrize("name", sorted(generate.FILES))
def test_generated_files_are_up_to_date(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == generate.FILES[name](), f"docs/{name} differs from the program: run `make docs`"


def test_the_schema_is_one_and_fits_a_dossier() -> None:
    schema = json.loads((DOCS / "dossier.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    empty = Dossier(versions=Versions(sayso="0", model="none", knowledge="none"), reports=())
    jsonschema.validate(json.loads(empty.model_dump_json()), schema)


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_knowledge_file_is_documented(path: Path) -> None:
    assert f"`{path.name}`" in (DOCS / "knowledge.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")]), ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_example_on_the_front_page_is_what_the_program_says(tmp_path: Path) -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"\$ \.venv/bin/sayso explain \"(.*?)\" out/dossier\.json\n(.*?)\n\nHow to read it", page, re.S)
    assert shown
    told = CliRunner().invoke(app, ["demo", "-o", str(tmp_path)])
    assert told.exit_code == 0
    told = CliRunner().invoke(app, ["explain", shown[1], str(tmp_path / "dossier.json")])
    assert told.stdout.split() == shown[2].split()
