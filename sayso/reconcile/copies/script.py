"""A report's running text as comparing reads it: words with their places, by sentence, told apart from quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

from sayso.language.quotations import quotations
from sayso.model import Report
from sayso.reconcile.words import WORD, sentence_starts

SEED = 3  # words alike in a row that make two sentences worth comparing
FORMULA = 12  # sentences of one report in which the same few words stand too often to tell anything
GRAM = 4  # words of a fingerprint
LONGEST = 80  # words after which a sentence is cut: a text without full stops must not take for ever to compare
WINDOW = 4  # fingerprints of which the least is kept: whatever runs over GRAM + WINDOW - 1 words alike is found


@dataclass(frozen=True, slots=True)
class Script:
    """Words in lower case with where each begins and ends in the text (code points, half-open), whether it stands in
    quotation marks, and whether it is a name or a number (`firm`: who retells a sentence keeps it); sentences as
    stretches of words, with a hash of each; `seeds`, hashes of SEED words in a row with the numbers of the sentences
    that they stand in; and fingerprints.
    """

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    quoted: bytes
    firm: bytes
    sentences: tuple[tuple[int, int], ...]
    hashes: tuple[int, ...]
    seeds: dict[int, tuple[int, ...]]
    prints: frozenset[int]

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from `first` to `last` (inclusive) stand in the text."""
        return self.places[first][0], self.places[last][1]


def script(report: Report) -> Script:
    """The running text of a report; what its `parts` mark (headline, byline, notices) is left out."""
    text = report.text
    words: list[str] = []
    places: list[tuple[int, int]] = []
    sentences: list[tuple[int, int]] = []
    firm = bytearray()
    for start, end in _running(report):
        first = len(words)
        for word in WORD.finditer(text, start, end):
            words.append(word.group().casefold().replace("’", "'"))
            places.append(word.span())
            # The first word of a sentence has its capital from there.
            firm.append(word.group()[0].isdigit() or (word.group()[0].isupper() and len(words) > first + 1))
        sentences += [(at, min(at + LONGEST, len(words))) for at in range(first, len(words), LONGEST)]
    quoted = bytearray(len(words))
    marks = iter(quotations(text))
    mark = next(marks, None)
    for i, (start, end) in enumerate(places):
        while mark is not None and mark.end <= start:
            mark = next(marks, None)
        quoted[i] = mark is not None and mark.start < end
    hashes = tuple(_hash(words[lo:hi]) for lo, hi in sentences)
    return Script(
        words=tuple(words),
        places=tuple(places),
        quoted=bytes(quoted),
        firm=bytes(firm),
        sentences=tuple(sentences),
        hashes=hashes,
        seeds=_seeds(words, sentences),
        prints=frozenset(_winnow(words)),
    )


def _seeds(words: Sequence[str], sentences: Sequence[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for number, (lo, hi) in enumerate(sentences):
        for i in range(lo, hi - SEED + 1):
            within = found.setdefault(_hash(words[i : i + SEED]), [])
            if not within or within[-1] != number:
                within.append(number)
    return {seed: tuple(numbers) for seed, numbers in found.items() if len(numbers) <= FORMULA}


def _hash(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"))


def _running(report: Report) -> list[tuple[int, int]]:
    """Sentences of the text that lie in none of the report's parts."""
    text = report.text
    cuts = {0, len(text), *sentence_starts(text)}
    parts = [part for part in report.parts if part.end > part.start]
    cuts |= {edge for part in parts for edge in (part.start, part.end)}
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    inside = sorted((part.start, part.end) for part in parts)
    return [(a, b) for a, b in pairwise(edges) if not any(s <= a and b <= e for s, e in inside)]


def _winnow(words: Sequence[str]) -> set[int]:
    """Fingerprints that two texts choose alike wherever they run alike.

    Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003.
    """
    grams = [_hash(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)]
    return {min(grams[i : i + WINDOW]) for i in range(max(1, len(grams) - WINDOW + 1))} if grams else set()
