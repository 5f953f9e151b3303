"""Reads brat standoff annotations of attributions into training examples.

A corpus is a folder with `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`, as PolNeAR is published
(Newell, Margolin and Ruths, LREC 2018). Several annotators of one text give several examples.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from sayso.language.attribution.decoding import ROLES
from sayso.language.attribution.pieces import Ints, Pieces, split

ABSENT, OUTSIDE = -1, -2  # pointer targets: no such span; nothing to learn at this piece


@dataclass(frozen=True)
class Attribution:
    """Character spans (0-based, half-open) of one annotated attribution."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]

    def spans(self, role: str) -> tuple[tuple[int, int], ...]:
        """The spans of one role."""
        return getattr(self, role)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Annotated:
    """One text with the attributions that one annotator found in it."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True)
class Example:
    """One text as one annotator read it.

    `labels` is one label number per piece. For the pieces of a content, `own` is the first piece of that
    content, `source` and `cue` the first pieces of what it is linked to (ABSENT: it has none); for the
    pieces of a source or cue, `back` lists the first pieces of the contents that it serves.
    """

    name: str
    pieces: Pieces
    labels: Ints
    own: Ints
    source: Ints
    cue: Ints
    back: dict[int, tuple[int, ...]]


def read_annotations(path: Path) -> list[Attribution]:
    """Attributions of one `.ann` file in text order; those without content are left out."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        parts = line.split("\t")
        if line.startswith("T") and len(parts) > 1:
            pieces = [p.split() for p in parts[1].split(" ", 1)[1].split(";")]
            spans[parts[0]] = [(int(a), int(b)) for a, b in pieces]
        elif line.startswith("E") and len(parts) > 1:
            events.append(parts[1].split()[1:])
    found = []
    for arguments in events:
        roles: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for argument in arguments:
            role, _, name = argument.partition(":")
            role = re.sub(r"\d+$", "", role).lower()
            if role in roles:
                roles[role].extend(spans.get(name, []))
        if roles["content"]:
            found.append(Attribution(*(tuple(sorted(roles[r])) for r in ROLES)))
    return sorted(found, key=lambda a: a.content)


def example(annotated: Annotated, tokenizer: Any) -> Example:
    """Labels and links for one annotated text. Where attributions nest, the inner one keeps its pieces."""
    text, attributions = annotated.text, annotated.attributions
    pieces = split(text, tokenizer)
    role_at = np.full(len(text) + 1, -1)
    of = np.full(len(text) + 1, -1)
    order = sorted(range(len(attributions)), key=lambda i: -sum(e - s for s, e in attributions[i].content))
    for i in order:
        for r, role in enumerate(ROLES):
            for start, end in attributions[i].spans(role):
                role_at[start:end], of[start:end] = r, i
    n = len(pieces)
    labels = np.zeros(n, dtype=np.int64)
    own, source, cue = (np.full(n, OUTSIDE, dtype=np.int64) for _ in range(3))
    role, who = role_at[pieces.offsets[:, 0]], of[pieces.offsets[:, 0]]
    first: dict[tuple[int, int], int] = {}
    for j in range(n):
        if role[j] >= 0:
            seen = (int(who[j]), int(role[j])) in first
            labels[j] = 1 + 2 * role[j] + seen
            first.setdefault((int(who[j]), int(role[j])), j)

    def start_of(i: int, r: int) -> int:
        """First piece of a role's span, whichever attribution it was labelled for (spans are shared)."""
        spans_ = attributions[i].spans(ROLES[r])
        if not spans_:
            return ABSENT
        j = int(np.searchsorted(pieces.offsets[:, 0], spans_[0][0], side="right")) - 1
        return j if 0 <= j < n and role[j] == r else OUTSIDE

    back: dict[int, list[int]] = {}
    starts = {i: (start_of(i, 0), start_of(i, 1), first.get((i, 2))) for i in range(len(attributions))}
    for s, c, content in starts.values():
        if content is None:
            continue
        for j in (s, c):
            if j >= 0:
                back.setdefault(j, []).append(content)
    spread: dict[int, tuple[int, ...]] = {}
    for j in range(n):
        if role[j] == 2:
            s, c, content = starts[int(who[j])]
            own[j], source[j], cue[j] = (content if content is not None else OUTSIDE), s, c
        elif role[j] >= 0:
            head = start_of(int(who[j]), int(role[j]))
            if head in back:
                spread[j] = tuple(back[head])
    return Example(annotated.name, pieces, labels, own, source, cue, spread)


def read_corpus(folder: Path, every_annotator: bool = True) -> list[Annotated]:
    """The annotated texts of a corpus folder, in name order: one for each annotator, or only for each text's first."""
    annotations: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(re.sub(r"_[0-9A-Za-z]+$", "", path.stem), []).append(path)
    found = []
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        mine = annotations.get(path.stem, [])
        chosen = mine if every_annotator else mine[:1]
        found += [Annotated(path.stem, text, tuple(read_annotations(annotation))) for annotation in chosen]
    return found
