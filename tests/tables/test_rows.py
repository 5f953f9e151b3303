from __future__ import annotations

import pytest

from sayso.model import Dossier
from tests.tables.conftest import HEADER, MAPPING, Imported

GOOD = "1,2025-03-03,,Osterwell,Corn Market,52.1,4.9,Guard,Clash,2,5,Ledger,A,"


def _reason(dossier: Dossier) -> str:
    (unread,) = dossier.unread
    assert unread.input == "t.csv, row 3"
    assert [report.id for report in dossier.reports] == ["1"]
    return unread.reason


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",2025-03-03,,,,,,,,,,,,", "its id (id) is empty"),
        ("2,,,,,,,,,,,,,", "it has no date (day)"),
        ("2,03/03/2025,,,,,,,,,,,,", "day is '03/03/2025', which is no date of the form 2024-05-31"),
        ("2,2025-02-30,,,,,,,,,,,,", "day is '2025-02-30'"),
        ("2,2025-03-03,,,,91,4.9,,,,,,,", "lat is '91', which is no latitude"),
        ("2,2025-03-03,,,,nan,4.9,,,,,,,", "lat is 'nan'"),
        ("2,2025-03-03,,,,,4.9,,,,,,,", "it has a longitude and no latitude"),
        ("2,2025-03-03,,,,,,,,-3,,,,", "dead is '-3': a count cannot be negative"),
        ("2,2025-03-03,,,,,,,,many,,,,", "dead is 'many', which is no whole number"),
        ("2,2025-03-03,,,,,,,,2.5,,,,", "dead is '2.5', which is no whole number"),
        ("", "it is empty"),
    ],
)
def test_a_bad_row_is_told_and_the_others_go_on(imported: Imported, row: str, reason: str) -> None:
    rows = [GOOD, row] if row else [GOOD, "", GOOD.replace("1,", "9,", 1)]
    dossier = imported(rows)
    if row:
        assert reason in _reason(dossier)
    else:
        assert [u.reason for u in dossier.unread] == [reason]


def test_one_id_on_rows_that_differ_reads_neither(imported: Imported) -> None:
    dossier = imported([GOOD, GOOD.replace("1,", "2,", 1), GOOD.replace("Guard", "Militia")])
    assert [report.id for report in dossier.reports] == ["2"]
    assert [u.input for u in dossier.unread] == ["t.csv, row 2", "t.csv, row 4"]


def test_a_row_twice_over_is_read_once(imported: Imported) -> None:
    dossier = imported([GOOD, GOOD])
    assert [report.id for report in dossier.reports] == ["1"]
    assert "used by an earlier row" in dossier.unread[0].reason


@pytest.mark.parametrize(
    ("start", "end", "value"),
    [
        ("2025-03-03", "", "2025-03-03"),
        ("2025-03-03", "2025-03-05", "2025-03-03/2025-03-05"),
        ("2025-03-05", "2025-03-03", "2025-03-03/2025-03-05"),
        ("2025-02", "", "2025-02-01/2025-02-28"),
        ("2024", "", "2024-01-01/2024-12-31"),
        ("2025-03-03T10:00:00", "", "2025-03-03"),
    ],
)
def test_days(imported: Imported, start: str, end: str, value: str) -> None:
    dossier = imported([f"1,{start},{end},Osterwell,,,,,,,,,,"])
    assert dossier.times[0].value == value


def test_a_form_of_date(imported: Imported) -> None:
    mapping = MAPPING.replace("end: until", "end: until, format: '%d/%m/%Y'")
    assert imported(["1,03/04/2025,,Osterwell,,,,,,,,,,"], mapping).times[0].value == "2025-04-03"


def test_bounds_are_the_lowest_and_the_highest_number(imported: Imported) -> None:
    mapping = "id: id\ndate: day\nplace: town\nfigures: [{measure: killed, low: a, best: b, high: c}]"
    dossier = imported(['1,2025-01-01,X,30,25,"1,200"'], mapping, "id,day,town,a,b,c")
    (figure,) = dossier.figures
    assert (figure.low, figure.high, figure.quote) == (25, 1200, "25")


def test_part_of_a_cell_by_pattern(imported: Imported) -> None:
    mapping = MAPPING + "published: {column: title, pattern: '\\((\\d{4}-\\d\\d-\\d\\d)\\)'}\n"
    row = "1,2025-03-03,,Osterwell,,,,,,,,Ledger,Ledger (2025-03-04) Stalls cleared,"
    assert HEADER.count(",") == row.count(",")
    assert imported([row], mapping).reports[0].published == "2025-03-04"
