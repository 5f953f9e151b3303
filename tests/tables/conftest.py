"""Small tables, written where a test wants them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sayso.model import Dossier
from sayso.tables import import_table

HEADER = "id,day,until,town,spot,lat,lon,who,kind,dead,hurt,paper,title,by"
MAPPING = """
id: id
date: {start: day, end: until}
place: {name: spot, town: town, latitude: lat, longitude: lon}
parties: [who]
type: kind
source: title
outlet: paper
said_by: by
figures:
  - {measure: killed, value: dead}
  - {measure: wounded, value: hurt}
unknown: ["unknown*"]
"""

Write = Callable[[str, str | bytes], Path]
Imported = Callable[..., Dossier]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def _write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return _write


@pytest.fixture
def imported(write: Write) -> Imported:
    """The dossier of a table with these rows (comma-separated, in the order of HEADER)."""

    def _imported(rows: Sequence[str], mapping: str = MAPPING, header: str = HEADER) -> Dossier:
        table = write("t.csv", "\n".join([header, *rows]) + "\n")
        return import_table(table, write("t.yaml", mapping))

    return _imported
