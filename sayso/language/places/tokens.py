"""Tokens that names are made of, and what stands before one."""

from __future__ import annotations

from spacy.tokens import Doc, Token

JOINERS = frozenset("of de del la le el al du des da do dos - – upon sur an am 's ’s ' ’".split())
FUNCTION = frozenset(
    ["ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NUM", "PART", "PRON", "PUNCT", "SCONJ", "SPACE", "SYM", "VERB"]
)


def capital(token: Token) -> bool:
    """Whether a token can be part of a name."""
    return token.text[:1].isupper() and token.pos_ not in FUNCTION - {"VERB", "NUM", "ADV"} and not token.like_num


def previous(doc: Doc, at: int) -> int:
    """The token before `at` that is no white space inside a line; −1 where there is none."""
    at -= 1
    while at >= 0 and doc[at].is_space and "\n" not in doc[at].text:
        at -= 1
    return at
