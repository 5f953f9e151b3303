"""The patterns of `article.yaml`, compiled."""

from __future__ import annotations

import re
from functools import cache

from sayso.readers import dates
from sayso.readers.shapes import agencies, layout


def _any(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


@cache
def _blanks() -> dict[str, str]:
    listed = [form for name, forms in agencies().agencies.items() for form in (name, *forms)]
    return {
        "{name}": layout().name,
        "{begins}": layout().begins,
        "{date}": dates.whole(),
        "{day}": dates.day(),
        "{agencies}": _any(listed),
        "{pictures}": _any(listed + agencies().pictures),
    }


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """One pattern for all lines of a kind: the name of a list in `article.yaml`."""
    joined = "|".join(f"(?:{one})" for one in getattr(layout(), kind))
    for blank, meaning in _blanks().items():
        joined = joined.replace(blank, f"(?:{meaning})")
    # A group may be named once in a pattern; alternatives number theirs.
    return re.compile(_number_groups(joined), re.IGNORECASE)


def _number_groups(joined: str) -> str:
    count = 0

    def number(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f"(?P<{match.group(1)}_{count}>"

    return re.sub(r"\(\?P<([a-z]+)>", number, joined)


def group(match: re.Match[str], name: str) -> str | None:
    """What the group `name` holds, in whichever alternative fitted."""
    return next((value for key, value in match.groupdict().items() if key.startswith(f"{name}_") and value), None)
