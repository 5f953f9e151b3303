"""Time mentions, resolved to ISO 8601 values relative to the publication and the sentence. See docs/times.md."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Doc

from sayso.language.times.context import Context
from sayso.language.times.joining import Found, chains, value_of
from sayso.language.times.scanning import ORDINAL, pieces
from sayso.language.times.stretches import bounded, ranges
from sayso.language.times.tense import looks_ahead, looks_back
from sayso.model import Report, Time

__all__ = ["find_times"]

RANGE_GAP = 8  # characters: "from December until February" ends a stretch and says nothing of the future
# Verbs after which "within 60 days" counts from the publication and not from what was told before.
COMING = re.compile(r"\b(?:will|would|shall|must|is|are|has|have)\b|['’]ll\b", re.IGNORECASE)
# Words before a date after which it lies ahead, whatever the verb.
AHEAD = ("until ", "till ", "due ", "until after ", "till after ")

DAYS = ("minute", "hour", "part-of-day", "day")


def find_times(report: Report, doc: Doc) -> tuple[Time, ...]:
    """Every time that `report` names, in text order; `doc` is its parsed text.

    Values count from `report.published` and from the day that the text last named ("two days earlier"). A value is
    null where the expression is vague ("a few days ago") or where there is nothing to count from. Durations, ages
    and repeated times ("every Friday") are not time mentions. Offsets are 0-based, half-open, in code points.
    """
    text, published = doc.text, _published(report)
    furniture = [(s.start, s.end) for s in report.parts if s.kind == "furniture"]
    spoken_of: date | None = None
    past: date | None = None
    that_day: date | None = None
    found: list[Found] = []
    for chain in chains(pieces(doc), text):
        start, end = chain[0].start, chain[-1].end
        if any(low <= start < high for low, high in furniture):
            continue
        before = text[max(0, start - 80) : start]
        closes = bool(found) and start - found[-1].end < RANGE_GAP and not _to_come(found[-1], published)
        limit = before.lower().endswith("by ") and not looks_back(doc, start, end)
        ahead = ((limit or before.lower().endswith(AHEAD)) and not closes) or looks_ahead(doc, start, end)
        ahead = ahead and not before.lower().endswith("since ")
        within = chain[0].match.group().lower().startswith("within")
        if chain[0].kind == "ahead" and not (ahead or within) and ORDINAL.search(before) is None:
            continue  # "recovered in two weeks": how long, not when
        if within and found and found[-1].value and _told_back(found[-1], published, text[:end]):
            continue  # "she took office in February and vowed to act within 60 days": from then, not from now
        each = value_of(chain, text, Context(published, spoken_of, ahead, that_day))
        if not ahead and _to_come(each, published, after=True):
            # "… next Tuesday. A day earlier six men were held": from what has been, not from what is to come
            each = value_of(chain, text, Context(published, past or published, ahead, past or published))
        found.append(each)
        if each.value is not None and each.value.day and chain[0].kind != "window":
            spoken_of = each.value.day
            past = past if _to_come(each, published, after=True) else spoken_of
            that_day = spoken_of if each.value.precision in DAYS else that_day
    made = [bounded(each, text, published) for each in ranges(found, text)]
    return tuple(
        Time.of(
            report.text,
            each.start,
            each.end,
            id=f"{report.id}-t{number}",
            report=report.id,
            value=each.value.iso() if each.value else None,
            precision=each.value.precision if each.value else None,
        )
        for number, each in enumerate(made, start=1)
    )


def _told_back(last: Found, published: date | None, text: str) -> bool:
    """Whether the same sentence has dated what it tells before the report."""
    day = last.value.day if last.value else None
    between = text[last.end :]
    goes_on = "." not in between and not COMING.search(between)
    return day is not None and published is not None and day < published and goes_on


def _to_come(time: Found, published: date | None, *, after: bool = False) -> bool:
    """Whether a time has not begun when the report is published ("from tonight until"); with `after` not that day."""
    day = time.value.day if time.value else None
    return day is not None and published is not None and (day > published if after else day >= published)


def _published(report: Report) -> date | None:
    try:
        return date.fromisoformat((report.published or "")[:10])
    except ValueError:
        return None
