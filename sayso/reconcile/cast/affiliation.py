"""Whom an actor speaks for or belongs to, from his name and from what stands beside it in the reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.model import Report
from sayso.reconcile.cast.kinds import core, head, kind, knowledge, noun_kind, state_of, tokens
from sayso.reconcile.words import sentence

if TYPE_CHECKING:
    from sayso.reconcile.cast.actors import Member

NAME = r"(?:[A-Z][\w.’'\-]*\s+){0,5}"
# What may follow a name: "who speaks for the union", "of the army", "spokesman for the union".
AFTER = re.compile(
    r"^,?\s+(?:who\s+(?P<verb>speaks?|spoke|leads?|led|heads?|headed|commands?|commanded|runs?|ran|chairs?)\s+(?:for\s+)?"
    r"|(?:(?:the|a|an|one of the \w+)\s+)?(?:[\w\-]+\s+){0,2}?(?P<role>[\w\-]+)\s+(?:of|for|at)\s+|(?P<of>of|from)\s+)"
    r"(?P<body>[^,.;:()“”\"]{2,60})"
)


@cache
def _before() -> re.Pattern[str]:
    """What may stand in front of a name: "its spokesman, Major", "the ministry's head", "the governor of Fell, "."""
    roles = "|".join(
        sorted((re.escape(role) for role in knowledge().voices + knowledge().members), key=len, reverse=True)
    )
    return re.compile(
        r"(?P<owner>(?:[\w’'.\-]+\s+){0,4}?)(?P<role>"
        + roles
        + r")(?:\s+(?:of|for|at)\s+(?P<body>[^,.;:()]{2,40}?))?,?\s+"
        + NAME
        + "$",
        re.IGNORECASE,
    )


OWNER_ONLY = re.compile(r"(?P<owner>(?:[\w’'.\-]+\s+){0,3}[\w.\-]+[’']s?)\s+" + NAME + "$")


def affiliations(
    reports: Sequence[Report], members: Sequence[Member], by_naming: Mapping[tuple[str, str], Member]
) -> None:
    """Fills `voice_of`, `belongs_to` and `state` of the members, from their names first, then from the reports."""
    for member in members:
        if member.kind == "person":
            member.kind = _described(member, reports)
        _from_name(member, members)
    for report in sorted(reports, key=lambda r: r.id):
        here = {m.key: m for (r, _), m in by_naming.items() if r == report.id}
        cast = sorted(here.values(), key=lambda m: m.key)
        for member in cast:
            if member.kind in ("person", "official") and member.voice_of is None and core(member.name)[0][:1].isupper():
                _from_text(member, report, cast, members)
    for member in members:
        _office(member, members)


def _described(member: Member, reports: Sequence[Report]) -> str:
    """The kind of body that a noun beside a capitalised name tells ("the relief group Blue Tent")."""
    called = " ".join(core(member.name))
    name = re.escape(called)
    beside = re.compile(
        rf"(?P<before>(?:[a-z\-]+\s+){{1,3}}){name}\b|\b{name},\s+(?:a|an|the)\s+(?P<after>(?:[a-z\-]+\s+){{0,3}}?[a-z\-]+)"
        rf"(?=,|\.|\s+(?:that|which|who|of|in|for|whose))"
    )
    # Looking for the plain name first: the pattern begins with any word.
    for report in (each for each in reports if called in each.text):
        for found in beside.finditer(report.text):
            words = (found["before"] or found["after"] or found["called"]).split()
            for take in (2, 1):
                named = noun_kind(" ".join(words[-take:]))
                if named in knowledge().body_kinds:
                    return named
    return member.kind


def _from_name(member: Member, members: Sequence[Member]) -> None:
    """ "Harbour Board spokeswoman" speaks for the Harbour Board; "a coastguard officer" belongs to the coastguard."""
    mine = [word.casefold() for word in tokens(member.name)]
    if (":" not in member.key and len(core(member.name)) < 2) or member.kind == "armed-group":
        return
    if " and " in f" {member.name} ":
        return
    held = [
        other
        for other in members
        if other is not member
        and " and " not in f" {other.name} "
        and other.kind != "witness"
        and any(_within([w.casefold() for w in core(form)], mine) for form in other.names)
    ]
    if not held:
        return
    body = max(held, key=lambda other: (len(core(other.name)), other.key))
    noun = head(member.name)[-1].casefold()
    if noun in (*knowledge().voices, *knowledge().organs) and noun not in {w.casefold() for w in core(body.name)}:
        member.voice_of = body
    else:
        member.belongs_to = body


def _within(short: list[str], long: list[str]) -> bool:
    return 0 < len(short) < len(long) and any(long[i : i + len(short)] == short for i in range(len(long)))


def _from_text(member: Member, report: Report, here: Sequence[Member], members: Sequence[Member]) -> None:
    last = core(member.name)[-1]
    for found in re.finditer(rf"\b{re.escape(last)}\b", report.text):
        start, end = sentence(report.text, found.start())
        left, right = report.text[start : found.start()], report.text[found.end() : end]
        for role, phrase, near in _descriptions(left, right):
            if role:
                member.roles.add(role)
            if member.voice_of or member.belongs_to:
                break
            body = _body(phrase, report, start + near, member, here, members)
            if body is None:
                member.state = member.state or _state_in(phrase)
                member.beside.add(phrase)
                if member.kind == "person" and phrase and kind(phrase) in knowledge().body_kinds:
                    member.kind = kind(phrase)
            elif role in knowledge().members:
                member.belongs_to = body
            else:
                member.voice_of = body
        if member.voice_of or member.belongs_to:
            return


def _descriptions(left: str, right: str) -> Iterator[tuple[str, str, int]]:
    """Role, words for the body, and where they stand, from both sides of a name."""
    before = _before().search(left[-160:])
    if before:
        role, owner = before["role"].casefold(), (before["owner"] or "").strip()
        if role == "minister" and owner:
            yield role, f"{owner} ministry", before.start()
        if before["body"]:
            yield role, before["body"], before.start()
        yield role, owner, before.start()
    else:
        owned = OWNER_ONLY.search(left[-120:])
        if owned:
            yield "", owned["owner"], owned.start()
    after = AFTER.match(right[:160])
    if after:
        role = (after["role"] or "").casefold()
        known = role in knowledge().voices or role in knowledge().members
        if after["verb"] or after["of"] or known:
            yield ("head" if after["verb"] else role), after["body"], len(left)


def _body(
    phrase: str, report: Report, at: int, member: Member, here: Sequence[Member], members: Sequence[Member]
) -> Member | None:
    """The actor that the words stand for: by name, by the end of a name, or by "its" the last body before."""
    words = [word.casefold() for word in tokens(phrase)]
    if words and ({words[0], words[-1]} & {*knowledge().owners}):
        return _last_body(report, at, member, here)
    for known in (here, members):
        fits = [
            other
            for other in known
            if other is not member and other.kind not in ("witness", "person") and _names(words, other)
        ]
        if fits:
            return max(fits, key=lambda other: (len(core(other.name)), other.key))
    return None


def _names(words: list[str], other: Member) -> bool:
    """Whether the words of a phrase end with the actor's name or are the end of it."""
    for name in other.names:
        theirs = [word.casefold() for word in core(name)]
        mine = [word for word in words if word not in knowledge().determiners]
        if not mine or not theirs:
            continue
        if mine[-len(theirs) :] == theirs or (theirs[-len(mine) :] == mine):
            return True
        if mine[: len(theirs)] == theirs and len(theirs) > 1:
            return True
    return False


