"""Figures of one report that do not add up: a part larger than its whole, parts that are more than it, and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reconcile.bounds import worded
from sayso.reconcile.counts.kinds import any_of, counting, found
from sayso.reconcile.counts.model import Beside, Clash, Count, Told
from sayso.reconcile.counts.subject import Subject
from sayso.reconcile.statements import Reading
from sayso.reconcile.words import sentence


def clashes(count: Count, beside: Beside) -> list[Clash]:
    """What in the figures of `count`, with those of one report and origin beside them, does not add up."""
    made: list[Clash] = []
    for reading, about in count.readings:
        here = beside[reading.report.id, reading.root]
        made += _parts(reading, here)
        made += _total(reading, about, here)
        if about.group in counting().parts:
            made += _one_of_them(reading, about, here)
    return made


def _number(reading: Reading) -> int | None:
    low, high = reading.bounds
    return low if low == high else None


def _parts(whole: Reading, here: Sequence[Told]) -> list[Clash]:
    """Parts of a whole of which one, or those listed beside each other, are more than it."""
    number = _number(whole)
    parts = [r for r, _ in here if r.figure.part_of == whole.figure.id and r.figure.unit == whole.figure.unit]
    if whole.figure.measure == "killed":  # "36 dead, including 15 children, and 81 injured": no wounded are of the dead
        parts = [r for r in parts if r.figure.measure == "killed"]
    if number is None or not parts:
        return []
    for part in parts:
        if (part.bounds[0] or 0) > number:
            text = f"It has {worded(part.bounds)} of {worded(whole.bounds)}: a part that is more than the whole."
            return [Clash((whole, part), text)]
    listed = [p for p in parts if _number(p) is not None and p.figure.measure == whole.figure.measure]
    beside = len({sentence(p.report.text, p.figure.start) for p in listed}) == 1 and not any(_within(p) for p in listed)
    if len(listed) > 1 and beside and sum(_number(p) or 0 for p in listed) > number:
        added = " + ".join(worded(p.bounds) for p in listed)
        return [
            Clash((whole, *listed), f"It has {added} of {worded(whole.bounds)}: parts that are more than the whole.")
        ]
    return []


def _within(part: Reading) -> bool:
    """Whether a part may overlap another: what is introduced by "including" need not be beside the others."""
    before = part.report.text[max(0, part.figure.start - 24) : part.figure.start]
    return found(("including", "among them", "among whom"), before)


def _total(reading: Reading, about: Subject, here: Sequence[Told]) -> list[Clash]:
    """A total in the sentence of its parts that is not their sum: "two killed there and three here, six in all"."""
    text, figure = reading.report.text, reading.figure
    start, end = sentence(text, figure.start, figure.end)
    number = _number(reading)
    if number is None or not any_of(counting().sum_cues).search(text[max(start, figure.start - 24) : figure.end + 16]):
        return []
    parts = [
        r
        for r, other in here
        if r is not reading
        and start <= r.figure.start < end
        and (r.figure.measure, r.figure.unit) == (figure.measure, figure.unit)
        and not (other.former or other.more or about.former)
        and r.figure.part_of is None
    ]
    numbers = [_number(r) for r in parts]
    if len(parts) < 2 or None in numbers or sum(n or 0 for n in numbers) == number:
        return []
    added = " + ".join(worded(r.bounds) for r in parts)
    return [Clash((*parts, reading), f"It adds {added} up to {worded(reading.bounds)}.")]


def _one_of_them(reading: Reading, about: Subject, here: Sequence[Told]) -> list[Clash]:
    """ "Two others, including a child" beside "two children": one child is told of, and then two."""
    number = _number(reading)
    words = "|".join(re.escape(word) for word in counting().groups[about.group or ""])
    one = re.compile(
        rf"[^.;]{{0,48}}?\W(?:including|among them)\s+(?:a|an|one)\s+(?:[\w\-]+\s+){{0,3}}(?:{words})\b", re.IGNORECASE
    )
    for other, theirs in here:
        if other is reading or other.figure.measure != reading.figure.measure or theirs.group == about.group:
            continue
        near = one.match(other.report.text, other.figure.end)
        if near and number is not None and number > 1 and (other.bounds[1] or 0) <= number:
            told = other.report.text[other.figure.start : near.end()]
            text = f"It says “{' '.join(told.split())}”, and elsewhere “{' '.join(reading.figure.quote.split())}”."
            return [Clash((other, reading), text)]
    return []
