"""Which names are of one actor: short forms, acronyms, bare nouns and offices."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model import Report
from sayso.reconcile.cast.camps import stem_of
from sayso.reconcile.cast.kinds import core, definite, head, indefinite, kind, knowledge, nation, noun_kind, state_of
from sayso.reconcile.cast.member import Member
from sayso.reconcile.cast.own import OwnActors
from sayso.reconcile.cast.spelling import as_one, ending

LEADING = ("company", "outlet", "agency", "aid-group", "rights-group", "monitor")  # called by the first words of a name
# "the Free Upland Army (FUA)", "Inter-Services Information (ISI)"
BRACKETS = re.compile(r"((?:[A-Z][\w’'\-]*\s+(?:(?:of|for|and|on|the|in|de)\s+){0,2}){1,8})\(([A-Z][A-Za-z]{1,7})\)")


CALLED = re.compile(r".*[a-z]\s+\(([A-Z]{2,}[a-z]?)\)?$")


def defined(reports: Sequence[Report], names: Iterable[str] = ()) -> dict[str, str]:
    """Acronyms to the full names before the brackets in which the reports introduce them; `names` are those that the
    reports credit, some with an acronym of another language ("the Group for … (JNIM)").
    """
    found: dict[str, str] = {}
    for name in sorted(names):
        called = CALLED.match(name)
        if called and len(core(name)) > 1:
            found.setdefault(called[1], " ".join(core(name)))
    for report in sorted(reports, key=lambda r: r.id):
        for match in BRACKETS.finditer(report.text):
            words = match[1].split()
            # A sentence's first word, or a name before, is no part of it: the name begins with the first letter.
            start = next((i for i, word in enumerate(words) if word[0] == match[2][0]), None)
            if start is not None and sum(c.isupper() for c in match[2]) > 1:
                found.setdefault(match[2], " ".join(words[start:]))
    return found


def bracketed(member: Member, reports: Sequence[Report]) -> set[str]:
    """The acronyms that stand in brackets behind an actor's own name, whatever letters they are made of: a body may be
    known by those of its name in another language.
    """
    forms = {re.sub(r"^(?:the|a|an)\s+", "", form.split(" (")[0], flags=re.IGNORECASE) for form in member.names}
    found: set[str] = set()
    for form in sorted(form for form in forms if " " in form and form[:1].isupper()):
        behind = re.compile(rf"\b{re.escape(form)}\s+\(([A-Z][A-Za-z\-]{{1,9}})\)")
        for report in reports:
            if form in report.text:
                found |= {each for each in behind.findall(report.text) if sum(map(str.isupper, each)) > 1}
    return found


def _acronym(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word[:1].isupper())


def _short_form(short: Member, long: Member, spelled: Mapping[str, str]) -> bool:
    """Whether the first's name is a short form of the second's: last name, head noun, acronym, or leading name."""
    a, b = core(short.name), core(long.name)
    low_a, low_b = as_one(a), as_one(b)
    if len(low_a) >= len(low_b) or not a or ":" in short.key or ":" in long.key:
        return False
    if len(a) == 1 and (a[0] in long.acronyms or as_one(core(spelled.get(a[0], "?"))) == low_b):
        return True
    if "and" in b:
        return False
    if len(a) == 1 and a[0].isupper() and len(a[0]) > 1:
        return a[0] == _acronym(b)
    # "Freedonia" is not the army of Freedonia; "the army" is.
    if ending(long.name)[-len(low_a) :] == low_a:
        # "The Times" of one paper is not the Harbour Times of another.
        return short.kind != "outlet" or short.reports <= long.reports
    return a[0][:1].isupper() and long.kind in LEADING and low_b[: len(low_a)] == low_a


def merge_short_forms(members: dict[str, Member], spelled: Mapping[str, str], own: OwnActors) -> dict[str, str]:
    """Keys of short forms to the key of the one full form that each fits; none where it fits several."""
    alike = _of_one_acronym(members, own)
    found = dict(alike)
    for key, short in members.items():
        if short.own is not None or key in alike:
            # Whom the user names is an actor of its own.
            continue
        fits = [
            k
            for k, long in members.items()
            if k not in (key, *alike) and _short_form(short, long, spelled) and not own.barred(short.name, long.name)
        ]
        # Of several full forms that are short forms of one another ("Staff", "General Staff") the longest holds.
        longest = [k for k in fits if not any(k != o and _short_form(members[k], members[o], spelled) for o in fits)]
        if len(longest) == 1:
            found[key] = longest[0]
    return found


def _of_one_acronym(members: Mapping[str, Member], own: OwnActors) -> dict[str, str]:
    """Keys of names that a story gives one acronym, to the longest of them: a body's name in two languages."""
    first: dict[str, Member] = {}
    found: dict[str, str] = {}
    for member in sorted(members.values(), key=lambda m: (-len(core(m.name)), m.key)):
        for acronym in sorted(member.acronyms):
            into = first.setdefault(acronym, member)
            if into is not member and member.own is None and not own.barred(member.name, into.name):
                found.setdefault(member.key, into.key)
    return found