def _is_body(member: Member) -> bool:
    """Whether somebody can speak for it: also for "the families' committee", whose members are witnesses."""
    return (
        member.kind in knowledge().body_kinds or noun_kind(head(member.name)[-1].casefold()) in knowledge().body_kinds
    )


def _last_body(report: Report, at: int, member: Member, here: Sequence[Member]) -> Member | None:
    """The body named last before position `at`, in whichever of its forms."""
    best: tuple[int, str, Member] | None = None
    for other in here:
        if other is member or not _is_body(other) or (":" in other.key and not other.key.startswith(f"{report.id}:")):
            continue
        for name in other.names:
            for form in {name, " ".join(core(name)), core(name)[-1]}:
                place = report.text.rfind(form, 0, at)
                if place >= 0 and (best is None or (place, other.key) > best[:2]):
                    best = (place, other.key, other)
    return best[2] if best else None


def _state_in(phrase: str) -> str | None:
    for word in tokens(phrase):
        state = state_of(word)
        if state:
            return state
    return None


def _office(member: Member, members: Sequence[Member]) -> None:
    """ "The governor's office" speaks for the one who is called governor; a mayor speaks for the town hall."""
    if member.voice_of is not None:
        return
    words = [word.casefold() for word in core(member.name)]
    if len(words) == 2 and words[1] in knowledge().organs:
        holders = [other for other in members if words[0] in other.roles and other is not member]
        if len(holders) == 1:
            member.voice_of = holders[0]
            return
    for role in sorted(member.roles):
        for seat in knowledge().seats.get(role, ()):
            bodies = [other for other in members if " ".join(core(other.name)).casefold() == seat]
            if bodies:
                member.voice_of = bodies[0]
                return
