"""A report's own outlet in its own words: "The Ledger" in The Corran Ledger, "this newspaper", "we"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from sayso.language.attribution.mentions import people

OURSELVES = {"we", "us", "me"}
ARTICLES = {"the", "a"}
ACRONYM = re.compile(r"[A-Z]{2,}")


def told_to_us(name: str, outlet: str | None) -> bool:
    """Whether whom somebody told is the outlet itself ("told the Courier", "told us"), so that nobody relays it."""
    mine, theirs = set(_words(outlet or "")), set(_words(name)) - {"this"}
    initials = name.isupper() and name.lower() == "".join(w[0] for w in _words(outlet or ""))
    return (bool(mine) and theirs <= mine) or initials or name.lower() in OURSELVES or _this_paper(name.lower().split())


def is_outlet(words: list[Token], outlet: str) -> bool:
    """Whether a source's words are the outlet's name, or its last word after "the", or its initials.

    A place in the name ("Corran said …") is not the paper.
    """
    mine, theirs = _words(outlet), _words(" ".join(t.text for t in words))
    if not mine or not theirs:
        return False
    whole = theirs == mine
    short = words[0].lower_ == "the" and words[-1].text[0].isupper() and theirs == mine[-1:]
    initials = ACRONYM.fullmatch(words[-1].text) and theirs in ([mine[0]], ["".join(w[0] for w in mine)])
    return whole or short or bool(initials) or _this_paper([t.lower_ for t in words])


def _this_paper(words: list[str]) -> bool:
    return len(words) == 2 and words[0] == "this" and words[1] in people().media


def _words(name: str) -> list[str]:
    return [w for w in re.findall(r"\w+", name.lower()) if w not in ARTICLES]
