"""A dossier as the exports see it: its ledger, its texts, and the counting policy in force."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from urllib.parse import quote as escaped

from sayso.dossier.ledger import Ledger
from sayso.export.errors import NO_REPORT, NO_STRETCH, ExportError
from sayso.model import Claim, Dossier, Evidence, Place, Reckoning
from sayso.reconcile.policies import check, reckon


@dataclass(frozen=True)
class Context:
    """A dossier and the name of the counting policy by which its figures become numbers (None: the dossier's own)."""

    dossier: Dossier
    asked: str | None = None

    @property
    def policy(self) -> str:
        """The policy in force; raises PolicyError where there is none of the name."""
        return self.policy_or(self.dossier.policy)

    def policy_or(self, usual: str) -> str:
        """The policy that was asked for, else `usual`."""
        return check(self.asked or usual)

    def made_by(self, policy: str | None = None) -> dict[str, str]:
        """What made the dossier and the export: versions, the counting policy, and sources that were taken away."""
        versions = self.dossier.versions.model_dump(exclude_none=True)
        taken = {"without": "; ".join(self.dossier.without)} if self.dossier.without else {}
        return {**versions, "policy": policy or self.policy, **taken}

    def reckon(self, claim: Claim, policy: str | None = None) -> Reckoning:
        """The claim's numbers by `policy` (None: the one in force)."""
        return reckon(claim, policy or self.policy)

    @cached_property
    def ledger(self) -> Ledger:
        """The dossier's look-ups."""
        return Ledger(self.dossier)

    def words(self, report: str, start: int, end: int) -> str:
        """The words at a place. Raises ExportError where the report is missing or has no such stretch."""
        entry = self.ledger.reports.get(report)
        if entry is None:
            raise ExportError(NO_REPORT.format(report=report))
        if not 0 <= start < end <= len(entry.text):
            raise ExportError(NO_STRETCH.format(start=start, end=end, report=report, length=len(entry.text)))
        return entry.text[start:end]

    def anchor(self, evidence: Evidence) -> tuple[str, int, int, str]:
        """The columns of an anchor for a piece of evidence. Raises ExportError as `words` does."""
        words = self.words(evidence.report, evidence.start, evidence.end)
        return evidence.report, evidence.start, evidence.end, words

    @cached_property
    def _places(self) -> dict[str, list[Place]]:
        named: dict[str, list[Place]] = {}
        for place in self.dossier.places:
            for name in dict.fromkeys((place.name.casefold(), place.quote.casefold())):
                named.setdefault(name, []).append(place)
        return named

    def place(self, name: str | None, reports: tuple[str, ...] = ()) -> Place | None:
        """The place mention that says most of where `name` is: of these reports first, resolved ones first.

        Of several places of one name the one that is meant most often; None where no report mentions it.
        """
        found = self._places.get(name.casefold(), []) if name else []
        found = [place for place in found if place.report in reports] or found
        found = [place for place in found if place.latitude is not None] or found
        found = [place for place in found if place.role == "where"] or found
        meant = Counter((place.geonames, place.latitude, place.longitude) for place in found)
        return max(found, key=lambda p: meant[(p.geonames, p.latitude, p.longitude)], default=None)

    @cached_property
    def first_named(self) -> dict[str, tuple[int, str, int, int]]:
        """Where each source is first named beside what it said: a number that tells the order, report, start, end."""
        found: dict[str, tuple[int, str, int, int]] = {}
        for number, each in enumerate(self.dossier.attributions):
            source = each.source
            if source and source.start is not None and source.end is not None:
                found.setdefault(source.name.casefold(), (number, each.report, source.start, source.end))
        return found

    def address(self, report: str) -> str:
        """An address of the report's very text: a name by its SHA-256 (RFC 6920), with the report's id beside it."""
        return self._addresses[report]

    @cached_property
    def _addresses(self) -> dict[str, str]:
        addresses = {}
        for entry in self.dossier.reports:
            digest = sha256(entry.text.encode("utf-8", "surrogatepass")).digest()
            name = urlsafe_b64encode(digest).decode("ascii").rstrip("=")
            addresses[entry.id] = f"ni:///sha-256;{name}?report={escaped(entry.id, safe='')}"
        return addresses

    @cached_property
    def fingerprint(self) -> str:
        """What tells this dossier's texts from those of any other."""
        return sha256("\0".join(self._addresses.values()).encode("utf-8")).hexdigest()

    def passage(self, report: str, start: int, end: int) -> str:
        """An address of a stretch of it: a character range in plain text (RFC 5147)."""
        return f"{self.address(report)}#char={start},{end}"
