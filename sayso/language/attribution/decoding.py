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

RESUME, CROSS, LEAVE = 1.0, 2.0, 0.0  # costs of label after label, in log units
ABSORB, SCRAP = 2, 4  # words between two contents that make one; words of a content without cue that may stand alone
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
    head: tuple[int, int]  # first and last piece of its beginning: marks before the first word, and that word
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


def transitions() -> Floats:
    """Scores of label after label. To go on with a span after a gap costs something, or single words would flicker
    in and out of it; to go on with one right after a word of another role costs more.
    """
    made = np.zeros((7, 7), dtype=np.float32)
    for before in range(7):
        for after in (2, 4, 6):
            if before == 0:
                made[before, after] = -RESUME
            elif before not in (after, after - 1):
                made[before, after] = -CROSS
        if before % 2 == 0 and before:
            made[before, 0] = -LEAVE
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


def _words(pieces: Pieces, scores: Scores) -> tuple[Floats, Ints]:
    """Label probabilities of each word, and the piece at which what comes before it begins.

    A span may begin with the quotation mark before its first word: that beginning is counted as the word's.
    """
    words = scores.labels[pieces.first].copy()
    opens = pieces.first.copy()
    ends = pieces.words[:, 1]
    for w in range(len(words)):
        before = int(ends[w - 1]) if w else 0
        j = int(pieces.first[w]) - 1
        while j >= 0 and pieces.offsets[j, 0] >= before:
            for b in (1, 3, 5):
                moved = min(words[w, b + 1], scores.labels[j, b])
                words[w, b] += moved
                words[w, b + 1] -= moved
            opens[w] = j
            j -= 1
    return words, opens


def fragments(pieces: Pieces, scores: Scores) -> list[Fragment]:
    """Runs of words with one role, in text order."""
    words, opens = _words(pieces, scores)
    labels = best_labels(words, transitions())
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
            first = int(pieces.first[w])
            found.append(Fragment(role, w, w + 1, float(b / (b + i + 1e-9)), (int(opens[w]), first), [first], 0.0))
    for f in found:
        r = ROLES.index(f.role)
        f.sure = float(words[f.start : f.end, 1 + 2 * r : 3 + 2 * r].sum(axis=1).mean())
    return found


def _points(scores: Scores, pointer: str, pieces: list[int], targets: list[Fragment]) -> tuple[list[float], float]:
    """Probabilities that `pieces` point to the beginning of each of `targets`, and to nothing."""
    where = scores.pointing(pointer, pieces)
    if where is None:
        return [0.0] * len(targets), 0.0
    start, probabilities = where
    to = [float(probabilities[max(t.head[0] - start + 1, 1) : max(t.head[1] - start + 2, 1)].sum()) for t in targets]
    return to, float(probabilities[0])


def _group(scores: Scores, contents: list[Fragment]) -> list[Group]:
    """Contents with their later fragments joined to them."""
    groups: list[Group] = []
    for f in contents:
        near = [g for g in groups if f.start - g.fragments[-1].end < 60][-4:]
        to, _ = _points(scores, "own", f.pieces, [*(g.fragments[0] for g in near), f])
        itself = to.pop() * 0.5 + f.begins * 0.5
        best = max(range(len(to)), key=lambda i: to[i], default=None)
        if best is not None and 0.5 * to[best] + 0.5 * (1 - f.begins) > itself:
            near[best].fragments.append(f)
        else:
            groups.append(Group([f]))
    return groups


def _link_cues(scores: Scores, groups: list[Group], cues: list[Fragment]) -> None:
    """One cue to each content, the surest pairs first; a later fragment of a cue follows its first."""
    heads = [g.fragments[0] for g in groups]
    pairs: list[tuple[float, int, int]] = []
    forward = [_points(scores, "cue", g.pieces, cues)[0] for g in groups]
    for c, cue in enumerate(cues):
        back, _ = _points(scores, "back", cue.pieces, heads)
        pairs += [(0.5 * forward[g][c] + 0.5 * back[g], g, c) for g in range(len(groups))]
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
    heads = [g.fragments[0] for g in groups]
    backs = [_points(scores, "back", s.pieces, heads)[0] for s in sources]
    for i, g in enumerate(groups):
        forward, nothing = _points(scores, "source", g.pieces, sources)
        ranked = sorted(((0.6 * forward[s] + 0.4 * backs[s][i], -s) for s in range(len(sources))), reverse=True)
        if ranked and ranked[0][0] > max(0.06, 0.6 * nothing):
            p, s = ranked[0]
            g.source = [sources[-s]]
            g.linked *= min(1.0, p + 0.3)


def _absorb(groups: list[Group], found: list[Fragment]) -> list[Group]:
    """Contents without a cue joined to a neighbour that has one, where hardly a word lies between; scraps dropped.

    People give every content a cue: one without is nearly always the rest of another.
    """
    busy = {w for f in found if f.role != "content" for w in range(f.start, f.end)}

    def between(a: Group, b: Group) -> int:
        first, last = sorted((a, b), key=lambda g: g.fragments[0].start)
        gap = range(last.fragments[0].start - 1, first.fragments[-1].end - 1, -1)
        return sum(w not in busy for w in gap) + max(0, len(gap) - 15)

    kept = [g for g in groups if g.cue]
    for g in (g for g in groups if not g.cue):
        near = min(kept, key=lambda k: (between(k, g), k.fragments[0].start), default=None)
        if near is not None and between(near, g) <= ABSORB:
            near.fragments.extend(g.fragments)
        elif sum(f.end - f.start for f in g.fragments) >= SCRAP:
            kept.append(g)
    for g in kept:
        g.fragments.sort(key=lambda f: f.start)
    return sorted(kept, key=lambda g: g.fragments[0].start)


def decode(pieces: Pieces, scores: Scores) -> list[Decoded]:
    """Attributions of a text in order of their contents."""
    found = fragments(pieces, scores)
    contents = [f for f in found if f.role == "content"]
    groups = _group(scores, contents)
    _link_cues(scores, groups, [f for f in found if f.role == "cue"])
    groups = _absorb(groups, found)
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
