"""A story of many reports: each some six hundred words with its findings, and claims that many origins speak to."""

from __future__ import annotations

from sayso.model import (
    Anchor,
    Attribution,
    Claim,
    Dossier,
    Evidence,
    Figure,
    Link,
    Position,
    Reason,
    Report,
    ReportEntry,
    Source,
    Story,
    Versions,
)

SENTENCE = "The {who} said that {n} people had been killed near the weir and that the crews were still at work there. "
FILLER = "Rain fell on the lower valley through the night and the road to the weir stayed shut until noon. "
SENTENCES = 18
ORIGINS = 60
SHARED = 30  # claims that many reports carry
LONE = 5  # claims of each report alone


def large(reports: int) -> Dossier:
    """A dossier of one story in so many reports."""
    entries, attributions, figures = [], [], []
    for r in range(reports):
        text = f"Weir gives way, report {r}\n"
        for s in range(SENTENCES):
            who, number = f"valley office {(r + s) % ORIGINS}", str(100 + (r * s) % 37)
            start = len(text)
            text += SENTENCE.format(who=who, n=number) + FILLER + ("\n" if s % 3 == 2 else "")
            source, content = text.index(who, start), text.index(number, start)
            attributions.append((f"a{r}-{s}", f"r{r}", who, source, content, text.index(". ", start), start))
            figures.append((f"f{r}-{s}", f"r{r}", content, len(number), int(number)))
        report = Report(id=f"r{r}", text=text, outlet=f"Valley Paper {r}", headline=text.partition("\n")[0])
        entries.append(ReportEntry(**report.model_dump(), sha256=report.sha256))
    texts = {entry.id: entry.text for entry in entries}
    said = tuple(_said(texts[a[1]], *a) for a in attributions)
    counted = tuple(
        Figure.of(texts[report], at, at + size, id=id, report=report, measure="killed", unit="person", low=n, high=n)
        for id, report, at, size, n in figures
    )
    pairs = list(zip(said, counted, strict=True))
    claims = [_claim(f"shared{c}", pairs[c::SHARED][: ORIGINS * 2], shared=True) for c in range(SHARED)]
    claims += [_claim(f"lone{n}", [pair]) for n, pair in enumerate(pairs[: reports * LONE])]
    return Dossier(
        versions=Versions(sayso="0.0", model="none", knowledge="none"),
        reports=tuple(entries),
        attributions=said,
        figures=counted,
        stories=(Story(id="s", name="The weir", reports=tuple(texts)),),
        claims=tuple(claims),
    )


def _said(text: str, id: str, report: str, who: str, source: int, content: int, end: int, start: int) -> Attribution:
    return Attribution(
        id=id,
        report=report,
        source=Source(name=who, text=who, start=source, end=source + len(who)),
        cue=(Anchor.of(text, source + len(who) + 1, source + len(who) + 5),),
        content=(Anchor.of(text, content, end),),
        chain=(Link(name=who, role="origin"),),
        quotation="indirect",
        stance="asserts",
        distanced=False,
    )


def _claim(id: str, found: list[tuple[Attribution, Figure]], *, shared: bool = False) -> Claim:
    positions = tuple(
        Position(
            origin=said.origin,
            side=f"side {int(str(said.origin).split()[-1]) % 4}",
            low=figure.low,
            high=figure.high,
            text=figure.quote,
            carried_by=(said.report,),
            evidence=(
                Evidence(report=said.report, start=figure.start, end=figure.end, attribution=said.id, figure=figure.id),
            ),
        )
        for said, figure in found
    )
    tag = "disputed" if shared else "single-report"
    return Claim(
        id=id,
        story="s",
        question=f"How many people were killed near the weir ({id})?",
        measure="killed",
        low=min(figure.low or 0 for _, figure in found),
        high=max(figure.high or 0 for _, figure in found),
        standing=(tag,),
        reasons=(Reason(tag=tag, reason="The figures exclude each other.", evidence=positions[0].evidence),),
        positions=positions,
        coverage=tuple(dict.fromkeys(said.report for said, _ in found)),
    )
