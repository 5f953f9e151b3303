"""The knowledge that the readers use: what lines of a report look like, and what agencies are called."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load


class Layout(BaseModel):
    """`article.yaml`: patterns of lines, by what a line is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    longest: int
    months: dict[str, int]
    name: str
    begins: str
    furniture: list[str]
    bare_pictures: list[str]
    picture_credits: list[str]
    captions: list[str]
    bylines: list[str]
    mastheads: list[str]
    headline_labels: list[str]
    datelines: list[str]
    date_lines: list[str]
    credits: list[str]
    republished: list[str]
    origin_ends: str
    corrections: list[str]


class Agencies(BaseModel):
    """`agencies.yaml`: agencies with their other names, and patterns for those that are not listed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    agencies: dict[str, list[str]]
    patterns: list[str]
    acronyms: str
    pictures: list[str]


@cache
def layout() -> Layout:
    """The patterns in force."""
    found: Layout = load("article", Layout)
    return found


@cache
def agencies() -> Agencies:
    """The agencies in force."""
    found: Agencies = load("agencies", Agencies)
    return found
