"""Copies between reports: which report rests on which, and whose word a copied sentence is."""

from sayso.reconcile.copies.graph import Copies

__all__ = ["Copies"]
