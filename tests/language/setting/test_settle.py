"""Where and when: each figure's place and time, and the day of each statement, on sentences of our own."""

from __future__ import annotations

import pytest

from sayso.language.read import annotate
from sayso.model import Annotations, Report
from sayso.model.report import Stretch

PUBLISHED = "2024-08-14"  # a Wednesday


def read(text: str) -> Annotations:
    return annotate(Report(id="r", text=text, published=PUBLISHED))


@pytest.mark.parametrize(
    ("text", "place", "placed_by", "when", "dated_by"),
    [
        ("A bomb killed 17 people in Oslo on Tuesday.", "Oslo", "clause", "2024-08-13", "clause"),
        ("Some 300 people were evacuated to schools in Bergen on Tuesday.", None, None, "2024-08-13", "clause"),
        (
            "Police in Oslo said on Monday that 17 people were killed in Bergen on Sunday.",
            "Bergen",
            "clause",
            "2024-08-11",
            "clause",
        ),
        (
            "Eleven people died when a bus fell into a gorge outside Tirana on Saturday.",
            "Tirana",
            "sentence",
            "2024-08-10",
            "sentence",
        ),
        (
            "The blast on Friday in Porto that killed nine people was an accident.",
            "Porto",
            "sentence",
            "2024-08-09",
            "sentence",
        ),
        ("Monday's collapse at a mine near Ostrava killed nine.", "Ostrava", "clause", "2024-08-12", "clause"),
        ("The ministry said 12 soldiers had been wounded near Lviv.", "Lviv", "clause", None, None),
    ],
)
def test_a_figure_has_the_place_and_time_of_its_clause_or_sentence(
    text: str, place: str | None, placed_by: str | None, when: str | None, dated_by: str | None
) -> None:
    [figure] = read(text).figures
    assert (figure.place, figure.placed_by, figure.when, figure.dated_by) == (place, placed_by, when, dated_by)


@pytest.mark.parametrize(
    "text",
    [
        "The raid came three days after the truce of 2 August and killed four farmers.",
        "Protesters marched in Berlin on Sunday and in Hamburg on Monday. Police arrested 40 people.",
        "The minister told reporters in Rome on Tuesday that 14 sailors were missing.",
        "Thirty migrants from Eritrea drowned.",
    ],
)
def test_what_competes_or_tells_of_something_else_is_not_taken(text: str) -> None:
    for figure in read(text).figures:
        assert (figure.place, figure.when) == (None, None)


def test_a_sentence_before_it_in_the_paragraph_sets_a_figure() -> None:
    figures = read("On Monday four people were killed in Kharkiv. Two more died in hospital.").figures
    assert [(f.place, f.placed_by, f.when, f.dated_by) for f in figures] == [
        ("Kharkiv", "clause", "2024-08-12", "clause"),
        ("Kharkiv", "paragraph", "2024-08-12", "paragraph"),
    ]


def test_the_opening_sets_figures_of_what_it_counts() -> None:
    text = "A dam burst near Riga on Monday and killed nine people.\n\nThree more people were killed by falling trees."
    later = read(text).figures[-1]
    assert (later.when, later.dated_by) == ("2024-08-12", "opening")


def test_a_running_count_takes_no_setting_from_around_it() -> None:
    text = "A dam burst near Riga on Monday and killed nine people. The number of dead stands at 20."
    assert read(text).figures[-1].when is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Police said on Monday that nine people were killed.", "2024-08-12"),
        ("The communique of 4 May listed six vehicles destroyed.", "2024-05-04"),
        ("Police said that nine people were killed on Monday.", None),
    ],
)
def test_when_a_statement_was_made(text: str, when: str | None) -> None:
    [attribution] = read(text).attributions
    assert attribution.when == when


def test_mentions_are_linked() -> None:
    found = read("A bomb killed 17 people in Oslo on Tuesday.")
    assert found.figures[0].place_at in {p.id for p in found.places}
    assert found.figures[0].when_at in {t.id for t in found.times}


def test_a_dateline_is_no_place_of_what_its_opening_puts_elsewhere() -> None:
    text = "OSLO, 14 August 2024 — At least 64 people were killed in a blast in the town of Bergen on Monday, doctors said."
    parts = (Stretch(start=0, end=text.index("—") + 1, kind="dateline"),)
    (figure,) = annotate(Report(id="r", text=text, published=PUBLISHED, parts=parts)).figures
    assert figure.place == "Bergen"
