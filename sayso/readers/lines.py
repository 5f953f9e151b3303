"""JSON and JSON Lines: one report an object, with `text` or `html` and whatever is known of it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from sayso.model import Unread
from sayso.readers import errors
from sayso.readers.decode import decode, within
from sayso.readers.errors import Unreadable
from sayso.readers.metadata import sort_keys
from sayso.readers.page import PAGE_LIMIT, article
from sayso.readers.raw import Raw

FILE_LIMIT = 50_000_000  # bytes of one .json file, which is read as a whole; .jsonl has no limit but that of a line
LINE_LIMIT = PAGE_LIMIT
SURROGATE = re.compile("[\ud800-\udfff]")


def json_lines(path: Path, label: str, file: str) -> Iterator[Raw | Unread]:
    """The reports of a .jsonl file; a line that is none is an Unread, labelled with its number.

    Raises Unreadable where the file has nothing but blank lines.
    """
    empty = True
    with path.open("rb") as opened:
        for number, line in enumerate(_lines(opened), 1):
            if line.strip():
                empty = False
                yield from _one(line, f"{label}, line {number}", f"{path.stem}-{number}", file)
    if empty:
        raise Unreadable(errors.EMPTY)


def json_file(path: Path, label: str, file: str) -> Iterator[Raw | Unread]:
    """The report or reports of a .json file: an object, or a list of them. Raises Unreadable where it has neither."""
    with path.open("rb") as opened:
        content = _loads(opened.read(FILE_LIMIT + 1), FILE_LIMIT)
    if isinstance(content, dict):
        yield from _raw(content, label, path.stem, file)
    elif isinstance(content, list) and content:
        for number, item in enumerate(content, 1):
            yield from _raw(item, f"{label}, entry {number}", f"{path.stem}-{number}", file)
    else:
        raise Unreadable(errors.NOT_AN_OBJECT)


def is_metadata(path: Path) -> bool:
    """Whether a .json file is a list of what is known of other files rather than reports."""
    try:
        with path.open("rb") as opened:
            content = _loads(opened.read(FILE_LIMIT + 1), FILE_LIMIT)
    except (OSError, Unreadable):
        return False
    return (
        isinstance(content, list)
        and bool(content)
        and all(isinstance(i, dict) and "file" in i and not i.keys() & {"text", "html"} for i in content)
    )


def _lines(opened: BinaryIO) -> Iterator[bytes]:
    if opened.read(2) in (b"\xff\xfe", b"\xfe\xff"):
        opened.seek(0)
        for wide in io.TextIOWrapper(opened, encoding="utf-16", errors="replace", newline="\n"):
            yield wide.encode("utf-8", "replace")
        return
    opened.seek(0)
    while line := opened.readline(LINE_LIMIT + 1):
        yield line
        while len(line) > LINE_LIMIT and not line.endswith(b"\n"):
            line = opened.readline(LINE_LIMIT + 1)


def _one(line: bytes, label: str, name: str, file: str) -> Iterator[Raw | Unread]:
    try:
        content = _loads(line, LINE_LIMIT)
    except Unreadable as error:
        yield Unread(input=label, reason=str(error))
    else:
        yield from _raw(content, label, name, file)


def _raw(content: Any, label: str, name: str, file: str) -> Iterator[Raw | Unread]:
    try:
        yield _report(content, label, name, file)
    except Unreadable as error:
        yield Unread(input=label, reason=str(error))


def _report(content: Any, label: str, name: str, file: str) -> Raw:
    if not isinstance(content, dict):
        raise Unreadable(errors.NOT_AN_OBJECT)
    text, html = content.get("text"), content.get("html")
    for key, value in (("text", text), ("html", html)):
        if value is not None and not isinstance(value, str):
            raise Unreadable(errors.WRONG_TYPE.format(key=key))
    if text is None and html is None:
        raise Unreadable(errors.NO_TEXT)
    try:
        known = sort_keys(_whole(content), without=("text", "html"))
    except ValueError as error:
        raise Unreadable(errors.WRONG_TYPE.format(key=error)) from error
    raw = Raw(label=label, name=known.fields.get("id", name), text="", file=known.fields.get("file", file), known=known)
    if text is None:
        return article(_whole(html), raw)
    if not text.strip():
        raise Unreadable(errors.EMPTY)
    within(len(text))
    return Raw(label=label, name=raw.name, text=_whole(text), file=raw.file, known=known)


def _loads(data: bytes, limit: int) -> Any:
    text = decode(data, limit=limit)
    try:
        return json.loads(text, parse_constant=_refuse)
    except RecursionError as error:
        raise Unreadable(errors.NOT_JSON.format(why="it is nested too deeply")) from error
    except ValueError as error:
        raise Unreadable(errors.NOT_JSON.format(why=error)) from error


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


def _whole(value: Any) -> Any:
    """`value` with every half of a surrogate pair, which no encoding can write, replaced one for one."""
    if isinstance(value, str):
        return SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return value
