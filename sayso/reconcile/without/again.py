"""A claim judged again on fewer positions, by the rules of docs/standings.md.

A dossier does not keep everything that made it, so a little is taken from its own reasons: which of its positions the
words of a standing are. With all positions kept, the result is the claim itself (a test holds this).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from typing import get_args

from sayso.model import Claim, Dossier, Evidence, Position, Reason
from sayso.model.dossier import Tag
from sayso.reconcile.bounds import OPEN, Bounds, common, excludes, outer, refines
from sayso.reconcile.cast import Member
from sayso.reconcile.claims.draft import in_words_of
from sayso.reconcile.moments import moment
from sayso.reconcile.policies import reckonings
from sayso.reconcile.standings import standings
from sayso.reconcile.takes import OUTLET, Take, equal, opposing

# Standings that depend on all positions at once, and those that a figure can bring that nothing overtakes any longer.
COUNTED: tuple[Tag, ...] = ("single-origin", "single-side", "single-report")
BROUGHT: tuple[Tag, ...] = ("corroborated", "disputed")


def people(dossier: Dossier) -> dict[str, Member]:
    """The actors of a dossier by id, as the rules of standings know them: with the body in whose name each speaks."""
    actors = {actor.id: actor for actor in dossier.actors}
    found = {a.id: Member(a.id, a.name, a.kind, set(a.names), side=a.side) for a in dossier.actors}
    for position in (position for claim in dossier.claims for position in claim.positions):
        who, body = actors.get(position.actor or ""), actors.get(position.root or "")
        # Of copied words the root is whoever said them first, who need not be a body of the speaker's.
        if who and body and who is not body and who.affiliation == body.name:
            found[who.id].voice_of = found[body.id]
    return found


def again(
    claim: Claim,
    kept: Sequence[Position | None],
    *,
    policy: str,
    reports: Collection[str],
    cast: Mapping[str, Member],
) -> Claim | None:
    """The claim on what is left of its positions: `kept` has one for each of them, None where it falls.

    None where nobody is left who asserts it, or, where nobody ever did, who says anything. `reports` are those that are
    left, `policy` the counting policy, `cast` the dossier's people.
    """
    left = [i for i, position in enumerate(kept) if position is not None]
    asserted = any(map(_asserts, claim.positions))
    if not any(_asserts(kept[i]) if asserted else _speaks(kept[i]) for i in left):
        return None
    takes = {i: _take(claim, i, position, cast) for i in left if (position := kept[i]) is not None}
    overtaken = {i for i, position in enumerate(claim.positions) if claim.measure and _overtaken(position, claim)}
    gone = [_take(claim, i, claim.positions[i], cast) for i in range(len(kept)) if kept[i] is None]
    for i in sorted(overtaken & takes.keys()):
        # It stands again where whoever had overtaken it is gone.
        was = any(_overtakes(other, takes[i]) for other in gone)
        if was and not any(_overtakes(other, takes[i]) for other in takes.values()):
            takes[i].superseded = False
    revised = [takes[i] for i in _behind(claim, "revised") if i in takes and takes[i].superseded]
    ordered = [takes[i] for i in left]
    if claim.measure:
        numbered = [take for take in ordered if take.polarity == "asserts"]
        passed = {id(takes[i]) for i in overtaken & takes.keys() if takes[i].superseded}
        against = [
            (a, b)
            for a, b in combinations(numbered, 2)
            if a.root != b.root
            and excludes(a.bounds, b.bounds)
            and not {id(a), id(b)} & passed
            and not (a.superseded and b.superseded)
        ]
        low, high = _bounds(numbered, bool(against), revised)
        alike = equal(ordered)
    else:
        against, low, high = opposing(ordered), claim.low, claim.high
        alike = _agreeing([takes[i] for i in _behind(claim, "corroborated") if i in takes])
    carried = {report for take in ordered for report in take.reports}
    before = {report for position in claim.positions for report in position.carried_by}
    coverage = tuple(r for r in claim.coverage if r in reports and (r in carried or r not in before))
    found = standings(ordered, coverage, against=against, alike=alike, revised=revised)
    reasons = _with_own(found, claim, {each for take in ordered for each in take.evidence})
    positions = tuple(
        position.model_copy(update={"superseded": takes[i].superseded})
        for i in left
        if (position := kept[i]) is not None
    )
    question, proposition = _put(claim, kept)
    judged = claim.model_copy(
        update={
            "question": question,
            "proposition": proposition,
            "low": low,
            "high": high,
            "standing": tuple(reason.tag for reason in reasons),
            "reasons": reasons,
            "positions": positions,
            "coverage": coverage,
            "silent": tuple(r for r in (*claim.silent, *claim.coverage) if r in reports and r not in coverage),
            "origins": _origins(claim, ordered),
        }
    )
    return judged.model_copy(update={"reckonings": reckonings(judged, policy)})


def _with_own(found: Sequence[Reason], claim: Claim, words: Collection[Evidence]) -> tuple[Reason, ...]:
    """The reasons, in place of them the claim's own where none of its words has fallen.

    What a claim was not before, fewer positions do not make it, but for what COUNTED says of them all, and for whatever
    a figure brings that stands again.
    """
    fallen = {each for position in claim.positions for each in position.evidence} - set(words)
    own = {each.tag: each for each in claim.reasons if not fallen & set(each.evidence) and each.tag not in COUNTED}
    may = {*claim.standing, *COUNTED, *BROUGHT}
    by_tag = {each.tag: each for each in found if each.tag in may}
    by_tag |= {tag: reason for tag, reason in own.items() if tag in by_tag or tag != "revised"}
    return tuple(by_tag[tag] for tag in get_args(Tag) if tag in by_tag)


def _origins(claim: Claim, takes: Sequence[Take]) -> tuple[str, ...]:
    """The names of those on whose word it rests: the claim has them in the order of its positions."""
    roots = dict.fromkeys(_root(position) for position in claim.positions if _speaks(position))
    names = dict(zip(roots, claim.origins, strict=False))
    return tuple(names[root] for root in dict.fromkeys(t.root for t in takes if t.speaks) if root in names)


def _asserts(position: Position | None) -> bool:
    return position is not None and position.polarity in ("asserts", "partly")


def _speaks(position: Position | None) -> bool:
    return position is not None and position.polarity not in ("no-comment", "could-not-verify")


def _take(claim: Claim, place: int, position: Position, cast: Mapping[str, Member]) -> Take:
    return Take(
        origin=position.origin,
        outlet=position.outlet,
        actor=cast.get(position.actor or ""),
        root=_root(claim.positions[place]),
        side=position.side,
        polarity=position.polarity,
        bounds=(position.low, position.high),
        text=position.text,
        evidence=list(position.evidence),
        reports=list(position.carried_by),
        said=position.said,
        qualifier=position.qualifier,
        relays=position.relays,
        distanced=position.distanced,
        superseded=position.superseded,
        conceding=position.interest == "against-interest",
        responsible=place in _behind(claim, "responsibility-claimed"),
        interest=position.interest,
        copied=position.origin is None and _root(claim.positions[place]) != f"{OUTLET}{position.outlet}",
    )


def _root(position: Position) -> str:
    return position.root or position.actor or position.origin or f"{OUTLET}{position.outlet}"


def _behind(claim: Claim, tag: Tag) -> list[int]:
    """The places of the positions whose words the standing rests on."""
    words: set[Evidence] = {each for reason in claim.reasons if reason.tag == tag for each in reason.evidence}
    return [i for i, position in enumerate(claim.positions) if words & set(position.evidence)]


def _overtaken(position: Position, claim: Claim) -> bool:
    """Whether somebody else than its own origin has replaced it: its own would have a position beside it."""
    same = [p for p in claim.positions if p is not position and _root(p) == _root(position)]
    return position.superseded and not any(_asserts(p) and not _before(p, position) for p in same)


def _before(a: Position, b: Position) -> bool:
    first, second = moment(a.said), moment(b.said)
    return first is not None and second is not None and first < second


def _overtakes(new: Take, old: Take) -> bool:
    """Whether `new` can be a later state of the count that `old` gave (docs/standings.md, *superseded*)."""
    high = old.bounds[1] if old.bounds[1] is not None else old.bounds[0]
    last, first = moment(new.said), moment(old.said)
    return (
        not new.superseded
        and new.bounds[0] is not None
        and high is not None
        and new.bounds[0] > high
        and not (new.side and old.side and new.side != old.side)
        and last is not None
        and first is not None
        and last > first
    )


def _bounds(takes: Sequence[Take], disputed: bool, revised: Sequence[Take]) -> Bounds:
    """The bounds of a count: see docs/standings.md."""
    stated = [t for t in takes if not any(_sharper(other, t) for other in takes)]
    if disputed:
        return outer(t.bounds for t in stated if not t.superseded or t in revised)
    live = [t.bounds for t in stated if not t.superseded and t.bounds != OPEN]
    if any(excludes(a, b) for a, b in combinations(live, 2)):
        return outer(live)
    return common(live)


def _sharper(new: Take, old: Take) -> bool:
    return new is not old and new.root == old.root and new.bounds != old.bounds and refines(new.bounds, old.bounds)


def _agreeing(takes: Sequence[Take]) -> list[tuple[Take, Take]]:
    """Pairs of independent origins among those that were found to say the same."""
    return [(a, b) for a, b in combinations(takes, 2) if a.root != b.root and not (a.side and a.side == b.side)]


def _put(claim: Claim, kept: Sequence[Position | None]) -> tuple[str, str | None]:
    """The question and its proposition: as they were where whoever put it so is left, else by the first who is."""
    words = claim.proposition
    if words is None:
        return claim.question, None
    kept_words = any(kept[i] is not None for i, position in enumerate(claim.positions) if words in position.text)
    named = [
        p.origin for i, p in enumerate(claim.positions) if kept[i] is None and p.origin and p.origin in claim.question
    ]
    if kept_words and not named:
        return claim.question, words
    first = _first([position for position in kept if position is not None])
    return in_words_of(first.origin or first.outlet or "the report", first.text), first.text


def _first(positions: Sequence[Position]) -> Position:
    """The first who asserts it, else who says anything."""
    return next((p for p in positions if _asserts(p)), None) or next(p for p in positions if _speaks(p))
