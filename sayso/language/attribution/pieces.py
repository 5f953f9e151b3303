"""A text as the encoder sees it: word pieces, their offsets and types, cut into windows.

The encoder's vocabulary is lower-cased, so what case, paragraphs and quotation marks say travels beside
each piece as its type.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.language.quotations import quotations

Ints = npt.NDArray[np.int64]

WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n+")
PARAGRAPH = re.compile(r"\n+")

# Piece types: case (lower, Title, UPPER) + 3 at the head of a paragraph + 6 inside quotation marks.
TITLE, UPPER, HEAD, QUOTED = 1, 2, 3, 6
N_TYPES = 12


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one text: vocabulary ids, character offsets [n, 2], types, and where units begin.

    `first` tells the piece at which each word begins; `words` holds the words' character offsets;
    `paragraphs` and `sentences` are the piece indices at which one starts.
    """

    ids: Ints
    offsets: Ints
    types: Ints
    words: Ints
    first: Ints
    paragraphs: Ints
    sentences: Ints

    def __len__(self) -> int:
        return len(self.ids)


def split(text: str, tokenizer: Any) -> Pieces:
    """Pieces of `text`; `tokenizer` is a `tokenizers.Tokenizer` without truncation or padding."""
    encoded = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
    starts = offsets[:, 0]
    words = np.array([m.span() for m in WORD.finditer(text)], dtype=np.int64).reshape(-1, 2)
    first = np.clip(np.searchsorted(starts, words[:, 0], side="right") - 1, 0, max(len(starts) - 1, 0))
    heads = np.unique(np.searchsorted(starts, [0] + [m.end() for m in PARAGRAPH.finditer(text)]))
    sentences = np.unique(np.searchsorted(starts, [0] + [m.end() for m in SENTENCE.finditer(text)]))
    return Pieces(
        ids=np.array(encoded.ids, dtype=np.int64),
        offsets=offsets,
        types=_types(text, offsets, heads),
        words=words,
        first=first,
        paragraphs=heads,
        sentences=sentences,
    )


def _types(text: str, offsets: Ints, heads: Ints) -> Ints:
    quoted = np.zeros(len(text) + 1, dtype=bool)
    for q in quotations(text):
        quoted[q.start : q.end] = True
    types = np.array([_case(text[start:end]) for start, end in offsets.tolist()], dtype=np.int64)
    types[heads[heads < len(types)]] += HEAD
    if len(offsets):
        types[quoted[offsets[:, 0]]] += QUOTED
    return types


def _case(piece: str) -> int:
    if not piece[:1].isupper():
        return 0
    return UPPER if len(piece) > 1 and piece.isupper() else TITLE


def windows(pieces: Pieces, size: int, overlap: int) -> list[tuple[int, int]]:
    """Windows of one length over the pieces, each at most `size` long and sharing at least `overlap` with the next.

    None is a short rest at the text's end: what stands there would be read with hardly anything around it.
    """
    n = len(pieces)
    if n <= size:
        return [(0, n)] if n else []
    count = -((overlap - n) // (size - overlap))
    length = -((-n - (count - 1) * overlap) // count)
    starts = [i * (n - length) // (count - 1) for i in range(count)]
    return [(start, start + length) for start in starts]


def cuts(pieces: Pieces, size: int, first: int) -> list[tuple[int, int]]:
    """Windows without overlap that end at a paragraph's end where they can, else at a sentence's.

    `first` is the length allowed to the first one; training draws it at random, so that no piece
    always stands at the same place of a window.
    """
    n = len(pieces)
    found, start, limit = [], 0, first
    while start < n:
        end = min(start + limit, n)
        if end < n:
            for bounds in (pieces.paragraphs, pieces.sentences):
                inside = bounds[(bounds > start + limit // 2) & (bounds <= end)]
                if len(inside):
                    end = int(inside[-1])
                    break
        found.append((start, end))
        start, limit = end, size
    return found


def inputs(pieces: Pieces, start: int, end: int, cls: int = 101, sep: int = 102) -> tuple[Ints, Ints, Ints]:
    """Ids, mask and types [1, window + 2] of one window, with the start and end pieces added."""
    ids, types = (np.zeros((1, end - start + 2), dtype=np.int64) for _ in range(2))
    ids[0, 0], ids[0, 1:-1], ids[0, -1] = cls, pieces.ids[start:end], sep
    types[0, 1:-1] = pieces.types[start:end]
    return ids, np.ones_like(ids), types
