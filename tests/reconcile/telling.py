"""Reports and annotations by hand: what somebody says is found in the text by its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sayso.language.clauses import find_clauses
from sayso.language.parsing import parse
from sayso.model import Anchor, Annotations, Attribution, Claim, Dossier, Figure, Link, Place, Report, Source, Time
from sayso.model.annotations import Stance


@dataclass
class Telling:
    """One report in the making."""

    id: str
    text: str
    published: str = "2031-03-04"
    outlet: str | None = None
    headline: str | None = None
    parsed: bool = False
    agencies: tuple[str, ...] = ()
    attributions: list[Attribution] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    named: list[Place] = field(default_factory=list)
    dated: list[Time] = field(default_factory=list)

    def says(
        self,
        who: str | None,
        *content: str,
        stance: Stance = "asserts",
        chain: tuple[str, ...] = (),
        distanced: bool = False,
        cue: str = "",
        quotation: Literal["direct", "indirect", "mixed"] = "indirect",
    ) -> Telling:
        """An attribution whose content are these words of the text, in order."""
        parts, at = [], 0
        for words in content:
            start = self.text.index(words, at)
            parts.append(Anchor.of(self.text, start, start + len(words)))
            at = start + len(words)
        names = chain or ((who,) if who else ())
        self.attributions.append(
            Attribution(
                id=f"{self.id}:a{len(self.attributions) + 1}",
                report=self.id,
                source=Source(name=who) if who else None,
                cue=(Anchor.of(self.text, self.text.index(cue), self.text.index(cue) + len(cue)),) if cue else (),
                content=tuple(parts),
                chain=tuple(Link(name=n, role="relay" if i else "origin") for i, n in enumerate(names)),
                quotation=quotation,
                stance=stance,
                distanced=distanced,
            )
        )
        return self

    def counts(
        self,
        quote: str,
        measure: str,
        low: int | None,
        high: int | None = -1,
        *,
        by: str | None = None,
        whom: str | None = None,
        unit: str = "person",
        place: str | None = None,
        mode: str = "actual",
        part_of: str | None = None,
    ) -> Telling:
        """A figure at these words; `high` is `low` where it is not given."""
        start = self.text.index(quote)
        within = [a for a in self.attributions if any(c.start <= start and start < c.end for c in a.content)]
        self.figures.append(
            Figure.of(
                self.text,
                start,
                start + len(quote),
                id=f"{self.id}:f{len(self.figures) + 1}",
                report=self.id,
                measure=measure,
                unit=unit,
                of_whom=whom,
                low=low,
                high=low if high == -1 else high,
                said_by=by,
                attribution=within[0].id if within else None,
                place=place,
                mode=mode,
                part_of=part_of,
            )
        )
        return self

    def places(self, *names: str) -> Telling:
        """Places where these names first stand."""
        for name in names:
            at = self.text.index(name)
            ident = f"{self.id}:p{len(self.named) + 1}"
            self.named.append(Place.of(self.text, at, at + len(name), id=ident, report=self.id, name=name))
        return self

    def times(self, words: str, value: str) -> Telling:
        """A time where these words first stand."""
        at = self.text.index(words)
        ident = f"{self.id}:t{len(self.dated) + 1}"
        self.dated.append(Time.of(self.text, at, at + len(words), id=ident, report=self.id, value=value))
        return self

    @property
    def report(self) -> Report:
        """The report."""
        return Report(
            id=self.id,
            text=self.text,
            outlet=self.outlet or f"Outlet {self.id}",
            published=self.published,
            agencies=self.agencies,
            headline=self.headline,
        )

    @property
    def annotations(self) -> Annotations:
        """What was read in it."""
        return Annotations(
            report=self.id,
            attributions=tuple(self.attributions),
            figures=tuple(self.figures),
            places=tuple(self.named),
            times=tuple(self.dated),
            clauses=find_clauses(parse(self.text)) if self.parsed else (),
        )


def count(dossier: Dossier, measure: str, value: int | None = None) -> Claim:
    """The one claim of the measure (that has a position with this bound)."""
    found = [
        claim
        for claim in dossier.claims
        if claim.measure == measure and (value is None or any(value in (p.low, p.high) for p in claim.positions))
    ]
    assert len(found) == 1, [claim.question for claim in found]
    return found[0]


def question(dossier: Dossier, words: str) -> Claim:
    """The one claim on a proposition of which a position has these words."""
    found = [
        claim
        for claim in dossier.claims
        if claim.proposition and any(words in position.text for position in claim.positions)
    ]
    assert len(found) == 1, [claim.question for claim in found]
    return found[0]
