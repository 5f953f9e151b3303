"""Names that may stand for those who govern: of states, their blocs, and the towns that they are governed from."""

from __future__ import annotations

from functools import cache

from sayso.knowledge.states import states
from sayso.language.places.names import fold

BLOCS = frozenset(fold(name) for name in ("European Union", "EU"))


@cache
def seats() -> frozenset[str]:
    """The folded names."""
    named = (name for state in states().values() for name in (*state.names, *state.seats))
    return BLOCS | frozenset(fold(name) for name in named)
