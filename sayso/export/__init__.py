"""A dossier in the formats of other tools: plain functions from a dossier to the files that the tool opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sayso.export import (
    acled,
    claimreview,
    csv,
    followthemoney,
    geojson,
    hxl,
    markdown,
    parquet,
    ucdp,
    webannotations,
    xlsx,
)
from sayso.export.context import Context
from sayso.export.errors import ExportError
from sayso.model import Dossier

# By the name that `--to` takes, in the order of the documentation.
FORMATS: Mapping[str, Callable[[Context], dict[str, bytes]]] = MappingProxyType(
    {
        "csv": csv.files,
        "parquet": parquet.files,
        "xlsx": xlsx.files,
        "geojson": geojson.files,
        "ucdp": ucdp.files,
        "acled": acled.files,
        "hxl": hxl.files,
        "claimreview": claimreview.files,
        "followthemoney": followthemoney.files,
        "annotations": webannotations.files,
        "markdown": markdown.files,
    }
)


def export(dossier: Dossier, to: str, *, policy: str | None = None) -> dict[str, bytes]:
    """The dossier in the format `to`: file names with their content; the same dossier gives the same bytes.

    `policy` is the counting policy by which figures become one number; None takes the format's own (`ucdp`, `acled`),
    else the dossier's. Raises ExportError where a part is not installed or evidence does not fit its report,
    PolicyError for an unknown policy, KeyError for an unknown format.
    """
    context = Context(dossier, policy)
    if policy is not None:
        context.policy_or(policy)
    return FORMATS[to](context)


__all__ = ["FORMATS", "ExportError", "export"]
