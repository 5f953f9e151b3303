"""The objects of the ledger: immutable, typed, with a JSON schema. They import nothing of the rest."""

from sayso.model.anchor import Anchor, AnchorError, Record
from sayso.model.annotations import Annotations, Attribution, Clause, Figure, Link, Place, Source, Time
from sayso.model.dossier import (
    Actor,
    Claim,
    Copy,
    Dossier,
    Event,
    Evidence,
    Position,
    Reason,
    Reckoning,
    ReportEntry,
    SharedPassage,
    Story,
    Versions,
)
from sayso.model.report import Report, Stretch, Unread

__all__ = [
    "Actor",
    "Anchor",
    "AnchorError",
    "Annotations",
    "Attribution",
    "Claim",
    "Clause",
    "Copy",
    "Dossier",
    "Event",
    "Evidence",
    "Figure",
    "Link",
    "Place",
    "Position",
    "Reason",
    "Reckoning",
    "Record",
    "Report",
    "ReportEntry",
    "SharedPassage",
    "Source",
    "Story",
    "Stretch",
    "Time",
    "Unread",
    "Versions",
]
