"""Places that are described and not named: "the Ukrainian capital", "Iraq's border", "the capital"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc, Token

from sayso.knowledge.states import states
from sayso.language.places.gazetteer import Entry, gazetteer
from sayso.language.places.landscape import by_adjective
from sayso.language.places.mentions import Mention
from sayso.language.places.tokens import previous
from sayso.language.places.words import words

SOLE = 0.6  # the share of a state in all that a report names that makes "the capital" its capital


@cache
def _codes() -> dict[str, str]:
    """The state of each name and demonym that only one state bears."""
    found: dict[str, set[str]] = {}
    for code, state in states().items():
        for word in (*state.names, *state.demonyms):
            found.setdefault(word, set()).add(code)
    return {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1}


def capital_of(word: str) -> Entry | None:
    """The capital of the state that `word` names, or whose people it does."""
    state = states().get(_codes().get(word, ""))
    names = state.capitals if state else ()
    return next((e for n in names[:1] for e in gazetteer().find(n) if e.feature == "PPLC"), None)


def descriptions(doc: Doc, lands: Mapping[str, float]) -> list[Mention]:
    """The described places of `doc` in text order; `lands` is the share of each state in all that it names."""
    found = []
    for token in doc:
        if token.lemma_.lower() in words().located_nouns:
            found += _modified(doc, token)
        kind = words().described_by.get(token.lower_)
        if kind is None or token.pos_ not in ("NOUN", "PROPN") or _more_follows(doc, token):
            continue
        start, code = _whose(doc, token)
        if code is None and kind == "capital" and start is not None:
            code = max(sorted(lands), key=lambda c: lands[c], default=None)
            if code is not None and lands[code] < SOLE:
                code = None
        if code is None or start is None:
            continue
        state = states()[code]
        if kind == "capital" and not state.capitals:
            continue
        name = state.capitals[0] if kind == "capital" else state.name
        state_kind = None if kind == "capital" else _state_kind(name)
        found.append(Mention(start, token.i + 1, name, state_kind, part=kind == "part"))
    return found


def _modified(doc: Doc, noun: Token) -> list[Mention]:
    """The state or continent whose adjective tells where what the noun names lies: "a small Estonian town"."""
    for child in noun.lefts:
        if child.dep_ not in ("amod", "compound", "nmod") or not child.text[:1].isupper():
            continue
        for start in (child.i - 1, child.i):
            name = _adjectives().get(doc[max(start, 0) : child.i + 1].text)
            # "Estonian soil" is told as one below.
            if name and not (noun.lower_ in words().described_by and child.i == noun.i - 1):
                return [Mention(max(start, 0), child.i + 1, name, _state_kind(name), role="modifier")]
    return []


@cache
def _state_names() -> frozenset[str]:
    return frozenset(state.name for state in states().values())


def _state_kind(name: str) -> str | None:
    """What says that a state is meant and no region or town of its name ("the Georgian coast")."""
    return "PCLI" if name in _state_names() else None


@cache
def _adjectives() -> dict[str, str]:
    """What each adjective for people or a continent is the adjective of."""
    own = {word: states()[code].name for word, code in _codes().items() if word not in states()[code].names}
    return own | by_adjective()


def _more_follows(doc: Doc, token: Token) -> bool:
    """Whether the words go on to name it ("the capital Kyiv", "the capital, Kyiv", "border guards", "capital of X")."""
    rest = [t for t in doc[token.i + 1 : token.i + 3] if not t.is_space]
    if not rest:
        return False
    if rest[0].pos_ in ("NOUN", "PROPN") or rest[0].lower_ in ("of", "-"):
        return True
    return rest[0].text == "," and len(rest) > 1 and rest[1].pos_ == "PROPN"


def _whose(doc: Doc, token: Token) -> tuple[int | None, str | None]:
    """Where the description starts and the state that it names; a bare "the capital" starts with its noun."""
    at = previous(doc, token.i)
    if at < 0:
        return None, None
    if doc[at].lower_ in ("'s", "’s"):
        owner = previous(doc, at)
        code = _codes().get(doc[owner].text) if owner >= 0 else None
        return (owner, code) if code else (None, None)
    code = _codes().get(doc[at].text)
    if code:
        return at, code
    return (token.i, None) if doc[at].lower_ == "the" else (None, None)
