"""An attribution in the making: spans that the model or a rule found, before they are named and judged."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.language.attribution.decoding import Span
from sayso.model.annotations import FoundBy


@dataclass(frozen=True, slots=True)
class Candidate:
    """Character spans of source, cue and content. `source` is empty where the sentence names none; `own` says that the
    outlet is meant then.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    found_by: FoundBy
    own: bool = False

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0][0]

    @property
    def size(self) -> int:
        """How many characters the content has."""
        return sum(e - s for s, e in self.content)

    def but(self, **changes: object) -> Candidate:
        """The same candidate with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


def tokens(doc: Doc, spans: tuple[Span, ...]) -> list[Token]:
    """The tokens that lie in some character spans, spaces left out."""
    found: list[Token] = []
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        found += [t for t in span or () if not t.is_space]
    return found


def head(doc: Doc, spans: tuple[Span, ...]) -> Token | None:
    """The token that governs the others of some spans."""
    inside = tokens(doc, spans)
    ids = {t.i for t in inside}
    return next((t for t in inside if t.head.i not in ids or t.head.i == t.i), inside[0] if inside else None)


def sentence(doc: Doc, at: int) -> Tokens | None:
    """The sentence in which a character stands."""
    span = doc.char_span(at, at + 1, alignment_mode="expand")
    return span[0].sent if span is not None and len(span) else None


def overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> int:
    """How many characters two sets of spans share. Spans of a set are in order."""
    if not a or not b or a[-1][1] <= b[0][0] or b[-1][1] <= a[0][0]:
        return 0
    return sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)


def without(spans: tuple[Span, ...], gone: Span, least: int = 1) -> tuple[Span, ...]:
    """What is left of some spans where a stretch is taken out, remainders shorter than `least` dropped."""
    sides = (side for s, e in spans for side in ((s, min(e, gone[0])), (max(s, gone[1]), e)))
    return tuple((s, e) for s, e in sides if e - s >= least)
