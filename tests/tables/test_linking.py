"""Which rows are one event: what joins them, what keeps them apart, and what may not matter."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge import KnowledgeError
from sayso.model import Dossier
from sayso.tables.dossier import of_sheet
from sayso.tables.linking import linking
from sayso.tables.mapping import Mapping
from sayso.tables.sheet import Line, Sheet
from tests.tables.conftest import HEADER, MAPPING, Imported

CLASH = "2025-03-03,,Osterwell,Corn Market,52.1004,4.9002,Guard,Clash,2,11"


def _together(dossier: Dossier) -> set[frozenset[str]]:
    return {frozenset(event.reports) for event in dossier.events}


def _groups(*groups: str) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups}


def test_two_papers_on_one_clash_are_one_event(imported: Imported) -> None:
    dossier = imported([f"a,{CLASH},Ledger,Two dead,", f"b,{CLASH.replace('11', '9')},Courier,Clash,"])
    assert _together(dossier) == _groups("ab")


@pytest.mark.parametrize(
    "other",
    [
        CLASH.replace("2025-03-03", "2025-03-09"),
        CLASH.replace("52.1004", "54.1"),
        CLASH.replace("Osterwell,Corn Market,52.1004,4.9002", "Harrowmere,Mill Gate,52.41,5.22"),
        CLASH.replace("Osterwell,Corn Market,52.1004,4.9002", "Harrowmere,,,"),
    ],
    ids=["another week", "far away", "another town", "another town, no point"],
)
def test_what_differs_in_time_or_place_is_told_apart(imported: Imported, other: str) -> None:
    assert _together(imported([f"a,{CLASH},Ledger,A,", f"b,{other},Courier,B,"])) == _groups("a", "b")


def test_who_lists_two_things_apart_has_seen_two(imported: Imported) -> None:
    rows = [f"{id},{CLASH},Rights Watch,Thirty days,".replace(",2,11,", ",,1,") for id in "abc"]
    assert _together(imported(rows)) == _groups("a", "b", "c")


def test_rows_without_a_source_are_sources_of_their_own(imported: Imported) -> None:
    assert _together(imported([f"a,{CLASH},Ledger,,", f"b,{CLASH},Courier,,"])) == _groups("ab")


def test_a_mapping_may_ask_for_more_or_less(imported: Imported) -> None:
    rows = [f"a,{CLASH},Ledger,A,", f"b,{CLASH},Courier,B,"]
    assert _together(imported(rows, MAPPING + "threshold: 50\n")) == _groups("a", "b")


def test_columns_that_the_mapping_does_not_name_do_not_count(imported: Imported) -> None:
    rows = [f"a,{CLASH},Ledger,A,,x", f"b,{CLASH},Courier,B,,y"]
    assert _together(imported(rows, header=HEADER + ",coder")) == _groups("ab")


SOME = st.builds(
    lambda day, town, spot, who, kind, dead, title: f"{day},,{town},{who},{kind},{dead},,P{title},T{title},",
    day=st.sampled_from(["2025-03-03", "2025-03-04", "2025-03", "2025-04-01"]),
    town=st.sampled_from(
        ["Osterwell,Corn Market,52.1,4.9", "Osterwell,,52.1,4.9", "Osterwell,,,", "Harrowmere,Quay,52.4,5.2", ",,,"]
    ),
    spot=st.none(),
    who=st.sampled_from(["Guard", "Militia", ""]),
    kind=st.sampled_from(["Clash", "Raid", ""]),
    dead=st.sampled_from(["", "0", "2", "9"]),
    title=st.integers(0, 3),
)


@given(rows=st.lists(SOME, min_size=1, max_size=12), seed=st.integers(0, 99))
def test_neither_order_nor_ids_change_the_result(rows: list[str], seed: int) -> None:
    columns = tuple(HEADER.split(","))
    named = [dict(zip(columns, [f"r{n:02}", *row.split(",")], strict=True)) for n, row in enumerate(rows)]
    mapping = _mapping()
    mixed = random.Random(seed).sample(named, len(named))
    one = of_sheet(_sheet(columns, named), mapping)
    assert of_sheet(_sheet(columns, mixed), mapping) == one
    # Under other ids equal rows may change places; which kinds of rows go together may not.
    renamed = [cells | {"id": f"z{n:02}"} for n, cells in enumerate(mixed)]
    assert _contents(of_sheet(_sheet(columns, renamed), mapping), renamed) == _contents(one, named)


def _sheet(columns: tuple[str, ...], rows: list[dict[str, str]]) -> Sheet:
    return Sheet("t.csv", columns, tuple(Line(n, cells) for n, cells in enumerate(rows, 2)), ())


def _mapping() -> Mapping:
    import yaml

    return Mapping.model_validate(yaml.safe_load(MAPPING))


def _contents(dossier: Dossier, rows: list[dict[str, str]]) -> list[list[str]]:
    said = {cells["id"]: str({k: v for k, v in cells.items() if k != "id"}) for cells in rows}
    return sorted(sorted(said[id] for id in event.reports) for event in dossier.events)


def test_a_users_own_weights(imported: Imported, tmp_path_factory: pytest.TempPathFactory, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    from sayso.knowledge import VARIABLE, _load

    folder = tmp_path_factory.mktemp("own")
    (folder / "linking.yaml").write_text("weights: {time: {same day: much}}\n")
    monkeypatch.setenv(VARIABLE, str(folder))
    linking.cache_clear()
    _load.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match=r"linking\.yaml"):
            imported([f"a,{CLASH},Ledger,A,", f"b,{CLASH},Courier,B,"])
    finally:
        linking.cache_clear()
        _load.cache_clear()
