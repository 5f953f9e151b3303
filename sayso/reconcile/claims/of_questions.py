"""The claim that a question makes: positions, standings, coverage."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Claim
from sayso.reconcile.cast import line
from sayso.reconcile.claims.draft import Draft, in_order, in_words_of, shorten, take_of
from sayso.reconcile.questions import Question
from sayso.reconcile.standings import standings
from sayso.reconcile.takes import Take, opposing, origins


def of_question(question: Question, story: str, reports: Sequence[str]) -> Draft:
    """The claim that a question makes."""
    by_key = _takes(question)
    takes = list({id(take): take for take in by_key.values()}.values())
    revised = _changed(takes)
    coverage = in_order({m.report.id for m in question.members}, reports)
    given_up = {t.root for t in revised}
    alike = [
        (by_key[a.key], by_key[b.key])
        for a, b in question.agreeing
        if not {by_key[a.key].root, by_key[b.key].root} & given_up
    ]
    reasons = standings(takes, coverage, against=opposing(takes), alike=alike, revised=revised)
    put = question.proposition
    who = put.origin if put.actor else put.report.voice if put.own_voice else "a source left unnamed"
    claim = Claim(
        id="c",
        story=story,
        question=question.asked or in_words_of(who or "the report", shorten(put.text)),
        proposition=shorten(put.text),
        standing=tuple(reason.tag for reason in reasons),
        reasons=reasons,
        positions=tuple(take.position() for take in takes),
        coverage=coverage,
        silent=tuple(r for r in reports if r not in coverage),
        origins=origins(takes),
    )
    disputed = any(reason.tag == "disputed" for reason in reasons)
    return Draft(claim, question.weight + 2.0 * disputed, ())


def _takes(question: Question) -> dict[str, Take]:
    """The positions on a question by the key of each statement; statements of one voice on one side share one."""
    by_key: dict[str, Take] = {}
    found: dict[tuple[str, str], Take] = {}
    for member in question.members:
        side = question.sides[member.key]
        take = take_of(member, side, rejects=member.stance == "denies" or member.key in question.rejecting)
        named = take.origin is not None and take.actor is not None
        key = (line(take.origin or "", take.actor) if named else f"{member.report.id}:{member.origin}", side)
        before = found.get(key)
        by_key[member.key] = before or take
        if before is None:
            found[key] = take
        else:
            if take.text not in before.text:
                before.text = shorten(f"{before.text} / {take.text}")
            before.evidence += take.evidence
            before.reports += take.reports
            before.conceding |= take.conceding
            before.responsible |= take.responsible
            before.rejects |= take.rejects
            if take.interest == "against-interest":
                before.interest = take.interest
    return by_key


def _changed(takes: Sequence[Take]) -> list[Take]:
    """What an origin, or one of its people, has said and the origin has since admitted not to be so; marked as
    superseded.
    """
    changed = []
    for take in takes:
        later = [
            t
            for t in takes
            if t.conceding
            and (t.polarity == "denies") != (take.polarity == "denies")
            and _of_one(take, t)
            and (t.said or "") >= (take.said or "")
            and set(t.reports) != set(take.reports)
        ]
        if take.speaks and later:
            take.superseded = True
            changed.append(take)
    return changed


def _of_one(take: Take, later: Take) -> bool:
    """Whether what one has said can be given up by the other: by himself, or by the body that he belongs to."""
    body = take.actor.belongs_to if take.actor else None
    return take.root == later.root or (body is not None and later.actor is not None and body.root is later.actor.root)
