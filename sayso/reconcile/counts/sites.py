"""Where exactly a figure counts, from the words around it: "nine in Hollen and three on the Grel pass"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.model import Annotations, Figure
from sayso.reconcile.cast.camps import stem_of
from sayso.reconcile.counts.kinds import any_of, counting
from sayso.reconcile.words import folded, paragraph, sentence


@dataclass(frozen=True, slots=True)
class Site:
    """A named place ("Hollen", "the Grel pass") or one in small letters ("the fish market"), by the stems of its words.

    `noun` says what it is (None for a bare name), `marks` tell it from others: its names, or words such as "north".
    """

    name: str
    noun: str | None
    marks: frozenset[str]
    named: bool

    def meets(self, other: Site) -> bool:
        """Whether the two may be one: "the fish market" and "the market" may, the north gate and the south gate not."""
        if self.marks and other.marks and self.named == other.named:
            return bool(self.marks & other.marks)
        return self.noun is not None and self.noun == other.noun


@dataclass(frozen=True, slots=True)
class Mention:
    """A site where a text names it; `located` tells that a preposition puts something there."""

    start: int
    end: int
    site: Site
    located: bool


def mentions(annotations: Annotations, text: str) -> list[Mention]:
    """All sites that a text names, but within the names of sources and in times."""
    credits = [(s.start, s.end) for a in annotations.attributions if (s := a.source) and s.start is not None and s.end]
    taken = [*credits, *((time.start, time.end) for time in annotations.times)]
    found = [
        Mention(m.start("name"), m.end("name"), _site(m["name"]), m["at"] is not None)
        for m in _pattern().finditer(text)
        if not any(start < m.end("name") and m.start("name") < end for start, end in taken)
    ]
    return [m for m in found if m.located or not m.site.named]


def sites(figures: Sequence[Figure], here: Sequence[Mention], text: str) -> dict[str, Site]:
    """The site of each figure of one report that tells one, by the figure's id; `here` are the report's mentions."""
    found: dict[str, Site] = {}
    ordered = sorted(figures, key=lambda f: f.start)
    for figure, following in reversed(list(zip(ordered, [*ordered[1:], None], strict=True))):
        site = _beside(figure, following, found, here, text)
        if site is not None:
            found[figure.id] = site
    for last, figure in zip([None, *ordered], ordered, strict=False):
        low, start = paragraph(text, figure.start)[0], sentence(text, figure.start)[0]
        if figure.id in found or any(start <= m.start < figure.start for m in here):
            continue
        if last is not None and last.start >= low:
            site = found.get(last.id)
        else:
            earlier = [m for m in here if low <= m.start < start]
            site = _one([m for m in earlier if m.start >= sentence(text, earlier[-1].start)[0]])
        if site is not None:
            found[figure.id] = site
    return found


def _beside(
    figure: Figure, following: Figure | None, found: dict[str, Site], here: Sequence[Mention], text: str
) -> Site | None:
    """The site in the figure's words or behind them up to the next figure, else before it in its sentence."""
    start, end = sentence(text, figure.start, figure.end)
    until = min(end, following.start) if following is not None else end
    behind = [m.site for m in here if figure.start <= m.start < (until if m.located else figure.end)]
    if behind:
        return behind[0]
    if following is not None and AND.fullmatch(text, figure.end, max(figure.end, following.start)):
        return found.get(following.id)
    return _one([m for m in here if start <= m.start < figure.start])


def _one(told: Sequence[Mention]) -> Site | None:
    """The site that several mentions are of, names first; None where two are named that may both be meant."""
    told = [m for m in told if m.site.named] or [m for m in told if m.located] or told
    return told[-1].site if told and all(a.site.meets(b.site) for a in told for b in told) else None


AND = re.compile(r",? (?:and|or) ")


def _site(name: str) -> Site:
    words = name.split()
    noun = stem_of(words[-1]) if words[-1] in counting().sites else None
    named = name[0].isupper()
    chosen = words[: len(words) - (noun is not None)]
    marks = [word for word in chosen if named or word in counting().sides_of_sites]
    return Site(name, noun, frozenset(stem_of(folded(word)) for word in marks), named)


@cache
def _pattern() -> re.Pattern[str]:
    noun = any_of(counting().sites).pattern
    name = r"(?!(?:The|A|An|This|That|One|In|At|On)\b)[A-Z][\w’'\-]*[a-z](?: [A-Z][\w’'\-]*[a-z])*"
    at = "|".join((*counting().prepositions, "inside", "from"))
    located = rf"(?:(?P<at>(?i:{at})) (?:(?:the|a|an|its|their) )?|of the )?"
    small = rf"(?:(?!(?:the|a|an)\b)[a-z\-]+ )?{noun}"
    return re.compile(rf"\b{located}(?P<name>{name}(?: {noun})?|{small})")
