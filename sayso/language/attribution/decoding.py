"""From what each piece is and points to, to whole attributions.

Runs of words with one role are fragments. A content's later fragments join its first one where they point
to it; then every content takes the cue and the source that it points to and that point back. One cue
serves one content, one source may serve many.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from sayso.language.attribution.encoder import Floats, Scores
from sayso.language.attribution.pieces import Ints, Pieces

Span = tuple[int, int]
ROLES = ("source", "cue", "content")

# How readily one label follows another, from left to right, in log units: rows are the labels before.
# An I may follow an O (a span goes on after a gap), but not the B or I of another role without a gap.
GAP = {"source": 4, "cue": 12}  # words that one source or cue may skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """One attribution as character spans, with the model's probability for it."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


@dataclass(slots=True)
class Fragment:
    """A run of words of one role: word indices `start` to `end`, its pieces, its mean probability."""

    role: str
    start: int
    end: int
    begins: float  # probability that it begins a span rather than goes on with one
    pieces: list[int]
    sure: float


@dataclass(slots=True)
class Group:
    """A content in the making."""

    fragments: list[Fragment]
    cue: list[Fragment] = field(default_factory=list)
    source: list[Fragment] = field(default_factory=list)
    linked: float = 1.0

    @property
    def pieces(self) -> list[int]:
        return [j for f in self.fragments for j in f.pieces]


def transitions(strength: float = 1.0) -> Floats:
    """Scores of label after label: a change of role without its B is dear, everything else is free."""
    made = np.zeros((7, 7), dtype=np.float32)
    for before in range(7):
        for after in (2, 4, 6):
            if before not in (0, after, after - 1):
                made[before, after] = -4.0 * strength
    return made


def best_labels(probabilities: Floats, steps: Floats) -> Ints:
    """The best sequence of labels (Viterbi)."""
    n = len(probabilities)
    logs = np.log(probabilities + 1e-6)
    if not n:
        return np.zeros(0, dtype=np.int64)
    back = np.zeros((n, steps.shape[0]), dtype=np.int64)
    score = logs[0].copy()
    for t in range(1, n):
        ways = score[:, None] + steps
        back[t] = ways.argmax(axis=0)
        score = ways.max(axis=0) + logs[t]
    path = np.zeros(n, dtype=np.int64)
    path[-1] = int(score.argmax())
    for t in range(n - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def fragments(pieces: Pieces, scores: Scores) -> list[Fragment]:
    """Runs of words with one role, in text order."""
    words = scores.labels[pieces.first]
    labels = best_labels(words, transitions())
    # Pieces of a word: from its first piece to the next word's, as far as the word reaches.
    found: list[Fragment] = []
    for w, label in enumerate(labels):
        if label == 0:
            continue
        role, begins = ROLES[(label - 1) // 2], label % 2 == 1
        last = found[-1] if found else None
        if last is not None and last.role == role and last.end == w and not begins:
            last.end = w + 1
            last.pieces.append(int(pieces.first[w]))
        else:
            b, i = words[w, label if begins else label - 1], words[w, label + 1 if begins else label]
            found.append(Fragment(role, w, w + 1, float(b / (b + i + 1e-9)), [int(pieces.first[w])], 0.0))
    for f in found:
        r = ROLES.index(f.role)
        f.sure = float(words[f.start : f.end, 1 + 2 * r : 3 + 2 * r].sum(axis=1).mean())
    return found


def _points(scores: Scores, pointer: str, pieces: list[int], targets: list[int]) -> tuple[list[float], float]:
    """Probabilities that `pieces` point to each of `targets` (piece numbers), and to nothing."""
    where = scores.pointing(pointer, pieces)
    if where is None:
        return [0.0] * len(targets), 0.0
    start, probabilities = where
    n = len(probabilities) - 1
    return [float(probabilities[t - start + 1]) if 0 <= t - start < n else 0.0 for t in targets], float(
        probabilities[0]
    )


def _group(scores: Scores, contents: list[Fragment]) -> list[Group]:
    """Contents with their later fragments joined to them."""
    groups: list[Group] = []
    for f in contents:
        near = [g for g in groups if f.start - g.fragments[-1].end < 60][-4:]
        heads = [g.fragments[0].pieces[0] for g in near]
        to, _ = _points(scores, "own", f.pieces, [*heads, f.pieces[0]])
        itself = to.pop() * 0.5 + f.begins * 0.5
        best = max(range(len(to)), key=lambda i: to[i], default=None)
        if best is not None and 0.5 * to[best] + 0.5 * (1 - f.begins) > itself:
            near[best].fragments.append(f)
        else:
            groups.append(Group([f]))
    return groups


def _link_cues(scores: Scores, groups: list[Group], cues: list[Fragment]) -> None:
    """One cue to each content, the surest pairs first; a later fragment of a cue follows its first."""
    heads = [g.fragments[0].pieces[0] for g in groups]
    pairs = []
    forward = [_points(scores, "cue", g.pieces, [c.pieces[0] for c in cues])[0] for g in groups]
    for c, cue in enumerate(cues):
        back, _ = _points(scores, "back", cue.pieces, heads)
        for g in range(len(groups)):
            pairs.append((0.5 * forward[g][c] + 0.5 * back[g], g, c))
    taken: set[int] = set()
    for p, g, c in sorted(pairs, key=lambda x: (-x[0], x[1], x[2])):
        if p < 0.08 or c in taken:
            continue
        if groups[g].cue:
            near = min(abs(cues[c].start - f.end) for f in groups[g].cue)
            if cues[c].begins > 0.5 or near > GAP["cue"]:
                continue
            groups[g].cue.append(cues[c])
        else:
            groups[g].cue, groups[g].linked = [cues[c]], p
        taken.add(c)


def _link_sources(scores: Scores, groups: list[Group], sources: list[Fragment]) -> None:
    """To each content the source that it points to, if any; a source may serve several."""
    heads = [g.fragments[0].pieces[0] for g in groups]
    backs = [_points(scores, "back", s.pieces, heads)[0] for s in sources]
    for i, g in enumerate(groups):
        forward, nothing = _points(scores, "source", g.pieces, [s.pieces[0] for s in sources])
        ranked = sorted(((0.6 * forward[s] + 0.4 * backs[s][i], -s) for s in range(len(sources))), reverse=True)
        if ranked and ranked[0][0] > max(0.06, 0.6 * nothing):
            p, s = ranked[0]
            g.source = [sources[-s]]
            g.linked *= min(1.0, p + 0.3)


def decode(pieces: Pieces, scores: Scores) -> list[Decoded]:
    """Attributions of a text in order of their contents."""
    found = fragments(pieces, scores)
    contents = [f for f in found if f.role == "content"]
    groups = _group(scores, contents)
    _link_cues(scores, groups, [f for f in found if f.role == "cue"])
    _link_sources(scores, groups, [f for f in found if f.role == "source"])
    return [
        Decoded(
            source=_spans(pieces, g.source),
            cue=_spans(pieces, g.cue),
            content=_spans(pieces, g.fragments),
            confidence=float(np.mean([f.sure for f in g.fragments])) * g.linked,
        )
        for g in groups
    ]


def _spans(pieces: Pieces, parts: list[Fragment]) -> tuple[Span, ...]:
    ordered = sorted(parts, key=lambda f: f.start)
    return tuple((int(pieces.words[f.start, 0]), int(pieces.words[f.end - 1, 1])) for f in ordered)
