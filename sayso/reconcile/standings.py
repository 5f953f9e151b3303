"""Standings by published rules (docs/standings.md), each with the reason and the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model import Evidence, Reason
from sayso.model.dossier import Tag
from sayso.reconcile.bounds import OPEN, excludes, worded
from sayso.reconcile.takes import Take


def standings(
    takes: Sequence[Take],
    coverage: Sequence[str],
    *,
    against: Sequence[tuple[Take, Take]],
    alike: Sequence[tuple[Take, Take]],
    revised: Sequence[Take] = (),
    clashing: Sequence[tuple[str, Sequence[Evidence]]] = (),
) -> tuple[Reason, ...]:
    """The reasons of all tags that hold, in the order of the vocabulary.

    `against` are pairs of positions of different origins that cannot both be right, `alike` pairs of origins that
    say the same and neither depend on each other nor are of one side.

    `coverage` are the reports that carry the claim; `revised` the positions that were replaced by ones which
    do not merely make them more precise.
    """
    speaking = [t for t in takes if t.speaks]
    found = (
        _corroborated(alike),
        _single_origin(speaking),
        _single_side(speaking),
        _single_report(speaking, coverage),
        _reported(speaking),
        _disputed(against),
        _denied(takes),
        _conceded(speaking),
        _responsibility(speaking),
        _unverified(takes),
        _revised(takes, revised),
        _inconsistent(speaking, clashing),
    )
    return tuple(reason for reason in found if reason is not None)


def _reason(tag: Tag, text: str, takes: Iterable[Take]) -> Reason:
    evidence: dict[Evidence, None] = {}
    for take in takes:
        evidence.update(dict.fromkeys(take.evidence[:2]))
    return Reason(tag=tag, reason=text[:1].upper() + text[1:], evidence=tuple(evidence))


def _said(take: Take) -> str:
    return f"{take.name} ({worded(take.bounds)})" if take.bounds != OPEN else take.name


def _names(takes: Iterable[Take]) -> str:
    return _listed(take.name for take in takes)


def _listed(names: Iterable[str]) -> str:
    once = list(dict.fromkeys(names))
    return once[0] if len(once) == 1 else f"{', '.join(once[:-1])} and {once[-1]}"


def _corroborated(pairs: Sequence[tuple[Take, Take]]) -> Reason | None:
    if not pairs:
        return None
    a, b = pairs[0]
    return _reason(
        "corroborated",
        f"{_said(a)} and {_said(b)} agree; neither depends on the other, nor are they of one side.",
        dict.fromkeys(take for pair in pairs for take in pair),
    )


def _single_origin(takes: Sequence[Take]) -> Reason | None:
    if len({t.root for t in takes}) != 1:
        return None
    reports = {r for t in takes for r in t.reports}
    carried = "one report carries it" if len(reports) == 1 else f"{len(reports)} reports carry it"
    own = [t for t in takes if not t.copied]
    copied = ", copies among them" if len(own) < len(takes) else ""
    who = _names(own) if own else takes[0].origin_name
    return _reason("single-origin", f"All of it rests on {who}; {carried}{copied}.", takes)


def _single_side(takes: Sequence[Take]) -> Reason | None:
    sides = {t.side for t in takes}
    if len(sides) != 1 or None in sides:
        return None
    return _reason("single-side", f"All who say it ({_names(takes)}) are of one side: {next(iter(sides))}.", takes)


def _single_report(takes: Sequence[Take], coverage: Sequence[str]) -> Reason | None:
    if not takes or len(set(coverage)) != 1:
        return None
    return _reason("single-report", "Only one report carries it.", takes)


def _reported(takes: Sequence[Take]) -> Reason | None:
    own = [t for t in takes if t.own_voice]
    whose = "its" if len({t.name for t in own}) == 1 else "their"
    return _reason("reported", f"Said by {_names(own)} in {whose} own voice.", own) if own else None


def _disputed(pairs: Sequence[tuple[Take, Take]]) -> Reason | None:
    if not pairs:
        return None
    # What still stands says more than what has been replaced.
    a, b = min(pairs, key=lambda pair: sum(take.superseded for take in pair))
    if OPEN in (a.bounds, b.bounds):
        return _reason("disputed", f"{_said(a)} and {_said(b)} say the contrary of each other.", (a, b))
    return _reason("disputed", f"{_said(a)} and {_said(b)} exclude each other: both cannot be right.", (a, b))


def _denied(takes: Sequence[Take]) -> Reason | None:
    deny = [t for t in takes if t.polarity == "denies" and t.rejects]
    return _reason("denied", f"Denied by {_names(deny)}.", deny) if deny else None


def _conceded(takes: Sequence[Take]) -> Reason | None:
    concede = [t for t in takes if t.conceding]
    if not concede:
        return None
    return _reason("conceded", f"Said by {_names(concede)}, against the speaker's own interest.", concede)


def _responsibility(takes: Sequence[Take]) -> Reason | None:
    own = [t for t in takes if t.responsible]
    return _reason("responsibility-claimed", f"Claimed by {_names(own)} as their own deed.", own) if own else None


def _unverified(takes: Sequence[Take]) -> Reason | None:
    unable = [t for t in takes if t.polarity == "could-not-verify"]
    return _reason("unverified", f"{_names(unable)} could not verify it.", unable) if unable else None


def _revised(takes: Sequence[Take], revised: Sequence[Take]) -> Reason | None:
    if not revised:
        return None
    last = [t for t in takes if not t.superseded and t.speaks]
    before: dict[str, list[str]] = {}
    for take in revised:
        before.setdefault(take.name, []).extend([worded(take.bounds)] if take.bounds != OPEN else [])
    told = _listed(f"{name} ({', then '.join(said)})" if said else name for name, said in before.items())
    return _reason("revised", f"Since replaced: what was said by {told}.", (*revised, *last[-1:]))


def _inconsistent(takes: Sequence[Take], clashing: Sequence[tuple[str, Sequence[Evidence]]]) -> Reason | None:
    for text, evidence in clashing:
        return Reason(tag="inconsistent", reason=text, evidence=tuple(evidence))
    told = [t for t in takes if not t.superseded and t.bounds != OPEN]
    for i, a in enumerate(told):
        for b in told[i + 1 :]:
            one_voice = a.root == b.root and a.origin == b.origin
            if one_voice and set(a.reports) & set(b.reports) and excludes(a.bounds, b.bounds):
                whose = "in its own voice" if a.own_voice else f"from {a.name}"
                text = f"One report has both {worded(a.bounds)} and {worded(b.bounds)} {whose}."
                return _reason("inconsistent", text, (a, b))
    return None
