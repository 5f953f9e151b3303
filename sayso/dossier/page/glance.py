"""What the box says of disputes: the question, and each answer with whose it is, in one line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sayso.dossier.headings import heading
from sayso.dossier.ledger import Ledger, Side, attitude, contested, voices
from sayso.dossier.page.anchors import Anchors
from sayso.dossier.phrasing import bounds
from sayso.knowledge.display import display
from sayso.model import Claim, Position, Story

FIGURES, DISPUTES = 3, 4  # of a story that its box names: figures, and all together
ANSWERS = 4  # of one question
# Who denies comes after who says so, and who gives no answer comes last.
DECIDED = {"denies": 1, "doubts": 1, "no-comment": 2, "could-not-verify": 2}


@dataclass(frozen=True, slots=True)
class Answer:
    """What one origin says, and the words."""

    speaker: str
    side: Side
    says: str
    href: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question, the id of its claim, its answers, and how many more there are."""

    question: str
    href: str
    answers: tuple[Answer, ...]
    more: int


def disputes(ledger: Ledger, anchors: Anchors, story: Story) -> tuple[tuple[Dispute, ...], int]:
    """The disputes that most reports carry, figures first; and how many more there are."""
    # A report that contradicts itself has one voice: there is nothing to hold against each other in a line.
    found = [claim for claim in ledger.claims(story) if contested(claim) and len(voices(ledger, claim)) > 1]
    figures = [claim for claim in found if claim.measure is not None][:FIGURES]
    propositions = [claim for claim in found if claim.measure is None]
    shown = [*figures, *propositions][:DISPUTES]
    return tuple(_dispute(ledger, anchors, claim) for claim in shown), len(found) - len(shown)


def _dispute(ledger: Ledger, anchors: Anchors, claim: Claim) -> Dispute:
    """What was replaced is left out, unless nothing else was said."""
    standing = [p for p in claim.positions if not p.superseded] or list(claim.positions)
    answers: dict[tuple[str, str], tuple[Answer, int]] = {}
    for position in standing:
        speaker, says = ledger.speaker(position), _says(claim, position)
        href = "#" + anchors.words(position.evidence[0])
        answer = Answer(speaker, ledger.side_at(position), says, href)
        answers.setdefault((speaker, says), (answer, DECIDED.get(position.polarity, 0)))
    # One of each answer before a second that says the same.
    heard: Counter[str] = Counter()
    ranked: list[tuple[int, int, int, Answer]] = []
    for answer, decided in answers.values():
        ranked.append((heard[answer.says], decided, len(ranked), answer))
        heard[answer.says] += 1
    shown = tuple(answer for _, _, _, answer in sorted(sorted(ranked)[:ANSWERS], key=lambda r: r[1:3]))
    return Dispute(heading(claim, ledger), "#" + anchors.claim(claim.id), shown, len(ranked) - len(shown))


def _says(claim: Claim, position: Position) -> str:
    word = display().positions[attitude(position)].word
    if claim.measure is None or (position.low is None and position.high is None and position.qualifier is None):
        return word
    value = bounds(position.low, position.high, position.qualifier)
    return value if position.polarity in ("asserts", "partly") else f"{word}: {value}"
