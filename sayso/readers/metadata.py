"""What is known of reports beforehand: the entries of a `reports.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from sayso.readers import errors
from sayso.readers.errors import MetadataError

# Keys that the model knows, by the names that an input may give them.
KNOWN = {
    "id": "id",
    "file": "file",
    "headline": "headline",
    "title": "headline",
    "outlet": "outlet",
    "published": "published",
    "language": "language",
    "url": "url",
    "revises": "revises",
}

# When a copy was taken, by the names that collectors of pages and archives give it; the first that is there counts.
RETRIEVED = (
    "retrieved",
    "retrieved_at",
    "date_download",
    "fetched",
    "fetched_at",
    "crawled_at",
    "scraped_at",
    "accessed",
)


@dataclass(frozen=True)
class Known:
    """What the input itself says of a report: the model's own fields, and whatever else it has."""

    fields: dict[str, str] = field(default_factory=dict)
    others: dict[str, Any] = field(default_factory=dict)


def sort_keys(given: dict[str, Any], without: tuple[str, ...] = ()) -> Known:
    """Tells the model's fields in `given` from other keys; raises ValueError with the key of a wrong type."""
    fields: dict[str, str] = {}
    others: dict[str, Any] = {}
    for key, value in given.items():
        if key in without:
            continue
        if key not in KNOWN:
            others[key] = value
        elif value is not None:
            if key == "id" and isinstance(value, int) and not isinstance(value, bool):
                value = str(value)
            if not isinstance(value, str):
                raise ValueError(key)
            if value.strip():
                fields.setdefault(KNOWN[key], value.strip())
    return Known(fields, others)


class Entries:
    """The entries of one metadata file, each for one report."""

    def __init__(self, entries: list[Known]) -> None:
        self._by_file = [(PurePath(e.fields["file"]).parts, e) for e in entries if "file" in e.fields]
        self._by_id = {e.fields["id"]: e for e in reversed(entries) if "id" in e.fields}

    def of(self, path: PurePath) -> Known | None:
        """The entry for the report at `path`: the longest `file` that it ends with, else the `id` that is its stem."""
        parts = path.parts
        fitting = [(len(tail), e) for tail, e in self._by_file if tail and parts[-len(tail) :] == tail]
        if fitting:
            return max(fitting, key=lambda pair: pair[0])[1]
        return self._by_id.get(path.stem)


def load(path: Path) -> Entries:
    """The entries of the metadata file at `path`; raises MetadataError, with what is wrong, where it is not one."""
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise MetadataError(errors.META_MISSING.format(path=path)) from error
    except (OSError, ValueError, RecursionError) as error:
        raise MetadataError(errors.META_UNREADABLE.format(path=path, why=error)) from error
    if not isinstance(content, list):
        raise MetadataError(errors.META_SHAPE.format(path=path, entry=1, why="the file is not a list"))
    entries: list[Known] = []
    for number, item in enumerate(content, 1):
        try:
            if not isinstance(item, dict) or not ("file" in item or "id" in item):
                raise MetadataError(errors.META_SHAPE.format(path=path, entry=number, why="it names no report"))
            entries.append(sort_keys(item))
        except ValueError as error:
            if isinstance(error, MetadataError):
                raise
            why = errors.WRONG_TYPE.format(key=error)
            raise MetadataError(errors.META_SHAPE.format(path=path, entry=number, why=why)) from error
    return Entries(entries)
