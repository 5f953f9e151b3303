"""Of whom a figure counts: a group that is told apart, or those whom another noun names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.model import Clause, Figure
from sayso.reconcile.cast.camps import stem_of
from sayso.reconcile.cast.kinds import knowledge, state_of, tokens
from sayso.reconcile.counts.kinds import any_of, counting, found
from sayso.reconcile.counts.whose import Parties, own_or_enemy
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import concept, sentence

PLACE_PART = "part of the place"  # the group of those counted in a part of the place only
OPENING = 4  # words of a figure in which a cue makes it a part; a later one is of another figure within it
BEHIND = 24  # characters after a figure in which something is said of it
BESIDE = 24  # characters before a figure in which its own side is named: "on our side, nine dead"
THEIRS = re.compile(r"\btheir\s+(?:number|toll|total)\b", re.IGNORECASE)


def group(reading: Reading, before: str, clauses: Sequence[Clause]) -> str | None:
    """The group of those counted, from the figure's own words first; `before` are words before it in its sentence."""
    figure, text = reading.figure, reading.report.text
    start, end = sentence(text, figure.start, figure.end)
    return (
        _named(figure)
        or _named_part(figure, text[figure.end : figure.end + BEHIND])
        or _counter(figure, text[start:end])
        or _theirs(f"{before} {opening(figure)}", before)
        or _forces(reading, before, clauses)
        or _uniformed(figure, text[figure.end : figure.end + BEHIND])
    )


def opening(figure: Figure) -> str:
    """The first words of a figure."""
    return " ".join(figure.quote.split()[:OPENING])


def _named(figure: Figure) -> str | None:
    """The group that the words of whom name (or the figure's own words, for groups that are always parts)."""
    first = opening(figure)
    for text in (figure.of_whom or "", first):
        hits = []
        for group, words in counting().groups.items():
            hit = any_of(words).search(text)
            if hit and (text is not first or group in counting().parts):
                hits.append((hit.start() - hit.end(), group))
        if hits:
            return min(hits)[1]
    return None


def _theirs(near: str, before: str) -> str | None:
    """The group named last before "their number": "the death of civilians, and put their number at nine"."""
    if not THEIRS.search(near):
        return None
    named = [(hit.end(), group) for group, words in counting().groups.items() for hit in any_of(words).finditer(before)]
    return max(named)[1] if named else None


def _forces(reading: Reading, before: str, clauses: Sequence[Clause]) -> str | None:
    """Combatants where the words around say so: "units suffered two dead", "losses of 40 killed", an army's "own"."""
    figure = reading.figure
    if figure.measure not in counting().losses or figure.unit != "person":
        return None
    forces, losses = (any_of(words) for words in (counting().forces, counting().combat_losses))
    losing = any_of(counting().losing)
    suffered = any(
        c.start <= figure.start < c.end and losing.fullmatch(c.verb) and forces.search(c.subject) for c in clauses
    )
    own = own_or_enemy().search(f"{before[-BESIDE:]} {figure.quote}")
    armed = reading.actor is not None and reading.actor.root.kind in ("military", "armed-group")
    return (
        "soldiers" if suffered or losses.search(f"{before} {figure.quote}") or (own and own["own"] and armed) else None
    )


def _uniformed(figure: Figure, tail: str) -> str | None:
    """Soldiers by what they wore: "30 bodies in uniform"."""
    near = " ".join(tail.split()[:3])
    return "soldiers" if found(counting().uniformed, f"{figure.quote} {near}") else None


def _named_part(figure: Figure, tail: str) -> str | None:
    """The group named after a part: "four of them children"."""
    if figure.part_of is None and not found(counting().part_cues, opening(figure)):
        return None
    following = " ".join(tail.split()[:2])
    return next((group for group in counting().groups if found(counting().groups[group], following)), None)


def _counter(figure: Figure, told: str) -> str | None:
    """Those who came against the others: "a counter-demonstration drew 2,000"."""
    return "counter-demonstrators" if figure.measure == "attended" and found(counting().counter, told) else None


def rest(figure: Figure, known: Parties) -> frozenset[str]:
    """The noun of whom, where it names neither a group nor a side: "farmers", "miners"."""
    noun = _after_noun().split(figure.of_whom or "", maxsplit=1)[0]
    return frozenset(
        concept(word) or stem_of(word)
        for word in (w.casefold() for w in tokens(noun.split(",")[0]) if w.islower())
        if word not in (*counting().people, *counting().echoes)
        and word not in _grouped()
        and not known.knows(word)
        and not state_of(word)
        and len(word) > 2
        and not word.endswith(("ed", "ing"))
    )


@cache
def _after_noun() -> re.Pattern[str]:
    """What follows the noun of those counted: "farmers | from the valley"."""
    return re.compile(rf"\b(?:by|{'|'.join(knowledge().after_head)})\b")


@cache
def _grouped() -> frozenset[str]:
    """The words by which groups are told apart."""
    return frozenset(word for words in counting().groups.values() for entry in words for word in entry.split())
