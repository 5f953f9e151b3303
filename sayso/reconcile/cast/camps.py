"""The words of a story for its states and would-be states, real and unknown to any list: "Freedonia", "Freedonian"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from sayso.model import Report
from sayso.reconcile.cast.kinds import core, kind, knowledge, nation, noun_kind, state_of
from sayso.reconcile.cast.member import STATE, Member

# A country's name and the adjective made of it share all but an ending such as these.
ENDING = re.compile(r"(?:ians?|ia|anis?|ans?|ese|ish|ic|is?|ers?|ns?|a|e|o|s)$")
COUNTRY = ("ia", "land", "stan", "a", "o", "e", "y")  # endings of names of countries rather than of peoples
PEOPLE = ("an", "ese", "ish")  # endings that hardly any capitalised adjective but a people's has
SHORTEST = 6  # letters of an adjective that is known for a people's by its ending alone


@lru_cache(maxsize=1 << 14)
def stem_of(name: str) -> str:
    """What a country's name and its adjective have in common ("Freedonia", "Freedonian"); one that is known is itself
    ("Niger" is no short form of "Nigeria").
    """
    state = nation(name)
    if state:
        return state.casefold()
    stripped = ENDING.sub("", name.casefold())
    return stripped if len(stripped) >= 3 else name.casefold()


def camps_of(reports: Sequence[Report], members: Sequence[Member]) -> dict[str, str]:
    """Stems of the words for the states and would-be states of a story to one label each.

    A word is taken for one where it names a known state, or where it owns an institution of a state in the name of an
    actor or in the text ("Freedonia's army") and is no person's name. The seat of a government stands for it.
    """
    texts = [report.text for report in reports]
    found: dict[str, set[str]] = {}
    firsts: set[str] = set()
    for member in members:
        if member.is_state:
            name = member.key.removeprefix(STATE)
            found.setdefault(stem_of(name), set()).add(name)
        elif (
            len(core(member.name)) > 1
            and member.kind in (*knowledge().state_kinds, "official")
            and kind(member.name) != "person"  # "Ada Quill", an official by what stands beside her name
        ):
            firsts.add(core(member.name)[0])
    for first in sorted(firsts):
        if _stands_alone(first, texts) or _people(first):
            found.setdefault(stem_of(first), set()).add(first)
    for name in sorted({name for text in texts for name in owners(text)}):
        if _stands_alone(name, texts) or _people(name) or _owns(name, texts):
            found.setdefault(stem_of(name), set()).add(name)
    for stem, names in found.items():
        pattern = re.compile(rf"\b{re.escape(stem.capitalize())}\w{{0,4}}\b")
        names |= {w for text in texts for w in pattern.findall(text) if stem_of(w) == stem and w.endswith(COUNTRY)}
    camps = {
        stem: next(
            (s for n in sorted(names) if (s := state_of(n))),
            min(names, key=lambda n: (not n.endswith(COUNTRY), len(n), n)),
        )
        for stem, names in sorted(found.items())
    }
    return _seats(texts, camps) | camps


def countries(reports: Sequence[Report]) -> frozenset[str]:
    """The stems of the words that stand before what only states have."""
    return frozenset(stem_of(name) for report in reports for name in owners(report.text))


def camp_in(words: str, camps: Mapping[str, str]) -> str | None:
    """The camp that the words name; None where they name none or two."""
    named = {camps[stem_of(word)] for word in re.findall(r"[A-Z][\w\-]+", words) if stem_of(word) in camps}
    return next(iter(named)) if len(named) == 1 else None


@lru_cache(maxsize=1 << 10)
def owners(text: str) -> tuple[str, ...]:
    """The words before what only states have: "Freedonia's army", "Freedonian troops"; what is known for an armed group
    is none ("Hezbollah fighters").
    """
    found = (match["name"] for match in (*_owned().finditer(text), *_of().finditer(text)))
    return tuple(name for name in found if kind(name) != "armed-group")


@cache
def _owned() -> re.Pattern[str]:
    every = {*knowledge().state_nouns, *knowledge().of_states_alone}
    nouns = "|".join(sorted(map(re.escape, every), key=lambda noun: (-len(noun), noun)))
    return re.compile(rf"\b(?P<name>[A-Z][\w\-]{{3,}})(?:[’']s)?\s+(?i:{nouns})\b")


@cache
def _of() -> re.Pattern[str]:
    """ "The presidency of Freedonia"."""
    nouns = "|".join(map(re.escape, knowledge().of_one_state))
    return re.compile(rf"\b(?i:{nouns})\s+of\s+(?P<name>[A-Z][\w\-]{{3,}})\b(?!\s+[A-Z])")


@cache
def _seat() -> re.Pattern[str]:
    """ "The government in Corrick"."""
    nouns = "|".join(map(re.escape, knowledge().seated))
    return re.compile(rf"\b(?:{nouns})\s+(?:in|at)\s+([A-Z][\w\-]{{2,}})\b")


def _no_name(word: str) -> bool:
    small = word.casefold()
    return not word[:1].isupper() or bool(noun_kind(small)) or small in (*knowledge().titles, *knowledge().determiners)


def _stands_alone(word: str, texts: Sequence[str]) -> bool:
    """Whether a capitalised word, or one of its stem, is used as the name of a place or a people."""
    if _no_name(word):
        return False
    if state_of(word):
        return True
    stem = re.escape(stem_of(word).capitalize())
    used = re.compile(
        rf"\b(?:in|of|from|over|into|by|the|against|across|between|and|with|to)\s+{stem}\w{{0,4}}\b(?!\s+[A-Z])"
    )
    return len(stem) > 3 and any(used.search(text) for text in texts)


def _people(word: str) -> bool:
    """Whether a word is an adjective for a people by its ending."""
    known = word in knowledge().no_peoples
    return word.endswith(PEOPLE) and len(word) >= SHORTEST and not known and not _no_name(word)


def _owns(word: str, texts: Sequence[str]) -> bool:
    """Whether a word owns what only states have ("Ostmark's foreign ministry"), and is no person's name."""
    if _no_name(word):
        return False
    name = re.escape(word)
    nouns = "|".join(map(re.escape, knowledge().of_states_alone))
    owned = any(re.search(rf"\b{name}[’']s\s+(?i:{nouns})\b", text) for text in texts)
    first = re.compile(rf"\b([A-Z][a-z]+)\s+{name}\b")
    small = {*knowledge().determiners, *knowledge().after_head}
    return owned and not any(m[1].casefold() not in small for text in texts for m in first.finditer(text))


def _seats(texts: Sequence[str], camps: Mapping[str, str]) -> dict[str, str]:
    """The stems of names of seats of government ("the government in Corrick") to the one camp of their report."""
    found: dict[str, set[str]] = {}
    for text in texts:
        owning = {camps[stem_of(name)] for name in owners(text) if stem_of(name) in camps}
        for match in _seat().finditer(text):
            if len(owning) == 1 and not noun_kind(match[1].casefold()) and not state_of(match[1]):
                found.setdefault(stem_of(match[1]), set()).update(owning)
    return {stem: next(iter(labels)) for stem, labels in sorted(found.items()) if len(labels) == 1}
