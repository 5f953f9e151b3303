"""An actor in the making, and all the actors of a story."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reconcile.cast.kinds import core
from sayso.reconcile.cast.own import OwnActor

STATE = ":"  # what the key of a state begins with; a description's begins with its report


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as one report credits it, with a place where it stands (for order); `words` are those that it is taken for
    there ("Norland's interior minister", whom the report names elsewhere).
    """

    report: str
    name: str
    start: int = 0
    words: str = ""


@dataclass(slots=True)
class Member:
    """An actor in the making. `reports` are those that name him; `acronyms` stand in brackets behind his name;
    `voice_of` is the body in whose name he speaks, `belongs_to` what he is part of; `beside` are the words for a body
    that stand beside his name where that body is no actor itself; `called` the words by which reports credit him
    without his name; `backer` is the state that an armed group is said to be backed by; `own` is what the user's file
    says of him.
    """

    key: str
    name: str
    kind: str
    names: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    voice_of: Member | None = None
    belongs_to: Member | None = None
    state: str | None = None
    backer: str | None = None
    side: str | None = None
    own: OwnActor | None = None

    @property
    def root(self) -> Member:
        """The body whose word it is in the end: a spokesman's ministry, else the actor himself."""
        at, seen = self, {self.key}
        while at.voice_of is not None and at.voice_of.key not in seen:
            at = at.voice_of
            seen.add(at.key)
        return at

    @property
    def affiliation(self) -> str | None:
        """Whom he speaks for or belongs to, else the state that he is of or that backs him."""
        body = self.voice_of or self.belongs_to
        return body.name if body else self.state or self.backer

    @property
    def is_state(self) -> bool:
        """Whether he is a state itself, under whatever name: "Freedonia", its capital, "the Kremlin"."""
        return self.key.startswith(STATE)


@dataclass(slots=True)
class Cast:
    """All actors, found by report and name."""

    members: list[Member]
    by_naming: dict[tuple[str, str], Member]

    def of(self, report: str, name: str | None) -> Member | None:
        """The actor that `report` calls `name`; None where it names none."""
        return self.by_naming.get((report, name)) if name else None


def line(name: str, actor: Member | None) -> str:
    """Equal for what stands on one line of a claim: what an actor says, whatever a report calls him. A spokesman is
    another actor than his ministry, and of a state each name has its own line ("the Kremlin" beside "Russia").
    """
    return actor.key if actor is not None and not actor.is_state else " ".join(core(name))
