"""The dossier as tables: what was read in each report, what was found across them, and the words for all of it."""

from sayso.export.table import Table
from sayso.export.tables.evidence import EVIDENCE
from sayso.export.tables.found import ACTORS, CLAIMS, COPIES, EVENTS, POSITIONS
from sayso.export.tables.read import ATTRIBUTIONS, FIGURES, PLACES, REPORTS

TABLES: tuple[Table, ...] = (
    REPORTS,
    ATTRIBUTIONS,
    FIGURES,
    CLAIMS,
    POSITIONS,
    EVENTS,
    ACTORS,
    PLACES,
    COPIES,
    EVIDENCE,
)

__all__ = ["TABLES"]
