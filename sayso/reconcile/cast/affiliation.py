"""Whom an actor speaks for or belongs to, from his name and from what stands beside it in the reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.model import Report
from sayso.reconcile.cast.beside import is_body, names, read_beside
from sayso.reconcile.cast.camps import stem_of
from sayso.reconcile.cast.kinds import core, head, indefinite, knowledge, name_like, tokens
from sayso.reconcile.cast.member import Member
from sayso.reconcile.cast.spelling import within

Forms = dict[str, list[tuple[Member, list[str]]]]  # actors with each of their names, by its first word, in lower case
AT = ("at", "of", "for", "from", "with")


def affiliations(
    reports: Sequence[Report],
    members: Sequence[Member],
    by_naming: Mapping[tuple[str, str], Member],
    countries: frozenset[str],
) -> None:
    """Fills `voice_of`, `belongs_to` and `state` of the members, from their names first, then from the reports;
    `countries` are the stems of words for states.
    """
    forms = _by_first_word(members)
    for member in members:
        _from_name(member, members, forms)
    named: dict[str, dict[str, Member]] = defaultdict(dict)
    for (report_id, _), member in by_naming.items():
        named[report_id][member.key] = member
    for report in sorted(reports, key=lambda r: r.id):
        cast = sorted(named[report.id].values(), key=lambda m: m.key)
        for member in cast:
            if member.kind not in ("person", "official") or stem_of(core(member.name)[0]) in countries:
                continue
            if name_like(core(member.name)[0]):
                read_beside(member, report, cast, members)
    for member in members:
        _office(member, members)
        _official(member)
        body = member.voice_of
        if body is not None and not body.is_state and within(core(member.name), core(body.name)):
            body.state = body.state or member.state  # "Ada Quill's ministry"


def _by_first_word(members: Sequence[Member]) -> Forms:
    found: Forms = defaultdict(list)
    for member in members:
        if member.kind != "witness" and " and " not in f" {member.name} ":
            for form in member.names:
                words = [word.casefold() for word in core(form)]
                found[words[0]].append((member, words))
    return found


def _from_name(member: Member, members: Sequence[Member], forms: Forms) -> None:
    """ "Harbour Board spokeswoman" speaks for the Harbour Board; "a coastguard officer" belongs to the coastguard."""
    mine = [word.casefold() for word in tokens(member.name)]
    mine = mine[1:] if {*mine[:1]} & {*knowledge().determiners} else mine
    if len(mine) < 2 or member.kind == "armed-group" or " and " in f" {member.name} ":
        return
    held = [
        other
        for first in mine
        for other, words in forms.get(first, ())
        # "The finance ministry" of another is in "Norland's finance ministry": what a name ends with says nothing.
        if other is not member and within(words, mine) and words != mine[-len(words) :]
    ]
    if not held:
        body = _at(member, members)
        if body is not None and head(member.name)[-1].casefold() in knowledge().voices and not indefinite(member.name):
            member.voice_of = body  # "the director of Lode hospital"
        else:
            member.belongs_to = body
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
    here = [other for other in members if other is not member and member.reports & other.reports]
    if {*words[at + 1 : at + 2]} & {*knowledge().determiners}:
        fits = [other for other in here if is_body(other) and names(words[at + 1 :], other)]
    else:
        fits = [
            other for other in here if is_body(other) and [w.casefold() for w in core(other.name)] == words[at + 1 :]
        ]
    return fits[0] if len(fits) == 1 and member.kind not in knowledge().body_kinds else None


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
