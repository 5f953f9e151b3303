"""The user's own actors: a file that corrects or adds what is known of who speaks (docs/actors.md).

It is checked as a whole: all faults are told at once, each with its place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from rapidfuzz import process

from sayso.reconcile.cast.kinds import core, knowledge

NO_SIDE = "none"
OTHER_KINDS = ("person", "unknown")

UNREADABLE = "{path}: cannot be read: {why}"
FAULT = "{path}: {where}: {what}"


class ActorsError(ValueError):
    """An actors file cannot be read or does not say what it should; the message has a line for each fault."""


class OwnActor(BaseModel):
    """An actor as the user gives it. `names` are other names for it, `not_` names that are not it; `speaks_for` is the
    body in whose name it speaks, `affiliation` what it belongs to; `side` is "none" where it has no side.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    name: str
    names: tuple[str, ...] = ()
    not_: tuple[str, ...] = Field(default=(), alias="not")
    kind: str | None = None
    speaks_for: str | None = None
    affiliation: str | None = None
    side: str | None = None

    @field_validator("name", "names", "not_", "speaks_for", "affiliation", "side")
    @classmethod
    def _said(cls, value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
        if any(not name.strip() for name in ((value,) if isinstance(value, str) else value or ())):
            raise ValueError("a name is empty")
        return value

    @field_validator("kind")
    @classmethod
    def _known(cls, value: str | None) -> str | None:
        kinds = (*knowledge().kinds, *OTHER_KINDS)
        if value is not None and value not in kinds:
            near = process.extractOne(value, kinds, score_cutoff=60)
            meant = f"; did you mean {near[0]}?" if near else ""
            raise ValueError(f"{value!r} is no kind of actor{meant} The kinds are {', '.join(sorted(kinds))}")
        return value

    @property
    def forms(self) -> tuple[str, ...]:
        """All its names."""
        return (self.name, *self.names)


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    actors: tuple[OwnActor, ...]


@dataclass(frozen=True)
class OwnActors:
    """The actors of a file, found by any of their names; `digest` is a short SHA-256 of the file."""

    actors: tuple[OwnActor, ...] = ()
    digest: str | None = None
    _by_name: dict[str, OwnActor] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {plain(form): actor for actor in self.actors for form in actor.forms})

    def of(self, name: str) -> OwnActor | None:
        """The actor of this name."""
        return self._by_name.get(plain(name))

    def barred(self, name: str, other: str) -> bool:
        """Whether the file says that the one name is not the actor of the other."""
        return any(
            actor is not None and plain(a) in map(plain, actor.not_)
            for a, actor in ((name, self.of(other)), (other, self.of(name)))
        )


NOBODY = OwnActors()


def plain(name: str) -> str:
    """A name as names are compared: in lower case, without determiners, titles and what follows a comma."""
    return " ".join(core(name)).casefold()


def load_actors(path: Path) -> OwnActors:
    """The actors of a YAML file. Raises ActorsError, with every fault and its place."""
    try:
        raw = path.read_bytes()
        content = yaml.safe_load(raw.decode("utf-8"))
    except OSError as error:
        raise ActorsError(UNREADABLE.format(path=path, why=error.strerror)) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ActorsError(UNREADABLE.format(path=path, why=f"not YAML: {error}")) from error
    try:
        actors = _File.model_validate(content).actors
    except ValidationError as error:
        faults = [FAULT.format(path=path, where=_where(e["loc"], content), what=_what(e)) for e in _errors(error)]
        raise ActorsError("\n".join(faults)) from error
    faults = [FAULT.format(path=path, where=where, what=what) for where, what in _contradictions(actors)]
    if faults:
        raise ActorsError("\n".join(faults))
    return OwnActors(actors, hashlib.sha256(raw).hexdigest()[:16])


def _errors(error: ValidationError) -> Sequence[Any]:
    return error.errors(include_url=False, include_input=False, include_context=False)


def _what(error: Any) -> str:
    known = ", ".join(f.alias or name for name, f in OwnActor.model_fields.items())
    said = {
        "extra_forbidden": f"is not known here; known are {known}",
        "missing": "is missing",
        "model_type": "a mapping is wanted, as docs/actors.md shows",
    }.get(error["type"])
    return said or str(error["msg"]).removeprefix("Value error, ")


def _where(steps: tuple[int | str, ...], content: Any) -> str:
    """The place of a fault: the actor by its name where it has one, and the key."""
    if not steps or steps[0] != "actors" or len(steps) < 2 or not isinstance(steps[1], int):
        return ".".join(map(str, steps)) or "the file"
    entry = content["actors"][steps[1]]
    name = entry.get("name") if isinstance(entry, dict) else None
    who = f"actor {steps[1] + 1}" + (f" ({name})" if isinstance(name, str) else "")
    return ", ".join([who, *(str(step) for step in steps[2:3])])


def _contradictions(actors: Sequence[OwnActor]) -> Iterator[tuple[str, str]]:
    """What each entry may say alone, and not together."""
    owner: dict[str, OwnActor] = {}
    for actor in actors:
        for form in actor.forms:
            first = owner.setdefault(plain(form), actor)
            if first is not actor:
                yield actor.name, f"the name {form!r} is also that of {first.name!r}"
        mine = set(map(plain, actor.forms))
        for form in actor.not_:
            if plain(form) in mine:
                yield actor.name, f"{form!r} stands under its names and under not"
    for actor in actors:
        for body in (actor.speaks_for, actor.affiliation):
            if body is not None and owner.get(plain(body)) is actor:
                yield actor.name, "it cannot speak for itself or belong to itself"
        seen, at = {id(actor)}, owner.get(plain(actor.speaks_for or ""))
        while at is not None and at.speaks_for and id(at) not in seen:
            seen.add(id(at))
            at = owner.get(plain(at.speaks_for))
        if at is actor and actor.speaks_for and len(seen) > 1:
            yield actor.name, "in the end it speaks for itself"
