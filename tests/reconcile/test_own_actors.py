"""The user's own actors: what the file says holds over what the reports tell, and its faults are told at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.dossier import from_json
from sayso.model import Actor, Dossier
from sayso.reconcile import reconcile
from sayso.reconcile.cast.own import NOBODY, ActorsError, OwnActors, load_actors
from tests.reconcile.telling import Telling, count


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "actors.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _own(tmp_path: Path, text: str) -> OwnActors:
    return load_actors(_file(tmp_path, text))


def _told(*said: tuple[str, str, int]) -> list[Telling]:
    """Reports of one fire; in each, one source gives a number of dead."""
    made = []
    for number, (who, words, killed) in enumerate(said, 1):
        telling = Telling(f"r{number}", f"The mill at Wend burnt down on Tuesday. {words} were killed, {who} said.")
        made.append(telling.says(who, f"{words} were killed").counts(words, "killed", killed, by=who))
    return made


def _dossier(made: list[Telling], own: OwnActors = NOBODY) -> Dossier:
    return reconcile([t.report for t in made], [t.annotations for t in made], own=own)


def _actor(dossier: Dossier, name: str) -> Actor:
    return next(actor for actor in dossier.actors if name in actor.names)


TWO = (("the Quill Council", "Nine people", 9), ("Ada Fenn", "Nine people", 9))


def test_names_make_two_actors_one(tmp_path: Path) -> None:
    made = _told(*TWO)
    assert "corroborated" in count(_dossier(made), "killed").standing
    dossier = _dossier(made, _own(tmp_path, "actors: [{name: the Quill Council, names: [Ada Fenn]}]"))
    assert _actor(dossier, "Ada Fenn").name == "the Quill Council"
    assert "single-origin" in count(dossier, "killed").standing


def test_who_speaks_for_a_body_shares_its_word_and_its_side(tmp_path: Path) -> None:
    text = "actors:\n- {name: Ada Fenn, speaks_for: the Quill Council}\n- {name: Quill Council, side: Wend}\n"
    dossier = _dossier(_told(*TWO), _own(tmp_path, text))
    claim = count(dossier, "killed")
    assert "single-origin" in claim.standing and {p.side for p in claim.positions} == {"Wend"}
    assert _actor(dossier, "Ada Fenn").affiliation == "Quill Council"


def test_who_belongs_to_a_body_is_of_its_side_and_speaks_for_himself(tmp_path: Path) -> None:
    text = "actors:\n- {name: Ada Fenn, affiliation: Quill Council}\n- {name: Quill Council, side: Wend}\n"
    claim = count(_dossier(_told(*TWO), _own(tmp_path, text)), "killed")
    assert {"single-side"} <= set(claim.standing) and "single-origin" not in claim.standing


def test_a_side_of_the_file_wins_over_one_that_was_inferred(tmp_path: Path) -> None:
    made = _told(("the Russian defence ministry", "Nine people", 9), ("Ada Fenn", "Nine people", 9))
    assert _actor(_dossier(made), "the Russian defence ministry").side == "Russia"
    other = _dossier(made, _own(tmp_path, "actors: [{name: Russian defence ministry, side: Norland}]"))
    assert _actor(other, "the Russian defence ministry").side == "Norland"
    none = _dossier(made, _own(tmp_path, "actors: [{name: Russian defence ministry, side: none, kind: monitor}]"))
    ministry = _actor(none, "the Russian defence ministry")
    assert (ministry.side, ministry.kind) == (None, "monitor")
    assert {p.interest for p in count(none, "killed").positions if p.actor == ministry.id} == {"neutral"}


def test_a_name_that_is_not_the_actor_is_kept_apart(tmp_path: Path) -> None:
    made = _told(("the Quill Relief Agency", "Nine people", 9), ("the agency", "Nine people", 9))
    made[1] = Telling("r2", made[1].text + " The Quill Relief Agency came later.")
    made[1].says("the agency", "Nine people were killed").counts("Nine people", "killed", 9, by="the agency")
    text = "actors: [{name: Quill Relief Agency, not: [the agency]}]"
    together, apart = _dossier(made), _dossier(made, _own(tmp_path, text))
    assert "the agency" in _actor(together, "the Quill Relief Agency").names
    assert "the agency" not in _actor(apart, "the Quill Relief Agency").names


def test_a_body_that_nobody_credits_is_added(tmp_path: Path) -> None:
    own = _own(tmp_path, "actors: [{name: Ada Fenn, speaks_for: the Sorrel Front}]")
    dossier = _dossier(_told(*TWO), own)
    assert any(actor.name == "the Sorrel Front" for actor in dossier.actors)
    roots = {p.root for p in count(dossier, "killed").positions}
    assert next(a.id for a in dossier.actors if a.name == "the Sorrel Front") in roots


def test_a_body_that_nobody_credits_has_what_the_file_says_of_it(tmp_path: Path) -> None:
    text = """
