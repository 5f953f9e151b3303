"""Small dossiers made by hand: of any text, with everything that a dossier can hold standing at its words."""

from __future__ import annotations

from typing import Any

from sayso.model import (
    Actor,
    Anchor,
    Attribution,
    Claim,
    Dossier,
    Event,
    Evidence,
    Figure,
    Link,
    Place,
    Position,
    Reason,
    Report,
    ReportEntry,
    Source,
    Story,
    Stretch,
    Time,
    Unread,
    Versions,
)

Span = tuple[int, int]


def entry(text: str, id: str = "r1", **fields: Any) -> ReportEntry:
    report = Report(id=id, text=text, **fields)
    return ReportEntry(**report.model_dump(), sha256=report.sha256)


def claim(id: str, *positions: Position, **fields: Any) -> Claim:
    asked: dict[str, Any] = {"question": "How many were killed?", "measure": "killed", "unit": "person", "event": "e1"}
    return Claim(
        id=id,
        story="s1",
        standing=("reported",),
        reasons=(Reason(tag="reported", reason="It is said.", evidence=positions[0].evidence),),
        positions=positions,
        coverage=("r1",),
        **{**asked, **fields},
    )


def position(low: int | None, high: int | None, span: Span = (0, 1), **fields: Any) -> Position:
    given: dict[str, Any] = {"origin": "the board", "text": "so many", "carried_by": ("r1",)}
    return Position(
        low=low, high=high, evidence=(Evidence(report="r1", start=span[0], end=span[1]),), **{**given, **fields}
    )


def event(**fields: Any) -> Event:
    given: dict[str, Any] = {"id": "e1", "story": "s1", "name": "Blast at Ambel", "reports": ("r1",)}
    return Event(**{**given, **fields})


def dossier(text: str, *claims: Claim, events: tuple[Event, ...] = (), **fields: Any) -> Dossier:
    return Dossier(
        versions=Versions(sayso="0", model="m", knowledge="k"),
        reports=(entry(text, **fields.pop("report", {})),),
        stories=(Story(id="s1", name="Blast", reports=("r1",)),),
        events=events or (event(evidence=(Evidence(report="r1", start=0, end=1),)),),
        claims=claims,
        **fields,
    )


def full(text: str, spans: list[Span]) -> Dossier:
    """A dossier in which each of `spans` is an attribution, a figure, a place, a time, a claim and an event; the words
    are also every name in it."""
    attributions, figures, places, times, claims, events, actors = [], [], [], [], [], [], []
    for number, (start, end) in enumerate(spans):
        words = text[start:end]
        at = (Anchor.of(text, start, end),)
        evidence = (Evidence(report="r1", start=start, end=end, attribution=f"a{number}", figure=f"f{number}"),)
        source = Source(name=words, text=words, start=start, end=end)
        attributions.append(
            Attribution(
                id=f"a{number}",
                report="r1",
                source=source,
                cue=at,
                content=at * 2,
                chain=(Link(name=words, role="origin"), Link(name=words, role="relay")),
                quotation="direct",
                stance="asserts",
                distanced=True,
            )
        )
        figures.append(
            Figure.of(text, start, end, id=f"f{number}", report="r1", measure="killed", unit="person", of_whom=words)
        )
        places.append(
            Place.of(text, start, end, id=f"p{number}", report="r1", name=words, latitude=-1.5, longitude=2.0)
        )
        times.append(Time.of(text, start, end, id=f"t{number}", report="r1"))
        actors.append(Actor(id=f"k{number}", name=words, names=(words,), kind="person"))
        told = position(1, 2, (start, end), origin=words, text=words, relays=(words,), actor=f"k{number}")
        claims.append(claim(f"c{number}", told, question=words, event=f"e{number}"))
        events.append(event(id=f"e{number}", name=words, place=words, parties=(words,), evidence=evidence))
    return dossier(
        text,
        *claims,
        events=tuple(events),
        attributions=tuple(attributions),
        figures=tuple(figures),
        places=tuple(places),
        times=tuple(times),
        actors=tuple(actors),
        unread=(Unread(input=text, reason=text),),
        report={"headline": text, "outlet": text, "parts": (Stretch(start=0, end=len(text), kind="headline"),)},
    )
