"""What is read in one report: attributions, figures, places and times."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sayso.model.anchor import Anchor, Record

Quoting = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts",
    "denies",
    "admits",
    "blames",
    "promises",
    "announces",
    "claims-responsibility",
    "no-comment",
    "could-not-verify",
]
Kind = Literal["speech", "thought", "intention", "act"]
FoundBy = Literal["model", "rule", "model+rule"]
Mode = Literal["actual", "historical"]
SetBy = Literal["clause", "sentence", "paragraph", "opening"]


class Source(Record):
    """Whoever the text credits with something.

    `text`, `start` and `end` are the words that name the source beside this attribution (absent where the
    sentence leaves it to be understood); `name` is what it is called after pronouns and short forms are
    resolved ("It" → "Arden Steel"). `resolved` repeats that name where it was taken from another place of the
    report, and is null where the source's own words give it.
    """

    name: str
    text: str | None = None
    start: int | None = None
    end: int | None = None
    resolved: str | None = None


class Link(Record):
    """One link of a chain: the origin, or a relay through whom its words came."""

    name: str
    role: Literal["origin", "relay"]


class Attribution(Record):
    """Source, cue and content, found in one report. A null `source` is one that the text leaves unnamed.

    `content` has several parts where the cue splits it. `chain` has the origin first, then each relay.
    `confidence` is calibrated: of attributions with 0.8, eight in ten are right. `when` is the time that the report
    gives for the statement itself ("said on Thursday"), `when_at` the id of that time mention.
    """

    id: str
    report: str
    source: Source | None
    cue: tuple[Anchor, ...]
    content: tuple[Anchor, ...] = Field(min_length=1)
    chain: tuple[Link, ...]
    quotation: Quoting
    stance: Stance
    distanced: bool
    kind: Kind = "speech"
    found_by: FoundBy = "rule"
    confidence: float = Field(default=1.0, ge=0, le=1)
    when: str | None = None
    when_at: str | None = None

    @property
    def origin(self) -> str | None:
        """The name of the one whose word it is; None where nobody is named."""
        return self.chain[0].name if self.chain else None


class Figure(Anchor):
    """A quantity that somebody states, at the words that state it.

    `low` and `high` are the bounds that the words allow, either null where they allow any ("several": both).
    `said_by` is the source credited, null where it is the outlet's own voice; `attribution` the id of the
    attribution whose content holds the figure. `part_of` is the id of the figure that this one is a part of.
    `place` and `when` are the name and the value of where and when it happened, `place_at` and `when_at` the ids of
    the mentions that they come from; `placed_by` and `dated_by` tell in which stretch those were found.
    """

    id: str
    report: str
    measure: str
    unit: str
    of_whom: str | None = None
    low: int | None = None
    high: int | None = None
    qualifier: str | None = None
    mode: Mode = "actual"
    said_by: str | None = None
    attribution: str | None = None
    part_of: str | None = None
    place: str | None = None
    place_at: str | None = None
    placed_by: SetBy | None = None
    when: str | None = None
    when_at: str | None = None
    dated_by: SetBy | None = None


class Place(Anchor):
    """A place mention; `geonames`, coordinates and the rest are null where it could not be resolved.

    `precision` follows UCDP's where_prec (1 exact … 4 first-level region … 6 country). `role` is how the text uses it:
    `where` something is or happens; `modifier` of a noun ("an Estonian town", "the Tartu traders"); `venue`, a school,
    court or embassy that may as well be the body; `inside` the name of something else ("Tartu Rovers").
    """

    id: str
    report: str
    name: str
    role: Literal["where", "modifier", "venue", "inside"] = "where"
    geonames: int | None = None
    country: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    feature: str | None = None
    precision: int | None = None


class Time(Anchor):
    """A time mention and its value: an ISO 8601 date, date-time, or interval `start/end`; null if unresolved."""

    id: str
    report: str
    value: str | None = None
    precision: str | None = None


class Clause(Record):
    """One clause of a report: a verb at `at`, and the words of those that it speaks of.

    `subject` is the one who does it and `object` the one to whom it is done, also where the verb is passive; `other`
    what hangs on prepositions. `start` and `end` are where the clause stands with all that hangs on it; `under` is the
    position, among the report's clauses, of the one that it hangs on, `relation` how (a label of the parse).
    `unreal` is true beside "would", "could", "may". `question` is what a reader would ask of it, "" where no question
    can be put; `{source}` stands in it for whoever says so.
    """

    start: int
    end: int
    at: int
    verb: str
    subject: str = ""
    object: str = ""
    other: str = ""
    negated: bool = False
    unreal: bool = False
    relation: str = "ROOT"
    under: int | None = None
    question: str = ""


class Annotations(Record):
    """All that was read in one report, in text order. `model` names the weights that read it, by a digest of them.

    `clauses` are for reconciling, and stand in no dossier.
    """

    report: str
    model: str = "none"
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    clauses: tuple[Clause, ...] = ()

    @property
    def located(self) -> tuple[Place, ...]:
        """The places where something is or happens: without those that only describe or name something else."""
        return tuple(place for place in self.places if place.role == "where")
