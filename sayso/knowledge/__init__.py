"""What the tool knows of the world and of news language: YAML files beside this module, validated on loading.

A user's own folder, named by the environment variable SAYSO_KNOWLEDGE, may hold files of the same names:
their mappings are laid over the shipped ones key by key, their lists are added.
"""

from __future__ import annotations

import hashlib
import os
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

SHIPPED = Path(__file__).parent
VARIABLE = "SAYSO_KNOWLEDGE"

Shape = TypeVar("Shape", bound=BaseModel)


class KnowledgeError(ValueError):
    """A knowledge file cannot be read or does not have the shape that it should."""


def _read(path: Path) -> Any:
    try:
        # The C loader is ten times faster; both are safe loaders.
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{path}: cannot be read as YAML: {error}") from error


def _overlay(base: Any, added: Any) -> Any:
    if isinstance(base, dict) and isinstance(added, dict):
        return {**base, **{key: _overlay(base.get(key), value) for key, value in added.items()}}
    if isinstance(base, list) and isinstance(added, list):
        return base + [item for item in added if item not in base]
    return added


def _own() -> Path | None:
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def check_own() -> None:
    """Raises KnowledgeError, with all faults at once, where the user's own folder is none, or has a file that lies over
    none of the shipped ones and would never be read.
    """
    own = _own()
    if own is None:
        return
    if not own.is_dir():
        raise KnowledgeError(f"{own}: is no folder; name one with YAML files of the names in docs/knowledge.md")
    known = sorted(path.name for path in SHIPPED.glob("*.yaml"))
    faults = []
    for path in sorted([*own.glob("*.yaml"), *own.glob("*.yml")]):
        if path.name not in known:
            near = get_close_matches(path.name, known, 1)
            faults.append(f"{path}: is read by nothing" + (f"; did you mean {near[0]}?" if near else ""))
    if faults:
        raise KnowledgeError("\n".join([*faults, f"The names are {', '.join(known)}."]))


def load(name: str, shape: type[Shape]) -> Shape:
    """The file `name`.yaml as an object of `shape`, with the user's own file laid over it.

    Raises KnowledgeError, naming the file and the field, where it does not have that shape. Read once a process.
    """
    loaded = _load(name, shape)
    assert isinstance(loaded, shape)
    return loaded


@cache
def _load(name: str, shape: type[BaseModel]) -> BaseModel:
    content = _read(SHIPPED / f"{name}.yaml")
    own = _own()
    if own is not None and (own / f"{name}.yaml").is_file():
        content = _overlay(content, _read(own / f"{name}.yaml"))
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        file = own / f"{name}.yaml" if own is not None and (own / f"{name}.yaml").is_file() else f"{name}.yaml"
        faults = error.errors(include_url=False, include_input=False, include_context=False)
        places = [(".".join(map(str, fault["loc"])) or "the whole", fault["msg"]) for fault in faults]
        raise KnowledgeError("\n".join(f"{file}: {where}: {what}" for where, what in places)) from error


@cache
def digest() -> str:
    """A short SHA-256 over all knowledge in force, for the dossier's versions."""
    found = hashlib.sha256()
    own = _own()
    for folder in (SHIPPED, own):
        for path in sorted(folder.glob("*.yaml")) if folder else ():
            found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]
