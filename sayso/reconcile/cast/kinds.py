"""What kind of actor a name or description is, by its head noun."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load
from sayso.knowledge.states import states
from sayso.reconcile.words import WORD


class KnownBody(BaseModel):
    """A body known by several names: its kind, and what else it is called, in lower case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    names: tuple[str, ...]


class Knowledge(BaseModel):
    """`actors.yaml`; the keys are described in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    determiners: tuple[str, ...]
    owners: tuple[str, ...]
    indefinites: tuple[str, ...]
    after_head: tuple[str, ...]
    collectives: frozenset[str]
    where_words: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]]
    state_nouns: tuple[str, ...]
    titles: tuple[str, ...]
    voices: tuple[str, ...]
    organs: tuple[str, ...]
    tops: tuple[str, ...]
    seats: dict[str, tuple[str, ...]]
    members: tuple[str, ...]
    body_kinds: tuple[str, ...]
    state_kinds: tuple[str, ...]
    public_kinds: tuple[str, ...]
    party_kinds: tuple[str, ...]
    unarmed_kinds: tuple[str, ...]
    publishing_kinds: tuple[str, ...]
    counting_kinds: tuple[str, ...]
    neutral_kinds: tuple[str, ...]
    helping_kinds: tuple[str, ...]
    warring: tuple[str, ...]
    blaming: tuple[str, ...]
    state_media: dict[str, tuple[str, ...]]
    generic_kinds: tuple[str, ...]
    bodies: dict[str, KnownBody]
    stand_ins: dict[str, tuple[str, ...]]
    risen_words: frozenset[str]
    backing: tuple[str, ...]
    public_offices: frozenset[str]
    no_peoples: frozenset[str]
    spellings: dict[str, str]
    departments: frozenset[str]
    of_states_alone: tuple[str, ...]
    of_one_state: tuple[str, ...]
    seated: tuple[str, ...]


@cache
def knowledge() -> Knowledge:
    """What is known of kinds of actor."""
    return load("actors", Knowledge)


@cache
def _kind_by_noun() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, nouns in knowledge().kinds.items():
        for noun in nouns:
            found.setdefault(noun.casefold(), kind)
    return found


@cache
def _states_by_word() -> dict[str, str]:
    """Names, people, capitals and metonyms in lower case to the state's code."""
    found: dict[str, str] = {}
    for code, state in states().items():
        for word in (*state.names, *state.demonyms, *state.seats):
            found.setdefault(word.casefold(), code)
    return found


@cache
def _state_media() -> dict[str, str]:
    return {name.casefold(): code for code, names in knowledge().state_media.items() for name in names}


@cache
def _bodies() -> dict[str, str]:
    return {each.casefold(): name for name, body in knowledge().bodies.items() for each in (name, *body.names)}


@lru_cache(maxsize=1 << 12)
def known_body(name: str) -> str | None:
    """The full name of the international body that `name` stands for ("the U.N. refugee agency")."""
    called = UNITED_NATIONS.sub("un", " ".join(tokens(name)).casefold())
    return _bodies().get(called.removeprefix("the "))


UNITED_NATIONS = re.compile(r"\b(?:u n|united nations)\b(?! high| children| office)")


def state_of(words: str) -> str | None:
    """The usual name of the state that `words` (a name, demonym, capital or metonym) stands for."""
    code = _states_by_word().get(re.sub(r"^the\s+", "", words.casefold().strip()))
    return states()[code].name if code else None


def nation(words: str) -> str | None:
    """The usual name of the state whose name or people `words` are, and no city or seat of it."""
    code = _states_by_word().get(words.casefold())
    seats = {seat.casefold() for seat in states()[code].seats} if code else set()
    return states()[code].name if code and words.casefold() not in seats else None


def capital_of(words: str) -> str | None:
    """The first capital of the state that `words` stand for."""
    code = _states_by_word().get(words.casefold())
    return next(iter(states()[code].capitals), None) if code else None


def state_behind(name: str) -> str | None:
    """The state whose agency or outlet `name` is."""
    folded = f" {' '.join(tokens(name)).casefold()} "
    code = next((code for media, code in _state_media().items() if f" {media} " in folded), None)
    return states()[code].name if code and code in states() else None


@lru_cache(maxsize=1 << 14)  # names, and whole texts
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name as written, without possessive endings."""
    return tuple(re.sub(r"[’']s?$", "", word) for word in WORD.findall(name))


@cache
def core(name: str) -> tuple[str, ...]:
    """The words of a name without determiners and titles in front, and without what follows a comma."""
    head = name.split("(")[0]
    head = head.split(",")[0] if name[:1].isupper() or " " in head.split(",")[0] else head
    found = list(tokens(head)) or list(tokens(name)) or [name or "?"]
    while len(found) > 1 and (found[0].casefold() in knowledge().determiners or _is_title(found) or _backed(found[0])):
        found = found[1:]
    found = found[2:] if _is_office(found) else found
    for i, word in enumerate(found):
        body = noun_kind(found[i - 1].casefold()) if i else None
        if word in knowledge().where_words and body in knowledge().body_kinds:
            return tuple(found[:i])
    return tuple(found)


def _backed(word: str) -> bool:
    """Whether a word says who stands behind: "Freedonia-backed" is no part of a militia's name."""
    return word.casefold().rpartition("-")[2] in knowledge().backing and "-" in word


