"""Where the development data lies, and how its scorers are loaded. The data is not part of the project."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

SHARED = Path(__file__).resolve().parents[2] / "shared"


def need(*parts: str) -> Path:
    """A file or folder of the development data; ends the program with a clear message where it is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        raise SystemExit(f"This benchmark needs the development data: {Path('..', 'shared', *parts)} is missing.")
    return path


def module(*parts: str) -> ModuleType:
    """A scorer of the development data, as a module."""
    path = need(*parts)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} cannot be loaded.")
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = loaded
    spec.loader.exec_module(loaded)
    return loaded
