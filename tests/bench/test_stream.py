"""The made stream: the same each time, true in itself, and its copies found (the bench has the figures for 5,000)."""

from __future__ import annotations

from bench.stream import copies_found, told_apart, truth
from bench.stream_made import stream
from sayso.reconcile.copies import Copies
from sayso.reconcile.stories import Stories


def test_one_seed_makes_one_stream() -> None:
    assert stream(60, seed=4) == stream(60, seed=4)
    assert stream(60, seed=4) != stream(60, seed=5)


def test_copies_share_sentences_of_one_hand_and_tellings_of_one_event_do_not() -> None:
    made = stream(300, seed=3)
    known = truth(made)
    by_id = {one.report.id: one for one in made}
    exact = [one for one in made if one.how == "exact"]
    assert exact and all(tuple(sorted((one.report.id, one.parent or ""))) in known.copies for one in exact)
    own = {one.report.id for one in made if one.how == "own"}
    assert not any(a in own and b in own for a, b in known.copies)
    several = [one.story for one in by_id.values() if one.how == "own"]
    assert len(several) > len(set(several))


def test_copies_and_stories_are_found() -> None:
    made = stream(300, seed=3)
    reports = [one.report for one in made]
    found = copies_found(truth(made), Copies(reports))
    # So few reports do not tell background from copies: over 5,000 it is more.
    assert found.precision >= 0.9 and found.recall >= 0.95
    precision, recall, _ = told_apart(made, Stories(reports))
    assert precision >= 0.85 and recall >= 0.95
