"""What is known of one report while its sources are resolved one after another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.mentions import Mentions
from sayso.language.attribution.names import Named
from sayso.language.parsing import text_of


@dataclass
class Known:
    """A report's parse, everybody whom it mentions, and all that it credits to somebody; `credited` are the sources
    resolved so far, and grows.
    """

    doc: Doc
    mentions: Mentions
    candidates: list[Candidate]
    credited: list[Named]

    @cached_property
    def text(self) -> str:
        """The report's text."""
        return text_of(self.doc)
