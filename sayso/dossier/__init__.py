"""A dossier for programs (JSON), for people (pages) and for the terminal."""

from sayso.dossier.brief import to_brief
from sayso.dossier.json import DossierError, from_json, to_json, verify

__all__ = ["DossierError", "from_json", "to_brief", "to_json", "verify"]
