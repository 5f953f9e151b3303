"""From what was read in many reports to what stands: stories, actors, events, claims."""

from sayso.reconcile.assemble import reconcile

__all__ = ["reconcile"]
