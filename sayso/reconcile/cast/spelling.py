"""One body's name as papers spell and put it: "Russia's Defense Ministry", "the Russian Ministry of Defence"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reconcile.cast.kinds import core, head, knowledge, nation


def as_one(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name in lower case and in one spelling: a country for its adjective, the department's field
    before its noun.
    """
    found = _field_first([knowledge().spellings.get(word.casefold(), word.casefold()) for word in words])
    for size in (3, 2, 1):
        state = nation(" ".join(found[:size])) if len(found) > size else None
        if state:
            return (state.casefold(), *found[size:])
    return tuple(found)


def ending(name: str) -> tuple[str, ...]:
    """The words of a name up to its head noun, as they are compared: what a short form of it ends like."""
    whole = as_one(core(name))
    return whole if whole[-1] in knowledge().departments else as_one(head(name))


def _field_first(words: list[str]) -> list[str]:
    """ "ministry of health of Norland" → "norland health ministry"."""
    noun = next((i for i, word in enumerate(words[:-2]) if word in knowledge().departments), None)
    if noun is None or words[noun + 1] != "of":
        return words
    field = words[noun + 2 :]
    field = field[1:] if field[0] in knowledge().determiners else field  # "of the interior"
    if noun and f"{words[noun - 1]} {words[noun]}" in {*knowledge().state_nouns, *knowledge().of_states_alone}:
        return [*field, *words[: noun + 1]]  # "the defence ministry of Norland"
    owner: list[str] = []
    if "of" in field:
        at = field.index("of")
        field, owner = field[:at], field[at + 1 :]
    return [*owner, *words[:noun], *field, words[noun]]


def within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of a name stand together in a longer one; both of one type, a list or a tuple."""
    return 0 < len(short) < len(long) and any(long[i : i + len(short)] == short for i in range(len(long)))
