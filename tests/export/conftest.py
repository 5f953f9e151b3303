"""The sample's dossier, for exports of what the program really finds."""

from __future__ import annotations

import pytest

from sayso.cli.demo import SAMPLES
from sayso.model import Dossier
from sayso.pipeline import make_dossier, read_and_annotate


@pytest.fixture(scope="session")
def sample() -> Dossier:
    return make_dossier(read_and_annotate([str(SAMPLES)], meta=SAMPLES / "reports.json"))
