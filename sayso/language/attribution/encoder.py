"""The trained encoder: for every piece of a text, what it is and what it points to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from multiprocessing import parent_process
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from sayso.language.attribution.pieces import Ints, Pieces, inputs, windows

Floats = npt.NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "weights"
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
# What a piece points to. A content's pieces: its source, its cue, its own first piece.
# A source's or cue's pieces: the first piece of a content that they serve.
POINTERS = ("source", "cue", "own", "back")
SIZE, OVERLAP = 254, 64  # pieces of a window, and of those at least that it shares with the next


class Run(Protocol):
    """Runs the network: ids, mask, types [b, l] -> tag scores, pointer queries, pointer keys."""

    def __call__(self, ids: Ints, mask: Ints, types: Ints) -> tuple[Floats, Floats, Floats]: ...


@dataclass(frozen=True, slots=True)
class Window:
    """Pointer queries and keys [pointers, length + 1, width] of the pieces `start` to `end`; key 0 is "nothing"."""

    start: int
    end: int
    queries: Floats
    keys: Floats


@dataclass(frozen=True, slots=True)
class Scores:
    """Label probabilities [n, labels] of a text's pieces, and its windows for the pointers."""

    labels: Floats
    windows: tuple[Window, ...]

    def pointing(self, pointer: str, asked: list[list[int]]) -> list[tuple[int, Floats] | None]:
        """Where each run of pieces points on average: the first piece of the window that sees it best, and the
        probabilities over [nothing, that piece, the next…]. None where no window holds the first of the run.
        """
        p = POINTERS.index(pointer)
        best = [self._best_window(pieces) for pieces in asked]
        found: list[tuple[int, Floats] | None] = [None] * len(asked)
        for window in self.windows:  # one product for all runs that a window sees best
            runs = {
                i: [j - window.start + 1 for j in asked[i] if j < window.end]
                for i, seen in enumerate(best)
                if seen is window
            }
            if not runs:
                continue
            rows = [row for run in runs.values() for row in run]
            probabilities, at = softmax(window.queries[p, rows] @ window.keys[p].T), 0
            for i, run in runs.items():
                found[i] = window.start, probabilities[at : at + len(run)].sum(axis=0) / np.float32(len(run))
                at += len(run)
        return found

    def _best_window(self, pieces: list[int]) -> Window | None:
        """The window with most of some pieces, and of several such the one that sees most on both sides of them."""
        first, last = pieces[0], pieces[-1]
        return max(
            (w for w in self.windows if w.start <= first < w.end),
            key=lambda w: (min(last, w.end - 1) - first, min(first - w.start, w.end - first)),
            default=None,
        )


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised: Floats = np.exp(scores - scores.max(axis=-1, keepdims=True))
    raised /= raised.sum(axis=-1, keepdims=True)
    return raised


def score(pieces: Pieces, run: Run) -> Scores:
    """Reads a text through overlapping windows; where two overlap, the one that sees more on both sides weighs more."""
    n = len(pieces)
    total, weight = np.zeros((n, len(LABELS)), dtype=np.float32), np.zeros((n, 1), dtype=np.float32)
    seen: list[Window] = []
    for start, end in windows(pieces, SIZE, OVERLAP):
        # One at a time: numbers are rounded to int8 by the range of all that is read together.
        tags, queries, keys = run(*inputs(pieces, start, end))
        length = end - start
        place = np.arange(length)
        left = place if start else np.full(length, SIZE)
        right = length - 1 - place if end < n else np.full(length, SIZE)
        sight = (np.minimum(left, right) + 1.0).astype(np.float32)[:, None] ** 2
        total[start:end] += softmax(tags[0, 1 : length + 1]) * sight
        weight[start:end] += sight
        heads = [x[0, : length + 1].reshape(length + 1, len(POINTERS), -1).transpose(1, 0, 2) for x in (queries, keys)]
        seen.append(Window(start, end, heads[0], heads[1]))
    return Scores((total / np.maximum(weight, 1e-9)).astype(np.float32), tuple(seen))


@cache
def tokenizer() -> Any:
    """The tokenizer that the weights were trained with."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))


@cache
def network(threads: int | None = None) -> Run:
    """The shipped network on so many threads; by itself, on as many as there are processors, or in a process that
    shares these with others of its kind, on one.
    """
    import onnxruntime  # type: ignore[import-untyped]

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = (1 if parent_process() else 0) if threads is None else threads
    session = onnxruntime.InferenceSession(
        str(WEIGHTS / "encoder.onnx"),
        options,
        providers=["CPUExecutionProvider"],
        # Normalising with the sum before it in one step is the slower way on processors.
        disabled_optimizers=["SkipLayerNormFusion"],
    )

    def run(ids: Ints, mask: Ints, types: Ints) -> tuple[Floats, Floats, Floats]:
        return tuple(session.run(None, {"ids": ids, "mask": mask, "types": types}))

    return run


@cache
def version() -> str:
    """A short SHA-256 of the weights, for the dossier's versions."""
    return hashlib.sha256((WEIGHTS / "encoder.onnx").read_bytes()).hexdigest()[:16]
