"""Claims on counts: figures on one question gathered, with their history and their bounds."""

from sayso.reconcile.counts.claims import Count, counts

__all__ = ["Count", "counts"]
