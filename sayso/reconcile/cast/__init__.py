"""Who speaks: sources resolved across reports to actors, with kind, affiliation and side."""

from sayso.reconcile.cast.actors import cast
from sayso.reconcile.cast.member import Cast, Member, Naming, line
from sayso.reconcile.cast.publishing import publishing_body

__all__ = ["Cast", "Member", "Naming", "cast", "line", "publishing_body"]
