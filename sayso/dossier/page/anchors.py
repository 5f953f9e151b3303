"""Where on the page words, statements and claims stand: an id for each, so that every line can lead to its words."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.dossier.ledger import Ledger
from sayso.model import Evidence


class Anchors:
    """Ids by the order of the dossier, never made of its text: a report cannot choose its own."""

    def __init__(self, ledger: Ledger) -> None:
        dossier = ledger.dossier
        self._reports = {report.id: f"r{n}" for n, report in enumerate(dossier.reports, 1)}
        self._claims = {claim.id: f"c{n}" for n, claim in enumerate(dossier.claims, 1)}
        self._attributions = {found.id: f"a{n}" for n, found in enumerate(dossier.attributions, 1)}
        self._figures = {found.id: f"f{n}" for n, found in enumerate(dossier.figures, 1)}
        self._places = {found.id: f"p{n}" for n, found in enumerate(dossier.places, 1)}
        self._times = {found.id: f"t{n}" for n, found in enumerate(dossier.times, 1)}
        self.stretches: dict[tuple[str, int, int], str] = {}
        for evidence in _evidence(ledger):
            if self._known(evidence) is None:
                key = (evidence.report, evidence.start, evidence.end)
                self.stretches.setdefault(key, f"e{len(self.stretches) + 1}")

    def _known(self, evidence: Evidence) -> str | None:
        return self._figures.get(evidence.figure or "") or self._attributions.get(evidence.attribution or "")

    def words(self, evidence: Evidence) -> str:
        """The id of the words that a piece of evidence points to, in their report."""
        found = self._known(evidence) or self.stretches.get((evidence.report, evidence.start, evidence.end))
        return found or self.report(evidence.report)

    def report(self, report: str) -> str:
        """The id of a report's text."""
        return self._reports.get(report, "reports")

    def claim(self, claim: str) -> str:
        """The id of a claim's section."""
        return self._claims[claim]

    def attribution(self, attribution: str) -> str:
        """The id of an attribution's words in its report."""
        return self._attributions[attribution]

    def statement(self, attribution: str) -> str:
        """The id of an attribution's line in the list of statements of its report."""
        return "s" + self._attributions[attribution][1:]

    def figure(self, figure: str) -> str:
        """The id of a figure's words in its report."""
        return self._figures[figure]

    def place(self, place: str) -> str:
        """The id of a place's words in its report."""
        return self._places[place]

    def time(self, time: str) -> str:
        """The id of a time's words in its report."""
        return self._times[time]


def _evidence(ledger: Ledger) -> Iterator[Evidence]:
    for claim in ledger.dossier.claims:
        for position in claim.positions:
            yield from position.evidence
        for reason in claim.reasons:
            yield from reason.evidence
    for event in ledger.dossier.events:
        yield from event.evidence
