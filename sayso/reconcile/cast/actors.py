"""Sources across reports resolved to actors: names, short forms, acronyms and titles of one to one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.model import Report
from sayso.reconcile.cast.affiliation import affiliations
from sayso.reconcile.cast.kinds import core, head, indefinite, kind, knowledge, noun_kind, state_behind, state_of
from sayso.reconcile.cast.own import NO_SIDE, NOBODY, OwnActor, OwnActors


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as one report credits it, with a place where it stands (for order)."""

    report: str
    name: str
    start: int = 0


STATE = "state:"  # what the keys of states begin with


@dataclass(slots=True)
class Member:
    """An actor in the making. `reports` are those that name him; `voice_of` is the body in whose name he speaks,
    `belongs_to` what he is part of; `beside` are the words for a body that stand beside his name where that body is no
    actor itself; `own` is what the user's file says of him.
    """

    key: str
    name: str
    kind: str
    names: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    voice_of: Member | None = None
    belongs_to: Member | None = None
    state: str | None = None
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
    return actor.key if actor is not None and not actor.key.startswith(STATE) else " ".join(core(name))


def _folded(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in core(name))


def _key(naming: Naming, own: OwnActors = NOBODY) -> str:
    """Equal for two namings that are of one actor by their words alone, or by the user's file."""
    given = own.of(naming.name)
    if given is not None:
        return _key_of_name(given.name)
    state = state_of(" ".join(core(naming.name))) or state_of(naming.name)
    if state:
        return f"{STATE}{state}"
    joined = " ".join(_folded(naming.name))
    generic = kind(naming.name) in _PER_REPORT and not any(word[:1].isupper() for word in core(naming.name))
    return f"{naming.report}:{joined}" if indefinite(naming.name) or generic else joined


def _key_of_name(name: str) -> str:
    state = state_of(" ".join(core(name))) or state_of(name)
    return f"{STATE}{state}" if state else " ".join(_folded(name))


# Descriptions of persons, not names of bodies: "the official" of one report is not that of another.
_PER_REPORT = (
    "official",
    "combatant",
    "officer",
    "witness",
    "unknown",
    "scholar",
    "document",
    "social-media",
    "outlet",
)


def _acronym(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word[:1].isupper())


def _short_form(short: Member, long: Member) -> bool:
    """Whether the first's name is a short form of the second's: last name, head noun, acronym, or leading name."""
    a, b = core(short.name), core(long.name)
    if len(a) >= len(b) or not a or ":" in short.key or ":" in long.key or "and" in b:
        return False
    low_a, low_b = [w.casefold() for w in a], [w.casefold() for w in b]
    if len(a) == 1 and a[0].isupper() and len(a[0]) > 1:
        return a[0] == _acronym(b)
    if low_b[-len(a) :] == low_a:
        # "The Times" of one paper is not the Harbour Times of another.
        return short.kind != "outlet" or short.reports <= long.reports
    leading = a[0][:1].isupper() and long.kind in (
        "company",
        "outlet",
        "agency",
        "aid-group",
        "rights-group",
        "monitor",
    )
    return leading and low_b[: len(a)] == low_a


def _merge_short_forms(members: dict[str, Member], own: OwnActors) -> dict[str, str]:
    """Keys of short forms to the key of the one full form that each fits; none where it fits several."""
    found: dict[str, str] = {}
    for key, short in members.items():
        if short.own is not None:
            # Whom the user names is an actor of its own.
            continue
        fits = [
            k
            for k, long in members.items()
            if k != key and _short_form(short, long) and not own.barred(short.name, long.name)
        ]
        # Of several full forms that are short forms of one another ("Staff", "General Staff") the longest holds.
        longest = [k for k in fits if not any(k != o and _short_form(members[k], members[o]) for o in fits)]
        if len(longest) == 1:
            found[key] = longest[0]
    return found


