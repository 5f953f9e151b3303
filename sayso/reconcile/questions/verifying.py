"""Which statements a report could not verify."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.reconcile.cast import Member
from sayso.reconcile.cast.kinds import core, knowledge, noun_kind, state_of, tokens
from sayso.reconcile.counts.kinds import any_of
from sayso.reconcile.questions.answer import Answer, own_concepts
from sayso.reconcile.questions.heard import Heard
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.questions.question import SILENT
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import concept, paragraph, words

# "Could not verify the accounts", with no word on whose: all that were given.
SEVERAL = re.compile(r"(?:all )?(?:the|these|those) (?:accounts|claims|allegations|versions|reports|statements)[.,]?$")


def unverified(statement: Statement, heard: Heard) -> list[Answer]:
    """The answers of a failure to check something: what its own words hold, whose they name, or what they speak of."""
    likeness = heard.likeness
    quoted = " ".join(part.quote for part in statement.attribution.content) if statement.attribution else ""
    said = words(quoted)
    joined = " ".join(said)
    only_figures = any(word in reference().counted for word in said)
    # What an outlet itself "has not seen" is nothing that it could not verify.
    earlier = [s for s in heard.before if s.stance not in SILENT and s.root != statement.root]

    within = [s for s in heard.here if s.stance not in SILENT and _holds(statement, s)]
    if within:  # "a tape said to show a beating could not be authenticated"
        return [Answer(statement, s, "could-not-verify", whole=True) for s in within]
    each = any_of(reference().each_side).search(joined) is not None or SEVERAL.match(quoted) is not None
    if said and said[0] in reference().asking - {"whether"} and not only_figures:
        # "Who had fired" is another question than whether anybody did.
        earlier = [s for s in earlier if s.stance == "blames"]

    def to(chosen: Sequence[Statement]) -> list[Answer]:
        return [Answer(statement, s, "could-not-verify", only_figures, whole=True, each=each) for s in chosen]

    if each:
        parties = [s for s in earlier if s.side or (s.actor and s.actor.root.kind in knowledge().party_kinds)]
        return to([s for s in parties if s.stance in ("asserts", "blames", "denies")])
    named = [s for s in earlier if s.actor and _owner(quoted, s.actor)]
    if named:
        return to(named)
    if only_figures:
        # "The number of dead": all who have told one.
        told = [s for s in earlier if statement.spoken & s.spoken and s.concepts != s.spoken]
        if told:
            return to(told)
    own = {c for c in own_concepts(statement) if c not in {concept(w) for w in reference().counted}}
    if len(own) < 1 and earlier:
        last = max(s.start for s in earlier)
        lo, _ = paragraph(statement.report.text, last)
        near = [s for s in earlier if s.start == last] or [s for s in earlier if s.start >= lo]
        return to(near)
    alike = [s for s in earlier if len(own & s.concepts) >= 1 and likeness.weight(own & s.concepts) > 1.5]
    return to(alike[-1:])


def _holds(statement: Statement, other: Statement) -> bool:
    """Whether another statement stands in the words for what could not be checked."""
    parts = statement.attribution.content if statement.attribution else ()
    return bool(parts) and parts[0].start <= other.start and other.end <= parts[-1].end


@cache
def _owning() -> re.Pattern[str]:
    """Words for whose statement one is: "the ministry's", "of the army", "police claims"."""
    nouns = "|".join(map(re.escape, reference().referring))
    return re.compile(
        rf"([\w-]+)(?:[’']s?\b|[’'](?=\s))|\b(?:of|by|from)\s+(?:[\w’'-]+\s+){{0,4}}?([\w-]+)(?=$|[\s.,;])"
        rf"|([\w-]+)\s+(?:{nouns})\b",
        re.IGNORECASE,
    )


def _owner(quoted: str, actor: Member) -> bool:
    """Whether the words name the actor as the owner of what was said ("the ministry's figure")."""
    if any((s := state_of(w)) and s == actor.side for w in tokens(quoted) if w[:1].isupper()):
        return True
    names = {core(actor.root.name)[-1].casefold(), core(actor.name)[-1].casefold()}
    owners = {word.casefold() for found in _owning().finditer(quoted) for word in found.groups() if word}
    kinds = {noun_kind(word) for word in owners} & {*knowledge().body_kinds}
    return bool(names & {w.casefold() for w in tokens(quoted)}) or actor.root.kind in kinds
