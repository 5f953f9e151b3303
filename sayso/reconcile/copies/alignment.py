"""What two reports have in common word for word, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from sayso.reconcile.copies.script import Script

RUN = 3  # words in a row from which a match is no chance of grammar
ALIKE = 0.55  # share of the shorter sentence's own words, in such runs, from which it is the same sentence
LEAST = 5  # words in such runs that a sentence must share at least
QUOTE = 7  # quoted words alike from which two reports have one quotation


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stretches of words (first and last word, inclusive) that say the same, one of either script, in the sentences
    `sentence` and `other_sentence` by number.

    `plain` and `quoted` count the words in runs alike outside and inside quotation marks; `alike` is the share that the
    former are of the shorter sentence's own words; `told` is whether the sentence itself is the same and not only what
    it quotes; `other_facts` whether each has names or numbers that the other has not.
    """

    sentence: int
    other_sentence: int
    one: tuple[int, int]
    other: tuple[int, int]
    plain: int
    quoted: int
    alike: float
    told: bool
    other_facts: bool


def align(one: Script, other: Script) -> tuple[Pair, ...]:
    """The sentences that two scripts share, whole or in part, in order of the first; words may be changed or left out,
    and sentences may stand in another order.
    """
    common = one.seeds.keys() & other.seeds.keys()
    seeds = Counter((i, j) for seed in common for i in one.seeds[seed] for j in other.seeds[seed])
    # LEAST words in runs of RUN cannot be alike with a single seed in common.
    pairs = (_pair(one, i, other, j) for (i, j), count in sorted(seeds.items()) if count > 1)
    return tuple(pair for pair in pairs if pair is not None)


def _pair(one: Script, mine: int, other: Script, theirs: int) -> Pair | None:
    (a, b), (c, d) = one.sentences[mine], other.sentences[theirs]
    blocks = LCSseq.opcodes(one.words[a:b], other.words[c:d]).as_matching_blocks()
    runs = [(block.a + a, block.b + c, block.size) for block in blocks if block.size >= RUN]
    if not runs:
        return None
    plain = quoted = 0
    for i, j, size in runs:
        both = [one.quoted[i + n] + other.quoted[j + n] for n in range(size)]
        plain += both.count(0)
        quoted += both.count(2)
    own = min(b - a - sum(one.quoted[a:b]), d - c - sum(other.quoted[c:d]))
    told = plain >= LEAST and plain >= ALIKE * own
    if not told and quoted < QUOTE:
        return None
    if not told:
        runs = [run for run in runs if one.quoted[run[0]] and other.quoted[run[1]]] or runs
    (i, j, _), (k, m, size) = runs[0], runs[-1]
    left = sum(one.firm[a:b]) - sum(sum(one.firm[x.a + a : x.a + a + x.size]) for x in blocks)
    added = sum(other.firm[c:d]) - sum(sum(other.firm[x.b + c : x.b + c + x.size]) for x in blocks)
    alike = plain / max(1, own)
    return Pair(mine, theirs, (i, k + size - 1), (j, m + size - 1), plain, quoted, alike, told, left > 0 and added > 0)
