"""Statements found by what they speak of: two that share nothing of it cannot fit, and need not be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sayso.reconcile.questions.alignment import Aligner
from sayso.reconcile.statements import Statement


class Touching:
    """An index of statements by what their points speak of (`Aligner.spoken`)."""

    def __init__(self, statements: Iterable[Statement], aligner: Aligner) -> None:
        self._statements = list(statements)
        self._aligner = aligner
        self._speaking: dict[str, list[int]] = defaultdict(list)
        for number, statement in enumerate(self._statements):
            for each in aligner.spoken(statement):
                self._speaking[each].append(number)

    def of(self, *statements: Statement) -> list[Statement]:
        """Those that share something with any of `statements`, in the order in which they were given."""
        shared = {each for statement in statements for each in self._aligner.spoken(statement)}
        numbers = {number for each in shared for number in self._speaking.get(each, ())}
        return [self._statements[number] for number in sorted(numbers)]
