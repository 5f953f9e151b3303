"""Statements as schema.org Claims in JSON-LD, for those who check facts: who claims what, and where it appeared.

No verdict and no rating: Sayso gives none; `ClaimReview` is for the checker to add, with `itemReviewed` naming the
claim. The context stands in the file, so that a processor fetches nothing. Addresses are of the report's very text:
its SHA-256 (RFC 6920) and, for words, their character range (RFC 5147).
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote as escaped

from sayso.export.coding import coding
from sayso.export.context import Context
from sayso.export.told import office
from sayso.model import Claim, Evidence, Position, ReportEntry
from sayso.reconcile.statements import UNNAMED

CONTEXT = {"@vocab": "https://schema.org/", "url": {"@id": "https://schema.org/url", "@type": "@id"}}
_CLAIMED = ("asserts", "partly", "denies")


def files(context: Context) -> dict[str, bytes]:
    """`claims.jsonld`: the reports as articles, and a Claim for each position that asserts or denies something."""
    nodes: list[dict[str, Any]] = [_article(entry, context) for entry in context.dossier.reports]
    for claim in context.dossier.claims:
        told = [(number, each) for number, each in enumerate(claim.positions) if each.polarity in _CLAIMED]
        nodes += [_claim(claim, number, position, context) for number, position in told]
    text = json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False, indent=1)
    return {"claims.jsonld": (text + "\n").encode("utf-8")}


def _article(entry: ReportEntry, context: Context) -> dict[str, Any]:
    return _known(
        {
            "@id": context.address(entry.id),
            "@type": "NewsArticle",
            "identifier": entry.id,
            "url": entry.url,
            "headline": entry.headline,
            "datePublished": entry.published,
            "inLanguage": entry.language,
            "publisher": {"@type": "Organization", "name": publisher} if (publisher := office(entry)) else None,
        }
    )


def _claim(claim: Claim, number: int, position: Position, context: Context) -> dict[str, Any]:
    quotes = [_quotation(item, context) for item in position.evidence]
    first = min(position.evidence, key=lambda item: context.ledger.reports[item.report].published or "~")
    return _known(
        {
            "@id": f"{context.address(first.report)}#claim={escaped(claim.id, safe='')}:{number}",
            "@type": "Claim",
            "identifier": f"{claim.id}:{number}",
            "name": _asked(claim, position),
            "text": position.text,
            "author": _author(position, context),
            "datePublished": position.said,
            "about": {"@type": "Question", "identifier": claim.id, "name": claim.question},
            "keywords": list(claim.standing),
            "appearance": quotes,
            "firstAppearance": {"@id": _address(first, context)},
        }
    )


def _asked(claim: Claim, position: Position) -> str:
    return f"{claim.question} ({position.polarity})"


def _quotation(item: Evidence, context: Context) -> dict[str, Any]:
    return {
        "@id": _address(item, context),
        "@type": "Quotation",
        "text": context.words(item.report, item.start, item.end),
        "isPartOf": {"@id": context.address(item.report)},
    }


def _address(item: Evidence, context: Context) -> str:
    return context.passage(item.report, item.start, item.end)


def _author(position: Position, context: Context) -> dict[str, Any] | None:
    """Whose word it is; None where nobody is named."""
    if position.origin == UNNAMED:
        return None
    name = context.ledger.speaker(position)
    actor = context.ledger.actors.get(position.actor or "")
    person = actor is not None and actor.kind in coding().schema_org_persons
    return {"@type": "Person" if person else "Organization", "name": name}


def _known(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value is not None}
