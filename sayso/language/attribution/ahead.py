"""The network ahead of the rest: it keeps no lock of Python's, and reads one text while rules are at another."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from sayso.language.attribution.encoder import Scores, network, score, tokenizer
from sayso.language.attribution.pieces import Pieces, split

WAITING = 2  # texts at most that were begun and not asked for yet
LONGEST = 100_000  # characters; whoever stops the program waits for a text that was begun

_thread = ThreadPoolExecutor(1, "network")
_begun: dict[str, Future[tuple[Pieces, Scores]]] = {}


def begin(text: str) -> None:
    """Has the network begin with a text that `scored` will soon be asked for; whatever is wrong is told there."""
    if len(text) > LONGEST or text in _begun:
        return
    while len(_begun) >= WAITING:
        _begun.pop(next(iter(_begun))).cancel()
    # On one processor: the others have the parser and the rules to run.
    _begun[text] = _thread.submit(_scored, text, 1)


def scored(text: str) -> tuple[Pieces, Scores]:
    """A text's pieces, and what the network says of them; waits for it where it was begun, and begins where not."""
    begun = _begun.pop(text, None)
    return begun.result() if begun else _scored(text)


def _scored(text: str, threads: int | None = None) -> tuple[Pieces, Scores]:
    pieces = split(text, tokenizer())
    return pieces, score(pieces, network(threads))
