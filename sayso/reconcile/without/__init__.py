"""Taking sources away: the dossier without them, and an account of what falls and what stands.

Everything falls that rests on a source: its own word, what its spokesmen say, what others say through it, and, where
it is an outlet, its reports. What is left is judged again by the rules of docs/standings.md; nothing is gathered anew,
so a claim keeps its id and can be laid beside what it was.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import Dossier
from sayso.reconcile.without.account import Account, Effected, Source, account, effect
from sayso.reconcile.without.again import again, people
from sayso.reconcile.without.naming import SourceError, find
from sayso.reconcile.without.pruning import pruned
from sayso.reconcile.without.removal import Removal

__all__ = ["Account", "Effected", "SourceError", "without"]


def without(dossier: Dossier, sources: Iterable[str], *, relayed: bool = True) -> tuple[Dossier, Account]:
    """The dossier without `sources` (actors by any of their names, outlets, reports by id or file, sides), and what
    becomes of each of its claims.

    Where `relayed` is false, what others say through a source stays, and an outlet loses only its own voice. The
    result's `without` names what was taken. Raises SourceError where a name fits nothing, or several things.
    """
    taken = find(dossier, sources)
    removal = Removal(dossier, taken, relayed=relayed)
    reports = {report.id for report in dossier.reports} - removal.reports
    cast = people(dossier)
    called = {actor.id: actor.name for actor in dossier.actors}
    kept, effects = [], []
    for claim in dossier.claims:
        left = [removal.of(position) for position in claim.positions]
        untouched = not any(each.why for each in left) and set(claim.coverage) <= reports
        judged = again(claim, [each.position for each in left], policy=dossier.policy, reports=reports, cast=cast)
        # A claim that nothing was taken from stays as it is, but for reports that never had it.
        if untouched:
            judged = claim.model_copy(update={"silent": tuple(r for r in claim.silent if r in reports)})
        effects.append(effect(claim, judged, left, dossier.policy, called))
        if judged is not None:
            kept.append(judged)
    gone = [report.id for report in dossier.reports if report.id in removal.reports]
    found = pruned(dossier, removal, kept, [one.asked for one in taken])
    means = [Source(asked=one.asked, means=one.means) for one in taken]
    return found, account(effects, without=means, relayed=relayed, policy=dossier.policy, reports=gone)
