"""Whom an actor speaks for or belongs to, from his name and from what stands beside it in the reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Report
from sayso.reconcile.cast.apposition import descriptions
from sayso.reconcile.cast.camps import stem_of
from sayso.reconcile.cast.described import described_kind
from sayso.reconcile.cast.kinds import core, head, knowledge, noun_kind, state_of, tokens
from sayso.reconcile.cast.member import Member
from sayso.reconcile.words import sentence

AT = ("at", "of", "for", "from", "with")
MINISTERS = ("foreign minister", "defence minister", "defense minister", "interior minister", "health minister")


def affiliations(
    reports: Sequence[Report],
    members: Sequence[Member],
    by_naming: Mapping[tuple[str, str], Member],
    countries: frozenset[str],
) -> None:
    """Fills `voice_of`, `belongs_to` and `state` of the members, from their names first, then from the reports;
    `countries` are the stems of words for states.
    """
    for member in members:
        _from_name(member, members)
    named: dict[str, dict[str, Member]] = defaultdict(dict)
    for (report_id, _), member in by_naming.items():
        named[report_id][member.key] = member
    for report in sorted(reports, key=lambda r: r.id):
        cast = sorted(named[report.id].values(), key=lambda m: m.key)
        for member in cast:
            if member.kind not in ("person", "official") or stem_of(core(member.name)[0]) in countries:
                continue
            if core(member.name)[0][:1].isupper():
                _from_text(member, report, cast, members)
    for member in members:
        _office(member, members)
        _official(member)
        body = member.voice_of
        if body is not None and not body.is_state and _within([*core(member.name)], [*core(body.name)]):
            body.state = body.state or member.state  # "Ada Quill's ministry"


def _from_name(member: Member, members: Sequence[Member]) -> None:
    """ "Harbour Board spokeswoman" speaks for the Harbour Board; "a coastguard officer" belongs to the coastguard."""
    mine = [word.casefold() for word in tokens(member.name)]
    mine = mine[1:] if {*mine[:1]} & {*knowledge().determiners} else mine
    if len(mine) < 2 or member.kind == "armed-group" or " and " in f" {member.name} ":
        return
    held = [
        other
        for other in members
        if other is not member
        and " and " not in f" {other.name} "
        and other.kind != "witness"
        and any(_within([w.casefold() for w in core(form)], mine) and not _noun_of(form, mine) for form in other.names)
    ]
    if not held:
        member.belongs_to = _at(member, members)
        return
    body = max(held, key=lambda other: (len(core(other.name)), other.key))
    noun = head(member.name)[-1].casefold()
    if body.kind == "person" and member.kind in knowledge().body_kinds:
        # "Ada Quill's ministry" is the one that she is of.
        if len(core(body.name)) > 1 and member.kind == "government" and body.voice_of is None:
            body.voice_of = member
    elif noun in (*knowledge().voices, *knowledge().organs) and noun not in {w.casefold() for w in core(body.name)}:
        member.voice_of = body
    else:
        member.belongs_to = body


def _at(member: Member, members: Sequence[Member]) -> Member | None:
    """The body at whose end stands where a description puts somebody: "a chemist at the agency"."""
    words = [word.casefold() for word in tokens(member.name)]
    at = next((i for i, word in enumerate(words) if i and word in AT), len(words))
    if not {*words[at + 1 : at + 2]} & {*knowledge().determiners}:
        return None
    here = [other for other in members if other is not member and member.reports & other.reports]
    fits = [other for other in here if _is_body(other) and _names(words[at + 1 :], other)]
    return fits[0] if len(fits) == 1 and member.kind not in knowledge().body_kinds else None


def _noun_of(form: str, mine: Sequence[str]) -> bool:
    """Whether a form is but the noun that a name ends with: "the ministry" of another is in "the finance ministry"."""
    return [word.casefold() for word in core(form)] == [mine[-1]]


def _within(short: list[str], long: list[str]) -> bool:
    return 0 < len(short) < len(long) and any(long[i : i + len(short)] == short for i in range(len(long)))


def _from_text(member: Member, report: Report, here: Sequence[Member], members: Sequence[Member]) -> None:
    for left, right, start in _mentions(member, report, members):
        for told in descriptions(left, right):
            if told.role:
                member.roles |= {told.role, "minister" if told.role in MINISTERS else told.role}
            if told.role:
                member.state = member.state or _state_in(told.body)
            if member.voice_of or member.belongs_to:
                break
            body = _body(told.body, report, start + told.at, member, here, members)
            if body is None:
                member.state = member.state or _state_in(told.body)
                member.beside.add(told.body)
                if member.kind == "person":
                    body_kind = described_kind(told.body)
                    member.kind = "official" if body_kind == "government" else body_kind or member.kind
            elif told.role.split()[-1:] and told.role.split()[-1] in knowledge().members:
                member.belongs_to = body
            else:
                member.voice_of = body
        if member.voice_of or member.belongs_to:
            return


def _mentions(member: Member, report: Report, members: Sequence[Member]) -> Iterator[tuple[str, str, int]]:
    """The sentence before and after each mention of a name, with where it starts; a surname where no other bears it.

    Full names come first: what stands beside them says more.
    """
    name = core(member.name)
    shared = any(other is not member and core(other.name)[-1] == name[-1] for other in members)
    whole = r"\s+".join(map(re.escape, name))
    alone = rf"(?<![A-Z]\w\s)\b{re.escape(name[-1])}\b" if not shared else None
    seen: set[int] = set()
    for pattern in [whole, *([alone] if alone and len(name) > 1 else [])]:
        for found in re.finditer(pattern, report.text):
            if found.end() not in seen:
                seen.add(found.end())
                start, end = sentence(report.text, found.start())
                yield report.text[start : found.start()], report.text[found.end() : end], start


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
            if other is not member
            and other.kind not in ("witness", "person")
            and _names(words, other)
            # "Defence Minister X" of one report is not of the Freedonian defence ministry that another one names.
            and (known is here or other.state is None or other.state == _state_in(phrase) or other.is_state)
        ]
        if fits:
            return max(fits, key=lambda other: (len(core(other.name)), other.key))
    called = noun_kind(words[-1]) if words else None
    alike = [other for other in here if other.kind == called and called in knowledge().generic_kinds]
    return alike[0] if len(alike) == 1 and len(words) <= 2 else None


def _names(words: list[str], other: Member) -> bool:
    """Whether the words of a phrase end with the actor's name or are the end of it."""
    for name in other.names:
        theirs = [word.casefold() for word in core(name)]
        ending = [word.casefold() for word in head(name)]
        mine = [word for word in words if word not in knowledge().determiners]
        if not mine or not theirs:
            continue
        if mine[-len(theirs) :] == theirs or (theirs[-len(mine) :] == mine and _is_body(other)):
            return True
        if ending[-len(mine) :] == mine and _is_body(other):
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
        of_another = ":" in other.key and not other.is_state and not other.key.startswith(f"{report.id}:")
        if other is member or not _is_body(other) or of_another:
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


def _official(member: Member) -> None:
    """Who holds a public office is an official; who speaks for a government is one, too."""
    body = member.voice_of or member.belongs_to
    if member.kind == "person" and member.roles:
        of_state = body is not None and body.root.kind == "government"
        office = bool(member.roles & knowledge().public_offices) and (body is None or of_state)
        member.kind = "official" if of_state or office else member.kind
