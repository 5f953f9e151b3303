"""Sides: which actors stand together, from what they belong to and from whom they accuse; unknown stays unknown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.model import Report
from sayso.reconcile.cast.actors import Member, given_side
from sayso.reconcile.cast.kinds import core, indefinite, knowledge, noun_kind, state_of

# A country's name and the adjective made of it share all but an ending such as these.
ENDING = re.compile(r"(?:ians?|ia|ans?|ese|ish|ic|is?|ers?|ns?|a|e|s)$")
THE_STATE = "the state"


def stem_of(name: str) -> str:
    """What a country's name and its adjective have in common ("Freedonia", "Freedonian")."""
    stripped = ENDING.sub("", name.casefold())
    return stripped if len(stripped) >= 3 else name.casefold()


def sides(
    reports: Sequence[Report], members: Sequence[Member], accusations: Sequence[tuple[Member, str]]
) -> dict[str, str]:
    """Gives every actor of one story the side that can be shown, by its label; returns the words for sides that are
    states, by their stems.

    A side is a state (or a territory with a government or an army of its own), with its institutions and those
    who speak for them; or another party that belongs to none: an armed group, and whoever accuses or denies.
    `accusations` are actors with the words in which they accuse or deny. A side that the user's file gives holds.
    """
    camps = _camps(reports, members)
    for member in members:
        member.side = None
        if (
            member.kind == "person"
            and not member.own
            and len(core(member.name)) == 1
            and stem_of(core(member.name)[0]) in camps
        ):
            member.kind = "government"
    accusing = {member.key for member, _ in accusations}
    rivals = _rivals(accusations, camps)
    for member in members:
        told, side = given_side(member)
        if told:
            member.side = side
        elif member.voice_of is None and not _several(member):
            member.side = _own(member, camps, rivals, reports, accusing)
    for _ in range(3):
        for member in members:
            body = member.voice_of or member.belongs_to
            if member.side is None and body is not None and not _several(member) and not given_side(member)[0]:
                member.side = body.side or member.state
    return camps


def _several(member: Member) -> bool:
    """Two sources under one name ("the army and the rebels") have no side together."""
    return " and " in f" {member.name} "


def _own(
    member: Member,
    camps: Mapping[str, str],
    rivals: Mapping[str, set[str]],
    reports: Sequence[Report],
    accusing: set[str],
) -> str | None:
    if member.state:
        return member.state
    camp = _camp_in(member.name, camps) or next(
        (c for words in sorted(member.beside) if member.roles and (c := _camp_in(words, camps))), None
    )
    if (
        camp
        and member.kind != "armed-group"
        and (member.beside or member.kind not in ("person", "witness", "outlet", "unknown"))
    ):
        return camp
    if member.belongs_to is not None:
        return None
    known = knowledge()
    state_union = member.kind == "union" and noun_kind(core(member.name)[0].casefold()) in known.state_kinds
    if state_union or member.kind in (*known.state_kinds, *known.public_kinds):
        # An institution without a country's name is that of the story's one country, unless it accuses that one.
        beside = _named_beside(member, camps, reports)
        labels = sorted(set(camps.values()))
        if beside:
            return beside
        if not labels:
            return THE_STATE if state_union or member.kind in known.state_kinds else None
        if len(labels) == 1 and member.kind in known.state_kinds and not indefinite(member.name):
            return THE_STATE if rivals.get(labels[0]) else labels[0]
        return None
    if (
        member.kind == "armed-group"
        and not indefinite(member.name)
        and any(word[:1].isupper() for word in core(member.name))
    ):
        return " ".join(core(member.name))
    if member.kind in known.party_kinds and member.key in accusing and not indefinite(member.name):
        return " ".join(core(member.name))
    return None


