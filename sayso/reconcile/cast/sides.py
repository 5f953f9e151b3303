"""Sides: which actors stand together, from what they belong to and from whom they accuse; unknown stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.model import Report
from sayso.reconcile.cast.actors import Member
from sayso.reconcile.cast.kinds import core, knowledge, noun_kind, state_of, tokens

# A country's name and the adjective made of it share all but an ending such as these.
ENDING = re.compile(r"(?:ians?|ia|ans?|ese|ish|ic|is?|ers?|ns?|a|e|s)$")


def stem_of(name: str) -> str:
    """What a country's name and its adjective have in common ("Freedonia", "Freedonian")."""
    stripped = ENDING.sub("", name.casefold())
    return stripped if len(stripped) >= 3 else name.casefold()


def sides(reports: Sequence[Report], members: Sequence[Member], accusers: Iterable[Member]) -> None:
    """Gives every actor of one story the side that can be shown, by its label.

    A side is a state, with its institutions and those who speak for them, or another party that belongs to
    none: an armed group, and whoever accuses or is accused (`accusers`).
    """
    accusing = {member.key for member in accusers}
    camps = _camps(reports, members)
    only = next(iter(camps.values())) if len(set(camps.values())) == 1 else None
    for member in members:
        member.side = None
        if member.kind == "person" and len(core(member.name)) == 1 and stem_of(core(member.name)[0]) in camps:
            member.kind = "government"
    for member in members:
        member.side = _own(member, camps, only, reports, accusing)
    for _ in range(3):
        for member in members:
            body = member.voice_of or member.belongs_to
            if member.side is None and body is not None and body is not member:
                member.side = body.side


def _own(
    member: Member, camps: dict[str, str], only: str | None, reports: Sequence[Report], accusing: set[str]
) -> str | None:
    if member.voice_of is not None or member.belongs_to is not None:
        return None
    if member.state:
        return member.state
    camp = _camp_in(member.name, camps)
    if camp and member.kind not in ("person", "witness"):
        return camp
    if member.kind in (*knowledge().state_kinds, "official"):
        if ":" in member.key:
            return None
        return _named_beside(member, camps, reports) or only or (_STATE if not camps else None)
    if member.kind == "armed-group" and ":" not in member.key:
        return member.name
    if member.kind in knowledge().party_kinds and member.key in accusing:
        return member.name
    return None


_STATE = "the state"


def _camps(reports: Sequence[Report], members: Sequence[Member]) -> dict[str, str]:
    """Words for the states and would-be states of a story (stems in lower case) to one label each."""
    found: dict[str, list[str]] = {}
    for member in members:
        if member.key.startswith("state:"):
            found.setdefault(stem_of(member.name), []).append(member.state or member.name)
    for name in sorted({word for report in reports for word in _modifiers(report.text)}):
        if not state_of(name) and noun_kind(name.casefold()) is None:
            found.setdefault(stem_of(name), []).append(name)
    for stem in found:
        found[stem] += [w for r in reports for w in re.findall(rf"\b{stem.capitalize()}\w{{0,4}}\b", r.text) if stem_of(w) == stem]
    return {stem: min(names, key=lambda n: (len(n), n)) for stem, names in sorted(found.items())}


def _institutions() -> str:
    nouns = [n for k in knowledge().state_kinds for n in knowledge().kinds[k] if n.isalpha() and len(n) > 3]
    return "|".join(sorted(nouns, key=len, reverse=True))


def _modifiers(text: str) -> set[str]:
    """Capitalised words that stand as owner or adjective before an institution of a state ("Freedonian army")."""
    pattern = re.compile(
        r"(?<=[a-z,;] )(?:the )?(?P<name>[A-Z][a-z]{3,})(?:[’']s)? (?:[a-z]+ |General |Joint )?(?:" + _MILITARY + r")\b"
    )
    return {found["name"] for found in pattern.finditer(text)}


_MILITARY = "army|armed forces|military|government|defence minister|foreign minister|soldiers|troops|forces|General Staff|Joint Command"


def _camp_in(name: str, camps: dict[str, str]) -> str | None:
    for word in core(name):
        if word[:1].isupper() and stem_of(word) in camps:
            return camps[stem_of(word)]
    return None


def _named_beside(member: Member, camps: dict[str, str], reports: Sequence[Report]) -> str | None:
    """The camp whose adjective stands before the name somewhere, else the one in the name of its only outlet."""
    name = re.escape(" ".join(tokens(" ".join(core(member.name)))))
    found: dict[str, int] = {}
    for report in reports:
        for match in re.finditer(rf"([A-Z][\w]+)(?:[’']s)?\s+{name}\b", report.text):
            camp = camps.get(stem_of(match.group(1)))
            if camp:
                found[camp] = found.get(camp, 0) + 1
    if found:
        return max(sorted(found), key=lambda camp: found[camp])
    outlets = {r.outlet for r in reports if r.outlet and any(form in r.text for form in member.names)}
    if len(outlets) == 1:
        return _camp_in(next(iter(outlets)), camps)
    return None
