"""Stories: what goes together, what a round-up must not join, and that one more report leaves the rest alone."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.stream_made import stream
from sayso.model import Report
from sayso.reconcile.stories import Stories, group, story

FIRE = (
    "A fire at the Tellmark mill in Wend killed nine. Crews from Lode came to Wend by night, the foreman Ivar Tolm said.",
    "Nine workers died when the Tellmark mill burnt down in Wend, and Ivar Tolm, a foreman, had warned of it.",
)
VOTE = (
    "The town of Port Ambel votes on Sunday, and the harbour master Ines Rook leads in Ambel and in Quay Ward.",
    "Polls in Port Ambel put Ines Rook ahead of the mayor in Quay Ward, where Ambel counts first.",
)
BOTH = "In brief: the Tellmark mill in Wend burnt with nine workers, and Port Ambel votes with Ines Rook ahead in Quay Ward."


def report(id: str, text: str, day: str = "2031-03-04") -> Report:
    return Report(id=id, text=text, published=day)


def told() -> list[Report]:
    return [
        *(report(f"f{i}", text, f"2031-03-0{i + 4}") for i, text in enumerate(FIRE)),
        *(report(f"v{i}", text, f"2031-03-0{i + 4}") for i, text in enumerate(VOTE)),
    ]


def ids(stories: list[list[Report]]) -> list[list[str]]:
    return [[one.id for one in members] for members in stories]


def test_a_round_up_of_two_stories_does_not_join_them() -> None:
    found = ids(group([*told(), report("x", BOTH, "2031-03-07")]))
    assert {"f0", "f1"} <= set(next(s for s in found if "f0" in s))
    assert not any({"f0", "v0"} <= set(s) for s in found)


def test_the_same_place_weeks_later_is_another_story() -> None:
    late = report("late", "Port Ambel has a new crane, and the Tellmark yard in Wend sold it.", "2031-04-10")
    assert ["late"] in ids(group([*told(), late]))


def test_a_late_report_joins_its_story_and_holds_it_together() -> None:
    stories = Stories(told()[:1])
    stories.add(told()[1])
    assert [r.id for r in stories.story_of("f1")] == ["f0", "f1"]


def test_the_id_of_a_story_stays_when_another_is_added_before_it() -> None:
    before = {story(s).id for s in group(told())}
    earlier = report("a", "Snow closed the pass above Lindmoor to lorries, and Ruvik sent ploughs there.", "2031-01-01")
    assert before < {story(s).id for s in group([earlier, *told()])}


def test_what_is_told_for_weeks_by_many_does_not_make_a_story() -> None:
    chiefs = "President Olm and Chancellor Brey met aides of Olm and Brey in Capstadt, said"
    made = [
        report(
            f"r{i:02}",
            f"{chiefs} {name}. The {name} works in {name}ton closed after {name} struck.",
            f"2031-0{1 + i // 9}-{1 + 3 * (i % 9):02}",
        )
        for i, name in enumerate(
            f"{a}{b}" for a in ("Dar", "Fel", "Gor", "Hul", "Jor", "Kel") for b in ("nick", "mund", "wald", "rish")
        )
    ]
    assert len(group(made)) == len(made)
    # Two reports alone cannot know that the president is in the news every day.
    assert len(group(made[:2])) == 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*FIRE, *VOTE, BOTH]), max_size=8), st.integers(), st.integers(0, 7))
def test_neither_order_nor_looking_in_between_changes_the_stories(texts: list[str], seed: int, stop: int) -> None:
    made = [report(f"r{i}", text, f"2031-03-{1 + (5 * i) % 20:02}") for i, text in enumerate(texts)]
    shuffled = list(made)
    random.Random(seed).shuffle(shuffled)
    stories = Stories()
    for i, one in enumerate(shuffled):
        stories.add(one)
        if i == stop:
            stories.groups()
    assert stories.groups() == group(made)


def test_a_stream_grouped_report_by_report_is_grouped_as_at_once() -> None:
    made = [one.report for one in stream(150, seed=11)]
    stories = Stories()
    for one in reversed(made):
        stories.add(one)
        stories.story_of(one.id)
    assert ids(stories.groups()) == ids(group(made))
