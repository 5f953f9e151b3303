from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

# A machine that is busy must not fail a test, and a run is to be the same as the last one.
settings.register_profile("sayso", deadline=None, derandomize=True)
settings.load_profile("sayso")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the repository, which is no part of it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the development data in ../shared, which is not on this machine")
    return folder
