"""Coders' tables: a table of reports and a mapping of its columns to a dossier (docs/tables.md)."""

from sayso.tables.dossier import import_table
from sayso.tables.errors import TableError

__all__ = ["TableError", "import_table"]
