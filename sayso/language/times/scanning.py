"""Finding the pieces of time expressions in a text, and leaving out words that only look like one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from sayso.language.parsing import entity_at
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
HOUR_LEAD = re.compile(
    r"\b(?:at|by|around|about|before|after|since|until|till|(?:past|of|at)[^\S\n]+a)[^\S\n]+$", re.IGNORECASE
)
MONTHDAY_LEAD = re.compile(
    r"\b(?:on|by|since|until|till|of|from|before|after|to|and|through|between|,)[^\S\n]+$", re.IGNORECASE
)
FROM_TO = re.compile(r"\b(?:from|till|until|of)[^\S\n]+$", re.IGNORECASE)
ZONED = re.compile(r"[a-z\d][^\S\n](?:[A-Z]{2,4}|hours|hrs|local(?:[^\S\n]time)?)$")
BEFORE_DAY = re.compile(r"[^\S\n]+(?:(?:on|of)[^\S\n]+)?(\w+)")
OPEN_EDGE = re.compile(r"\b(?:start|beginning|end|middle|turn|outset|close)[^\S\n]+of[^\S\n]$", re.IGNORECASE)
DAY_LEAD = re.compile(
    r"(?:\b(?:on|last|next|this|by|until|since|from|to|and|of|late|early|before|after)[^\S\n]+|,[^\S\n]*)$",
    re.IGNORECASE,
)
ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|\d+(?:st|nd|rd|th))\b[^.;:,\n]{0,60}$", re.IGNORECASE
)
NUMBER_LEAD = re.compile(r"\d[–—-]$")  # "No. 14-1418"
PAPER = re.compile(r"\b[A-Z]{2,}[^\S\n]+$")
TITLE = re.compile(r"[“\"‘'][^\S\n]?$")
RUNNING = re.compile(r"\b(?!with|from|into|over|upon|than|that)[a-z]{4,}\b[^.!?\n]*$")  # no headline in capitals
REPEATED = re.compile(r"\b(?:every|each|most|some|many|any|another)[^\S\n]+$", re.IGNORECASE)
VAGUE_DAY = re.compile(r"\bone[^\S\n]+$", re.IGNORECASE)
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
                end = match.end() - (text[match.end() - 1] in ",;" or _full_stop(match))
                found.append((match.start(), -end, rank, Piece(match.start(), end, kind, match)))
    chosen: list[Piece] = []
    for _start, _end, _rank, piece in sorted(found, key=lambda f: f[:3]):
        if not chosen or piece.start >= chosen[-1].end:
            chosen.append(piece)
    return chosen


def _full_stop(match: re.Match[str]) -> bool:
    """Whether the match ends with the full stop after a month's whole name."""
    month = match.groupdict().get("month") or ""
    return match.group().endswith(".") and month.endswith(".") and len(month) > 5


