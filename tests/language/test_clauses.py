from __future__ import annotations

import pytest

from sayso.language.clauses import find_clauses
from sayso.language.parsing import parse
from sayso.model import Clause


def _clause(text: str, verb: str) -> Clause:
    return next(c for c in find_clauses(parse(text)) if c.verb.startswith(verb))


def test_a_passive_clause_has_its_doer_as_subject() -> None:
    clause = _clause("The village was shelled by the northern army.", "shelled")
    assert (clause.subject, clause.object) == ("northern army", "village")


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        ("Not one gun was fired that night.", "fired", True),
        ("Not a single shell was fired.", "fired", True),
        ("No shots were fired.", "fired", True),
        ("None of the guards fired.", "fired", True),
        ("The guards never fired.", "fired", True),
        ("The guards did not fire or shout.", "shout", True),
        ("The guards fired.", "fired", False),
    ],
)
def test_negation_of_the_verb_its_subject_or_its_object(text: str, verb: str, negated: bool) -> None:
    assert _clause(text, verb).negated is negated


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    assert _clause("The pumps had worked and had been serviced in March.", "serviced").object == "pumps"


def test_a_clause_knows_the_one_that_it_hangs_on_and_where_it_stands() -> None:
    text = "The mayor said that the bridge had collapsed."
    found = find_clauses(parse(text))
    said, collapsed = found
    assert (said.under, collapsed.under) == (None, 0)
    assert text[collapsed.start : collapsed.end] == "that the bridge had collapsed"
    assert text[collapsed.at :].startswith("collapsed")


def test_what_may_be_is_marked() -> None:
    assert _clause("The doors could have been locked.", "locked").unreal


def test_what_is_only_set_off_negates_nothing() -> None:
    assert not _clause("Nineteen men, not fourteen, had fled.", "fled").negated
