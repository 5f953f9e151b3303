"""`sayso policies`: the figures of a dossier by every counting policy."""

from __future__ import annotations

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.dossiers import DossierPath, opened
from sayso.dossier.harmless import clip
from sayso.dossier.reckoned import reckoned
from sayso.model import Dossier

QUESTION = 100


def policies(dossier: DossierPath) -> None:
    """Show every figure by every counting policy, side by side; the dossier's own policy comes first."""
    Console(highlight=False, markup=False).print(_compared(opened(dossier)))


def _compared(dossier: Dossier) -> Group:
    from sayso.reconcile.policies import reckonings
    from sayso.reconcile.policies.knowledge import knowledge

    described = knowledge().policies
    names = [dossier.policy, *(name for name in described if name != dossier.policy)]
    table = Table(box=None, pad_edge=False, padding=(0, 2), header_style="bold")
    table.add_column("Figure", ratio=3)
    for name in names:
        table.add_column(name, ratio=2)
    for claim in dossier.claims:
        if claim.measure:
            found = {each.policy: reckoned(each) for each in reckonings(claim, dossier.policy)}
            question = Text(f"{claim.id}  {clip(claim.question, QUESTION)}")
            table.add_row(question, *(Text(found[name]) for name in names))
    rules = [Padding(Text.assemble((name, "bold"), f"  {described[name].means}"), (0, 0, 0, 2)) for name in names]
    return Group(table, Text(), *rules)
