"""Which source somebody means: an actor by any of his names, an outlet, a report, a side; what is unclear is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process, utils

from sayso.model import Actor, Dossier
from sayso.reconcile.cast.kinds import indefinite, knowledge, state_behind, tokens

KINDS = ("actor", "outlet", "report", "side")
NEAREST, NEAR = 5, 60  # names that an error lists, and how near (of 100) they must be

UNKNOWN = "no actor, outlet, report or side is called {asked!r}{near}"
NEAR_ONES = "; near: {names}"
SEVERAL = "{asked!r} can be {names}: give one of these"


class SourceError(ValueError):
    """Names that fit no source of the dossier, or several; the message has a line for each."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A source to be taken away: ids of actors, outlets and names in folded form, ids of reports, sides.

    `means` says for people what it is in the dossier.
    """

    asked: str
    means: str
    actors: frozenset[str] = field(default=frozenset())
    names: frozenset[str] = field(default=frozenset())
    outlets: frozenset[str] = field(default=frozenset())
    reports: frozenset[str] = field(default=frozenset())
    sides: frozenset[str] = field(default=frozenset())


def folded(name: str) -> str:
    """A name as it is compared: in lower case, without determiners in front and possessive endings."""
    words = [word.casefold() for word in tokens(name)]
    while len(words) > 1 and words[0] in knowledge().determiners:
        words = words[1:]
    return " ".join(words)


def find(dossier: Dossier, asked: Iterable[str]) -> list[Taken]:
    """What each of the names means; `actor:`, `outlet:`, `report:` or `side:` in front says which it is.

    A name that is an actor's and an outlet's is one source. Raises SourceError, with all faults at once.
    """
    found, faults = [], []
    for each in dict.fromkeys(asked):
        try:
            found.append(_one(dossier, each))
        except SourceError as fault:
            faults.append(str(fault))
    if faults:
        raise SourceError("\n".join(faults))
    return found


def _one(dossier: Dossier, asked: str) -> Taken:
    prefix, colon, rest = asked.partition(":")
    kind = prefix.strip().casefold() if colon and prefix.strip().casefold() in KINDS else None
    name = rest.strip() if kind else asked.strip()
    wanted = folded(name)
    actors = _actors(dossier, name, wanted) if kind in (None, "actor") else []
    outlets = {o for o in _outlets(dossier) if folded(o) == wanted} if kind in (None, "outlet") and wanted else set()
    reports = {r.id for r in dossier.reports if _is_report(name, r.id, r.file)} if kind in (None, "report") else set()
    sides = {s for s in _sides(dossier) if s.casefold() == name.casefold()} if kind in (None, "side") else set()
    if not (actors or outlets or reports or sides) and kind in (None, "actor"):
        # "RIA Novosti" where reports only have "the state agency RIA Novosti".
        actors = [a for a in dossier.actors if _within(wanted, a)]
    if sides and all(
        any(a.side in sides and _part_of(b, a) for a in actors) for b in dossier.actors if b.side in sides
    ):
        # A party that is a side of its own: the two are one.
        actors = []
    meant = [bool(actors or outlets), bool(reports), bool(sides)]
    if sum(meant) > 1:
        options = [k for k, several in zip(KINDS, (actors, outlets, reports, sides), strict=True) if several]
        raise SourceError(SEVERAL.format(asked=asked, names=" or ".join(f"{k}:{name}" for k in options)))
    if not any(meant):
        raise SourceError(UNKNOWN.format(asked=asked, near=_near(dossier, name)))
    if sides:
        return _of_side(dossier, asked, sides)
    if reports:
        return Taken(asked, f"the report {', '.join(sorted(reports))}", reports=frozenset(reports))
    chosen = _one_a_story(dossier, asked, wanted, actors)
    names = {form for actor in chosen for form in _forms(actor)} | {folded(o) for o in outlets}
    published = {o for o in _outlets(dossier) if folded(o) in names}
    means = dict.fromkeys(f"{actor.name} ({actor.kind})" for actor in chosen)
    means |= dict.fromkeys(f"the outlet {outlet}" for outlet in sorted(published))
    return Taken(
        asked, ", ".join(means), frozenset(a.id for a in chosen), frozenset(names), frozenset(map(folded, published))
    )


def _part_of(one: Actor, whole: Actor) -> bool:
    """Whether one actor is the other, speaks for him or belongs to him."""
    return one is whole or one.affiliation == whole.name


def _within(wanted: str, actor: Actor) -> bool:
    """Whether a name of the actor has these words in it, and is no description of somebody ("a Fell resident")."""
    named = [form for form in (actor.name, *actor.names) if not indefinite(form)]
    return bool(wanted) and any(f" {wanted} " in f" {folded(form)} " for form in named)


def _forms(actor: Actor) -> set[str]:
    """All names of an actor in folded form."""
    return {folded(form) for form in (actor.name, *actor.names)}


def _of_side(dossier: Dossier, asked: str, sides: set[str]) -> Taken:
    """A side with its actors, and with the outlets that belong to it."""
    actors = [actor for actor in dossier.actors if actor.side in sides]
    names = {form for actor in actors for form in _forms(actor)}
    outlets = {folded(o) for o in _outlets(dossier) if state_behind(o) in sides or folded(o) in names}
    means = f"the side {', '.join(sorted(sides))} ({len(actors)} actors)"
    return Taken(
        asked, means, frozenset(a.id for a in actors), frozenset(names), frozenset(outlets), sides=frozenset(sides)
    )


def _actors(dossier: Dossier, name: str, wanted: str) -> list[Actor]:
    by_id = [actor for actor in dossier.actors if actor.id == name]
    return by_id or [actor for actor in dossier.actors if wanted and wanted in _forms(actor)]


def _one_a_story(dossier: Dossier, asked: str, wanted: str, actors: Sequence[Actor]) -> Sequence[Actor]:
    """The actors, one of each story; those whose own name it is before those who are only called so."""
    stories: dict[str | None, list[Actor]] = {}
    told = {p.actor: claim.story for claim in dossier.claims for p in claim.positions if p.actor}
    only = dossier.stories[0].id if len(dossier.stories) == 1 else None
    for actor in actors:
        stories.setdefault(told.get(actor.id, only), []).append(actor)
    chosen: list[Actor] = []
    for several in stories.values():
        own = [actor for actor in several if folded(actor.name) == wanted]
        of_story = own if len(own) == 1 else several
        if len(of_story) > 1:
            names = " or ".join(f"actor:{actor.id} ({actor.name}, {actor.kind})" for actor in of_story)
            raise SourceError(SEVERAL.format(asked=asked, names=names))
        chosen += of_story
    return chosen


def _is_report(name: str, identifier: str, file: str | None) -> bool:
    last = (file or "").replace("\\", "/").rpartition("/")[2]
    return bool(name) and name in (identifier, file, last, last.rpartition(".")[0])


def _outlets(dossier: Dossier) -> list[str]:
    named = (n for r in dossier.reports for n in (r.outlet, r.republished_from, *r.agencies) if n)
    return list(dict.fromkeys(named))


def _sides(dossier: Dossier) -> list[str]:
    of_positions = (p.side for claim in dossier.claims for p in claim.positions)
    return sorted({side for side in (*(actor.side for actor in dossier.actors), *of_positions) if side})


def _near(dossier: Dossier, name: str) -> str:
    known = [
        *(form for actor in dossier.actors for form in (actor.name, *actor.names)),
        *_outlets(dossier),
        *(report.id for report in dossier.reports),
        *_sides(dossier),
    ]
    by_form = {folded(form): form for form in reversed(known)}
    close = process.extract(
        name, by_form, scorer=fuzz.WRatio, processor=utils.default_process, limit=NEAREST, score_cutoff=NEAR
    )
    return NEAR_ONES.format(names=", ".join(form for form, _, _ in close)) if close else ""
