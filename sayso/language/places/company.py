"""What a report as a whole says of where it plays: how often it names each state, its people or its seat."""

from __future__ import annotations

from collections import Counter
from functools import cache

from spacy.tokens import Doc

from sayso.knowledge.states import states
from sayso.language.places.names import fold


@cache
def _words() -> dict[str, str]:
    """Each one- or two-word name, demonym, capital and metonym of a state that no other state shares."""
    found: dict[str, set[str]] = {}
    for code, state in states().items():
        for word in (*state.names, *state.demonyms, *state.capitals, *state.metonyms):
            found.setdefault(word, set()).add(code)
    return {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1}


@cache
def demonyms() -> frozenset[str]:
    """The folded adjectives and nouns for the people of every state."""
    return frozenset(fold(word) for state in states().values() for word in state.demonyms)


def lands(doc: Doc) -> dict[str, float]:
    """The share of each state, by ISO code, in all mentions of states in `doc`; empty where none is named."""
    known = _words()
    found: Counter[str] = Counter()
    for token in doc:
        if token.text[:1].isupper():
            pair = doc[token.i : token.i + 2].text
            code = known.get(pair) or known.get(token.text)
            if code:
                found[code] += 1
    total = found.total()
    return {code: count / total for code, count in sorted(found.items())}
