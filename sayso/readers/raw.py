"""A report as it came in, before its text is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath

from sayso.readers.metadata import Known


@dataclass(frozen=True)
class Raw:
    """What an input held.

    `label` is what the user calls it, `name` what its id is made of, `path` what `--meta` entries are held against.
    """

    label: str
    name: str
    text: str
    file: str | None = None
    path: PurePath | None = None
    known: Known = field(default_factory=Known)
