"""Who speaks by the form of a line: "HARDING: …" in a transcript, "“…” ― Mara Toll", "WARNING from the pilot: …"."""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc

from sayso.language.attribution.boundaries import tidy
from sayso.language.attribution.candidates import Candidate, without
from sayso.language.attribution.cues import cues
from sayso.language.attribution.phrases import CONFIDENCE
from sayso.language.attribution.rules import names_source
from sayso.language.parsing import text_of

LABEL = re.compile(
    r"^(?:\d\d?[:.]\d\d\s+)?(?P<cue>\w+) (?:from|by) (?P<source>[^:\n]{3,60}):\s+(?P<content>[^\n]{3,})$", re.M
)
# A speaker in capitals, as transcripts have it.
TURN = re.compile(r"^[“\"]?(?P<source>[A-Z][A-Z.’' -]{1,40}[A-Z.])(?P<cue>:)\s+(?P<content>[^\n]{2,})$", re.M)
# A quotation signed behind a dash.
SIGNED = re.compile(
    r"^\s*[“”\"](?P<content>[^\n]{3,})[”“\"]\s*(?P<cue>[―—–-]{1,2})\s*(?P<source>[A-ZÀ-Þ][^,\n]{2,60}?)(?:,[^\n]*)?\s*$",
    re.M,
)
TURNS = 2  # turns of one speaker that make a transcript, in which each line of this form is a turn


def spoken_lines(doc: Doc) -> list[Candidate]:
    """Statements that lines of these forms are, in text order."""
    text = text_of(doc)
    turns = [m for m in TURN.finditer(text) if not cues().headings & set(m["source"].lower().split())]
    transcript = max(Counter(m["source"] for m in turns).values(), default=0) >= TURNS
    found = turns if transcript else []
    found += SIGNED.finditer(text)
    found += [
        m for m in LABEL.finditer(text) if m["cue"].lower() in cues().messages and names_source(doc, m.span("source"))
    ]
    return sorted((_candidate(text, m) for m in found), key=lambda c: c.content)


def _candidate(text: str, match: re.Match[str]) -> Candidate:
    content = tidy(text, (match.span("content"),))
    return Candidate((match.span("source"),), (match.span("cue"),), content, CONFIDENCE, "rule")


def with_lines(candidates: list[Candidate], spoken: list[Candidate]) -> list[Candidate]:
    """The candidates without what such lines hold, and what these say: a line's form tells its speaker best."""
    kept = []
    for c in candidates:
        parts = c.content
        for line in spoken:
            first, last = min(line.source[0][0], line.content[0][0]), max(line.source[0][1], line.content[-1][1])
            parts = without(parts, (first, last), least=3)
        if parts == c.content:
            kept.append(c)
        elif parts and c.cue:
            kept.append(c.but(content=parts))
    return [*kept, *spoken]
