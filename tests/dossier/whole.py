"""The page that opens a dossier."""

from __future__ import annotations

from sayso.dossier.page import INDEX, pages
from sayso.model import Dossier


def whole(dossier: Dossier) -> str:
    """The HTML of `index.html`."""
    return dict(pages(dossier))[INDEX]