def cast(reports: Sequence[Report], namings: Iterable[Naming], own: OwnActors = NOBODY) -> Cast:
    """Resolves all namings; the result does not depend on the order of either. What the user's file says holds."""
    ordered = sorted(set(namings), key=lambda n: (n.report, n.start, n.name))
    members: dict[str, Member] = {}
    for naming in ordered:
        key = _key(naming, own)
        member = members.setdefault(key, Member(key, naming.name, kind(naming.name), own=own.of(naming.name)))
        member.names.add(naming.name)
        member.reports.add(naming.report)
    for member in members.values():
        # The fullest form that is no mere description is what the actor is called.
        member.name = min(member.names, key=lambda n: (-len(core(n)), len(n), n))
        # A state is called by its name, also where only its capital or its adjective stands for it.
        member.name = member.key.removeprefix(STATE) if member.key.startswith(STATE) else member.name
        if member.own is not None:
            member.name, member.kind = member.own.name, member.own.kind or kind(member.own.name)
    short = _merge_short_forms(members, own)
    for key, into in short.items():
        while into in short:
            into = short[into]
        members[into].names |= members[key].names
    by_naming = {}
    for naming in ordered:
        key = _key(naming, own)
        while key in short:
            key = short[key]
        by_naming[naming.report, naming.name] = members[key]
    _resolve_nouns(by_naming, own)
    short |= {member.key: "" for member in members.values() if member not in by_naming.values()}
    kept = [member for key, member in sorted(members.items()) if key not in short]
    for member in kept:
        member.state = _state(member)
    affiliations(reports, kept, by_naming)
    added = _as_the_user_says(kept, own)
    _resolve_offices(by_naming, own)
    held = {id(member) for member in by_naming.values()} | {id(member) for member in added}
    return Cast([member for member in (*kept, *added) if id(member) in held], by_naming)


def _as_the_user_says(members: Sequence[Member], own: OwnActors) -> list[Member]:
    """Gives the members whom the user's file names their kind, body and state as it says; returns bodies that the
    reports credit with nothing.
    """
    by_key = {member.key: member for member in members}
    added: list[Member] = []

    def body(name: str) -> Member:
        given = own.of(name)
        key = _key_of_name(given.name if given else name)
        if key not in by_key:
            called = given.name if given else name
            by_key[key] = Member(key, called, kind(called), {name}, own=given)
            by_key[key].state = _state(by_key[key])
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


def _resolve_offices(by_naming: dict[tuple[str, str], Member], own: OwnActors) -> None:
    """ "The minister" is the one who is named with that office in the report, else in the story."""
    for (report, name), member in sorted(by_naming.items(), key=lambda item: item[0]):
        words = head(name)
        office = words[-1].casefold() if words else ""
        if (
            office not in knowledge().voices
            or indefinite(name)
            or member.voice_of
            or any(w[:1].isupper() for w in words)
            or member.own is not None
        ):
            continue
        holders = {m.key: (r, m) for (r, _), m in by_naming.items() if office in m.roles and m is not member}
        here = {m.key for (r, _), m in by_naming.items() if r == report} & holders.keys()
        keys = here or holders.keys()
        holder = holders[next(iter(keys))][1] if len(keys) == 1 else None
        if holder is not None and not own.barred(name, holder.name):
            holder.names.add(name)
            by_naming[report, name] = holder


def _resolve_nouns(by_naming: dict[tuple[str, str], Member], own: OwnActors) -> None:
    """ "The company", "the ministry" in a report are the one body of that noun or kind that it names in full."""
    full = {key: m for key, m in by_naming.items() if not _bare_noun(key[1]) and ":" not in m.key}
    for (report, name), member in sorted(by_naming.items(), key=lambda item: item[0]):
        if not _bare_noun(name) or not _bare_noun(member.name) or member.own is not None:
            continue
        noun = core(name)[-1].casefold()
        fits = {key: m for key, m in full.items() if _is_a(m, noun) and not own.barred(name, m.name)}
        same = {m.key: (r, m) for (r, _), m in fits.items()}
        here = {m.key: m for (r, _), m in fits.items() if r == report}
        # "The ministry" may be the story's; "The Times" of one report is not another's paper.
        elsewhere = not here and len(same) == 1 and member.kind != "outlet"
        if len(here) == 1 or elsewhere:
            found = next(iter(here.values())) if here else next(iter(same.values()))[1]
            found.names.add(name)
            by_naming[report, name] = found


def _bare_noun(name: str) -> bool:
    """Whether a name is nothing but the noun for a kind of body."""
    words = core(name)
    return len(words) == 1 and noun_kind(words[0].casefold()) in knowledge().body_kinds and not state_of(words[0])


def _is_a(member: Member, noun: str) -> bool:
    if member.key.startswith(STATE) or " and " in member.name:
        return False
    return core(member.name)[-1].casefold() == noun or (member.kind == noun == "company")


def _state(member: Member) -> str | None:
    """The state that a name itself speaks of: its own name, a demonym in front, or one that owns it."""
    if member.key.startswith(STATE):
        return member.key.removeprefix(STATE)
    owner = state_behind(member.name)
    if owner:
        return owner
    if member.kind not in (*knowledge().state_kinds, "official", "agency", "outlet", "intelligence"):
        return None
    found = core(member.name)
    for size in (2, 1):
        for i in range(len(found) - size + 1):
            state = state_of(" ".join(found[i : i + size]))
            if state:
                return state
    return None
