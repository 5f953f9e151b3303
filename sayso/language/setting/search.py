"""Finds a figure's place or time: in its clause, its sentence, its paragraph, the report's opening.

A wrong one is worse than none: the farther away a mention stands, the more must speak for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from spacy.tokens import Token

from sayso.language.attribution.cues import cues
from sayso.language.parsing import text_of
from sayso.language.setting.grammar import BESIDE, Grammar, has_subject
from sayso.language.setting.spots import words as word_lists
from sayso.model import Figure, Place, Time
from sayso.model.annotations import SetBy

M = TypeVar("M", Place, Time)
DAYS = ("minute", "hour", "part-of-day", "day")  # precisions of a time that is one event's
NEAR = 16  # characters before a figure in which "the number of" may stand
COARSE = 4  # precision from which a place is a region or a state that may hold another


@dataclass(frozen=True, slots=True)
class Found:
    """A mention, and the stretch in which it was found."""

    mention: Place | Time
    by: SetBy


class Settings(Generic[M]):
    """The mentions of one kind in a report, each with the word that hangs it on its clause."""

    def __init__(
        self,
        grammar: Grammar,
        mentions: Sequence[tuple[M, Token]],
        figures: Sequence[Figure],
        opening: tuple[int, int],
    ) -> None:
        self.grammar = grammar
        self._all: list[tuple[M, Token, Token]] = [
            (mention, token, grammar.clause(token)) for mention, token in mentions
        ]
        # What the opening says of the event that it counts: the setting of figures that have none of their own.
        leading = [f for f in figures if opening[0] <= f.start < opening[1]]
        near = [found for f in leading if (found := self._near(f)) is not None]
        values = {_value(found.mention) for found in near}
        self._opening = near[0].mention if len(values) == 1 and _local(near[0].mention) else None
        self._told = {f.measure for f in leading}
        self._end = opening[1]

    def of(self, figure: Figure) -> Found | None:
        """The mention that a figure is at, and how it was found; None where there is none or several compete."""
        near = self._near(figure)
        if near is not None or self._busy(figure) or figure.mode == "historical" or self._remote(figure):
            return near
        before = self._before(figure)
        if before is not None:
            return before
        if self._opening is not None and figure.start >= self._end and figure.measure in self._told:
            return Found(self._opening, "opening")
        return None

    def _near(self, figure: Figure) -> Found | None:
        """In the figure's own sentence."""
        span = self.grammar.span(figure)
        if span is None:
            return None
        clause, sentence = self.grammar.clause(span.root), span.root.sent
        own = [m for m, _, c in self._all if c.i == clause.i]
        if own:
            return _one(own, "clause")
        held = self.grammar.held(figure)
        here = [
            (m, t, c) for m, t, c in self._all if sentence.start <= t.i < sentence.end and self.grammar.held(m) == held
        ]
        if clause.dep_ in BESIDE:
            # "the blast on Tuesday that killed nine": what hangs on the noun, or stands between it and its clause
            noun = clause.head
            here = [(m, t, c) for m, t, c in here if noun.i < t.i < clause.left_edge.i or t.head.i == noun.i]
            return _one([m for m, _, _ in here], "sentence")
        if self._total(figure):
            return None
        return _one([m for m, t, c in here if _reaches(t, c, clause, span.root)], "sentence")

    def _busy(self, figure: Figure) -> bool:
        """Whether the figure's sentence has mentions of its own, none of which was taken."""
        span = self.grammar.span(figure)
        return span is None or any(span.root.sent.start <= t.i < span.root.sent.end for _, t, _ in self._all)

    def _remote(self, figure: Figure) -> bool:
        """Whether what stands around a figure says nothing of it: a running total, or words in quotation marks."""
        return self._total(figure) or self.grammar.quoted(figure)

    def _total(self, figure: Figure) -> bool:
        """Whether a figure is a running count, which stands at no one event ("the number of dead is 41")."""
        text = text_of(self.grammar.doc)[max(0, figure.start - NEAR) : figure.end].lower().split()
        words = [word.strip(",.;:") for word in text]
        people = word_lists().people
        counted = any(word in cues().tallies and word not in people for word in words)
        return counted or any(a in people and b in ("to", "at", "as", "from") for a, b in pairwise(words))

    def _before(self, figure: Figure) -> Found | None:
        """In the nearest sentence before, of the same paragraph, that has any."""
        text = text_of(self.grammar.doc)
        span = self.grammar.span(figure)
        if span is None:
            return None
        at = span.root.sent.start_char
        start = text.rfind("\n", 0, at) + 1
        earlier = [(m, t) for m, t, c in self._all if start <= m.start < at and c.dep_ not in BESIDE]
        if not earlier:
            return None
        last = earlier[-1][1].sent.start
        found = _one([m for m, t in earlier if t.sent.start == last], "paragraph")
        return found if found is not None and _local(found.mention) else None


def _reaches(token: Token, clause: Token, own: Token, figure: Token) -> bool:
    """Whether a mention in another clause of the sentence is of the figure's clause too.

    Clauses over it and under it are ("died when a bus fell on Monday"), and one joined before it ("on Monday the dam
    broke and nine died"); a relative clause tells of something else.
    """
    if clause.dep_ in BESIDE or any(t.dep_ in BESIDE for t in (*clause.ancestors,) if t.i > own.i):
        return False
    if own in clause.ancestors:
        return clause.dep_ != "conj" or not has_subject(clause)
    if clause in own.ancestors:
        return token.i < figure.i or own.dep_ != "conj" or not has_subject(own)
    return False


def _local(mention: Place | Time) -> bool:
    """Whether a mention is as narrow as one event: a day, a town."""
    if isinstance(mention, Time):
        return mention.precision in DAYS
    return (mention.precision or 0) < COARSE


def _value(mention: Place | Time) -> str | None:
    return mention.value if isinstance(mention, Time) else mention.name


def _one(mentions: Sequence[Place] | Sequence[Time] | Sequence[M], by: SetBy) -> Found | None:
    """The one mention, or the finest of places that lie in one another; None where several compete."""
    places = [m for m in mentions if isinstance(m, Place)]
    fine = [p for p in places if _local(p)]
    chosen: Sequence[Place | Time] = (fine or places) if places else mentions
    return Found(chosen[0], by) if len({_value(m) for m in chosen}) == 1 else None
