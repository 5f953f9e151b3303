"""exports.yaml speaks of what the other knowledge files know."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from sayso.export.coding import coding
from sayso.knowledge import SHIPPED


def known(file: str, key: str) -> dict[str, Any]:
    found = yaml.safe_load((SHIPPED / f"{file}.yaml").read_text(encoding="utf-8"))[key]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("used", "file", "key"),
    [
        (set(coding().acled), "events", "types"),
        (set(coding().state_based), "events", "types"),
        (set(coding().hxl), "measures", "measures"),
        (set(coding().civilians), "counting", "groups"),
        (set(coding().followthemoney) - {"person", "unknown"}, "actors", "kinds"),
        (set(coding().schema_org_persons) - {"person"}, "actors", "kinds"),
    ],
)
def test_what_it_maps_is_known(used: set[str], file: str, key: str) -> None:
    assert used <= set(known(file, key)), used - set(known(file, key))
