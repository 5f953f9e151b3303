"""The dossier as JSON: the contract that other programs read. Same dossier, same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from sayso.model import Anchor, Dossier
from sayso.model.dossier import SCHEMA_VERSION


class DossierError(ValueError):
    """A text is no dossier of this schema, or its evidence does not fit its reports."""


def to_json(dossier: Dossier) -> str:
    """The dossier as indented JSON (to be written as UTF-8), keys in the model's order, ending in a newline."""
    return dossier.model_dump_json(indent=1) + "\n"


def from_json(text: str | bytes) -> Dossier:
    """The dossier that `to_json` wrote.

    Raises DossierError where it is not JSON of this shape or is of another major schema version, and AnchorError
    where a quote does not stand in its report's text at the place that it names.
    """
    try:
        dossier = Dossier.model_validate_json(text)
    except ValidationError as error:
        _check_version(_version(text))
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"]) or "the whole"
        raise DossierError(f"not a dossier: {where}: {first['msg']}") from error
    _check_version(dossier.versions.schema_version)
    verify(dossier)
    return dossier


def _check_version(found: str) -> None:
    if found.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise DossierError(f"schema version {found}, but this reads {SCHEMA_VERSION}; read the reports again")


def _version(text: str | bytes) -> str:
    """The schema version that a text of another shape gives; this program's own where it gives none."""
    try:
        return str(json.loads(text)["versions"]["schema_version"])
    except (ValueError, KeyError, TypeError):
        return SCHEMA_VERSION


def verify(dossier: Dossier) -> None:
    """Holds every quote against its report. Raises AnchorError, or DossierError for a report that is not there."""
    texts = {report.id: report.text for report in dossier.reports}
    for report, anchors in _anchors(dossier):
        if report not in texts:
            raise DossierError(f"evidence in report {report!r}, which the dossier does not hold")
        for anchor in anchors:
            anchor.check(texts[report])


def _anchors(dossier: Dossier) -> Iterator[tuple[str, Iterable[Anchor]]]:
    for attribution in dossier.attributions:
        yield attribution.report, attribution.cue + attribution.content
    for findings in (dossier.figures, dossier.places, dossier.times):
        for found in findings:
            yield found.report, (found,)