def _plausible(kind: str, match: re.Match[str], text: str, doc: Doc) -> bool:
    before = text[max(0, match.start() - 24) : match.start()]
    if REPEATED.search(before) or (kind == "weekday" and VAGUE_DAY.search(before)):
        return False
    if kind in ("day", "whole", "window") and _in_title(match, before):
        return False
    groups = match.groupdict()
    span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None:
        return False
    entity = entity_at(doc, span.start, span.end)
    following = doc[span.end] if span.end < len(doc) else None
    if kind == "holiday" and span.root.dep_ == "compound" and following is not None and following.pos_ == "NOUN":
        return False  # "a Christmas tree"
    inside_name = entity is not None and entity.label_ in NAMES and len(entity) > len(span)
    if kind in ("weekday", "month", "season", "year", "holiday") and inside_name:
        return kind == "year" and YEAR_LEAD.search(before) is not None
    dated = span.root.ent_type_ == "DATE" or any(t.ent_type_ in ("DATE", "TIME") for t in span)
    if kind == "year":
        after = re.match(r"[^\S\n]+([a-z]+s)\b", text[match.end() : match.end() + 24])
        doing = following is not None and following.lower_.endswith("ing")  # "was caught in 2014 changing figures"
        counted = span.root.dep_ == "nummod" and span.root.head.tag_ == "NNS" and not doing
        numbered = span.start > 0 and doc[span.start - 1].pos_ in ("NOUN", "PROPN")
        led = YEAR_LEAD.search(before) is not None and NUMBER_LEAD.search(before) is None
        return not counted and (led or (dated and not numbered and not after))
    if kind == "month" and not groups.get("year") and not groups.get("which") and not groups.get("other"):
        return _is_month(match, before, dated, span)
    if kind in ("date", "dates"):
        named = following is not None and following.pos_ == "PROPN" and following.is_title and not following.ent_type_
        the = before.lower().endswith("the ")
        return text[match.start("month")].isupper() and not (the and named)  # "the 20 February Movement"
    if kind == "monthday":
        noun = following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "PART")
        return MONTHDAY_LEAD.search(before) is not None and not noun
    if kind == "two_years":
        return int(match["last"]) == (int(match["year"]) + 1) % 100
    if kind == "edge":
        return OPEN_EDGE.search(before) is not None
    if kind == "spoken":
        return HOUR_LEAD.search(before) is not None
    if kind == "weekday":
        named = span.end < len(doc) and doc[span.end].pos_ == "PROPN" and doc[span.end].is_title
        return text[match.start("weekday")].isupper() and not (named and not DAY_LEAD.search(before))
    if kind == "part":
        word = groups.get("which") or groups.get("word")
        if word or _beside_day(match, text):
            return True
        if (
            following is not None
            and following.lower_ == "of"
            and groups.get("part", "").lower() in ("dawn", "twilight")
        ):
            return doc[span.end + 1].ent_type_ == "DATE" if span.end + 1 < len(doc) else False  # "the dawn of an era"
        if FROM_TO.search(before) and groups.get("part", "").lower() in ("morning", "afternoon", "evening", "night"):
            return False  # "from morning till night"
        return PART_LEAD.search(before) is not None and span.root.dep_ != "compound"
    if kind == "clock":
        return (
            bool(groups.get("half") or groups.get("zone"))
            or "clock" in match.group()
            or ZONED.search(match.group()) is not None
            or _before_day(match, text)
            or CLOCK_LEAD.search(before) is not None
        )
    if kind == "season" and not groups.get("year") and not groups.get("which"):
        return PART_LEAD.search(before) is not None and span.root.pos_ == "NOUN"
    return True


def _in_title(match: re.Match[str], before: str) -> bool:
    """Whether the words are a paper's or a programme's name: "USA TODAY", “This Week”, "said on This Week"."""
    said = match.group()
    if said.isupper():
        return PAPER.search(before) is not None and not before.isupper()
    return " " in said and said.istitle() and (TITLE.search(before) or RUNNING.search(before)) is not None


def _is_month(match: re.Match[str], before: str, dated: bool, span: Span) -> bool:
    name = match["month"].rstrip(".")
    if not name[0].isupper() or span.root.tag_ == "MD":
        return False
    lead = re.search(r"([\w-]+)[^\S\n-]*$", before)
    led = lead is not None and lead.group(1).lower().rstrip("-") in words().month_lead
    if led or (dated and name.lower() not in words().ambiguous_months):
        return True
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return dated and len(name) > 3 and after is not None and after.pos_ == "NOUN" and after.is_lower


def _before_day(match: re.Match[str], text: str) -> bool:
    """Whether a day's name stands right behind: "noon tomorrow", "17:45 Wednesday"."""
    after = BEFORE_DAY.match(text, match.end())
    return after is not None and after.group(1).lower() in {*words().weekdays, "today", "yesterday", "tomorrow"}


def _beside_day(match: re.Match[str], text: str) -> bool:
    """Whether a day's name stands right before: "Thursday morning"."""
    if _before_day(match, text):
        return True
    before = re.search(r"(\w+)[^\S\n]+$", text[max(0, match.start() - 24) : match.start()])
    if before is None:
        return False
    word = before.group(1)
    return (
        word.lower() in words().weekdays
        or word.isdecimal()
        or word.lower() in ("yesterday", "tomorrow", "early", "late")
    )
