"""From what each piece is and points to, to whole attributions.

Runs of words with one role are fragments. A content's later fragments join its first one where they point
to it; then every content takes the cue and the source that it points to and that point back. One cue
serves one content, one source may serve many.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from sayso.language.attribution.encoder import Floats, Scores
from sayso.language.attribution.pieces import Ints, Pieces

Span = tuple[int, int]
ROLES = ("source", "cue", "content")

RESUME, CROSS = 1.5, 2.0  # costs of going on with a span after a gap, and right after another role, in log units
REACH = 60  # words between two fragments of one content
CUE_GAP = 12  # words that one cue may skip
LINK = 0.07  # least probability of a link
ABSORB, ABSORBED = 2, 9  # words between a content and a shorter one without a cue that is the rest of it
SCRAP = 4  # words that a content without a cue must have to stand alone


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
    return made


def best_labels(probabilities: Floats, steps: Floats) -> list[int]:
    """The best sequence of labels (Viterbi)."""
    if not len(probabilities):
        return []
    scores = np.log(probabilities + 1e-6)
    for before, here in pairwise(scores):
        here += np.maximum.reduce(before[:, None] + steps)
    back = (scores[:-1, :, None] + steps).argmax(axis=1).tolist()
    path = [int(scores[-1].argmax())]
    for ways in reversed(back):
        path.append(ways[path[-1]])
    return path[::-1]


def _words(pieces: Pieces, scores: Scores) -> tuple[Floats, Ints]:
    """Label probabilities of each word, and the piece at which what comes before it begins.

    A span may begin with the quotation mark before its first word: that beginning is counted as the word's.
    """
    words = scores.labels[pieces.first]
    opens = pieces.first.copy()
    starts, before = pieces.offsets[:, 0].tolist(), 0
    for w, (first, end) in enumerate(zip(pieces.first.tolist(), pieces.words[:, 1].tolist(), strict=True)):
        j = first - 1
        while j >= 0 and starts[j] >= before:
            for b in (1, 3, 5):
                moved = min(words[w, b + 1], scores.labels[j, b])
                words[w, b] += moved
                words[w, b + 1] -= moved
            opens[w] = j
            j -= 1
        before = end
    return words, opens


def fragments(pieces: Pieces, scores: Scores) -> list[Fragment]:
    """Runs of words with one role, in text order."""
    words, opens = _words(pieces, scores)
    labels = best_labels(words, transitions())
    found: list[Fragment] = []
    for w, (label, first) in enumerate(zip(labels, pieces.first.tolist(), strict=True)):
        if label == 0:
            continue
        role, begins = ROLES[(label - 1) // 2], label % 2 == 1
        last = found[-1] if found else None
        if last is not None and last.role == role and last.end == w and not begins:
            last.end = w + 1
            last.pieces.append(first)
        else:
            b, i = words[w, label if begins else label - 1], words[w, label + 1 if begins else label]
            found.append(Fragment(role, w, w + 1, float(b / (b + i + 1e-9)), (int(opens[w]), first), [first], 0.0))
    roles = words[:, 1::2] + words[:, 2::2]
    for f in found:
        f.sure = float(roles[f.start : f.end, ROLES.index(f.role)].mean())
    return found


def _heads(parts: list[Fragment]) -> Ints:
    """First and last piece of the beginnings of some fragments [n, 2]."""
    return np.array([f.head for f in parts], dtype=np.int64).reshape(-1, 2)


def _points(where: tuple[int, Floats] | None, heads: Ints) -> tuple[Floats, float]:
    """Probabilities that what points somewhere means each of some beginnings, and nothing."""
    if where is None:
        return np.zeros(len(heads), dtype=np.float32), 0.0
    start, probabilities = where
    sums = np.zeros(len(probabilities) + 1, dtype=np.float32)
    probabilities.cumsum(out=sums[1:])
    edges = np.minimum(np.maximum(heads - start + (1, 2), 1), len(probabilities))
    return sums[edges[:, 1]] - sums[edges[:, 0]], float(probabilities[0])


def _group(scores: Scores, contents: list[Fragment]) -> list[Group]:
    """Contents with their later fragments joined to them."""
    groups: list[Group] = []
    for f, where in zip(contents, scores.pointing("own", [f.pieces for f in contents]), strict=True):
        near = [g for g in groups[-4:] if f.start - g.fragments[-1].end < REACH]
        to, _ = _points(where, _heads([*(g.fragments[0] for g in near), f]))
        best = int(to[:-1].argmax()) if near else None
        if best is not None and to[best] + 1 - f.begins > to[-1] + f.begins:
            near[best].fragments.append(f)
        else:
            groups.append(Group([f]))
    return groups


def _link_cues(scores: Scores, groups: list[Group], cues: list[Fragment]) -> None:
    """One cue to each content, the surest pairs first; a later fragment of a cue follows its first."""
    heads, starts = _heads([g.fragments[0] for g in groups]), _heads(cues)
    sure = np.zeros((len(groups), len(cues)), dtype=np.float32)
    for g, where in enumerate(scores.pointing("cue", [group.pieces for group in groups])):
        sure[g] += 0.5 * _points(where, starts)[0]
    for c, where in enumerate(scores.pointing("back", [cue.pieces for cue in cues])):
        sure[:, c] += 0.5 * _points(where, heads)[0]
    taken: set[int] = set()
    likely = [(float(sure[g, c]), int(g), int(c)) for g, c in np.argwhere(sure >= LINK)]
    for p, g, c in sorted(likely, key=lambda x: (-x[0], x[1], x[2])):
        if c in taken:
            continue
        if groups[g].cue:
            near = min(abs(cues[c].start - f.end) for f in groups[g].cue)
            if cues[c].begins > 0.5 or near > CUE_GAP:
                continue
            groups[g].cue.append(cues[c])
        else:
            groups[g].cue, groups[g].linked = [cues[c]], p
        taken.add(c)


def _link_sources(scores: Scores, groups: list[Group], sources: list[Fragment]) -> None:
    """To each content the source that it points to, if any; a source may serve several."""
    if not sources:
        return
    heads, starts = _heads([g.fragments[0] for g in groups]), _heads(sources)
    backs = np.stack([_points(where, heads)[0] for where in scores.pointing("back", [s.pieces for s in sources])])
    for i, (g, where) in enumerate(zip(groups, scores.pointing("source", [g.pieces for g in groups]), strict=True)):
        forward, nothing = _points(where, starts)
        sure = 0.6 * forward + 0.4 * backs[:, i]
        best = int(sure.argmax())
        if sure[best] > max(LINK, 0.6 * nothing):
            g.source = [sources[best]]
            g.linked *= min(1.0, float(sure[best]) + 0.3)


def _absorb(groups: list[Group], found: list[Fragment]) -> list[Group]:
    """Contents without a cue joined to a neighbour that has one, where hardly a word lies between; scraps dropped.

    People give every content a cue: a short one without is nearly always the rest of another.
    """
    busy = {w for f in found if f.role != "content" for w in range(f.start, f.end)}

    def between(a: Group, b: Group) -> int:
        first, last = sorted((a, b), key=lambda g: g.fragments[0].start)
        gap = range(first.fragments[-1].end, last.fragments[0].start)
        return sum(w not in busy for w in gap) + max(0, len(gap) - 15)

    kept: list[Group] = []
    for i, g in enumerate(groups):
        words = sum(f.end - f.start for f in g.fragments)
        if g.cue:
            kept.append(g)
            continue
        near = [n for n in (*groups[max(0, i - 1) : i], *groups[i + 1 : i + 2]) if n.cue]
        nearest = min(near, key=lambda n: between(n, g), default=None)
        if nearest is not None and words < ABSORBED and between(nearest, g) <= ABSORB:
            nearest.fragments.extend(g.fragments)
        elif words >= SCRAP:
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
