"""Who speaks: sources resolved across reports to actors, with kind, affiliation and side."""

from sayso.reconcile.cast.actors import Cast, Member, Naming, cast, line

__all__ = ["Cast", "Member", "Naming", "cast", "line"]
