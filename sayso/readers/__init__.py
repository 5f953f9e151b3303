"""Bytes, pages and lines to reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sayso.model import Report, Unread
from sayso.readers import inputs as _inputs
from sayso.readers import metadata
from sayso.readers.article import Reader
from sayso.readers.errors import MetadataError

__all__ = ["MetadataError", "Progress", "read"]

Progress = Callable[[int, int], None]


def read(
    inputs: Sequence[str], *, meta: Path | None = None, progress: Progress | None = None
) -> Iterator[Report | Unread]:
    """The reports in `inputs`: files and folders of .txt, .html, .json and .jsonl, and http(s) addresses.

    Yields in the order of the inputs (folders in the order of their paths), an Unread with its reason in the
    place of whatever could not be read. `meta` is a JSON list of what is known of the reports (`id`, `file`,
    `outlet`, `published`, `language`, `url`, other keys kept); an entry belongs to the report whose path ends
    with its `file` or whose file stem is its `id`. `progress` is called with the number of files and addresses
    done and known. Raises MetadataError, before the first report, where `meta` cannot be used.
    """
    entries = metadata.load(meta) if meta is not None else metadata.Entries([])
    return _read(_inputs.locate(inputs, without=meta), Reader(entries), progress)


def _read(
    located: list[_inputs.Input | Unread], reader: Reader, progress: Progress | None
) -> Iterator[Report | Unread]:
    for done, item in enumerate(located, 1):
        if isinstance(item, Unread):
            yield item
        else:
            for raw in _inputs.open_input(item):
                yield raw if isinstance(raw, Unread) else reader.report(raw)
        if progress is not None:
            progress(done, len(located))
