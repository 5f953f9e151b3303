"""Clauses as the questions that a reader would ask of them."""

from __future__ import annotations

import pytest

from sayso.language.clauses import find_clauses
from sayso.language.parsing import parse


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The mayor said that the sluice had been left open.", "Had the sluice been left open?"),
        ("The union said the foremen knew of the crack.", "Did the foremen know of the crack?"),
        ("The pilots deny that there was any fog.", "Was there any fog?"),
        ("The board insisted that the bridge was safe.", "Was the bridge safe?"),
        ("The general conceded that the convoy may have been hit from the air.", "Was the convoy hit from the air?"),
        ("Farmers accused the company of draining the marsh.", "Did the company drain the marsh?"),
        ("No lamps were lit on the pier, the warden said.", "Were no lamps lit on the pier?"),
        ("Both crews accuse each other of cutting the net.", "Did either side cut the net?"),
        ("The firm, she said, further had a contract with the navy.", "Did the firm have a contract with the navy?"),
        ("The mill was hit by a shell at noon (1100 GMT), the police said.", "Was the mill hit by a shell at noon?"),
        ("Neighbours said that a tanker, which had no lights, rammed the gate.", "Did a tanker ram the gate?"),
    ],
)
def test_a_clause_is_asked_in_its_own_words(text: str, asked: str) -> None:
    assert asked in [clause.question for clause in find_clauses(parse(text))]


def test_whoever_says_it_stands_for_himself() -> None:
    text = "“We never opened the gate,” the warden said."
    warden = text.index("the warden")
    questions = [c.question for c in find_clauses(parse(text), [(warden, warden + 10)])]
    assert "Did {source} never open the gate?" in questions


def test_what_follows_a_verb_of_saying_is_of_whom_it_tells() -> None:
    text = "The driver opened fire on the crowd, officials said, before being shot by police."
    said = text.index("officials")
    assert "Was the driver shot by police?" in [c.question for c in find_clauses(parse(text), [(said, said + 14)])]


def test_a_condition_that_only_credits_leaves_nothing_open() -> None:
    text = "If the council is to be believed, the pier was set alight by smugglers."
    upto = text.index(",")
    assert "Was the pier set alight by smugglers?" in [c.question for c in find_clauses(parse(text), [(0, upto)])]
    assert "Was the pier set alight by smugglers?" not in [c.question for c in find_clauses(parse(text))]


def test_a_participle_is_no_verb_of_its_own() -> None:
    text = "The board dismissed both accounts as a tale told twice. It rejects the figures put about by the union."
    questions = [clause.question for clause in find_clauses(parse(text))]
    assert not any(q.startswith(("Did a tale", "Did the figures")) for q in questions)


def test_what_is_meant_or_left_open_asks_nothing() -> None:
    text = "The council wants to close the road. He did not say what the lorry had carried."
    questions = [clause.question for clause in find_clauses(parse(text))]
    assert not any("close the road" in q or "carried" in q or "carry" in q for q in questions if "want" not in q)
