"""What a report as a whole says of where it plays: how often it names each state, its people or its seat."""

from __future__ import annotations

from collections import Counter
from functools import cache

from spacy.tokens import Doc

from sayso.knowledge.states import states
from sayso.language.places.names import fold


@cache
def _words(seats: bool) -> dict[str, str]:
    """Each one- or two-word name and demonym, and with `seats` capital and metonym, of one state alone."""
    found: dict[str, set[str]] = {}
    for code, state in states().items():
        for word in (*state.names, *state.demonyms, *(state.seats if seats else ())):
            found.setdefault(word, set()).add(code)
    return {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1}


@cache
def demonyms() -> frozenset[str]:
    """The folded adjectives and nouns for the people of every state."""
    return frozenset(fold(word) for state in states().values() for word in state.demonyms)


def lands(doc: Doc, *, seats: bool = True) -> dict[str, float]:
    """The share of each state, by ISO code, in all mentions of states in `doc`; empty where none is named.

    With `seats`, its capital and the words for its government count as the state.
    """
    known = _words(seats)
    found: Counter[str] = Counter()
    for token in doc:
        if token.text[:1].isupper():
            pair = doc[token.i : token.i + 2].text
            code = known.get(pair) or known.get(token.text)
            if code:
                found[code] += 1
    total = found.total()
    return {code: count / total for code, count in sorted(found.items())}
