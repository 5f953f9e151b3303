"""Who speaks: sources resolved across reports to actors, with kind, affiliation and side."""

from sayso.reconcile.cast.actors import cast
from sayso.reconcile.cast.member import Cast, Member, Naming, line

__all__ = ["Cast", "Member", "Naming", "cast", "line"]
