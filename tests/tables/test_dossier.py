"""The dossier that a table makes: evidence in its cells, claims with positions, numbers by policy."""

from __future__ import annotations

from pathlib import Path

from sayso.cli.demo import SAMPLES
from sayso.dossier import from_json, to_json
from sayso.model import Claim, Dossier
from sayso.tables import import_table
from tests.tables.conftest import MAPPING, Imported

WHERE = "2025-03-03,,Osterwell,Corn Market,52.1004,4.9002,Guard,Clash"


def _sample() -> Dossier:
    return import_table(SAMPLES / "market-unrest.csv", SAMPLES / "market-unrest.yaml")


def _killed(dossier: Dossier) -> Claim:
    return next(claim for claim in dossier.claims if claim.measure == "killed")


def test_every_anchor_fits_its_report() -> None:
    dossier = _sample()
    assert from_json(to_json(dossier)) == dossier
    texts = {report.id: report.text for report in dossier.reports}
    for claim in dossier.claims:
        for position in claim.positions:
            for evidence in position.evidence:
                assert texts[evidence.report][evidence.start : evidence.end] == position.text
    for event in dossier.events:
        assert {evidence.report for evidence in event.evidence} == set(event.reports)


def test_a_row_is_set_out_by_column() -> None:
    (report,) = (report for report in _sample().reports if report.id == "R-08")
    assert "town: Harrowmere\n" in report.text
    assert (report.outlet, report.published, report.file) == ("Evening Courier", "2025-03-09", "market-unrest.csv")
    assert report.headline == "Hospital names nine killed in Harrowmere"


def test_the_samples_events() -> None:
    together = sorted(event.reports for event in _sample().events if len(event.reports) > 1)
    assert together == [("R-01", "R-02", "R-03"), ("R-07", "R-08", "R-09"), ("R-11", "R-12")]


def test_a_dispute_with_its_numbers_by_policy() -> None:
    (claim,) = (c for c in _sample().claims if c.coverage == ("R-07", "R-08", "R-09"))
    assert claim.standing == ("corroborated", "disputed")
    assert (claim.low, claim.high) == (9, 20)
    ucdp = claim.reckonings[0]
    assert (ucdp.policy, ucdp.low, ucdp.best, ucdp.high) == ("ucdp", 9, 9, 20)
    by_origin = {position.origin: (position.low, position.best, position.high) for position in claim.positions}
    assert by_origin["River militia"] == (14, 15, 20)


def test_a_coders_best_number_is_the_best_of_ucdp(imported: Imported) -> None:
    mapping = "id: id\ndate: day\nplace: town\nfigures: [{measure: killed, low: a, best: b, high: c}]"
    reckoned = _killed(imported(["1,2025-01-01,X,25,32,40"], mapping, "id,day,town,a,b,c")).reckonings[0]
    assert (reckoned.low, reckoned.best, reckoned.high) == (25, 32, 40)


def test_nought_is_silence_unless_the_mapping_counts_it(imported: Imported) -> None:
    rows = [f"a,{WHERE},3,,Ledger,A,", f"b,{WHERE},0,,Courier,B,"]
    silent = _killed(imported(rows))
    assert (silent.coverage, silent.silent, "disputed" in silent.standing) == (("a",), ("b",), False)
    counted = _killed(imported(rows, MAPPING + "zeros: counted\n"))
    assert (counted.low, counted.high, "disputed" in counted.standing) == (0, 3, True)


def test_a_later_number_of_one_outlet_replaces_its_earlier_one(imported: Imported) -> None:
    mapping = MAPPING + "published: {column: title, pattern: '\\d{4}-\\d\\d-\\d\\d'}\n"
    rows = [f"a,{WHERE},2,,Ledger,2025-03-04 Two,", f"b,{WHERE},5,,Ledger,2025-03-06 Five,"]
    claim = _killed(imported(rows, mapping))
    assert "revised" in claim.standing and "disputed" not in claim.standing
    assert [(p.low, p.superseded) for p in claim.positions] == [(2, True), (5, False)]
    assert (claim.low, claim.high) == (5, 5)


def test_stories_by_a_column(imported: Imported) -> None:
    dossier = imported(
        [f"a,{WHERE},2,,Ledger,A,", "b,2025-06-01,,Elsewhere,,,,,,1,,Courier,B,"], MAPPING + "story: town\n"
    )
    assert sorted((story.name, story.reports) for story in dossier.stories) == [
        ("Elsewhere", ("b",)),
        ("Osterwell", ("a",)),
    ]
    (one,) = imported([f"a,{WHERE},2,,Ledger,A,"]).stories
    assert one.name == "t"


def test_hostile_cells_stay_words(imported: Imported, tmp_path: Path) -> None:
    from sayso.dossier.page import pages

    row = f"<b>a</b>,{WHERE.replace('Guard', '<script>alert(1)</script>')},2,,=cmd()|x,\u202eA,"
    made = "".join(text for _, text in pages(imported([row])))
    assert "<script>alert" not in made and "<b>a</b>" not in made
