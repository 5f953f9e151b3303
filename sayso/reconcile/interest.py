"""Whether it serves the one who says it: the law of evidence's statement against interest, and its contrary."""

from __future__ import annotations

from sayso.model.dossier import Interest
from sayso.reconcile.cast import Member
from sayso.reconcile.cast.kinds import knowledge
from sayso.reconcile.counts.kinds import counting
from sayso.reconcile.statements import Statement


def neutral(actor: Member | None) -> bool:
    """Whether the actor is of a kind that has no side, and none is known of it."""
    return actor is not None and actor.side is None and actor.root.kind in knowledge().neutral_kinds


def of_count(actor: Member | None, whose: str | None, measure: str, conceding: bool) -> Interest:
    """The interest of a position on a count of the losses of side `whose`."""
    if conceding:
        return "against-interest"
    if neutral(actor):
        return "neutral"
    if actor is None or actor.side is None or measure not in counting().losses or whose is None:
        return "unknown"
    # Its own losses a party tells as low, the other's as high, as it likes: only what it concedes is against it.
    return "self-serving"


def of_statement(statement: Statement) -> Interest:
    """The interest of a position on a proposition."""
    actor, stance = statement.actor, statement.stance
    if neutral(actor):
        return "neutral"
    if stance == "admits":
        return "against-interest"
    party = actor is not None and (actor.side is not None or actor.root.kind in knowledge().party_kinds)
    if party and stance in ("denies", "blames"):
        return "self-serving"
    return "unknown"
