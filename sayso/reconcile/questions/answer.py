"""What answers what, and what a statement speaks of by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import concept, concepts

JUDGED = re.compile(r"(?:\bas\s+(?:an?\s+)?)?[“\"][^”\"]*[”\"]|\bas\s+[^,.;“\"]*$")

Relation = Literal["denies", "doubts", "contradicts", "agrees", "could-not-verify", "no-comment", "concedes", "owns"]


@dataclass(frozen=True, eq=False)
class Answer:
    """`by` answers `to`. `figures` is true where only what `to` counts is meant; `whole` where `to` is answered as a
    whole, its figures included, and not a point of it; `each` where it is one of all that both sides said;
    `involvement` where a party denies having had a hand in what `to` tells. Who "owns" says that he did it; who
    `upholds` goes on with a denial of his camp; `rival` is set where each says that the other did it.
    """

    by: Statement
    to: Statement
    relation: Relation
    figures: bool = False
    whole: bool = False
    each: bool = False
    involvement: bool = False
    upholds: bool = False
    rival: bool = False


def own_concepts(statement: Statement) -> frozenset[str]:
    """What a statement speaks of by itself, without words that refer or judge."""
    return _told(statement) - _empty()


def _told(statement: Statement) -> frozenset[str]:
    """What it speaks of, without what a denial takes it for: "dismissed this as “fiction”"."""
    if not statement.faulting:
        return statement.spoken
    told = JUDGED.sub(" ", statement.text)
    return statement.spoken if told == statement.text else statement.spoken & concepts(told)


@cache
def _empty() -> frozenset[str | None]:
    return frozenset(
        concept(word)
        for word in (*reference().referring, *reference().pointing, *reference().judgements, *reference().doubting)
    )


@cache
def referring() -> re.Pattern[str]:
    """Words that point back: "her account", "the charge", "such a conversation"."""
    nouns = "|".join(sorted((re.escape(n) for n in reference().referring), key=len, reverse=True))
    owners = "|".join((*reference().pronouns, *reference().each_side))
    return re.compile(
        rf"\bsuch\b|\b(?:{owners})\s+(?:(?!(?:an?|the)\s)[\w’\'\-]+\s+){{0,3}}?(?:{nouns})\b", re.IGNORECASE
    )
