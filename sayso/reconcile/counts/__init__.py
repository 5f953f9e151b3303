"""Claims on counts: figures on one question gathered, with their history and their bounds."""

from sayso.reconcile.counts.gathering import counts
from sayso.reconcile.counts.model import Count, Stand

__all__ = ["Count", "Stand", "counts"]
