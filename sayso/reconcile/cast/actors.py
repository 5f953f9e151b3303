"""Sources across reports resolved to actors: names, short forms, acronyms and titles of one to one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.model import Report
from sayso.reconcile.cast.affiliation import affiliations
from sayso.reconcile.cast.kinds import core, head, indefinite, kind, knowledge, noun_kind, state_behind, state_of


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as one report credits it, with a place where it stands (for order)."""

    report: str
    name: str
    start: int = 0


@dataclass(slots=True)
class Member:
    """An actor in the making. `voice_of` is the body in whose name he speaks; `belongs_to` what he is part of;
    `beside` are the words for a body that stand beside his name where that body is no actor itself.
    """

    key: str
    name: str
    kind: str
    names: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    voice_of: Member | None = None
    belongs_to: Member | None = None
    state: str | None = None
    side: str | None = None

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


def _folded(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in core(name))


def _key(naming: Naming) -> str:
    """Equal for two namings that are of one actor by their words alone."""
    state = state_of(" ".join(core(naming.name))) or state_of(naming.name)
    if state:
        return f"state:{state}"
    joined = " ".join(_folded(naming.name))
    generic = kind(naming.name) in _PER_REPORT and not any(word[:1].isupper() for word in core(naming.name))
    return f"{naming.report}:{joined}" if indefinite(naming.name) or generic else joined


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
        return True
    leading = a[0][:1].isupper() and long.kind in (
        "company",
        "outlet",
        "agency",
        "aid-group",
        "rights-group",
        "monitor",
    )
    return leading and low_b[: len(a)] == low_a


def _merge_short_forms(members: dict[str, Member]) -> dict[str, str]:
    """Keys of short forms to the key of the one full form that each fits; none where it fits several."""
    found: dict[str, str] = {}
    for key, short in members.items():
        fits = [k for k, long in members.items() if k != key and _short_form(short, long)]
        # Of several full forms that are short forms of one another ("Staff", "General Staff") the longest holds.
        longest = [k for k in fits if not any(k != o and _short_form(members[k], members[o]) for o in fits)]
        if len(longest) == 1:
            found[key] = longest[0]
    return found


def cast(reports: Sequence[Report], namings: Iterable[Naming]) -> Cast:
    """Resolves all namings; the result does not depend on the order of either."""
    ordered = sorted(set(namings), key=lambda n: (n.report, n.start, n.name))
    members: dict[str, Member] = {}
    for naming in ordered:
        key = _key(naming)
        member = members.setdefault(key, Member(key, naming.name, kind(naming.name)))
        member.names.add(naming.name)
    for member in members.values():
        # The fullest form that is no mere description is what the actor is called.
        member.name = min(member.names, key=lambda n: (-len(core(n)), len(n), n))
        # A state is called by its name, also where only its capital or its adjective stands for it.
        member.name = member.key.removeprefix("state:") if member.key.startswith("state:") else member.name
    short = _merge_short_forms(members)
    for key, into in short.items():
        while into in short:
            into = short[into]
        members[into].names |= members[key].names
    by_naming = {}
    for naming in ordered:
        key = _key(naming)
        while key in short:
            key = short[key]
        by_naming[naming.report, naming.name] = members[key]
    _resolve_nouns(by_naming)
    short |= {member.key: "" for member in members.values() if member not in by_naming.values()}
    kept = [member for key, member in sorted(members.items()) if key not in short]
    for member in kept:
        member.state = _state(member)
    affiliations(reports, kept, by_naming)
    _resolve_offices(by_naming)
    held = {id(member) for member in by_naming.values()}
    return Cast([member for member in kept if id(member) in held], by_naming)


def _resolve_offices(by_naming: dict[tuple[str, str], Member]) -> None:
    """ "The minister" is the one who is named with that office in the report, else in the story."""
    for (report, name), member in sorted(by_naming.items(), key=lambda item: item[0]):
        words = head(name)
        office = words[-1].casefold() if words else ""
        if (
            office not in knowledge().voices
            or indefinite(name)
            or member.voice_of
            or any(w[:1].isupper() for w in words)
        ):
            continue
        holders = {m.key: (r, m) for (r, _), m in by_naming.items() if office in m.roles and m is not member}
        here = {m.key for (r, _), m in by_naming.items() if r == report} & holders.keys()
        keys = here or holders.keys()
        if len(keys) == 1:
            holder = holders[next(iter(keys))][1]
            holder.names.add(name)
            by_naming[report, name] = holder


def _resolve_nouns(by_naming: dict[tuple[str, str], Member]) -> None:
    """ "The company", "the ministry" in a report are the one body of that noun or kind that it names in full."""
    full = {key: m for key, m in by_naming.items() if not _bare_noun(key[1]) and ":" not in m.key}
    for (report, name), member in sorted(by_naming.items(), key=lambda item: item[0]):
        if not _bare_noun(name) or not _bare_noun(member.name):
            continue
        noun = core(name)[-1].casefold()
        same = {m.key: (r, m) for (r, _), m in full.items() if _is_a(m, noun)}
        here = {m.key: m for (r, _), m in full.items() if r == report and _is_a(m, noun)}
        if len(here) == 1 or (not here and len(same) == 1):
            found = next(iter(here.values())) if here else next(iter(same.values()))[1]
            found.names.add(name)
            by_naming[report, name] = found


def _bare_noun(name: str) -> bool:
    """Whether a name is nothing but the noun for a kind of body."""
    words = core(name)
    return len(words) == 1 and noun_kind(words[0].casefold()) in knowledge().body_kinds and not state_of(words[0])


def _is_a(member: Member, noun: str) -> bool:
    if member.key.startswith("state:") or " and " in member.name:
        return False
    return core(member.name)[-1].casefold() == noun or (member.kind == noun == "company")


def _state(member: Member) -> str | None:
    """The state that a name itself speaks of: its own name, a demonym in front, or one that owns it."""
    if member.key.startswith("state:"):
        return member.key.removeprefix("state:")
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
