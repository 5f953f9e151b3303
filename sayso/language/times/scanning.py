"""Finding the pieces of time expressions in a text, and leaving out words that only look like one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from sayso.language.times.patterns import patterns
from sayso.language.times.words import words

# What may stand before a bare year, a bare part of the day or a clock time without am or pm.
YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|from|until|till|by|of|during|before|after|early|late|throughout|between|to|and|year|around|autumn|spring|summer|winter)"
    r"[^\S\n]+|mid-|[(–—-])$",
    re.IGNORECASE,
)
PART_LEAD = re.compile(
    r"\b(?:in|at|by|on|before|after|during|since|until|till|around|about|from|of|through|throughout)[^\S\n]+(?:the[^\S\n]+)?$",
    re.IGNORECASE,
)
CLOCK_LEAD = re.compile(
    r"\b(?:at|by|around|about|before|after|since|until|till|from|to|between|and|of|nearly|just|,)[^\S\n]+$",
    re.IGNORECASE,
)
REPEATED = re.compile(r"\b(?:every|each|most|some|many)[^\S\n]+$", re.IGNORECASE)
NAMES = {"ORG", "PERSON", "WORK_OF_ART", "FAC", "PRODUCT", "EVENT", "GPE"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A match of a pattern at `start` to `end`, offsets into the text."""

    start: int
    end: int
    kind: str
    match: re.Match[str]


def pieces(doc: Doc) -> list[Piece]:
    """The pieces of `doc`'s text in order, none overlapping another; of two at one place the longer."""
    text = doc.text
    found: list[tuple[int, int, int, Piece]] = []
    for rank, (kind, pattern) in enumerate(patterns()):
        for match in pattern.finditer(text):
            if _plausible(kind, match, text, doc):
                end = match.end() - (text[match.end() - 1] in ",;")
                found.append((match.start(), -end, rank, Piece(match.start(), end, kind, match)))
    chosen: list[Piece] = []
    for _start, _end, _rank, piece in sorted(found, key=lambda f: f[:3]):
        if not chosen or piece.start >= chosen[-1].end:
            chosen.append(piece)
    return chosen


def _plausible(kind: str, match: re.Match[str], text: str, doc: Doc) -> bool:
    before = text[max(0, match.start() - 24) : match.start()]
    if REPEATED.search(before):
        return False
    groups = match.groupdict()
    span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None:
        return False
    if kind in ("weekday", "month", "season", "year", "holiday") and any(
        e.label_ in NAMES and len(e) > len(span) and e.start <= span.start and span.end <= e.end for e in span.sent.ents
    ):
        return kind == "year" and YEAR_LEAD.search(before) is not None
    dated = span.root.ent_type_ == "DATE" or any(t.ent_type_ in ("DATE", "TIME") for t in span)
    if kind == "year":
        counted = span.root.dep_ == "nummod" and span.root.head.tag_ == "NNS"
        return not counted and (dated or YEAR_LEAD.search(before) is not None)
    if kind == "month" and not groups.get("year") and not groups.get("which") and not groups.get("other"):
        return _is_month(match, before, dated, span.root.tag_)
    if kind in ("date", "dates") and not text[match.start("month")].isupper():
        return False
    if kind == "weekday":
        return text[match.start("weekday")].isupper()
    if kind == "part":
        word = groups.get("which") or groups.get("word")
        return bool(word) or PART_LEAD.search(before) is not None or _beside_day(match, text)
    if kind == "clock":
        return (
            bool(groups.get("half") or groups.get("zone"))
            or "clock" in match.group()
            or CLOCK_LEAD.search(before) is not None
        )
    if kind == "season" and not groups.get("year") and not groups.get("which"):
        return PART_LEAD.search(before) is not None and span.root.pos_ == "NOUN"
    return True


def _is_month(match: re.Match[str], before: str, dated: bool, tag: str) -> bool:
    name = match["month"].rstrip(".")
    if not name[0].isupper() or tag == "MD":
        return False
    lead = re.search(r"([\w-]+)[^\S\n-]*$", before)
    led = lead is not None and lead.group(1).lower().rstrip("-") in words().month_lead
    return led or (dated and name.lower() not in words().ambiguous_months) or (dated and len(name) > 3)


def _beside_day(match: re.Match[str], text: str) -> bool:
    """Whether a day's name stands right before: "Thursday morning"."""
    before = re.search(r"(\w+)[^\S\n]+$", text[max(0, match.start() - 24) : match.start()])
    if before is None:
        return False
    word = before.group(1)
    return (
        word.lower() in words().weekdays
        or word.isdecimal()
        or word.lower() in ("yesterday", "tomorrow", "early", "late")
    )
