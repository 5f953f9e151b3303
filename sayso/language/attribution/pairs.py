"""Two of whom a sentence has spoken: "the former", "the latter", "both"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.language.attribution.mentions import Mentions
from sayso.language.parsing import text_of

ARTICLE = "the"


def one_of_two(words: list[Token], mentions: Mentions) -> list[Token]:
    """The nouns that a source's words mean: one for "the former" and "the latter", two for "both"; empty for all other
    words, and where the sentence before, in the same paragraph, does not speak of two.
    """
    said = [t.lower_ for t in words if t.lower_ != ARTICLE]
    if said == ["latter"]:
        return _last(words[0], mentions)
    if said not in (["former"], ["both"]):
        return []
    pair = _pair(words[0], mentions)
    return pair if said == ["both"] else pair[:1]


def _before(token: Token) -> list[Token]:
    """The words of the sentence before a token's own."""
    start = token.sent.start
    if start == 0:
        return []
    before = list(token.doc[start - 1].sent)
    return [] if "\n" in text_of(token.doc)[before[0].idx : token.idx] else before


def _pair(token: Token, mentions: Mentions) -> list[Token]:
    """The first two nouns that "and" joins, both persons or bodies."""
    for noun in _before(token):
        joined = [c for c in noun.conjuncts if c.i > noun.i]
        if len(joined) == 1 and _is_somebody(noun, mentions) and _is_somebody(joined[0], mentions):
            return [noun, joined[0]]
    return []


def _last(token: Token, mentions: Mentions) -> list[Token]:
    """The second of two; else, of a sentence that joins none, the person or body that it has named last."""
    pair, words = _pair(token, mentions), _before(token)
    return pair[1:] or [t for t in words if _is_somebody(t, mentions)][-1:]


def _is_somebody(token: Token, mentions: Mentions) -> bool:
    ends = token.idx + len(token.text)
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    near = mentions.before(ends + 1, 200)
    return any(m.start <= token.idx and ends <= m.end and (m.sort != "body" or m.head == token.lower_) for m in near)
