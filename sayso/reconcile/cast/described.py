"""What kind of actor a name is, where the reports tell it beside the name and not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sayso.model import Report
from sayso.reconcile.cast.camps import stem_of
from sayso.reconcile.cast.kinds import core, kind, knowledge, noun_kind, state_of
from sayso.reconcile.cast.member import Member

OWNER = re.compile(r"([\w\-]+)[’']s? ")
CALLED = r"(?:(?:(?:that|which)\s+)?(?:calls|called|calling|styles|styling)\s+itself|called|named|known\s+as)"
SOON = 240  # characters within which a noun goes on to name what a name is of
OPEN = ("person", "unknown")  # kinds that say nothing against another


def describe(
    members: Sequence[Member], reports: Sequence[Report], countries: frozenset[str], spelled: Mapping[str, str]
) -> None:
    """Fills in the kind and the backer of members from the words beside their names; `countries` are the stems of words
    for states, `spelled` acronyms with the names that they stand for.
    """
    outlets = {" ".join(core(report.outlet)).casefold() for report in reports if report.outlet}
    ordered = sorted(reports, key=lambda r: r.id)
    for member in members:
        called = " ".join(core(member.name))
        if member.own is not None or member.is_state or not called[:1].isupper() or " and " in member.name:
            continue
        if member.kind in (*OPEN, "monitor") and called.casefold() in outlets:
            member.kind = "outlet"
        unsure = member.kind in (*OPEN, "union", "military")
        forms = (called, spelled[called]) if called in spelled else (called,)
        told = [found for report in ordered if unsure for form in forms for found in _beside(form, report.text)]
        if member.kind in OPEN:
            member.kind = next((k for k in told if k in knowledge().body_kinds), member.kind)
        if member.kind == "union" and "opposition" in told:
            member.kind = "opposition"  # "the opposition Civic Union"
        if member.kind == "military" and not _of_a_state(member.name):
            names = {called, *(spelled[word] for word in called.split() if word in spelled)}
            if _risen(called) or "armed-group" in told or any(_at_war(name, r.text) for name in names for r in ordered):
                member.kind = "armed-group"
        if member.kind in OPEN and stem_of(called) not in countries:
            member.kind = next((k for report in ordered if (k := _own_things(called, report.text))), member.kind)
        if member.kind == "armed-group":
            member.backer = next((b for report in ordered if (b := _backer(called, report.text))), None)


def _beside(called: str, text: str) -> Iterator[str]:
    """The kinds that nouns beside a name tell: "the relief group Blue Tent", "Blue Tent, a relief group", "a coalition
    that calls itself Blue Tent".
    """
    if called not in text:  # the pattern begins with any word
        return
    name = re.escape(called)
    before = re.compile(rf"((?:[a-z\-]+\s+){{1,3}}){name}\b")
    after = re.compile(
        rf"\b{name}(?:\s+\([A-Z]\w+\))?,\s+(?:a|an|the)\s+((?:[\w\-]+\s+){{0,3}}?[a-z\-]+)"
        rf"(?=,|\.|\s+(?:that|which|who|of|in|for|whose))"
    )
    calling = re.compile(rf"\b((?:[\w\-]+\s+){{0,2}}[a-z\-]+(?<!that)(?<!which))\s+{CALLED}\s+(?:[Tt]he\s+)?{name}\b")
    for found in (*before.finditer(text), *after.finditer(text), *calling.finditer(text)):
        words = found[1].split()
        named = next((k for take in (2, 1) if (k := noun_kind(" ".join(words[-take:])))), None)
        if named:
            yield named


def _risen(called: str) -> bool:
    return any(word.casefold() in knowledge().risen_words for word in called.split())


def _at_war(called: str, text: str) -> bool:
    """Whether a force is told to fight the army: "the Upland Guards (UG), which have been at war with the army", "war
    between the army and the Upland Guards".
    """
    if (" " not in called and not called.isupper()) or called not in text:
        return False
    fights = "|".join(map(re.escape, knowledge().warring))
    whom = "|".join(map(re.escape, knowledge().state_nouns))
    name = rf"\b{re.escape(called)}(?:\s+\([A-Z]\w+\))?"
    army = rf"(?:the\s+)?(?:[\w\-]+(?:[’']s)?\s+){{0,2}}(?:{whom})"
    between = rf"(?:the\s+)?{name}\s+and\s+{army}\b|{army}\s+and\s+(?:the\s+)?(?:[a-z\-]+\s+){{0,2}}{name}"
    war = rf"\b(?i:war|conflict|fighting|battles|clashes|truce|cease-?fire)\s+between\s+(?:{between})"
    return re.search(rf"{name},?\s[^.;\n]{{0,40}}?\b(?:{fights})\s+the\s+(?:{whom})\b|{war}", text) is not None


def _of_a_state(name: str) -> bool:
    return any(state_of(word) for word in core(name))


def _own_things(called: str, text: str) -> str | None:
    """The kind of a body that says "its" of itself: that of the noun by which the text goes on to call it. A single
    word may be somebody's surname: it must be no person ("Norpipe, which …"), and the noun open a sentence soon after.
    """
    if called not in text:  # the pattern begins with any word
        return None
    name = re.escape(called)
    if " " in called:
        found = re.search(rf"\b{name}\s+[a-z]+(?:\s+that)?\s+(?:it\s+(?:had|has|would|will)|its)\b", text)
        after = text[text.index(called) :]
        nouns = re.findall(r"\b[Tt]he\s+(?:[a-z\-]+\s+)?([a-z\-]+)\b", after)
    else:
        found = re.search(rf"\b{name}(?:,\s+which\b|\b[^.\n]{{0,60}}\bitself\b)", text)
        nouns = re.findall(r"[.\n]\s*The\s+([a-z\-]+)\b", text[found.end() : found.end() + SOON]) if found else []
    kinds = (noun_kind(noun) for noun in nouns) if found else ()
    return next((each for each in kinds if each in knowledge().generic_kinds), None)


@cache
def _backed() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, knowledge().backing))
    return re.compile(rf"\b([A-Z]\w+)-(?:{verbs})\b")


def _backer(called: str, text: str) -> str | None:
    """The state that is said to back a group, beside its name: "Freedonia-backed", "a Freedonian-backed militia"."""
    if called not in text:  # the pattern begins with any word
        return None
    name = re.escape(called)
    for found in re.finditer(rf"(?P<before>[\w\-]+\s+){{0,3}}{name}(?P<after>,\s+an?\s+[\w\-]+)?", text):
        backed = _backed().search(found.group())
        if backed:
            return state_of(backed[1]) or backed[1]
    return None


def described_kind(phrase: str) -> str | None:
    """The kind of body that a phrase names, if it names one; what belongs to a body of a state is the state's
    ("parliament's defence committee").
    """
    owner = OWNER.search(phrase)
    if owner and noun_kind(owner[1].casefold()) in knowledge().state_kinds:
        return "government"
    found = kind(phrase) if phrase else ""
    return found if found in knowledge().body_kinds else None
