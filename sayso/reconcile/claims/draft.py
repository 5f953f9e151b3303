"""A claim in the making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model import Claim
from sayso.model.dossier import Polarity
from sayso.reconcile import interest
from sayso.reconcile.bounds import OPEN
from sayso.reconcile.statements import Statement
from sayso.reconcile.takes import Take, amid

INNER = str.maketrans("“”", "‘’")
OF_THEM = " of them "  # in a question, that no reader could tell of whom
LONGEST = 300  # characters of a proposition or a position's text


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it has an id, with how much it is at issue."""

    claim: Claim
    weight: float
    readings: tuple[str, ...]


def take_of(statement: Statement, polarity: Polarity, *, rejects: bool = True) -> Take:
    """The position that a statement takes, without a number; `rejects` where what it denies are another's words."""
    return Take(
        origin=statement.origin,
        outlet=statement.report.voice,
        actor=statement.actor,
        root=statement.root,
        side=statement.side,
        polarity=polarity,
        bounds=OPEN,
        text=shorten(statement.text),
        evidence=list(statement.evidence),
        reports=[statement.report.id],
        said=statement.report.published,
        relays=statement.relays,
        distanced=statement.distanced,
        conceding=statement.stance == "admits" and not interest.neutral(statement.actor),
        responsible=statement.stance == "claims-responsibility",
        rejects=rejects,
        interest=interest.of_statement(statement),
        copied=statement.root != statement.native,
    )


def shorten(text: str) -> str:
    """`text` on one line, cut at a word where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: flat.rfind(" ", 0, LONGEST)] + " …"


def told_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, a count that is asked as an earlier one is, or of "them", with the words of its first position: "How
    many officers were wounded (“one officer was hurt”)?".
    """
    seen: set[str] = set()
    told = []
    for draft in drafts:
        asked = draft.claim.question
        if draft.claim.measure and (asked in seen or OF_THEM in asked):
            words = draft.claim.positions[0].text.strip("“”\"' .,").translate(INNER)
            asked = f"{asked.removesuffix('?')} (“{words}”)?"
            draft = replace(draft, claim=draft.claim.model_copy(update={"question": asked}))
        seen.add(asked)
        told.append(draft)
    return told


def in_words_of(who: str, text: str) -> str:
    """The question of what somebody says, where his words cannot be turned into one."""
    quoted = text.strip().removeprefix("that ").strip('“”"').translate(INNER)
    if quoted.count("‘") > quoted.count("’"):
        quoted += "’"  # its quotation went on to the end
    return f"Is it so, in the words of {amid(who)}: “{quoted}”?"


def in_order(chosen: set[str], reports: Sequence[str]) -> tuple[str, ...]:
    return tuple(report for report in reports if report in chosen)
