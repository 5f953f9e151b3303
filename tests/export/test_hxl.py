"""HXL, read and validated by libhxl."""

from __future__ import annotations

from pathlib import Path

import hxl
import pytest

from sayso.export import export
from sayso.export.hxl import columns
from sayso.knowledge import SHIPPED
from sayso.model import Dossier
from tests.export.telling import claim, dossier, event, full, position


def data(content: bytes, folder: Path) -> hxl.Dataset:
    path = folder / "hxl.csv"
    path.write_bytes(content)
    return hxl.data(str(path), hxl.InputOptions(allow_local=True))


def faults(content: bytes, folder: Path) -> list[str]:
    """What libhxl's own schema of the core hashtags finds wrong."""
    found: list[str] = []
    schema = hxl.schema(callback=lambda error: found.append(f"{error.rule}: {error.message}"))
    schema.validate(data(content, folder))
    return found


def test_the_sample_is_valid(sample: Dossier, tmp_path: Path) -> None:
    content = export(sample, "hxl")["hxl.csv"]
    assert faults(content, tmp_path) == []
    found = data(content, tmp_path)
    assert found.display_tags == [hxl.model.Column.parse(tag).display_tag for _, tag, _ in columns()]
    persons = [one for one in sample.claims if one.measure == "killed" and one.unit == "person"]
    assert len(list(found.with_rows("#affected+killed+max > -1"))) <= len(persons)


@pytest.mark.parametrize(("measure", "tag"), [("killed", "killed"), ("wounded", "injured"), ("displaced", "displaced")])
def test_a_count_stands_under_its_hashtag_and_no_other(measure: str, tag: str, tmp_path: Path) -> None:
    told = claim("c1", position(20, 30), measure=measure, of_whom="people")
    content = export(dossier("So many", told, events=(event(when="2031-05"),)), "hxl", policy="latest")["hxl.csv"]
    assert faults(content, tmp_path) == []
    (row,) = data(content, tmp_path)
    affected = {
        column.display_tag: value
        for column, value in zip(row.columns, row.values, strict=True)
        if column.tag == "#affected" and value != ""
    }
    assert affected == {f"#affected+{tag}+min": "20", f"#affected+{tag}+max": "30"}
    assert (row.get("#date+start"), row.get("#date+end")) == ("2031-05-01", "2031-05-31")
    assert row.get("#meta+policy") == "latest"


@pytest.mark.parametrize("fields", [{"measure": "destroyed"}, {"unit": "vehicle"}, {"event": "old"}, {"measure": None}])
def test_what_is_no_figure_of_affected_people_is_no_row(fields: dict[str, str | None], tmp_path: Path) -> None:
    found = dossier("words", claim("c1", position(1, 1), **fields), events=(event(), event(id="old", historical=True)))
    assert not list(data(export(found, "hxl")["hxl.csv"], tmp_path))


def test_hostile_words_are_no_hashtags(tmp_path: Path) -> None:
    found = data(export(full("#affected+killed", [(0, 16)]), "hxl")["hxl.csv"], tmp_path)
    (row,) = found
    assert row.get("#meta+quote") == "#affected+killed"


def test_the_knowledge_is_shipped() -> None:
    assert (SHIPPED / "exports.yaml").is_file()
