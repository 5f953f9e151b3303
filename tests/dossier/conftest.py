"""A dossier built by hand: three invented reports of one invented event, with every kind of position and mark."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

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

HARBOUR = (
    "Blast at Port Ambel kills many\n"
    "\n"
    "At least 12 dockers were killed on Monday in Port Ambel, the harbour board said. "
    "“We counted 12 bodies before dawn,” its chair, Ines Rook, told Radio Tarn.\n"
    "The Lowland army denied that it had fired on the port.\n"
    "Subscribe for more"
)
TIMES = (
    "Army admits shell over Port Ambel\n"
    "Nobody could say how many died. The Lowland army put the dead at 4 to 6; the harbour board now says 9.\n"
    "An army spokesman admitted that one shell had left the range. The Ambel Times could not check either count."
)
WIRE = "Several killed in port\nSeveral people were killed, the harbour board said, Coast Wire reported."
TEXTS = {"harbour": HARBOUR, "times": TIMES, "wire": WIRE}


def entry(id: str, text: str, **fields: Any) -> ReportEntry:
    """A report of the dossier with its hash."""
    report = Report(id=id, text=text, headline=text.partition("\n")[0] or None, **fields)
    return ReportEntry(**report.model_dump(), sha256=report.sha256)


def span(report: str, words: str) -> tuple[int, int]:
    """Where these words stand in the report."""
    start = TEXTS[report].index(words)
    return start, start + len(words)


def said(id: str, report: str, source: str | None, cue: str, *content: str, **fields: Any) -> Attribution:
    """An attribution; `source` is both its name and its words."""
    text = TEXTS[report]
    at = span(report, source) if source else (None, None)
    who = Source(name=source, text=source, start=at[0], end=at[1]) if source else None
    chain = fields.pop("chain", (Link(name=source, role="origin"),) if source else ())
    return Attribution(
        id=id,
        report=report,
        source=who,
        cue=(Anchor.of(text, *span(report, cue)),),
        content=tuple(Anchor.of(text, *span(report, part)) for part in content),
        chain=chain,
        **{"quotation": "indirect", "stance": "asserts", "distanced": False, **fields},
    )


def counted(id: str, report: str, words: str, **fields: Any) -> Figure:
    """A figure at these words."""
    return Figure.of(
        TEXTS[report], *span(report, words), id=id, report=report, measure="killed", unit="person", **fields
    )


def seen(report: str, words: str, **fields: Any) -> Evidence:
    """Evidence at these words."""
    start, end = span(report, words)
    return Evidence(report=report, start=start, end=end, **fields)


@pytest.fixture
def dossier() -> Dossier:
    attributions = (
        said("a1", "harbour", "the harbour board", "said", "At least 12 dockers were killed on Monday in Port Ambel"),
        said(
            "a2",
            "harbour",
            "Ines Rook",
            "told",
            "“We counted 12 bodies before dawn,”",
            quotation="direct",
            chain=(Link(name="Ines Rook", role="origin"), Link(name="Radio Tarn", role="relay")),
        ),
        said("a3", "harbour", "The Lowland army", "denied", "that it had fired on the port", stance="denies"),
        said("a4", "times", "The Lowland army", "put", "the dead at 4 to 6"),
        said("a5", "times", "the harbour board", "says", "9"),
        said("a6", "times", "An army spokesman", "admitted", "that one shell had left the range", stance="admits"),
        said("a7", "times", "The Ambel Times", "could not check", "either count", stance="could-not-verify"),
        said("a8", "wire", "the harbour board", "said", "Several people were killed", distanced=True),
    )
    figures = (
        counted("f1", "harbour", "At least 12 dockers were killed", low=12, attribution="a1"),
        counted("f2", "harbour", "12 bodies", low=12, high=12, attribution="a2"),
        counted("f3", "times", "the dead at 4 to 6", low=4, high=6, attribution="a4"),
        counted("f4", "times", "9", low=9, high=9, attribution="a5"),
        counted("f5", "wire", "Several people", qualifier="several", attribution="a8"),
    )
    dead = Claim(
        id="dead",
        story="s1",
        event="e1",
        question="How many people were killed at Port Ambel?",
        measure="killed",
        unit="person",
        low=4,
        standing=("disputed", "revised", "unverified"),
        reasons=(
            Reason(
                tag="disputed",
                reason="The harbour board's 9 and the army's 4 to 6 exclude each other.",
                evidence=(seen("times", "9", figure="f4"), seen("times", "the dead at 4 to 6", figure="f3")),
            ),
            Reason(
                tag="unverified",
                reason="The Ambel Times could not check.",
                evidence=(seen("times", "could not check either count"),),
            ),
        ),
        positions=(
            Position(
                origin="the harbour board",
                actor="board",
                side="Ambel",
                low=12,
                text="At least 12",
                superseded=True,
                carried_by=("harbour",),
                evidence=(seen("harbour", "At least 12 dockers were killed", attribution="a1", figure="f1"),),
            ),
            Position(
                origin="the harbour board",
                actor="board",
                side="Ambel",
                low=9,
                high=9,
                text="9",
                interest="against-interest",
                carried_by=("times",),
                evidence=(seen("times", "9", attribution="a5", figure="f4"),),
            ),
            Position(
                origin="The Lowland army",
                actor="army",
                side="Lowland",
                low=4,
                high=6,
                text="4 to 6",
                interest="self-serving",
                carried_by=("times",),
                evidence=(seen("times", "the dead at 4 to 6", attribution="a4", figure="f3"),),
            ),
            Position(
                origin="the harbour board",
                actor="board",
                side="Ambel",
                qualifier="several",
                text="Several",
                relays=("Coast Wire",),
                carried_by=("wire",),
                evidence=(seen("wire", "Several people", attribution="a8", figure="f5"),),
            ),
        ),
        coverage=("harbour", "times", "wire"),
    )
    fired = Claim(
        id="fired",
        story="s1",
        question="The Lowland army fired on the port",
        proposition="the Lowland army fired on the port",
        standing=("denied", "conceded"),
        reasons=(
            Reason(tag="denied", reason="The army denies it.", evidence=(seen("harbour", "denied", attribution="a3"),)),
        ),
        positions=(
            Position(
                origin="The Lowland army",
                actor="army",
                side="Lowland",
                polarity="denies",
                text="that it had fired on the port",
                interest="self-serving",
                carried_by=("harbour",),
                evidence=(seen("harbour", "that it had fired on the port", attribution="a3"),),
            ),
            Position(
                origin="An army spokesman",
                side="Lowland",
                text="that one shell had left the range",
                interest="against-interest",
                carried_by=("times",),
                evidence=(seen("times", "that one shell had left the range", attribution="a6"),),
            ),
            Position(
                origin=None,
                outlet="The Ambel Times",
                polarity="could-not-verify",
                text="could not check",
                carried_by=("times",),
                evidence=(seen("times", "could not check either count", attribution="a7"),),
            ),
        ),
        coverage=("harbour", "times"),
        silent=("wire",),
    )
    bodies = Claim(
        id="bodies",
        story="s1",
        question="How many bodies were counted before dawn?",
        measure="killed",
        low=12,
        high=12,
        standing=("single-origin", "single-report"),
        reasons=(),
        positions=(
            Position(
                origin="Ines Rook",
                side="Ambel",
                low=12,
                high=12,
                text="12 bodies",
                relays=("Radio Tarn",),
                carried_by=("harbour",),
                evidence=(seen("harbour", "12 bodies", attribution="a2", figure="f2"),),
            ),
        ),
        coverage=("harbour",),
        silent=("times", "wire"),
    )
    furniture = span("harbour", "Subscribe for more")
    return Dossier(
        versions=Versions(sayso="0.0", model="none", knowledge="none"),
        reports=(
            entry(
                "harbour",
                HARBOUR,
                outlet="Harbour Echo",
                published="2031-05-06",
                url="https://echo.example/blast",
                parts=(
                    Stretch(start=0, end=30, kind="headline"),
                    Stretch(start=furniture[0], end=furniture[1], kind="furniture"),
                ),
            ),
            entry("times", TIMES, outlet="The Ambel Times", published="2031-05-07T09:30:00+02:00", file="b.txt"),
            entry("wire", WIRE, outlet="Daily Ambel", agencies=("Coast Wire",), language="en"),
        ),
        unread=(Unread(input="c.pdf", reason="It is not text."),),
        attributions=attributions,
        figures=figures,
        places=(
            Place.of(HARBOUR, *span("harbour", "Port Ambel, the"[:10]), id="p1", report="harbour", name="Port Ambel"),
        ),
        times=(Time.of(HARBOUR, *span("harbour", "Monday"), id="t1", report="harbour", value="2031-05-05"),),
        actors=(
            Actor(
                id="board", name="Ambel harbour board", names=("the harbour board",), kind="government", side="Ambel"
            ),
            Actor(id="army", name="Lowland army", names=("The Lowland army",), kind="military", side="Lowland"),
        ),
        stories=(Story(id="s1", name="Blast at Port Ambel", reports=("harbour", "times", "wire")),),
        events=(
            Event(
                id="e1",
                story="s1",
                name="Blast at Port Ambel",
                place="Port Ambel",
                when="2031-05-05",
                reports=("harbour", "times", "wire"),
                evidence=(seen("harbour", "Blast at Port Ambel kills many"),),
            ),
        ),
        claims=(bodies, fired, dead),
    )


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium that logs its network requests; tests that need it are skipped where it is absent."""
    binary, driver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if not binary or not driver:
        pytest.skip("needs Chromium and ChromeDriver (Debian: chromium chromium-driver)")
    webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium (pip install selenium)")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in ("headless", "no-sandbox", "disable-gpu", "no-first-run", "hide-scrollbars"):
        options.add_argument(f"--{flag}")
    for flag in ("background-networking", "component-update", "sync", "quic"):
        options.add_argument(f"--disable-{flag}")
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    browser.set_script_timeout(120)  # axe-core takes its time on a busy machine
    yield browser
    browser.quit()
