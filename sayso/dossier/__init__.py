"""A dossier for programs (JSON), for people (one page) and for the terminal."""

from sayso.dossier.json import DossierError, from_json, to_json, verify

__all__ = ["DossierError", "from_json", "to_json", "verify"]
