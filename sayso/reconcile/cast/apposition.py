"""What stands beside a person's name of his office and his body: "its spokesman, Major X", "X of the union"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.reconcile.cast.kinds import knowledge

NAMES = r"(?-i:(?:[A-Z][\w.’'\-]*\s+){0,5})"
# What may follow a name: "who speaks for the union", "of the army"; not a deed ("accuses it of arming rebels").
LEADS = re.compile(
    r"^,?\s+(?:who\s+(?:speaks?|spoke|leads?|led|heads?|headed|commands?|commanded|runs?|ran|chairs?)\s+(?:for\s+)?"
    r"|(?P<of>of|from)\s+(?![a-z]+ing\b))(?P<body>[^,.;:()“”\"]{2,60})"
)
OWNER_ONLY = re.compile(r"(?P<owner>(?:[\w’'.\-]+\s+){0,3}[\w.\-]+[’']s?)\s+" + NAMES + "$")
CALLED = r"(?:who\s+calls?\s+(?:him|her)self|calling\s+(?:him|her)self|known\s+(?:only\s+)?as)"
BEFORE, AFTER = 160, 160  # characters on either side of a name that may describe it


@dataclass(frozen=True, slots=True)
class Description:
    """An office and the words for the body that it is of, with their place in the sentence."""

    role: str
    body: str
    at: int


@cache
def _roles() -> str:
    roles = {*knowledge().voices, *knowledge().members, *knowledge().public_offices}
    return "|".join(sorted(map(re.escape, roles), key=lambda role: (-len(role), role)))


@cache
def _before() -> re.Pattern[str]:
    """In front of a name: "its spokesman, Major", "the ministry's head", "the governor of Fell, ", or "a
    commander who calls himself".
    """
    return re.compile(
        rf"(?P<owner>(?:[\w’'.\-]+\s+){{0,4}}?)\b(?P<role>{_roles()})"
        rf"(?:\s+(?:of|for|at|to)\s+(?P<body>[^,.;:()]{{2,40}}?))?(?:\s+{CALLED})?,?\s+{NAMES}$",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    """Behind a name: ", the army's spokesman", ", its chairman", ", a doctor at the clinic"."""
    return re.compile(
        rf"^,\s+(?P<owner>(?:[\w’'.\-]+\s+){{0,5}}?)\b(?P<role>{_roles()})\b"
        rf"(?:\s+(?:of|for|at|in|with|to)\s+(?P<body>[^,.;:()“”\"]{{2,60}})|(?=[,.;]|\s+(?:who|which|that)\b))",
        re.IGNORECASE,
    )


def descriptions(left: str, right: str) -> Iterator[Description]:
    """What the sentence says of a name, from what stands before and after it."""
    offset = max(0, len(left) - BEFORE)
    before = _before().search(left[offset:])
    owned = None if before else OWNER_ONLY.search(left[offset:])
    if before:
        yield from _told(before["role"], before["owner"], before["body"], offset + before.start())
    elif owned:
        yield Description("", owned["owner"], offset + owned.start())
    after, leads = _after().match(right[:AFTER]), LEADS.match(right[:AFTER])
    if after and (after["owner"].strip() or after["body"]):
        yield from _told(after["role"], after["owner"], after["body"], len(left))
    elif leads:
        yield Description("" if leads["of"] else "head", leads["body"], len(left))


def has_ministry(role: str) -> bool:
    """Whether an office is a minister's who heads a ministry."""
    return role.endswith("minister") and role != "prime minister"


def _told(role: str, owner: str, body: str | None, at: int) -> Iterator[Description]:
    role, owner = role.casefold(), owner.strip()
    if has_ministry(role) and (owner or role != "minister"):
        yield Description(role, f"{owner} {role.removesuffix('minister')}".strip() + " ministry", at)
    if body:
        yield Description(role, body, at)
    owned = re.match(r".*[’']s?(?=\s|$)", owner)  # "the company's environment officer" is the company's
    yield Description(role, owned.group() if owned else owner, at)
