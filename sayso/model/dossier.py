"""What holds across reports: actors, stories, events, claims with their positions and standings."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sayso.model.anchor import Record
from sayso.model.annotations import Attribution, Figure, Place, Time
from sayso.model.report import Report, Stretch, Unread

SCHEMA_VERSION = "1.0"

Tag = Literal[
    "corroborated",
    "single-origin",
    "single-side",
    "single-report",
    "reported",
    "disputed",
    "denied",
    "conceded",
    "responsibility-claimed",
    "unverified",
    "revised",
    "inconsistent",
]
Polarity = Literal["asserts", "partly", "denies", "doubts", "no-comment", "could-not-verify"]
Interest = Literal["self-serving", "against-interest", "neutral", "unknown"]
CopyKind = Literal["copy", "partial", "quotes"]
ToldBy = Literal["revises", "credit", "time"]


class ReportEntry(Record):
    """A report as the dossier lists it, with its text so that every anchor can be checked."""

    id: str
    file: str | None
    outlet: str | None
    headline: str | None
    published: str | None
    language: str
    url: str | None
    republished_from: str | None
    agencies: tuple[str, ...]
    revises: str | None
    parts: tuple[Stretch, ...]
    metadata: dict[str, object]
    sha256: str
    text: str

    @classmethod
    def of(cls, report: Report) -> ReportEntry:
        """The entry of a report."""
        return cls(**report.model_dump(), sha256=report.sha256)


class Actor(Record):
    """A source resolved across reports. `names` are the forms seen; `side` is null where it is unknown."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: str
    affiliation: str | None = None
    side: str | None = None


class Evidence(Record):
    """A pointer to words: the report, and the attribution or figure, or a stretch of it."""

    report: str
    start: int
    end: int
    attribution: str | None = None
    figure: str | None = None


class Reason(Record):
    """Why a standing holds, in a sentence for people, with the words that it rests on."""

    tag: Tag
    reason: str
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Position(Record):
    """What one origin says on a claim. `origin` is null for an outlet's own voice (`outlet` names it).

    `carried_by` are the reports that have it; `relays` those through whom it came. `superseded` marks a
    position that the same origin has since replaced. `root` is a key for whose word it is in the end, the id of an
    actor where that is one: positions with the same root are one origin. `best` is the number between `low` and `high`
    that its origin holds most likely, where it gives one.
    """

    origin: str | None
    outlet: str | None = None
    actor: str | None = None
    root: str | None = None
    side: str | None = None
    polarity: Polarity = "asserts"
    low: int | None = None
    high: int | None = None
    best: int | None = None
    qualifier: str | None = None
    text: str
    interest: Interest = "unknown"
    superseded: bool = False
    distanced: bool = False
    said: str | None = None
    relays: tuple[str, ...] = ()
    carried_by: tuple[str, ...]
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Reckoning(Record):
    """The number that a claim comes to by one counting policy (docs/policies.md).

    `low`, `best` and `high` are numbers that positions give, never an average; null where the policy has none.
    `positions` are the places (0-based) in the claim's positions of those that the numbers rest on.
    """

    policy: str
    low: int | None = None
    best: int | None = None
    high: int | None = None
    reason: str
    positions: tuple[int, ...] = ()


class Claim(Record):
    """A question on which origins take positions: a figure (`measure`) or a proposition.

    `of_whom` is who or what is counted, in a report's words; `whose` the side whose people or things they are, null
    where the reports do not tell.
    `low` and `high` are the bounds of the whole claim: the outer bounds of a disputed one, the last of a
    revised one, else what all positions allow together. `coverage` are the reports that carry it and
    `silent` those of its story that do not. `reckonings` are the figure by each counting policy, the
    dossier's own first; `origins` are the names of those whose word it is in the end, once chains and copies
    are followed.
    """

    id: str
    story: str
    event: str | None = None
    question: str
    measure: str | None = None
    unit: str | None = None
    of_whom: str | None = None
    whose: str | None = None
    place: str | None = None
    when: str | None = None
    proposition: str | None = None
    low: int | None = None
    high: int | None = None
    standing: tuple[Tag, ...]
    reasons: tuple[Reason, ...]
    positions: tuple[Position, ...] = Field(min_length=1)
    coverage: tuple[str, ...]
    silent: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    reckonings: tuple[Reckoning, ...] = ()


class Event(Record):
    """One happening of a story. `historical` marks one that the reports recall from earlier."""

    id: str
    story: str
    name: str
    type: str | None = None
    place: str | None = None
    when: str | None = None
    parties: tuple[str, ...] = ()
    historical: bool = False
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


class SharedPassage(Record):
    """The same words in two reports: `here` in the one that rests on the other, `there` in that other."""

    here: Evidence
    there: Evidence


class Copy(Record):
    """That two reports share words, and how much: `report` rests on `of`, or, where nothing tells which on which
    (`told_by` is null), is the later in the order of reports.

    `kind` is `copy` where half of `report` or more is in `of`, `partial` where less is, `quotes` where they share
    nothing but quotations. `share` is the share of `report`'s running text in the passages, `share_of` that of `of`'s.
    """

    report: str
    of: str
    kind: CopyKind
    told_by: ToldBy | None = None
    share: float = Field(ge=0, le=1)
    share_of: float = Field(ge=0, le=1)
    passages: tuple[SharedPassage, ...] = Field(min_length=1)


class Story(Record):
    """Reports that are about the same thing."""

    id: str
    name: str
    reports: tuple[str, ...]


class Versions(Record):
    """What made a dossier: the code, the model weights (their digest) and the knowledge (its digest); `actors` is the
    digest of the user's own file of actors.
    """

    sayso: str
    schema_version: str = SCHEMA_VERSION
    model: str
    knowledge: str
    actors: str | None = None


class Dossier(Record):
    """Everything that was read, and what stands. Same input, same output, to the byte.

    `policy` is the counting policy that was asked for, the first among each claim's `reckonings`. `without` names
    the sources that were taken away.
    """

    versions: Versions
    policy: str = "origins"
    without: tuple[str, ...] = ()
    reports: tuple[ReportEntry, ...]
    unread: tuple[Unread, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    actors: tuple[Actor, ...] = ()
    stories: tuple[Story, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    copies: tuple[Copy, ...] = ()
