"""Claims on propositions: statements that speak to one question, gathered with the side that each takes on it."""

from sayso.reconcile.questions.alignment import denying
from sayso.reconcile.questions.answer import Answer
from sayso.reconcile.questions.claims import questions
from sayso.reconcile.questions.question import Question
from sayso.reconcile.questions.reference import answers

__all__ = ["Answer", "Question", "answers", "denying", "questions"]
