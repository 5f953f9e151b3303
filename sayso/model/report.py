"""One published document."""

from __future__ import annotations

import hashlib
from typing import Any

from pydantic import Field

from sayso.model.anchor import Record


class Stretch(Record):
    """A stretch of a report's text, with what it is (`headline`, `byline`, `caption`, `furniture`…)."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    kind: str


class Report(Record):
    """One published document. Its text never changes: a new version is a new report that revises the old.

    `text` is the text that every offset counts in. `published` is ISO 8601, as precise as is known (a date
    or a date with time and zone). `parts` marks what is not the article's running text: the headline,
    bylines, crossheads, captions, and lines that are no part of the article at all (kind `furniture`: view counts,
    notices), which never become statements. `republished_from` names the outlet that the text itself
    credits as its origin; `agencies` those that a byline or closing line names. `metadata` keeps the keys
    that the input had and the model does not know.
    """

    id: str
    text: str
    file: str | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
    language: str = "en"
    url: str | None = None
    republished_from: str | None = None
    agencies: tuple[str, ...] = ()
    revises: str | None = None
    parts: tuple[Stretch, ...] = ()
    metadata: dict[str, Any] = Field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, as hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def voice(self) -> str | None:
        """Whose voice the report's own sentences are: the outlet that it is republished from, else its outlet."""
        return self.republished_from or self.outlet


class Unread(Record):
    """An input that could not be read, and why, in words for people."""

    input: str
    reason: str
