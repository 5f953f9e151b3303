"""Which side each statement takes on a question: from one to the next, along what answers and what fits what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from sayso.model.dossier import Polarity
from sayso.reconcile.questions.alignment import Aligner, denying, flat, negative
from sayso.reconcile.questions.answer import Answer
from sayso.reconcile.questions.question import SILENT
from sayso.reconcile.statements import Statement

Edge = tuple[float, int, str, str, bool]  # how strong (the less the stronger), the place of the first, keys, contrary
ANSWER = 2.0  # weight of an answer: what answers something tells its side better than any likeness of words
WEAK = 0.2  # alignment below which two statements tell nothing of each other's side


def polarities(
    proposition: Statement, members: Sequence[Statement], answered: Sequence[Answer], aligner: Aligner
) -> dict[str, Polarity]:
    """The side of each member on the question that `proposition` puts.

    The strongest tie first (an answer, then the best alignment), each member takes the side, or the contrary, of one
    whose side is known. Who is tied to nobody asserts, or denies where his words are a denial.
    """
    order = {m.key: n for n, m in enumerate(members)}
    by_key = {m.key: m for m in members}
    # It is asked whether it was so, also where all who speak to it say that it was not.
    against = denying(proposition) or flat(proposition) or (proposition.stance == "denies" and negative(proposition))
    sides: dict[str, bool] = {proposition.key: not against}
    partly: set[str] = set()
    edges: list[Edge] = []
    doubting = {answer.by.key for answer in answered if answer.relation == "doubts"}
    for answer in answered:
        if answer.by.key in order and answer.to.key in order and answer.relation not in (*SILENT, "doubts"):
            contrary = answer.relation in ("denies", "contradicts")
            edges.append((-ANSWER, order[answer.by.key], answer.by.key, answer.to.key, contrary))
            if answer.relation == "concedes":
                # Beside a denial, an admission takes up the denied question on the other side of it.
                edges[-1] = (*edges[-1][:4], True)
                partly.add(answer.by.key)
    for i, one in enumerate(members):
        for other in members[i + 1 :]:
            fit = aligner.of(one, other)
            if fit.score >= WEAK:
                edges.append((-round(fit.score, 6), order[one.key], one.key, other.key, fit.contrary))
    _spread(sides, edges)
    found: dict[str, Polarity] = {}
    for key, member in by_key.items():
        if member.stance in SILENT:
            found[key] = "no-comment" if member.stance == "no-comment" else "could-not-verify"
        elif key in doubting:
            found[key] = "doubts"
        elif sides.get(key, member.stance != "denies"):
            found[key] = "partly" if key in partly else "asserts"
        else:
            found[key] = "denies"
    for headline in (m for m in members if m.headlined and m.stance not in SILENT):
        # In the few words of a headline somebody is on the side that he is on in the text below.
        below = {
            found[m.key] for m in members if not m.headlined and (m.report, m.root) == (headline.report, headline.root)
        }
        if len(below) == 1:
            found[headline.key] = below.pop()
    return found


def _spread(sides: dict[str, bool], edges: Sequence[Edge]) -> None:
    """Gives sides to whoever is tied to one whose side is known, always along the strongest tie of all that lead on
    (as Prim's algorithm grows a spanning tree).
    """
    ties: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        ties[edge[2]].append(edge)
        ties[edge[3]].append(edge)
    waiting = [edge for key in sides for edge in ties[key]]
    heapify(waiting)
    while waiting:
        _, _, a, b, contrary = heappop(waiting)
        if a in sides and b in sides:
            continue
        known, new = (a, b) if a in sides else (b, a)
        sides[new] = sides[known] != contrary
        for edge in ties[new]:
            heappush(waiting, edge)
