"""What outlets say in their own voice: sentences that credit nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model import Annotations, Clause, Report
from sayso.reconcile.cast import Cast, publishing_body
from sayso.reconcile.of_annotations import spoken_and_bare
from sayso.reconcile.points import points
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import conditions, sentence, unwrapped

QUOTED = re.compile(r"[“”\"]")
SHORT = 4  # words below which a line is no sentence
ASIDE = ("headline", "byline", "caption", "crosshead", "furniture", "dateline")


def own_voice(reports: Sequence[Report], annotations: Sequence[Annotations], cast: Cast) -> list[Statement]:
    """The sentences with a verb that no attribution touches, outside headlines, captions and quotation marks.

    What is said with reserve ("would", "may") or on a condition ("If the rebels are right, …") is left out: it takes no
    position. In a body's own communiqué they are its statements, as if it were credited with them.
    """
    by_id = {report.id: report for report in reports}
    found: list[Statement] = []
    for annotation in annotations:
        report = by_id[annotation.report]
        body = publishing_body(report)
        taken = [(part.start, part.end) for said in annotation.attributions for part in (*said.content, *said.cue)]
        taken += [
            (said.source.start, said.source.end or said.source.start)
            for said in annotation.attributions
            if said.source and said.source.start is not None
        ]
        taken += [(part.start, part.end) for part in report.parts if part.kind in ASIDE]
        for number, (start, end) in enumerate(_sentences(report.text, annotation.clauses)):
            text = report.text[start:end]
            if QUOTED.search(text) or any(lo < end and start < hi for lo, hi in taken):
                continue
            if len(text.split()) < SHORT or text.split()[0].casefold() in conditions():
                continue
            if _recalled(annotation, start, end):
                continue
            bare, spoken = spoken_and_bare(report.text, ((start, end),), annotation.figures)
            told = points(report.text, (unwrapped(report.text, start, end),), annotation.clauses, spoken - bare)
            found.append(
                Statement(
                    key=f"{report.id}:own{number}",
                    report=report,
                    attribution=None,
                    origin=body,
                    actor=cast.of(report.id, body),
                    text=text,
                    spans=((start, end),),
                    sentence=(start, end),
                    concepts=bare,
                    spoken=spoken,
                    around=spoken,
                    points=told,
                )
            )
    return found


def _recalled(annotation: Annotations, start: int, end: int) -> bool:
    """Whether a sentence counts what was long ago ("In 1987 a ferry capsized in the same channel, killing 194"): it is
    no account of what the story is about.
    """
    modes = {figure.mode for figure in annotation.figures if start <= figure.start < end}
    return modes == {"historical"}


def _sentences(text: str, clauses: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """The sentences whose verb tells what was, each once, without the white space around them."""
    seen: set[tuple[int, int]] = set()
    for clause in clauses:
        if clause.under is not None or clause.unreal:
            continue
        start, end = sentence(text, clause.at)
        while end > start and text[end - 1].isspace():
            end -= 1
        if (start, end) not in seen:
            seen.add((start, end))
            yield start, end