def _is_title(found: list[str]) -> bool:
    """Whether the first word is a title before a personal name ("General Staff" is a name itself)."""
    first, second = found[0].casefold(), found[1]
    return first in knowledge().titles and second[:1].isupper() and noun_kind(second.casefold()) is None


def _is_office(found: list[str]) -> bool:
    """Whether the first two words are a minister's office before a personal name ("Interior Minister Ada Quill")."""
    if len(found) < 3 or found[1] != "Minister" or nation(found[0]):
        return False
    return found[0][:1].isupper() and all(word[:1].isupper() for word in found[2:])


def noun_kind(noun: str) -> str | None:
    """The kind that a lower-case noun (or compound) names."""
    return _kind_by_noun().get(noun)


def head(name: str) -> tuple[str, ...]:
    """The words of a name up to and with its head noun; of "a group of citizens" these are the citizens."""
    found = core(name)
    if indefinite_article(name) and len(found) > 2 and found[0].casefold() in knowledge().collectives:
        found = found[2:] if found[1].casefold() == "of" else found
    for i, word in enumerate(found):
        if i and word.casefold() in knowledge().after_head and not _joined(found, i):
            return found[:i]
    return found


def _joined(found: tuple[str, ...], at: int) -> bool:
    """Whether an "and" stands within one name: "Oil and Pipeline Workers' Union"."""
    rest = found[at + 1 :]
    named = all(word[:1].isupper() for word in (*found[:at], *rest))
    return found[at] == "and" and named and bool(rest) and noun_kind(rest[-1].casefold()) is not None


def indefinite_article(name: str) -> bool:
    """Whether `name` opens with a word that leaves open who it is ("a", "several")."""
    found = tokens(name)
    return bool(found) and found[0].casefold() in knowledge().indefinites


def definite(name: str) -> bool:
    """Whether `name` is a description of something already told of: "the ferry operator"."""
    found = tokens(name)
    return len(found) > 1 and found[0].casefold() == "the" and all(word.islower() for word in found[1:])


def indefinite(name: str) -> bool:
    """Whether `name` is a description that may be of another in the next report ("a resident", "officials")."""
    found = tokens(name)
    if not found:
        return True
    if indefinite_article(name):
        return True
    plain = all(word.islower() for word in found)
    return (
        plain
        and found[0].casefold() not in knowledge().determiners
        and found[-1].endswith("s")
        and kind(name) in _CROWDS
    )


def name_like(word: str) -> bool:
    """Whether a word is written as part of a name, a small article before a hyphen aside ("al-Sarbi")."""
    return NAMED.match(word) is not None


NAMED = re.compile(r"(?:\w{1,3}-)?[^\W\d_a-z]")
_CROWDS = ("witness", "official", "unknown", "movement", "social-media", "scholar", "monitor", "hospital")


HUMAN_RIGHTS = re.compile(r"\bhuman rights\b", re.IGNORECASE)


@cache
def kind(name: str) -> str:
    """The kind of actor that `name` is: one of those of actors.yaml, `person`, or `unknown`."""
    if state_of(name) or state_of(" ".join(core(name))):
        return "government"
    if state_behind(name):
        return "agency"
    body = known_body(name)
    if body:
        return knowledge().bodies[body].kind
    found = head(name)
    lowered = [word.casefold() for word in found]
    for take in (3, 2, 1):
        named = noun_kind(" ".join(lowered[-take:])) if len(lowered) >= take else None
        if named:
            # A state's commission of human rights speaks for itself; its ministry does not.
            own = named == "government" and HUMAN_RIGHTS.search(name) and lowered[-1] not in knowledge().departments
            return "rights-group" if own else named
    if len(found) > 1 and noun_kind(lowered[0]) == "outlet":
        return "outlet"
    after = name.split(",", 1)[1] if "," in name else ""
    if after and kind(after.strip()) not in ("unknown", "person"):
        return kind(after.strip())
    if len(found) == 1 and len(found[0]) > 1 and found[0].isupper():
        return "unknown"  # an acronym
    if len(found) == 1 and found[0].endswith("s") and len(core(name)) > 1:
        return "unknown"  # a sentence's first word, as in "Others in the queue"
    if found and all(name_like(word) for word in found) and 1 <= len(found) <= 4:
        return "unknown" if tokens(name)[0].casefold() == "the" else "person"  # nobody is called "the Ada Quill"
    return "unknown"
