"""Which clause a word stands in, and which clauses only report."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from sayso.language.attribution.cues import cues
from sayso.model import Anchor, Attribution

SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
BESIDE = ("relcl", "acl")


class Grammar:
    """The parse of one report, with the words that credit somebody."""

    def __init__(self, doc: Doc, attributions: Sequence[Attribution]) -> None:
        self.doc = doc
        self._contents = [(p.start, p.end, a) for a in attributions for p in a.content]
        self._cues = [(c.start, c.end) for a in attributions for c in a.cue]
        self._sources = [
            (s.start, s.end) for a in attributions if (s := a.source) and s.start is not None and s.end is not None
        ]

    def span(self, anchor: Anchor) -> Span | None:
        """The tokens of an anchor."""
        return self.doc.char_span(anchor.start, anchor.end, alignment_mode="expand")

    def clause(self, token: Token) -> Token:
        """The verb whose clause a token stands in; the first of several verbs that share a subject."""
        verb = token
        while verb.head.i != verb.i and not _is_clause(verb):
            verb = verb.head
        while (
            verb.dep_ == "conj"
            and verb.head.i != verb.i
            and verb.head.pos_ in ("VERB", "AUX")
            and not has_subject(verb)
        ):
            verb = verb.head
        return verb

    def reports(self, verb: Token) -> bool:
        """Whether a clause is one that credits somebody."""
        return verb.lemma_.lower() in cues().saying or any(start <= verb.idx < end for start, end in self._cues)

    def held(self, anchor: Anchor) -> frozenset[str]:
        """Ids of the attributions in whose content words stand."""
        return frozenset(a.id for s, e, a in self._contents if s <= anchor.start and anchor.end <= e)

    def quoted(self, anchor: Anchor) -> bool:
        """Whether words are quoted as somebody's own."""
        return any(a.quotation == "direct" for s, e, a in self._contents if s <= anchor.start and anchor.end <= e)

    def credited(self, anchor: Anchor) -> bool:
        """Whether words stand in the name or description of somebody credited."""
        return any(start <= anchor.start and anchor.end <= end for start, end in self._sources)


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in SUBJECTS for c in verb.children)


def _is_clause(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound", "xcomp", "acomp")


def path(token: Token, top: Token) -> list[Token]:
    """The tokens from one up to one above it, both left out."""
    found: list[Token] = []
    while token.head.i != token.i and token.i != top.i:
        token = token.head
        found.append(token)
    return [t for t in found if t.i != top.i]
