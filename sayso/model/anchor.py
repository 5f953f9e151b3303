"""Evidence: a stretch of a report's text that can be found again and that never slides."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, Field

CONTEXT = 32  # characters kept on either side of a quote


class AnchorError(ValueError):
    """An anchor does not fit the text that it is held against."""


class Record(BaseModel):
    """What every object of the model is: immutable, and strict about its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Anchor(Record):
    """A text position with its exact quote, prefix and suffix (the W3C Web Annotation selectors).

    `start` and `end` count Unicode code points of the report's text, 0-based, half-open.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int, **fields: object) -> Self:
        """The anchor of `text[start:end]`; raises AnchorError where the text has no such stretch."""
        if not 0 <= start < end <= len(text):
            raise AnchorError(f"no stretch {start}–{end} in a text of {len(text)} characters")
        return cls(
            start=start,
            end=end,
            quote=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
            **fields,
        )

    def check(self, text: str) -> None:
        """Raises AnchorError unless the quote stands in `text` at this very place."""
        if text[self.start : self.end] != self.quote:
            raise AnchorError(
                f"the text at {self.start}–{self.end} reads {text[self.start : self.end]!r}, not {self.quote!r}"
            )
