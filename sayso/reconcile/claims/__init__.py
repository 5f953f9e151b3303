"""Claims of the dossier, from counts and from questions."""

from sayso.reconcile.claims.draft import Draft, told_apart
from sayso.reconcile.claims.of_counts import of_count
from sayso.reconcile.claims.of_questions import of_question

__all__ = ["Draft", "of_count", "of_question", "told_apart"]
