"""An attribution in the making: spans that the model or a rule found, before they are named and judged."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.language.attribution.decoding import Span
from sayso.language.parsing import tokens_of
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
    words, (starts, ends) = tokens_of(doc), _bounds(doc)
    found: list[Token] = []
    for start, end in spans:
        found += [t for t in words[bisect_right(ends, start) : bisect_left(starts, end)] if not t.is_space]
    return found


@lru_cache(maxsize=4)
def _bounds(doc: Doc) -> tuple[list[int], list[int]]:
    """Where each token of a parse begins and ends."""
    words = tokens_of(doc)
    return [t.idx for t in words], [t.idx + len(t) for t in words]


def head(doc: Doc, spans: tuple[Span, ...]) -> Token | None:
    """The token that governs the others of some spans."""
    inside = tokens(doc, spans)
    if len(inside) == 1:
        return inside[0]
    ids = {t.i for t in inside}
    return next((t for t in inside if t.head.i not in ids or t.head.i == t.i), inside[0] if inside else None)


def sentence(doc: Doc, at: int) -> Tokens | None:
    """The sentence in which a character stands."""
    starts, ends = _bounds(doc)
    last = bisect_right(starts, at) - 1
    return tokens_of(doc)[last].sent if last >= 0 and at < ends[last] else None


def overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> int:
    """How many characters two sets of spans share. Spans of a set are in order."""
    if not a or not b or a[-1][1] <= b[0][0] or b[-1][1] <= a[0][0]:
        return 0
    return sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)


def without(spans: tuple[Span, ...], gone: Span, least: int = 1) -> tuple[Span, ...]:
    """What is left of some spans where a stretch is taken out, remainders shorter than `least` dropped."""
    sides = (side for s, e in spans for side in ((s, min(e, gone[0])), (max(s, gone[1]), e)))
    return tuple((s, e) for s, e in sides if e - s >= least)