def resolve_nouns(by_naming: dict[tuple[str, str], Member], own: OwnActors) -> None:
    """ "The company", "the ministry" in a report are the one body of that noun or kind that it names in full."""
    full: dict[str, Member] = {}
    named: dict[str, set[str]] = defaultdict(set)
    for (report, name), member in by_naming.items():
        if not _description(name) and ":" not in member.key:
            full[member.key] = member
            named[report].add(member.key)
    for (report, name), member in sorted(by_naming.items(), key=lambda item: item[0]):
        if not _description(name) or not _description(member.name) or member.own is not None:
            continue
        fits = [key for key, m in full.items() if _is_a(m, name) and not own.barred(name, m.name)]
        here = [key for key in fits if key in named[report]]
        # "The ministry" may be the story's; "The Times" of one report is not another's paper.
        elsewhere = not here and len(fits) == 1 and member.kind != "outlet"
        if len(here) == 1 or elsewhere:
            found = full[(here or fits)[0]]
            found.names.add(name)
            found.reports.add(report)
            by_naming[report, name] = found


def _description(name: str) -> bool:
    """Whether a name only says what kind of body it is: "the ministry", "the ferry operator"."""
    words = core(name)
    if len(words) == 1:
        return noun_kind(words[0].casefold()) in knowledge().body_kinds and not state_of(words[0])
    return kind(name) in knowledge().generic_kinds and definite(name)


def _is_a(member: Member, name: str) -> bool:
    if member.is_state or " and " in member.name:
        return False
    words = core(name)
    last = head(member.name)[-1]
    if len(words) == 1 and last.casefold() == words[0].casefold():
        return True
    # "Upland separatists" are no name for whoever "the rebels" of another report are.
    described = last.islower() and last.casefold() != words[-1].casefold()
    return member.kind == kind(name) and member.kind in knowledge().generic_kinds and not described


def resolve_offices(by_naming: dict[tuple[str, str], Member], own: OwnActors, countries: frozenset[str]) -> None:
    """ "The minister", "Norland's interior minister" is the one who is named with that office in the report, else in
    the story; `countries` are the stems of words for states.
    """
    for (report, name), member in sorted(by_naming.items(), key=lambda item: item[0]):
        words = head(name)
        of = words[0] if len(words) > 1 and (nation(words[0]) or stem_of(words[0]) in countries) else None
        office = words[1:] if of else words
        if (
            not office
            or office[-1].casefold() not in knowledge().voices
            or indefinite(name)
            or (member.voice_of and not of)
            or any(w[:1].isupper() for w in office)
            or member.own is not None
        ):
            continue
        everybody = {m.key: m for m in by_naming.values() if m is not member}
        holders = {key: m for key, m in everybody.items() if _holds(m, office, of, countries)}
        here = {m.key for (r, _), m in by_naming.items() if r == report} & holders.keys()
        keys = here or holders.keys()
        holder = holders[next(iter(keys))] if len(keys) == 1 else None
        if holder is not None and not own.barred(name, holder.name):
            holder.names.add(name)
            if of:
                holder.state = holder.state or nation(of)
                holder.beside.add(of)
            by_naming[report, name] = holder


def _holds(member: Member, office: Sequence[str], of: str | None, countries: frozenset[str]) -> bool:
    """Whether somebody is named with an office, and not as another state's."""
    told = " ".join(word.casefold() for word in office)
    if of is None:
        return told.split()[-1] in member.roles
    body = member.voice_of or member.belongs_to
    bodies = {*member.beside, *(body.names if body else ())}
    ministries = {" ".join(as_one(core(each))) for each in bodies if each}
    held = {*member.roles, *(f"{each.removesuffix(' ministry')} minister" for each in ministries)}
    if told not in held:
        return False
    theirs = {stem_of(word) for each in bodies for word in core(each)[:1] if each} & countries
    return stem_of(of) in theirs or (not theirs and member.state in (None, nation(of)))
