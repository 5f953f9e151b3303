"""Whom somebody speaks for or belongs to by the words beside his name: "Major X, the army's spokesman"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model import Report
from sayso.reconcile.cast.apposition import descriptions, has_ministry
from sayso.reconcile.cast.described import described_kind
from sayso.reconcile.cast.kinds import core, head, knowledge, noun_kind, state_of, tokens
from sayso.reconcile.cast.member import Member
from sayso.reconcile.words import paragraph, sentence

UNNAMED = re.compile(r"(?:The|An?)\s+[a-z]")
NEAR = 450  # characters within which "its" finds the body that it is of


def read_beside(member: Member, report: Report, here: Sequence[Member], members: Sequence[Member]) -> None:
    """Fills in what the report tells beside a person's name: his offices, the body that he speaks for or belongs to,
    and the state that either is of. `here` are the actors of the report, `members` all.
    """
    for left, right, start in _mentions(member, report, members):
        for told in descriptions(left, right):
            if told.role:
                member.roles |= {told.role, "minister"} if has_ministry(told.role) else {told.role}
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

    Full names come first: what stands beside them says more; then the words by which he is credited without his name.
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
    for words in sorted(member.called):
        if words.split()[0].casefold() not in knowledge().owners:  # "its spokesman" may be anybody's
            yield f"{words} ", "", report.text.find(words)


def _body(
    phrase: str, report: Report, at: int, member: Member, here: Sequence[Member], members: Sequence[Member]
) -> Member | None:
    """The actor that the words stand for: by name, by the end of a name, or by "its" the last body before."""
    words = [word.casefold() for word in tokens(phrase)]
    if len(words) > 2 and words[-1] in knowledge().tops:
        words = words[:-1]
    if words and ({words[0], words[-1]} & {*knowledge().owners}):
        return _last_body(report, at, member, here)
    for known in (here, members):
        fits = [
            other
            for other in known
            if other is not member
            and other.kind not in ("witness", "person")
            and names(words, other)
            # "Defence Minister X" of one report is not of the Freedonian defence ministry that another one names.
            and (known is here or other.state is None or other.state == _state_in(phrase) or other.is_state)
        ]
        if fits:
            return max(fits, key=lambda other: (len(core(other.name)), other.key))
    noun = words[-1] if words else ""
    if len(words) <= 2 and noun in knowledge().stand_ins and phrase.casefold().startswith("the "):
        return _last_body(report, at, member, here, knowledge().stand_ins[noun])
    called = noun_kind(noun)
    alike = [other for other in here if other.kind == called and called in knowledge().generic_kinds]
    return alike[0] if len(alike) == 1 and len(words) <= 2 else None


def names(words: list[str], other: Member) -> bool:
    """Whether the words of a phrase end with the actor's name or are the end of it."""
    for name in other.names:
        theirs = [word.casefold() for word in core(name)]
        ending = [word.casefold() for word in head(name)]
        mine = [word for word in words if word not in knowledge().determiners]
        if not mine or not theirs:
            continue
        if mine[-len(theirs) :] == theirs or (theirs[-len(mine) :] == mine and is_body(other)):
            return True
        if ending[-len(mine) :] == mine and is_body(other):
            return True
        if mine[: len(theirs)] == theirs and len(theirs) > 1:
            return True
    return False


def is_body(member: Member) -> bool:
    """Whether somebody can speak for it: also for "the families' committee", whose members are witnesses."""
    return (
        member.kind in knowledge().body_kinds or noun_kind(head(member.name)[-1].casefold()) in knowledge().body_kinds
    )


def _last_body(
    report: Report, at: int, member: Member, here: Sequence[Member], kinds: Sequence[str] = ()
) -> Member | None:
    """The body named last before position `at`, in whichever of its forms; of one of the kinds where any are given.

    "Its" is of the body that opened a sentence of the paragraph rather than of one named within ("…, where the rebels
    stand"), and never of one named far above.
    """
    best: tuple[bool, int, str, Member] | None = None
    start = sentence(report.text, at)[0]
    # "The district clinic treated ten, its matron said": it is the clinic's, which nobody else names.
    unnamed = not kinds and UNNAMED.match(report.text, start, at) is not None
    opens, reach = paragraph(report.text, at)[0], at if kinds else NEAR
    for other in here:
        of_another = ":" in other.key and not other.is_state and not other.key.startswith(f"{report.id}:")
        fits = other.kind in kinds if kinds else is_body(other)
        if other is member or not fits or of_another:
            continue
        for name in other.names:
            for form in {name, " ".join(core(name)), core(name)[-1]}:
                for place in {report.text.rfind(form, 0, at), _opening(report.text, form, opens, at)}:
                    first = not kinds and place >= opens and _first(report.text, place)
                    if place >= at - reach and place >= 0 and (best is None or (first, place, other.key) > best[:3]):
                        best = (first, place, other.key, other)
    return best[3] if best and not (unnamed and best[1] < start) else None


def _opening(text: str, form: str, start: int, end: int) -> int:
    """The last place within these bounds at which a name opens a sentence; -1 where there is none."""
    places = (m.start() for m in re.finditer(re.escape(form), text[start:end]))
    return max((start + place for place in places if _first(text, start + place)), default=-1)


def _first(text: str, place: int) -> bool:
    """Whether a name at this place opens its sentence, an article aside."""
    return len(text[sentence(text, place)[0] : place].split()) <= 1


def _state_in(phrase: str) -> str | None:
    for word in tokens(phrase):
        state = state_of(word)
        if state:
            return state
    return None
