"""Sources across reports resolved to actors: names, short forms, acronyms and titles of one to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sayso.model import Report
from sayso.reconcile.cast.affiliation import affiliations
from sayso.reconcile.cast.camps import countries, stem_of
from sayso.reconcile.cast.described import describe
from sayso.reconcile.cast.given import as_the_user_says, key_of_name
from sayso.reconcile.cast.home import homes, whole_names
from sayso.reconcile.cast.kinds import core, indefinite, kind, knowledge, known_body, name_like, state_behind, state_of
from sayso.reconcile.cast.member import STATE, Cast, Member, Naming
from sayso.reconcile.cast.merging import bracketed, defined, merge_short_forms, resolve_nouns, resolve_offices
from sayso.reconcile.cast.own import NOBODY, OwnActors
from sayso.reconcile.cast.spelling import as_one

# Descriptions of persons, not names of bodies: "the official" of one report is not that of another.
PER_REPORT = ("official", "combatant", "officer", "witness", "unknown", "scholar", "document", "social-media", "outlet")
# Kinds whose names tell of a state when they have its name in them ("a Freedonian navy officer").
OF_STATES = ("official", "officer", "combatant", "agency", "outlet", "intelligence")


def cast(reports: Sequence[Report], namings: Iterable[Naming], own: OwnActors = NOBODY) -> Cast:
    """Resolves all namings; the result does not depend on the order of either. What the user's file says holds."""
    ordered = sorted(set(namings), key=lambda n: (n.report, n.start, n.name, n.words))
    spelled = defined(reports, (naming.name for naming in ordered))
    home, states = homes(reports), countries(reports)
    whole = whole_names(ordered, home)
    keys = {naming: _of_country(_key(naming, own, whole.get(naming)), states) for naming in ordered}
    members: dict[str, Member] = {}
    for naming in ordered:
        key = keys[naming]
        full = spelled.get(" ".join(core(naming.name)), naming.name)
        member = members.setdefault(key, Member(key, naming.name, kind(full), own=own.of(naming.name)))
        member.names.add(naming.name)
        member.reports.add(naming.report)
        member.called |= {naming.words} if naming.words else set()
        if naming in whole:
            member.state = home[naming.report]
    for member in members.values():
        member.name = _called(member, ordered)
        if member.own is not None:
            member.name, member.kind = member.own.name, member.own.kind or kind(member.own.name)
        member.acronyms = bracketed(member, reports)
    describe(list(members.values()), reports, states, spelled)
    short = merge_short_forms(members, spelled, own)
    for key in short:
        into = _end(short, key)
        members[into].names |= members[key].names
        members[into].reports |= members[key].reports
        members[into].called |= members[key].called
    by_naming = {(n.report, n.name): members[_end(short, keys[n])] for n in ordered}
    resolve_nouns(by_naming, own)
    merged = set(short) | {member.key for member in members.values() if member not in by_naming.values()}
    kept = [member for key, member in sorted(members.items()) if key not in merged]
    for member in kept:
        member.state = _state(member) or member.state
    affiliations(reports, kept, by_naming, states)
    added = as_the_user_says(kept, _state, own)
    resolve_offices(by_naming, own, states)
    held = {id(member) for member in by_naming.values()} | {id(member) for member in added}
    return Cast([member for member in (*kept, *added) if id(member) in held], by_naming)


def _key(naming: Naming, own: OwnActors, whole: str | None) -> str:
    """Equal for two namings that are of one actor by their words alone, or by the user's file; `whole` is a bare
    institution's name with the state of its report.
    """
    given = own.of(naming.name)
    if given is not None:
        return key_of_name(given.name)
    key = key_of_name(whole or naming.name)
    generic = kind(naming.name) in PER_REPORT and not any(name_like(word) for word in core(naming.name))
    own_to_report = (indefinite(naming.name) or generic) and not key.startswith(STATE)
    return f"{naming.report}:{key}" if own_to_report else key


def _of_country(key: str, countries: frozenset[str]) -> str:
    """A key that begins with a word for a country that no list knows, with what its name and its people share:
    "Norland's defence ministry" is "the Norlandic defence ministry".
    """
    first, _, rest = key.partition(" ")
    return f"{stem_of(first)} {rest}" if rest and stem_of(first) in countries else key


def _end(merged: Mapping[str, str], key: str) -> str:
    """The key that a key leads to, of one form into another."""
    while key in merged:
        key = merged[key]
    return key


def _called(member: Member, ordered: Sequence[Naming]) -> str:
    """What an actor is called: a state by the name that reports use most, all others by their fullest form, a known
    body by its own name where a report uses it.
    """
    body = known_body(member.name)
    full = [name for name in member.names if body and as_one(core(name)) == as_one(core(body))]
    if full:
        return min(full, key=lambda n: (len(n), n))
    if member.is_state:
        used = Counter(core(n.name) for n in ordered if n.name in member.names)
        most = max(used, key=lambda words: used[words])  # the first of those used alike
        return max((n for n in member.names if core(n) == most), key=lambda n: (len(n), n))
    fullest = min(member.names, key=lambda n: (-len(core(n)), len(n), n))
    return fullest.split(" (")[0]


def _state(member: Member) -> str | None:
    """The state that a name itself speaks of: its own name, a demonym in front, or one that owns it."""
    if member.is_state:
        return member.key.removeprefix(STATE)
    owner = state_behind(member.name)
    if owner:
        return owner
    if member.kind not in (*knowledge().state_kinds, *OF_STATES):
        return None
    found = core(member.name)
    for size in (2, 1):
        for i in range(len(found) - size + 1):
            state = state_of(" ".join(found[i : i + size]))
            if state:
                return state
    return None
