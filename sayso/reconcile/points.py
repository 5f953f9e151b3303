"""What a statement says, part by part: each deed with the one who does it and what it is about, as concepts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from sayso.model import Clause
from sayso.reconcile.words import (
    arms,
    aspects,
    being,
    coming,
    concept_named,
    concepts,
    deed_concepts,
    delivering,
    having,
    light,
    named_things,
    negated,
    owners,
    phrases,
    settings,
    strikes,
    undergone,
)

Span = tuple[int, int]
Spans = tuple[Span, ...]
PRESENT = frozenset({concept_named("present")})
BEFORE, AFTER = 16, 40  # characters beside a verb in which a set phrase belongs to it
CARRIED = ("conj", "xcomp", "ccomp")  # clauses that say what the clause above them says
# "No guns within range", "no vessel in the channel": what was not there, without where.
ABSENT = re.compile(
    r"\bno\s+((?:[\w’'\-]+\s+){0,3}?[\w’'\-]+)(?=\s+(?:in|on|at|of|for|within|under|before|from|to|near|behind|among|with|by|that|which|who)\b|\s*[^\w\s]|\s*$)"
)
DONE_TO = re.compile(r"\b(?:no|an?|any|little|some|the|had|have|has)\s+(?:\w+\s+)?(\w+) (?:on|upon|with|of|over|to)\b")
INFINITIVE = re.compile(r"\bto (?:\w+ly )?$")
NOBODY = re.compile(r"no ?(?:body|one)\b", re.IGNORECASE)  # who had none says less than that there was none
WITHIN = re.compile(r"\w+ (?:\w+ly )?(?:in|under|on|out of) (?:an? )?(\w+)")
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Point:
    """One thing said. `deed` are the concepts of the verb, or of what stands for it ("was off", "took part");
    `about` those of all others of whom and of what it speaks. `main` points are what the statement says, the others
    are told beside it. `plain` points have no verb that says what was done; of a `tally` the verb only tells what was
    counted ("1,140 were evacuated from the border area"). `question` is what one asks of it.
    """

    deed: frozenset[str]
    who: frozenset[str]
    about: frozenset[str]
    negated: bool = False
    main: bool = True
    plain: bool = False
    tally: bool = False
    question: str = field(default="", compare=False)

    @cached_property
    def all(self) -> frozenset[str]:
        """All of its concepts."""
        return self.deed | self.who | self.about


def points(
    text: str, spans: Spans, clauses: Sequence[Clause], counted: frozenset[str] = NONE, ours: frozenset[str] = NONE
) -> tuple[Point, ...]:
    """The points of what stands in `spans`; a statement without a verb ("the shelling of Sella") is one point.

    `counted` are the concepts of its figures, which are gathered as counts: what only they say is no point.
    `ours` is what the speaker's own people are ("none of its men", said by rebels: fighters).
    """
    inside = [i for i, clause in enumerate(clauses) if any(start <= clause.at < end for start, end in spans)]
    # "Started shooting" tells of shooting.
    carried = {clauses[i].under for i in inside if clauses[i].relation == "xcomp"}
    inside = [i for i in inside if not (i in carried and clauses[i].verb in aspects())]
    found = {i: _without(_point(i, clauses, text, ours), counted) for i in inside}
    made = {i: point for i, point in found.items() if point.deed and not _only_possible(clauses[i], text)}
    loose = _outside(text, spans, [clauses[i] for i in inside])
    if not found:
        # "A fire in the engine before the impact": what it is, and when.
        whole = _when().split(" ".join(text[start:end] for start, end in spans))[0]
        left = concepts(whole) - counted
        return (Point(left, NONE, NONE, negated(whole), plain=True),) if left else ()
    main = {i for i in made if _is_main(i, clauses, made)}
    named = _described(text, spans, clauses, inside)
    if named:
        # "The Front, which has fought for a decade": who it is, and something told of him beside it.
        what = concepts(named) - counted
        beside = tuple(replace(point, main=False) for point in made.values())
        return (Point(what, NONE, NONE, negated(named), plain=True), *beside) if what else beside
    lead = concepts(loose)
    turned = negated(loose)
    return tuple(
        replace(point, about=point.about | lead, negated=point.negated != turned, main=True)
        if i in main
        else replace(point, main=False)
        for i, point in made.items()
    )


@cache
def _when() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w) (?:{'|'.join(settings())}) ")


def _point(i: int, clauses: Sequence[Clause], text: str, ours: frozenset[str]) -> Point:
    clause = clauses[i]
    deed, who = concepts(clause.verb) - light(), concepts(clause.subject)
    if ours and owners() & set(clause.subject.casefold().split()):
        who |= ours
    whom, other = concepts(clause.object), concepts(clause.other)
    if clause.verb in delivering() and whom & deed_concepts():
        deed -= concepts(clause.verb)
    said = phrases(text[max(clause.start, clause.at - BEFORE) : min(clause.end, clause.at + AFTER)])
    deed |= {*said.values()}
    # "Shot down" is no shot, and who "opened fire" set nothing alight.
    done = {phrase for phrase, what in said.items() if what not in named_things()}
    parts = frozenset().union(*map(concepts, done)) - {*said.values()}
    deed, whom, other = deed - parts, whom - parts, other - parts
    if not whom and _there(clause, text):
        who, whom = NONE, who
    plain = not deed
    there = not who or not clause.subject or (not whom and bool(other))
    if plain and there and clause.verb in being() and (named := _named(clause, whom, text)):
        deed, whom, other, plain = named, whom - named, other - named, False
    elif plain and there and clause.verb in being() and not _called(clause, whom, text):
        # "There were no fighters", "fighters had been in the village": that somebody was there.
        deed, who, whom = PRESENT, who or whom, NONE
    elif plain and clause.verb in having() and who and len(had := _had(clause, text)) == 1:
        # "The raids had no impact on it": what a noun names is done.
        deed, whom, plain = had, whom - had, False
    elif plain and clause.negated and clause.verb in having() and whom and not NOBODY.match(clause.subject):
        # "It had no vessel in the channel": there was none.
        found = _absent(clause, text) or whom
        deed, who, whom, other = PRESENT, found, NONE, (other | whom | who) - deed_concepts()
    elif clause.verb in coming() and other and who and who <= deed_concepts() | arms():
        # "The first shot came from the crowd": who did it is told by where it came from.
        deed, who, plain = who, other, False
    elif plain:
        # A verb that says little by itself: "was locked", "had no part", "were in the village".
        deed = _no_number(whom) or _no_number(other) or who or whom or other
    elif deed & undergone() and not clause.object:
        who, whom = NONE, who
    above = clauses[clause.under] if clause.under is not None and clause.relation == "xcomp" else None
    if above and above.verb in aspects():
        other |= concepts(above.object)
    elif above:
        # "Forced it to withdraw troops": what was forced is part of what is said.
        other |= concepts(f"{above.verb} {above.object}") - light()
    if who & arms() and not plain and deed != PRESENT:
        who, whom = NONE, who | whom  # "hit by Grad rockets": these are what it was hit with
    about = whom | other
    if deed & strikes():
        deed |= about & arms()
    return Point(deed, who, about, clause.negated, plain=plain, question=clause.question)


def _had(clause: Clause, text: str) -> frozenset[str]:
    """The deed that a noun names behind "to have", done to something: "had no impact on", "had contact with"."""
    found = DONE_TO.search(text, clause.at, clause.end)
    return concepts(found.group(1)) & deed_concepts() if found else NONE


def _no_number(several: frozenset[str]) -> frozenset[str]:
    """Without hours and amounts: "the sirens sounded at 11.42" is told of the sirens."""
    return frozenset(each for each in several if not each[:1].isdigit())


def _described(text: str, spans: Spans, clauses: Sequence[Clause], inside: Sequence[int]) -> str:
    """The words before the first relative clause set off by a comma, where the content has no other clause."""
    tops = [clauses[i] for i in inside if clauses[i].under not in inside]
    start = spans[0][0]
    if not tops or any(c.relation != "relcl" or not text[start : c.start].rstrip().endswith(",") for c in tops):
        return ""
    return text[start : min(c.start for c in tops)].rstrip(" ,")


def _absent(clause: Clause, text: str) -> frozenset[str]:
    """What is said not to have been there, without the place."""
    found = ABSENT.search(text, clause.start, clause.end)
    return concepts(found.group(1)) if found else NONE


def _called(clause: Clause, whom: frozenset[str], text: str) -> bool:
    """Whether it is said what somebody is: "they are sons of our own streets", "it was a quiet road"."""
    return (bool(clause.subject) and bool(whom) and not _there(clause, text)) or not (whom or clause.subject)


def _there(clause: Clause, text: str) -> bool:
    """Whether it is said that something was there: "at no time was there a collision"."""
    beside = text[max(clause.start, clause.at - BEFORE) : clause.at + len(clause.verb) + len(" there ")]
    return clause.verb in being() and "there" in beside.casefold().split()


def _named(clause: Clause, whom: frozenset[str], text: str) -> frozenset[str]:
    """The deed that a noun names beside "to be": "there had been a pursuit", "was in pursuit", "is under repair"."""
    within = WITHIN.match(text, clause.at)
    return deed_concepts() & (whom or (concepts(within.group(1)) if within else NONE))


def _without(point: Point, counted: frozenset[str]) -> Point:
    deed, who, about = point.deed - counted, point.who - counted, point.about - counted
    plain, tally = point.plain or not deed, not deed and not point.plain
    left = deed or (about if tally or about != point.about else NONE)
    return replace(point, deed=left, who=who, about=about, plain=plain, tally=tally)


def _is_main(i: int, clauses: Sequence[Clause], inside: Iterable[int]) -> bool:
    kept = set(inside)
    seen: set[int] = set()
    while clauses[i].under in kept and i not in seen:
        # "Reports that the road was mined" tell it, and so does "…, killing ten"; "the road that was mined" does not.
        told = clauses[i].relation == "acl" and bool(clauses[i].subject or clauses[i].object)
        told = told or (clauses[i].relation == "advcl" and clauses[i].verb.endswith("ing"))
        if clauses[i].relation not in CARRIED and not told:
            return False
        seen.add(i)
        i = clauses[i].under or 0
    return True


def _only_possible(clause: Clause, text: str) -> bool:
    """Whether a noun has the clause for what could be done: "no reason to leave", "the right to march"."""
    of_noun = clause.relation in ("acl", "relcl") and not clause.subject
    return of_noun and INFINITIVE.search(text, 0, clause.at) is not None


def _outside(text: str, spans: Spans, clauses: Sequence[Clause]) -> str:
    """The words of the spans that stand before their first clause or in none ("no evidence that …")."""
    kept: list[str] = []
    for start, end in spans:
        at = start
        for clause in sorted(clauses, key=lambda c: c.start):
            if clause.end <= at or clause.start >= end:
                continue
            kept.append(text[at : max(at, clause.start)])
            at = max(at, clause.end)
        kept.append(text[at:end])
    return " ".join(kept)
