"""What sort of thing a noun names: two that are of a sort may be one thing by two names ("the riders", "the pair")."""

from __future__ import annotations

from functools import cache

from sayso.language.figures.vocabulary import lexicon, number_words
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.words import concept


@cache
def _sorts() -> dict[str, str]:
    """Concepts to the unit in which what they name is counted; those of two units are of none."""
    found: dict[str, str] = {}
    for noun, unit in lexicon().units.items():
        each = concept(noun.casefold())
        if each and unit in reference().sorts:
            found[each] = unit if found.get(each, unit) == unit else ""
    return found


def sort_of(each: str) -> str | None:
    """The sort of a concept; None where it names none."""
    return _sorts().get(each) or None


@cache
def numerals() -> frozenset[str]:
    """The concepts of number words ("two", "forty")."""
    return frozenset(each for word in number_words().words if (each := concept(word)))
