"""Copies between reports: what is one text, what only tells the same, and which rests on which."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Report
from sayso.readers.parts import find_parts
from sayso.reconcile.copies import Copies

WIRE = (
    "The ferry Gannet sank off Port Ambel before dawn on Tuesday with 112 people on board. "
    "A fishing boat that heard the distress call pulled nine survivors from the water, its skipper said.\n\n"
    "“We had no warning, the bow door was open and the sea came in like a wall,” said Ines Rook, the second mate. "
    "The harbour board said that the vessel had passed an inspection in March and was cleared for winter service."
)
OWN = (
    "Nine people were saved when the Gannet went down near Port Ambel on Tuesday morning, 112 having boarded. "
    "Divers from Lode will search the hull today, the coastguard told this newspaper.\n\n"
    "The second mate, Ines Rook, was blunt: “We had no warning, the bow door was open and the sea came in like a wall.” "
    "Records show that the board's inspector had looked at the ship for less than an hour in March."
)


def report(id: str, text: str, published: str | None = "2031-03-04T10:00:00Z", **fields: object) -> Report:
    """A report with its parts found, as the readers do."""
    found = find_parts(text)
    known = {"parts": tuple(found.parts), "agencies": tuple(found.agencies), "republished_from": found.republished_from}
    return Report(id=id, text=text, published=published, **{**known, **fields})


def test_a_text_printed_again_rests_on_the_first() -> None:
    again = report("b", WIRE, "2031-03-04T12:00:00Z", outlet="Herald")
    [edge] = Copies([again, report("a", WIRE, outlet="Wire")]).edges()
    assert (edge.report, edge.of, edge.kind, edge.told_by) == ("b", "a", "copy", "time")
    assert edge.share == edge.share_of == 1.0


def test_who_tells_the_same_and_quotes_the_same_words_copies_nobody() -> None:
    [edge] = Copies([report("a", WIRE), report("b", OWN)]).edges()
    assert edge.kind == "quotes"
    [passage] = edge.passages
    for evidence, text in ((passage.here, OWN), (passage.there, WIRE)):
        quoted = text[evidence.start : evidence.end]
        assert quoted.startswith("We had no warning") and quoted.endswith("like a wall")


def test_two_sentences_taken_over_make_a_partial_copy_with_its_passages() -> None:
    taken = WIRE.partition("\n")[0]
    text = f"{OWN}\n\n{taken}"
    [edge] = [e for e in Copies([report("a", WIRE), report("b", text, "2031-03-05")]).edges() if e.report == "b"]
    assert (edge.of, edge.kind, edge.told_by) == ("a", "partial", "time")
    assert edge.share < 0.5
    assert any(text[p.here.start : p.here.end].startswith("A fishing boat") for p in edge.passages)


def test_words_changed_and_sentences_moved_are_still_a_copy() -> None:
    first, second = WIRE.split("\n\n")
    rewritten = (
        second.replace("vessel", "ship") + " " + first.replace("before dawn on Tuesday ", "").replace("heard", "caught")
    )
    [edge] = Copies([report("a", WIRE), report("b", rewritten, "2031-03-05")]).edges()
    assert edge.kind == "copy"


def test_the_same_frame_about_another_place_and_number_is_no_copy() -> None:
    frame = (
        "At least {n} people were killed and {m} injured when a bus fell into the river near {p} on {d}, police said. "
        "Rescuers in boats searched the banks below {p} for {k} passengers who were still missing, officials said."
    )
    one = frame.format(n=12, m=30, p="Tellmark", d="Monday", k=4)
    two = frame.format(n=7, m=19, p="Wennick", d="Friday", k=11)
    assert Copies([report("a", one), report("b", two)]).edges() == ()


def test_a_credit_tells_the_direction_against_the_clock() -> None:
    agency = report("a", WIRE, "2031-03-04T12:00:00Z", outlet="Reuters")
    paper = report("b", f"{WIRE}\n\n(Reuters)", "2031-03-04T11:00:00Z", outlet="Herald")
    [edge] = Copies([agency, paper]).edges()
    assert (edge.report, edge.of, edge.told_by) == ("b", "a", "credit")


def test_of_two_that_name_one_agency_neither_rests_on_the_other() -> None:
    made = [report(f"r{i}", f"{WIRE}\n\n(Reuters)", f"2031-03-0{i}", outlet=f"Paper {i}") for i in (4, 5)]
    [edge] = Copies(made).edges()
    assert edge.told_by is None


def test_days_alone_do_not_tell_which_was_first() -> None:
    made = [report("a", WIRE, "2031-03-04"), report("b", WIRE, "2031-03-04T12:00:00Z")]
    assert Copies(made).edges()[0].told_by is None


def test_many_copies_lead_to_the_first_and_not_to_each_other() -> None:
    made = [report(f"r{i}", WIRE, f"2031-03-04T1{i}:00:00Z") for i in range(6)]
    assert {(e.report, e.of) for e in Copies(made).edges()} == {(f"r{i}", "r0") for i in range(1, 6)}


def test_background_printed_for_weeks_is_no_copy() -> None:
    stock = (
        " Tens of thousands have died since the two countries went to war over the valley, and talks have twice failed."
        " The valley was handed over under a treaty that the parliament of the one has never recognised in full."
    )
    ways = (
        "A bridge fell into the Oss while nobody was on it. Engineers blame rust, the mayor blames the engineers.",
        "Grain prices rose for the third week. Bakers in Lode queue at the mill with handcarts before sunrise.",
        "The opera reopened with candles and one violin. Half of the boxes belong to people who have left.",
        "Two ministers resigned over a letter that neither says he wrote. Parliament meets again in May.",
        "Snow closed the pass to lorries, and a train of salt waits below. Ploughs were sent from the coast.",
    )
    made = [report(f"r{i}", f"{what}{stock}", f"2031-0{i + 1}-15") for i, what in enumerate(ways)]
    assert Copies(made).edges() == ()
    assert Copies(made[:2]).edges() != ()


SENTENCES = [f"{part}." for text in (WIRE, OWN) for line in text.split("\n\n") for part in line.rstrip(".").split(". ")]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), max_size=7), st.integers())
def test_the_order_in_which_reports_come_does_not_matter(texts: list[list[str]], seed: int) -> None:
    made = [report(f"r{i}", " ".join(parts), f"2031-03-0{1 + i % 4}") for i, parts in enumerate(texts)]
    shuffled = list(made)
    random.Random(seed).shuffle(shuffled)
    assert Copies(shuffled).edges() == Copies(made).edges()


def test_a_text_of_one_word_over_and_over_takes_no_time() -> None:
    made = [report("a", "fire " * 20_000), report("b", "fire. " * 20_000)]
    assert Copies(made).edges() == ()
