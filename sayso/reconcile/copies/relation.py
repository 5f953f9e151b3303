"""How much of two reports is the same, and what to call it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.model.dossier import CopyKind
from sayso.reconcile.copies.alignment import Pair
from sayso.reconcile.copies.script import Script

WHOLE = 0.5  # share of the later report from which it is a copy
SAME = 0.8  # share of both from which they are one text, whatever its sentences are
PARTIAL = 22  # words' worth of proof that makes a partial copy, where two sentences have it
ALONE = 30  # the same where one sentence has it all
SENTENCE = 8  # words alike in runs from which a sentence proves anything: less is soon alike by chance
LITTLE = 5  # words' worth of proof below which a sentence proves nothing at all
CHANCE = 0.5  # share of a sentence's words that two who tell one fact may well have alike by chance


@dataclass(frozen=True, slots=True)
class Relation:
    """What two scripts share: `share` of the one's words, `share_of` of the other's, and the pairs that hold them."""

    kind: CopyKind
    share: float
    share_of: float
    pairs: tuple[Pair, ...]


def relation(one: Script, other: Script, pairs: Sequence[Pair], stock: Collection[int]) -> Relation | None:
    """What the pairs of sentences alike make of two reports; None where it is too little to tell.

    `stock` are hashes of sentences that are printed again and again: background and set phrases are no copy of the
    report before, unless most of the report is the same.
    """
    share, share_of = _covered(pairs, one, other)
    if min(share, share_of) >= SAME and _proves(pairs):
        return Relation("copy", share, share_of, tuple(pairs))
    fresh = [p for p in pairs if one.hashes[p.sentence] not in stock and other.hashes[p.other_sentence] not in stock]
    if _proves(fresh):
        share, share_of = _covered(fresh, one, other)
        return Relation("copy" if share_of >= WHOLE else "partial", share, share_of, tuple(fresh))
    quotes = [pair for pair in fresh if pair.quoted]
    return Relation("quotes", *_covered(quotes, one, other), tuple(quotes)) if quotes else None


def _proves(pairs: Sequence[Pair]) -> bool:
    """Whether the sentences alike are more than two tellings of the same facts have in common by chance."""
    mine: dict[int, float] = {}
    theirs: dict[int, float] = {}
    for pair in pairs:
        if pair.told and pair.plain >= SENTENCE and not pair.other_facts:
            worth = pair.plain * max(0.0, pair.alike - CHANCE) / (1 - CHANCE)
            if worth < LITTLE:
                continue
            mine[pair.sentence] = max(mine.get(pair.sentence, 0), worth)
            theirs[pair.other_sentence] = max(theirs.get(pair.other_sentence, 0), worth)
    proof = min(sum(mine.values()), sum(theirs.values()))
    several = min(len(mine), len(theirs)) > 1
    return proof >= (PARTIAL if several else ALONE)


def _covered(pairs: Sequence[Pair], one: Script, other: Script) -> tuple[float, float]:
    """The share of either script's words that stand in the pairs' stretches."""
    mine: set[int] = set()
    theirs: set[int] = set()
    for pair in pairs:
        mine.update(range(pair.one[0], pair.one[1] + 1))
        theirs.update(range(pair.other[0], pair.other[1] + 1))
    return len(mine) / max(1, len(one.words)), len(theirs) / max(1, len(other.words))
