from __future__ import annotations

import json

from hostile import hostile

from sayso.dossier import to_brief
from sayso.model import Dossier


def test_scripts_get_what_is_disputed_first(dossier: Dossier) -> None:
    brief = json.loads(to_brief(dossier))
    (story,) = brief["stories"]
    assert (brief["reports"], story["name"]) == (3, "Blast at Port Ambel")
    assert [claim["id"] for claim in story["disputed"]] == ["dead", "fired"]
    assert [claim["id"] for claim in story["others"]] == ["bodies"]
    army = story["disputed"][0]["positions"][2]
    assert (army["who"], army["side"], army["low"], army["high"]) == ("Lowland army", "Lowland", 4, 6)


def test_what_steers_a_terminal_is_escaped(dossier: Dossier) -> None:
    assert to_brief(hostile(dossier)).isascii()
    assert "\x1b" not in to_brief(hostile(dossier))
