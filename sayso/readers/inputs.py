"""What the user names: files, folders and addresses."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.model import Unread
from sayso.readers import errors
from sayso.readers.decode import LIMIT, decode, within
from sayso.readers.errors import Unreadable
from sayso.readers.lines import is_metadata, json_file, json_lines
from sayso.readers.page import PAGE_LIMIT, page
from sayso.readers.raw import Raw
from sayso.readers.web import fetch

SUFFIXES = {".txt", ".html", ".htm", ".json", ".jsonl"}
ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


@dataclass(frozen=True)
class Input:
    """One file or address. `file` is what the dossier calls the file: its path below the folder given, or as given."""

    label: str
    path: Path | None = None
    file: str | None = None


def locate(inputs: Sequence[str], *, without: Path | None = None) -> list[Input | Unread]:
    """The files and addresses that `inputs` name, each once; `without` is a file that is not a report."""
    found: list[Input | Unread] = []
    seen = {without.resolve()} if without is not None else set()
    for given in inputs:
        for item in _locate(given):
            if isinstance(item, Input) and item.path is not None:
                real = item.path.resolve()
                if real in seen:
                    continue
                seen.add(real)
            found.append(item)
    return found


def _locate(given: str) -> Iterator[Input | Unread]:
    scheme = ADDRESS.match(given)
    if scheme:
        known = scheme.group(1).lower() in ("http", "https")
        yield Input(label=given) if known else Unread(input=given, reason=errors.SCHEME)
        return
    path = Path(given)
    try:
        if not given.strip():
            yield Unread(input=given, reason=errors.MISSING)
        elif path.is_dir():
            yield from _folder(path, given)
        elif path.is_file():
            yield Input(label=given, path=path, file=path.as_posix())
        else:
            yield Unread(input=given, reason=errors.NOT_A_FILE if path.exists() else errors.MISSING)
    except (OSError, ValueError) as error:
        yield Unread(input=given, reason=_reason(error))


def _folder(folder: Path, given: str) -> Iterator[Input | Unread]:
    paths: list[Path] = []
    closed: list[Unread] = []

    def refused(error: OSError) -> None:
        closed.append(Unread(input=str(error.filename), reason=_reason(error)))

    for place, folders, files in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(place, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith(".") and path.is_file():
                paths.append(path)
    reports = [p for p in sorted(paths) if p.suffix.lower() != ".json" or not is_metadata(p)]
    yield from sorted(closed, key=lambda unread: unread.input)
    if not reports and not closed:
        yield Unread(input=given, reason=errors.NO_REPORTS)
    for path in reports:
        yield Input(label=str(path), path=path, file=path.relative_to(folder).as_posix())


def open_input(item: Input) -> Iterator[Raw | Unread]:
    """The reports of one file or address, or the reason why there are none."""
    try:
        if item.path is None:
            yield fetch(item.label)
        else:
            yield from _file(item.path, item.label, item.file or item.path.as_posix())
    except Unreadable as error:
        yield Unread(input=item.label, reason=str(error))
    except OSError as error:
        yield Unread(input=item.label, reason=_reason(error))


def _file(path: Path, label: str, file: str) -> Iterator[Raw | Unread]:
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        yield from json_lines(path, label, file)
    elif suffix == ".json":
        yield from json_file(path, label, file)
    else:
        raw = Raw(label=label, name=path.stem, text="", file=file, path=path.absolute())
        if suffix in (".html", ".htm"):
            yield page(_bytes(path, PAGE_LIMIT), raw)
        else:
            yield Raw(label, raw.name, decode(_bytes(path, LIMIT)), raw.file, raw.path)


def _bytes(path: Path, limit: int) -> bytes:
    within(path.stat().st_size, limit)
    return path.read_bytes()


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return errors.NO_PERMISSION
    if isinstance(error, FileNotFoundError):
        return errors.MISSING
    return errors.CANNOT_OPEN.format(why=getattr(error, "strerror", None) or error)