def _camps(reports: Sequence[Report], members: Sequence[Member]) -> dict[str, str]:
    """Stems of the words for the states and would-be states of a story to one label each.

    A word is taken for one where it names a known state, or where it owns an institution of a state in the name of
    an actor or in the text ("Freedonia's army") and stands for a place or a people elsewhere in the reports.
    """
    texts = [report.text for report in reports]
    found: dict[str, set[str]] = {}
    for member in members:
        if member.key.startswith("state:"):
            found.setdefault(stem_of(member.name), set()).add(member.state or member.name)
        elif member.kind in knowledge().state_kinds or member.kind == "official":
            first = core(member.name)[0]
            if len(core(member.name)) > 1 and _stands_alone(first, texts):
                found.setdefault(stem_of(first), set()).add(first)
    for text in texts:
        for match in _owned().finditer(text):
            if _stands_alone(match["name"], texts):
                found.setdefault(stem_of(match["name"]), set()).add(match["name"])
    for stem, names in found.items():
        pattern = re.compile(rf"\b{re.escape(stem.capitalize())}\w{{0,4}}\b")
        names |= {w for text in texts for w in pattern.findall(text) if stem_of(w) == stem and w.endswith(COUNTRY)}
    return {
        stem: next(
            (s for n in sorted(names) if (s := state_of(n))),
            min(names, key=lambda n: (not n.endswith(COUNTRY), len(n), n)),
        )
        for stem, names in sorted(found.items())
    }


COUNTRY = ("ia", "land", "stan", "a", "o", "e", "y")  # endings of names of countries rather than of peoples


@cache
def _owned() -> re.Pattern[str]:
    """ "Freedonia's army", "Freedonian troops": an owner or an adjective before what only states have."""
    nouns = "|".join(sorted((re.escape(noun) for noun in knowledge().state_nouns), key=len, reverse=True))
    return re.compile(rf"\b(?P<name>[A-Z][\w\-]{{3,}})(?:[’']s)?\s+(?:{nouns})\b")


def _stands_alone(word: str, texts: Sequence[str]) -> bool:
    """Whether a capitalised word, or one of its stem, is used as the name of a place or a people."""
    if not word[:1].isupper() or noun_kind(word.casefold()) or word.casefold() in knowledge().titles:
        return False
    if state_of(word):
        return True
    stem = re.escape(stem_of(word).capitalize())
    used = re.compile(
        rf"\b(?:in|of|from|over|into|by|the|against|across|between|and|with|to)\s+{stem}\w{{0,4}}\b(?!\s+[A-Z])"
    )
    return len(stem) > 3 and any(used.search(text) for text in texts)


def _rivals(accusations: Sequence[tuple[Member, str]], camps: Mapping[str, str]) -> dict[str, set[str]]:
    """Camps to the institutions without a camp of their own that accuse them by name."""
    found: dict[str, set[str]] = {}
    for member, words in accusations:
        named = _camp_in(words, camps)
        root = member.root
        if named and root.kind in knowledge().state_kinds and _camp_in(root.name, camps) is None and not root.state:
            found.setdefault(named, set()).add(root.key)
    return found


def _camp_in(name: str, camps: Mapping[str, str]) -> str | None:
    """The camp that the words name; None where they name none or two."""
    named = {camps[stem_of(word)] for word in re.findall(r"[A-Z][\w\-]+", name) if stem_of(word) in camps}
    return next(iter(named)) if len(named) == 1 else None


def _named_beside(member: Member, camps: Mapping[str, str], reports: Sequence[Report]) -> str | None:
    """The camp whose name stands before the actor's somewhere, else the one in the name of its only outlet."""
    name = re.escape(" ".join(core(member.name)))
    found: dict[str, int] = {}
    for report in reports:
        for match in re.finditer(rf"([A-Z]\w+)(?:[’']s)?\s+{name}\b", report.text):
            camp = camps.get(stem_of(match.group(1)))
            if camp:
                found[camp] = found.get(camp, 0) + 1
    if found:
        return max(sorted(found), key=lambda camp: found[camp])
    forms = [" ".join(core(form)) for form in member.names]
    outlets = {report.outlet for report in reports if any(form in report.text for form in forms)}
    only = next(iter(outlets)) if len(outlets) == 1 else None
    return _camp_in(only, camps) if only else None
