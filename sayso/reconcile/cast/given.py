"""What the user's file says of actors (docs/actors.md), put in place of what was inferred."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.reconcile.cast.kinds import core, kind, known_body, state_of
from sayso.reconcile.cast.member import STATE, Member
from sayso.reconcile.cast.own import NO_SIDE, OwnActors
from sayso.reconcile.cast.spelling import as_one


def key_of_name(name: str) -> str:
    """Equal for two names of one actor: of one state or known body, or of the same words however they are put."""
    state = state_of(" ".join(core(name))) or state_of(name)
    if state:
        return f"{STATE}{state}"
    return " ".join(as_one(core(known_body(name) or name)))


def as_the_user_says(members: Sequence[Member], state: Callable[[Member], str | None], own: OwnActors) -> list[Member]:
    """Gives the members whom the user's file names their kind, body and state as it says; returns bodies that the
    reports credit with nothing. `state` tells the state that a name speaks of.
    """
    by_key = {member.key: member for member in members}
    added: list[Member] = []

    def body(name: str) -> Member:
        given = own.of(name)
        key = key_of_name(given.name if given else name)
        if key not in by_key:
            called = given.name if given else name
            by_key[key] = Member(key, called, kind(called), {name}, own=given)
            by_key[key].state = state(by_key[key])
            added.append(by_key[key])
        return by_key[key]

    waiting = list(members)
    while waiting:
        member = waiting.pop(0)
        given, before = member.own, len(added)
        if given is None:
            continue
        member.kind = given.kind or member.kind
        if given.speaks_for is not None:
            member.voice_of, member.belongs_to = body(given.speaks_for), None
        elif given.affiliation is not None:
            member.voice_of, member.belongs_to = None, body(given.affiliation)
        if given.side is not None:
            member.state = None
        waiting += added[before:]
    return added


def given_side(member: Member) -> tuple[bool, str | None]:
    """Whether the user's file says on which side a member is, and the side, None where it has none."""
    side = member.own.side if member.own else None
    return side is not None, None if side == NO_SIDE else side
