"""What is asked of a count: "How many civilians were killed in Ubal?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from sayso.language.figures.vocabulary import lexicon, plural, unit_words
from sayso.reconcile.cast.kinds import knowledge
from sayso.reconcile.counts.kinds import counting, found

USUAL = "in"
ABOVE = "over"
SITED = "at"  # before a place that has no name


def how_many(
    measure: str,
    unit: str,
    of_whom: str | None,
    where: str | None = None,
    when: str | None = None,
    *,
    part: bool = False,
    more: bool = False,
) -> str:
    """The question of a count. `where` is a place with its preposition, `when` an ISO 8601 day or interval; `part`
    tells that they are some of others who are counted, `more` that they are counted beside others.
    """
    asked = counting().questions.get(measure, "How many {whom} were " + measure)
    whom = _whom(measure, unit, of_whom)
    if part and whom == _whom(measure, unit, None):
        whom = "of them"
    parts = (
        asked.format(whom=f"more {whom}" if more and whom != "of them" else whom),
        where,
        f"({when.replace('/', ' to ')})" if when else None,
    )
    return " ".join(part for part in parts if part) + "?"


def located(place: str | None, texts: Iterable[str], *, flown: bool = False) -> str | None:
    """The place with the preposition that the reports put before it ("at Ubal", "near the Ambel bridge"; only what is
    `flown` is "over" it).
    """
    if place is None:
        return None
    listed = "|".join(each for each in counting().prepositions if flown or each != ABOVE)
    pattern = re.compile(rf"\b({listed}) +(the +)?{re.escape(place)}\b(?(2)(?! +[a-z]))", re.IGNORECASE)
    seen = Counter(
        f"{match[1].lower()} {'the ' if match[2] else ''}" for text in texts for match in pattern.finditer(text)
    )
    described = place.split()[0].casefold() in knowledge().indefinites  # "one street"
    usual = f"{USUAL} " if place[:1].isupper() or described else f"{SITED} the "
    most = min(seen, key=lambda words: (-seen[words], words), default=usual)
    return f"{most}{place}"


def most_told(nouns: Iterable[str | None]) -> str | None:
    """The words by which most figures call those counted, the first of those used alike."""
    told = [noun for noun in nouns if noun]
    used = Counter(noun.casefold() for noun in told)
    return max(told, key=lambda noun: used[noun.casefold()], default=None)


def _whom(measure: str, unit: str, of_whom: str | None) -> str:
    """Of whom, in the plural; words that only repeat the measure ("two dead were counted") give way to the unit."""
    many = counting().plurals.get(unit, f"{unit}s")
    words = [w for w in (of_whom or "").split() if w.casefold() not in counting().more_cues]
    if not words or found((*counting().echoes, measure), words[-1]):
        return many
    kept = [w for w in words[:-1] if not found((*counting().echoes, measure), w)]  # "two dead men": how many men
    last = words[-1].casefold()
    if last in counting().plurals:
        words[-1] = counting().plurals[last]
    elif last not in unit_words().collective and {last, plural(last)} <= lexicon().units.keys():
        words[-1] = plural(last)  # "one boat": how many boats
    return " ".join((*kept, words[-1]))