actors:
  - {name: Ada Fenn, speaks_for: the mill hands}
  - {name: the Fell Union, names: [the mill hands], kind: union, affiliation: Union House}
  - {name: Union House, side: hands}
"""
    dossier = _dossier(_told(*TWO), _own(tmp_path, text))
    union = next(actor for actor in dossier.actors if actor.name == "the Fell Union")
    assert (union.kind, union.side, union.affiliation) == ("union", "hands", "Union House")
    assert _actor(dossier, "Ada Fenn").side == "hands"


def test_the_file_is_named_in_the_versions(tmp_path: Path) -> None:
    own = _own(tmp_path, "actors: [{name: Ada Fenn, side: Wend}]")
    assert _dossier(_told(*TWO)).versions.actors is None
    assert own.digest and _dossier(_told(*TWO), own).versions.actors == own.digest


def test_the_order_of_the_file_does_not_matter(tmp_path: Path) -> None:
    one = "- {name: Ada Fenn, speaks_for: Quill Council}\n"
    two = "- {name: Quill Council, side: Wend, names: [the council]}\n"
    first = _dossier(_told(*TWO), _own(tmp_path, f"actors:\n{one}{two}"))
    second = _dossier(_told(*TWO), _own(tmp_path, f"actors:\n{two}{one}"))
    assert first.claims == second.claims and first.actors == second.actors


FAULTY = """
actors:
  - name: the Harbour Board
    kind: goverment
    colour: red
  - names: [the board]
  - name: Ada Fenn
    names: [" "]
"""


def test_all_faults_are_told_at_once_with_their_places(tmp_path: Path) -> None:
    with pytest.raises(ActorsError) as told:
        _own(tmp_path, FAULTY)
    lines = str(told.value).splitlines()
    assert len(lines) == 4 and all("actors.yaml" in line for line in lines)
    assert any("actor 1 (the Harbour Board), kind" in line and "did you mean government?" in line for line in lines)
    assert any("colour" in line and "known are name, names, not" in line for line in lines)
    assert any("actor 2, name: is missing" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("actors: [{name: a Fenn, names: [B]}, {name: C, names: [b]}]", "also that of 'a Fenn'"),
        ("actors: [{name: A, not: [the A]}]", "under its names and under not"),
        ("actors: [{name: A, speaks_for: A}]", "cannot speak for itself"),
        ("actors: [{name: A B, speaks_for: C D}, {name: C D, speaks_for: A B}]", "in the end it speaks for itself"),
        ("actors: [{name: A B, side: no}]", "side"),
        ("- name: A", "actors.yaml"),
        ("actors: [", "not YAML"),
        ("", "actors.yaml"),
    ],
)
def test_what_a_file_may_not_say(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ActorsError, match=r"actors\.yaml") as told:
        _own(tmp_path, text)
    assert said in str(told.value)


def test_read_takes_the_file(tmp_path: Path) -> None:
    report = tmp_path / "crane.txt"
    report.write_text(
        "Crane falls on quay\n\nTwo people were hurt when a crane fell on the quay, the harbour master said.\n\n"
        "The dockers’ union denied that its men had been drunk.\n",
        encoding="utf-8",
    )
    own = _file(tmp_path, "actors: [{name: harbour master, kind: monitor, side: Quay}]")
    result = CliRunner().invoke(app, ["read", str(report), "-o", str(tmp_path / "out"), "--actors", str(own)])
    assert result.exit_code == 0, result.output
    dossier = from_json((tmp_path / "out" / "dossier.json").read_bytes())
    master = next(actor for actor in dossier.actors if "harbour master" in actor.name)
    assert (master.kind, master.side) == ("monitor", "Quay") and dossier.versions.actors
    wrong = CliRunner().invoke(
        app, ["read", str(report), "-o", str(tmp_path / "no"), "--actors", str(_file(tmp_path, FAULTY))]
    )
    assert wrong.exit_code == 2 and len(wrong.stderr.strip().splitlines()) == 4
    assert not (tmp_path / "no" / "dossier.json").exists()
