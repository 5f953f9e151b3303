"""Reports that are nothing but markup, script and what turns text round."""

from __future__ import annotations

from typing import Any

from sayso.model import Dossier

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>"
    '<a href="javascript:alert(3)">\u202e{{ 7*7 }}\x1b[2J</style>'
)


def hostile(dossier: Dossier) -> Dossier:
    """The dossier with markup wherever a report's words can come to stand."""

    def spoil(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: spoil(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [spoil(item, key) for item in value]
        names = {
            "name",
            "names",
            "outlet",
            "headline",
            "question",
            "reason",
            "origin",
            "agencies",
            "relays",
            "qualifier",
        }
        free = {"url", "file", "input", "affiliation", "language", "published", "side", "proposition", "when", "place"}
        return HOSTILE if isinstance(value, str) and key in names | free else value

    spoilt = spoil(dossier.model_dump(mode="json"))
    spoilt["reports"][0]["text"] += "\n" + HOSTILE
    return Dossier.model_validate(spoilt)
