"""More and other text for training: names exchanged in annotated texts, and texts made by a grammar."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from training.corpus import Annotated, Attribution

# Words with a capital that are no names.
# fmt: off
KEPT = {
    "I", "Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "President", "Monday", "Tuesday", "Wednesday", "Thursday",
    "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
}
# fmt: on
WORD = re.compile(r"(?<![\w@])[A-Z][a-z]{2,}\b")
ONSETS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "o", "a", "e"]
CODAS = ["", "", "n", "r", "l", "s", "k", "v", "nd", "rt", "m", "sk"]
ROLES = {"S": "source", "Q": "cue", "C": "content"}
MARKED = re.compile(r"\[([SQC])(\+?) ((?:[^\[\]])*)\]")


def names(texts: list[str]) -> set[str]:
    """Words that stand capitalised inside sentences and (almost) never in lower case: names of all kinds."""
    inside, lower = Counter[str](), Counter[str]()
    for text in texts:
        inside.update(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b", text))
        lower.update(re.findall(r"\b[a-z]{3,}\b", text))
    return {w for w, n in inside.items() if n >= 3 and lower[w.lower()] < 0.05 * n} - KEPT


def invented(rng: random.Random) -> str:
    """A name that nobody bears."""
    made = "".join(rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS) for _ in range(rng.choice((1, 2, 2, 3))))
    return made.capitalize()


def rename(annotated: Annotated, known: set[str], rng: random.Random) -> Annotated:
    """The text with its names exchanged for invented ones, each everywhere alike, and its spans moved along."""
    text = annotated.text
    chosen: dict[str, str] = {}
    parts, edges, at, shift = [], [(0, 0)], 0, 0
    for m in WORD.finditer(text):
        if m.group() in known:
            new = chosen.setdefault(m.group(), invented(rng))
            parts += [text[at : m.start()], new]
            at, shift = m.end(), shift + len(new) - len(m.group())
            edges.append((m.end(), shift))
    parts.append(text[at:])

    def move(offset: int) -> int:
        low, high = 0, len(edges) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if edges[middle][0] <= offset else (low, middle - 1)
        return offset + edges[low][1]

    moved = tuple(
        Attribution(*(tuple((move(s), move(e)) for s, e in a.spans(r)) for r in ROLES.values()))
        for a in annotated.attributions
    )
    return Annotated(annotated.name, "".join(parts), moved)


class Grammar:
    """Makes annotated texts out of `synthetic.yaml`."""

    def __init__(self, path: Path = Path(__file__).parent / "synthetic.yaml") -> None:
        self.lists: dict[str, list[Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))

    def fill(self, template: str, rng: random.Random) -> str:
        """The template with its slots filled; a capitalised slot name capitalises what fills it."""

        def one(m: re.Match[str]) -> str:
            filled = self.fill(str(rng.choice(self.lists[m.group(1).lower()])), rng)
            if m.group(1).isupper():
                return filled.upper()
            return filled[:1].upper() + filled[1:] if m.group(1)[0].isupper() else filled

        return re.sub(r"\{(\w+)\}", one, template)

    def document(self, rng: random.Random) -> Annotated:
        """A headline and some paragraphs with their attributions, in one of the usual styles of quotation mark."""
        style = rng.random()

        def marks(made: str) -> str:
            if style < 0.4:
                return made.translate(str.maketrans("“”‘’", "\"\"''"))
            return made.translate(str.maketrans("“”", "‘’")) if style < 0.5 else made

        text, found = _parse(marks(self.fill(rng.choice(self.lists["headline"]), rng)))
        for i in range(rng.randint(5, 9)):
            text += "\n\n" + (self.fill(rng.choice(self.lists["dateline"]), rng) if i == 0 else "")
            for s in range(rng.choice((1, 1, 2, 2, 3))):
                kind = rng.choices(("statement", "quote", "plain"), (5, 3, 4))[0]
                sentence, attributions = _parse(marks(self.fill(rng.choice(self.lists[kind]), rng)))
                text += " " if s else ""
                found += [_shift(a, len(text)) for a in attributions]
                text += sentence
        return Annotated("synthetic", text, tuple(found))


def _shift(a: Attribution, by: int) -> Attribution:
    return Attribution(*(tuple((s + by, e + by) for s, e in a.spans(r)) for r in ROLES.values()))


def _parse(marked: str) -> tuple[str, list[Attribution]]:
    """One template's text without marks, beginning with a capital, and its attributions.

    The n-th content goes with the n-th cue and source; a single cue takes all contents, a single source all cues.
    A content marked with + goes on with the one before.
    """
    text, at = "", 0
    spans: dict[str, list[list[tuple[int, int]]]] = {role: [] for role in ROLES.values()}
    for m in MARKED.finditer(marked):
        text += marked[at : m.start()]
        words = m.group(3)
        span = (len(text), len(text) + len(words.rstrip(",.") if m.group(1) == "C" else words))
        text, at = text + words, m.end()
        role = spans[ROLES[m.group(1)]]
        if m.group(2) and role:
            role[-1].append(span)
        else:
            role.append([span])
    text += marked[at:]
    first = re.search(r"\w", text)
    if first:
        text = text[: first.start()] + first.group().upper() + text[first.end() :]
    contents, cues, sources = spans["content"], spans["cue"], spans["source"]
    if len(cues) == 1 and len(contents) > 1:
        contents = [[span for part in contents for span in part]]

    def nth(role: list[list[tuple[int, int]]], n: int) -> tuple[tuple[int, int], ...]:
        return tuple(role[min(n, len(role) - 1)]) if role else ()

    return text, [Attribution(nth(sources, n), nth(cues, n), tuple(c)) for n, c in enumerate(contents)]
