"""Sides: which actors stand together, from what they belong to and from whom they accuse; unknown stays unknown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Report
from sayso.reconcile.cast.camps import camp_in, camps_of, countries, stem_of
from sayso.reconcile.cast.described import described_kind
from sayso.reconcile.cast.given import given_side
from sayso.reconcile.cast.kinds import core, head, indefinite, knowledge, noun_kind, tokens
from sayso.reconcile.cast.member import Member

THE_STATE = "the state"
CLAIMING = ("unknown", "person", "company", "movement")  # kinds that a body is taken for by its name alone
OFTEN = 3  # times that a country is named in a story that is about it


@dataclass(frozen=True, slots=True)
class Scene:
    """What a story tells of its camps: their labels by the stems of their words, those that it is about (`home`, in
    order), those that each report speaks of, those whom institutions accuse, and the actors who accuse or admit.
    """

    camps: Mapping[str, str]
    home: tuple[str, ...]
    named: Mapping[str, frozenset[str]]
    rivals: Mapping[str, set[str]]
    accusing: set[str]


def sides(
    reports: Sequence[Report],
    members: Sequence[Member],
    accusations: Sequence[tuple[Member, str]],
    admitting: Sequence[Member] = (),
    claiming: Sequence[Member] = (),
) -> dict[str, str]:
    """Gives every actor of one story the side that can be shown, by its label; returns the words for sides that are
    states, by their stems.

    A side is a state (or a territory with a government or an army of its own), with its institutions and those
    who speak for them; or another party that belongs to none: an armed group, and whoever accuses, denies or admits.
    `accusations` are actors with the words in which they accuse or deny, `admitting` those who admit something,
    `claiming` those who claim an attack: where nothing else tells what these are, they are armed groups. A side that
    the user's file gives holds.
    """
    for member in claiming:
        if member.kind in CLAIMING and member.own is None and not member.is_state:
            member.kind = "armed-group"
    camps = camps_of(reports, members)
    for member in members:
        member.side = None
        if (
            member.kind == "person"
            and not member.own
            and len(core(member.name)) == 1
            and stem_of(core(member.name)[0]) in camps
        ):
            member.kind = "government"
    accusing = {member.key for member in (*(m for m, _ in accusations), *admitting)}
    scene = _scene(reports, camps, accusing, accusations)
    for member in members:
        told, side = given_side(member)
        if told:
            member.side = side
        elif member.voice_of is None and not _several(member):
            member.side = _own(member, scene, reports)
            if member.state is None and member.side in camps.values():
                member.state = member.side
    for _ in range(3):
        for member in members:
            body = member.voice_of or member.belongs_to
            if member.side is None and body is not None and not _several(member) and not given_side(member)[0]:
                member.side = body.side or member.state
            if body is not None and body is member.voice_of and body.side is None and not given_side(body)[0]:
                body.side = member.state
    return camps


def _several(member: Member) -> bool:
    """Two sources under one name ("the army and the rebels") have no side together."""
    return " and " in f" {member.name} "


def _own(member: Member, scene: Scene, reports: Sequence[Report]) -> str | None:
    if member.state:
        return member.state
    camps = scene.camps
    # "The observer mission in Freedonia" is not Freedonia's.
    called = " ".join(head(member.name)) if member.kind in knowledge().neutral_kinds else member.name
    camp = camp_in(called, camps) or next(
        (c for words in sorted(member.beside) if member.roles and (c := camp_in(words, camps))), None
    )
    if (
        camp
        and member.kind not in ("armed-group", *knowledge().helping_kinds)
        and (member.beside or member.kind not in ("person", "witness", "outlet", "unknown"))
    ):
        return camp
    if member.belongs_to is not None:
        return None
    known = knowledge()
    state_union = member.kind == "union" and noun_kind(core(member.name)[0].casefold()) in known.state_kinds
    if state_union or member.kind in (*known.state_kinds, *known.public_kinds):
        # An institution without a country's name is that of its report's one country, unless it accuses that one.
        beside = _named_beside(member, camps, reports)
        if beside:
            return beside
        of_state = (
            member.kind in known.state_kinds
            or bool(member.roles & known.public_offices)
            or any(described_kind(words) in known.state_kinds for words in member.beside)
        )
        if not camps:
            return THE_STATE if state_union or of_state else None
        if not of_state or indefinite(member.name):
            return None
        return _camp_here(member, scene)
    if (
        member.kind == "armed-group"
        and not indefinite(member.name)
        and any(word[:1].isupper() for word in core(member.name))
    ):
        return " ".join(core(member.name))
    if member.kind in known.party_kinds and member.key in scene.accusing and not indefinite(member.name):
        return " ".join(core(member.name))
    return None


def _rivals(accusations: Sequence[tuple[Member, str]], camps: Mapping[str, str]) -> dict[str, set[str]]:
    """Camps to the institutions without a camp of their own that accuse them by name."""
    found: dict[str, set[str]] = {}
    for member, words in accusations:
        named = camp_in(words, camps)
        root = member.root
        of_state = root.kind in (*knowledge().state_kinds, *knowledge().public_kinds)
        if named and of_state and camp_in(root.name, camps) is None and not root.state:
            found.setdefault(named, set()).add(root.key)
    return found


def _scene(
    reports: Sequence[Report],
    camps: Mapping[str, str],
    accusing: set[str],
    accusations: Sequence[tuple[Member, str]],
) -> Scene:
    """A story is about the camps that have institutions in it or are named again and again."""
    named = {
        report.id: Counter(camps[stem_of(w)] for w in tokens(report.text) if w[:1].isupper() and stem_of(w) in camps)
        for report in reports
    }
    often = {label for label, times in sum(named.values(), Counter()).items() if times >= OFTEN}
    owning = {camps[stem] for stem in countries(reports) if stem in camps}
    # What is named once in passing ("the Canadian embassy") is not what a report is about, unless it acts in the story;
    # nor is what it only says to be blamed.
    acting = {report.id: owning - _blamed(report, camps) for report in reports}
    about = {id_: frozenset(c for c, n in each.items() if n > 1 or c in acting[id_]) for id_, each in named.items()}
    return Scene(
        camps,
        tuple(sorted(owning | often)),
        about,
        _rivals(accusations, camps),
        accusing,
    )


def _blamed(report: Report, camps: Mapping[str, str]) -> set[str]:
    """The camps that a report names as whom somebody blames ("pointed the finger at Freedonia")."""
    words = "|".join(map(re.escape, knowledge().blaming))
    found = re.finditer(rf"\b(?:{words})\s+(?:the\s+)?([A-Z]\w+)", report.text)
    return {camps[stem] for match in found if (stem := stem_of(match[1])) in camps}


def _camp_here(member: Member, scene: Scene) -> str | None:
    """The one camp of the story, or the only one that a report which names the member speaks of; never one that it
    accuses, but the other of two.
    """
    if re.match(r"(?:[Tt]he\s+)?[A-Z][\w\-]+[’']s\s", member.name):
        return None  # somebody else's
    labels, rivals = scene.home, scene.rivals
    if not labels:
        return THE_STATE  # those that are named are only foreign
    accused = [label for label in labels if member.root.key in rivals.get(label, ())]
    if len(labels) == 1:
        return THE_STATE if rivals.get(labels[0]) else labels[0]
    if accused:
        return next((label for label in labels if label not in accused), None) if len(labels) == 2 else None
    named = [told & {*labels} for report, told in scene.named.items() if report in member.reports]
    alone = {next(iter(each)) for each in named if len(each) == 1}
    return next(iter(alone)) if len(alone) == 1 else None


def _named_beside(member: Member, camps: Mapping[str, str], reports: Sequence[Report]) -> str | None:
    """The camp whose name stands before the actor's somewhere, else the one in the name of its only outlet."""
    called = " ".join(core(member.name))
    before = re.compile(rf"([A-Z]\w+)(?:[’']s)?\s+{re.escape(called)}\b")
    found: dict[str, int] = {}
    for report in reports:
        for match in before.finditer(report.text) if called in report.text else ():
            camp = camps.get(stem_of(match.group(1)))
            if camp:
                found[camp] = found.get(camp, 0) + 1
    if found:
        return max(sorted(found), key=lambda camp: found[camp])
    forms = [" ".join(core(form)) for form in member.names]
    outlets = {report.outlet for report in reports if any(form in report.text for form in forms)}
    only = next(iter(outlets)) if len(outlets) == 1 else None
    return camp_in(only, camps) if only else None
