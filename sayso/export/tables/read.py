"""Tables of what was read in each report: the reports, their attributions, figures and places."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.context import Context
from sayso.export.table import ANCHOR, NOWHERE, Column, Row, Table, joined


def _reports(context: Context) -> Iterator[Row]:
    for entry in context.dossier.reports:
        parts = [part for part in entry.parts if part.kind == "headline" and part.start < part.end]
        where: Row = NOWHERE
        if parts:
            start, end = parts[0].start, parts[0].end
            where = (entry.id, start, end, context.words(entry.id, start, end))
        yield (
            entry.id,
            entry.file,
            entry.outlet,
            entry.headline,
            entry.published,
            entry.language,
            entry.url,
            entry.republished_from,
            joined(entry.agencies),
            entry.revises,
            len(entry.text),
            entry.sha256,
            *where,
        )


REPORTS = Table(
    "reports",
    "A report. Its anchor is its headline, where the text has one.",
    (
        Column("id", "The report's id, by which all other tables name it."),
        Column("file", "The file that it was read from."),
        Column("outlet", "Who published it."),
        Column("headline", "Its headline."),
        Column("published", "When it was published: ISO 8601, as precise as is known."),
        Column("language", "Its language: BCP 47."),
        Column("url", "Its address."),
        Column("republished_from", "The outlet that the text itself credits as its origin."),
        Column("agencies", "Agencies that its byline or closing line names."),
        Column("revises", "Id of the report that it is a later version of."),
        Column("length", "Length of its text in code points.", "integer"),
        Column("sha256", "SHA-256 of its text in UTF-8, hexadecimal."),
        *ANCHOR,
    ),
    _reports,
)


def _attributions(context: Context) -> Iterator[Row]:
    for found in context.dossier.attributions:
        first = found.content[0]
        yield (
            found.id,
            found.source.name if found.source else None,
            found.source.text if found.source else None,
            found.origin,
            joined(link.name for link in found.chain if link.role == "relay"),
            joined(part.quote for part in found.cue),
            found.stance,
            found.quotation,
            found.distanced,
            found.kind,
            found.found_by,
            found.confidence,
            found.when,
            found.when_at,
            len(found.content),
            found.report,
            first.start,
            first.end,
            first.quote,
        )


ATTRIBUTIONS = Table(
    "attributions",
    "Who said what in one report. Its anchor is the first part of what was said; `evidence` has all its words.",
    (
        Column("id", "The attribution's id."),
        Column("source", "Whoever the text credits, after pronouns and short forms are resolved; null: unnamed."),
        Column("source_words", "The words that name the source beside it."),
        Column("origin", "Whose word it is in the end: the first link of the chain."),
        Column("relays", "Through whom it came, in their order."),
        Column("cue", "The words that credit it."),
        Column(
            "stance",
            "asserts, denies, admits, blames, promises, announces, claims-responsibility, no-comment…",
        ),
        Column("quotation", "direct, indirect or mixed."),
        Column("distanced", "Whether the report holds it at arm's length.", "boolean"),
        Column("kind", "speech, thought, intention or act."),
        Column("found_by", "model, rule or model+rule."),
        Column("confidence", "Calibrated: of those with 0.8, eight in ten are right.", "number"),
        Column("when", "When it was said, as the report tells: ISO 8601."),
        Column("when_at", "Id of the time mention that tells it."),
        Column("parts", "How many parts its content has.", "integer"),
        *ANCHOR,
    ),
    _attributions,
)


def _figures(context: Context) -> Iterator[Row]:
    for found in context.dossier.figures:
        yield (
            found.id,
            found.measure,
            found.unit,
            found.of_whom,
            found.low,
            found.high,
            found.qualifier,
            found.mode,
            found.said_by,
            found.attribution,
            found.part_of,
            found.place,
            found.place_at,
            found.placed_by,
            found.when,
            found.when_at,
            found.dated_by,
            found.report,
            found.start,
            found.end,
            found.quote,
        )


FIGURES = Table(
    "figures",
    "A quantity that somebody states in one report.",
    (
        Column("id", "The figure's id."),
        Column("measure", "What is counted: killed, wounded, missing, …"),
        Column("unit", "In what: person, building, …"),
        Column("of_whom", "Of whom or what it is told, in the report's words."),
        Column("low", "The least that the words allow; null: open below.", "integer"),
        Column("high", "The most that the words allow; null: open above.", "integer"),
        Column("qualifier", "The word that bounds it, or stands for a number: at least, dozens, …"),
        Column("mode", "actual, or historical where the report recalls it from earlier."),
        Column("said_by", "Who is credited with it; null: the outlet's own voice."),
        Column("attribution", "Id of the attribution whose content holds it."),
        Column("part_of", "Id of the figure that it is a part of."),
        Column("place", "Where, as told."),
        Column("place_at", "Id of the place mention that tells it."),
        Column("placed_by", "In which stretch that was found."),
        Column("when", "When, as told: ISO 8601."),
        Column("when_at", "Id of the time mention that tells it."),
        Column("dated_by", "In which stretch that was found."),
        *ANCHOR,
    ),
    _figures,
)


def _places(context: Context) -> Iterator[Row]:
    for found in context.dossier.places:
        yield (
            found.id,
            found.name,
            found.role,
            found.geonames,
            found.country,
            found.region,
            found.latitude,
            found.longitude,
            found.feature,
            found.precision,
            found.report,
            found.start,
            found.end,
            found.quote,
        )


PLACES = Table(
    "places",
    "A mention of a place in one report.",
    (
        Column("id", "The mention's id."),
        Column("name", "The place's name."),
        Column("role", "where something is or happens, modifier of a noun, venue, or inside another name."),
        Column("geonames", "Its GeoNames id; null where it could not be resolved, or has none.", "integer"),
        Column("country", "ISO 3166-1 alpha-2 code of its state."),
        Column("region", "Its first-level region."),
        Column("latitude", "WGS 84, degrees.", "number"),
        Column("longitude", "WGS 84, degrees.", "number"),
        Column("feature", "GeoNames feature code."),
        Column(
            "precision",
            "As UCDP: 1 settlement, 2 near one, 3 second-order region, 4 first-order, 5 landscape, 6 state, 7 sea.",
            "integer",
        ),
        *ANCHOR,
    ),
    _places,
)
