"""From what came in to a report: what is known of it, and what its text says of itself."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from sayso.model import Report
from sayso.readers import dates
from sayso.readers.metadata import RETRIEVED, Entries, Known
from sayso.readers.parts import find_parts
from sayso.readers.raw import Raw


class Reader:
    """Makes reports; keeps their ids apart over one run.

    What the metadata says counts before what the input says of itself, and that before what the text shows.
    """

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._ids: set[str] = set()

    def report(self, raw: Raw) -> Report:
        """The report in `raw`, with its parts marked."""
        known = self._known(raw)
        fields = known.fields
        found = find_parts(raw.text, fields.get("headline"))
        url = fields.get("url")
        outlet = fields.get("outlet") or found.outlet
        if outlet is None and url and raw.path is None and raw.file is None:
            outlet = _host(url)
        metadata = dict(known.others)
        if taken := _retrieved(known.others):
            metadata["retrieved"] = taken
        published = dates.published(fields.get("published", ""))
        if published is None:
            published = found.published
            if "published" in fields:
                # A date that has two readings is kept as it was given, and no value is guessed.
                metadata["published"] = fields["published"]
        origin = found.republished_from
        return Report(
            id=self._id(fields.get("id") or raw.name),
            text=raw.text,
            file=fields.get("file") or raw.file,
            outlet=outlet,
            headline=found.headline,
            published=published,
            language=fields.get("language", _language(raw.text)).lower(),
            url=url,
            republished_from=origin if origin and not _same(origin, outlet) else None,
            agencies=tuple(name for name in found.agencies if not _same(name, outlet)),
            revises=fields.get("revises"),
            parts=tuple(found.parts),
            metadata=metadata,
        )

    def _known(self, raw: Raw) -> Known:
        entry = self._entries.of(raw.path or PurePath(raw.name))
        if entry is None:
            return raw.known
        return Known(raw.known.fields | entry.fields, raw.known.others | entry.others)

    def _id(self, wanted: str) -> str:
        """`wanted`, or `wanted-2` and so on where another report has it."""
        unique, number = wanted, 1
        while unique in self._ids:
            number += 1
            unique = f"{wanted}-{number}"
        self._ids.add(unique)
        return unique


def _retrieved(others: dict[str, Any]) -> str | None:
    """When the copy was taken, as ISO 8601; as it was given where it is no date that can be read."""
    given = next((others[key] for key in RETRIEVED if isinstance(others.get(key), str) and others[key].strip()), None)
    return (dates.published(given) or given.strip()) if given else None


def _same(name: str, outlet: str | None) -> bool:
    """Whether `name` is the outlet itself, with or without its article, or its initials."""
    if outlet is None:
        return False
    words = outlet.casefold().removeprefix("the ").split()
    given = name.casefold().removeprefix("the ").split()
    return given == words or given == ["".join(word[0] for word in words)]


def _host(url: str) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _language(text: str) -> str:
    """English, or undetermined where most letters are of another script; closer telling is left to the metadata."""
    letters = [c for c in text[:20_000] if c.isalpha()]
    return "en" if sum(c < "\u0250" for c in letters) * 2 >= len(letters) else "und"
