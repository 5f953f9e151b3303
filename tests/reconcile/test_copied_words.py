"""Copied words are the first one's: no copy corroborates, and many copies are one origin."""

from __future__ import annotations

from sayso.model import Dossier
from sayso.reconcile import reconcile
from tests.reconcile.telling import Telling, count, question

LEAD = "A fire at the Tellmark mill in Wend killed nine people before dawn on Tuesday, two doctors said. "
MORE = (
    "Crews from Lode reached the yard within the hour, but the hydrants along the canal had frozen overnight. "
    "A watchman who slept in the boiler house woke the foreman, who broke the lock of the side door with an axe."
)
OTHER = "The Tellmark mill in Wend burnt out on Tuesday with the loss of nine lives, two doctors said in the evening. "
REST = "Its owner had let the insurance lapse in spring, court papers show, and a buyer from Lode withdrew in May."


def dossier(*made: Telling) -> Dossier:
    return reconcile([t.report for t in made], [t.annotations for t in made])


def wire(id: str, hour: int, lead: str = LEAD, rest: str = MORE) -> Telling:
    telling = Telling(id, lead + rest, f"2031-03-04T{hour:02}:00:00Z", f"Outlet {id}")
    words = "killed nine people before dawn on Tuesday" if lead is LEAD else "the loss of nine lives"
    telling.says("two doctors", words)
    return telling.counts("nine people" if lead is LEAD else "nine lives", "killed", 9, by="two doctors")


def test_two_who_print_one_text_do_not_corroborate_each_other() -> None:
    found = dossier(wire("a", 8), wire("b", 10), wire("c", 12))
    claim = count(found, "killed")
    assert "corroborated" not in claim.standing and "single-origin" in claim.standing
    assert claim.origins == ("two doctors",) and len(claim.coverage) == 3
    assert {(c.report, c.of) for c in found.copies} == {("b", "a"), ("c", "a")}


def test_the_same_from_two_who_wrote_for_themselves_does() -> None:
    claim = count(dossier(wire("a", 8), wire("b", 10, OTHER, REST)), "killed")
    assert "corroborated" in claim.standing and len(claim.origins) == 2


def test_an_outlets_own_voice_in_a_copied_stretch_is_no_second_origin() -> None:
    text = LEAD.replace(", two doctors said", "") + MORE
    made = [
        Telling(id, text, f"2031-03-04T{hour}:00:00Z", f"Outlet {id}").counts("nine people", "killed", 9)
        for id, hour in (("a", 10), ("b", 12))
    ]
    claim = count(dossier(*made), "killed")
    assert "single-origin" in claim.standing and claim.origins == ("Outlet a",)
    reason = next(reason for reason in claim.reasons if reason.tag == "single-origin")
    assert reason.reason.startswith("All of it rests on Outlet a;")


def test_a_copy_that_drops_who_said_it_still_has_it_from_there() -> None:
    own = Telling("b", LEAD.replace(", two doctors said", "") + MORE, "2031-03-05T09:00:00Z", "Outlet b")
    own.counts("nine people", "killed", 9)
    claim = count(dossier(wire("a", 8), own), "killed")
    assert claim.origins == ("two doctors",)


def test_a_number_changed_in_the_copy_is_the_copys_own() -> None:
    text = (LEAD + MORE).replace("nine people", "twelve people").replace(", two doctors said", "")
    own = Telling("b", text, "2031-03-05T09:00:00Z", "Outlet b").counts("twelve people", "killed", 12)
    claim = count(dossier(wire("a", 8), own), "killed", 12)
    assert "Outlet b" in claim.origins


def test_one_quotation_credited_under_two_names_is_one_origin() -> None:
    words = "We had told the owners about that lock three times this winter and nobody came"
    made = [
        Telling("a", f"{LEAD}{MORE} “{words},” said Ada Quill.", "2031-03-04T08:00:00Z").says("Ada Quill", words),
        Telling("b", f"{OTHER}{REST} “{words},” a foreman said.", "2031-03-04T10:00:00Z").says("a foreman", words),
        Telling("c", "The Tellmark mill in Wend: the owners deny it.", "2031-03-05").says(
            "Tellmark", "deny it", stance="denies"
        ),
    ]
    found = dossier(*made)
    for claim in found.claims:
        assert "corroborated" not in claim.standing
    assert [c.kind for c in found.copies] == ["quotes"]


def test_own_words_of_two_who_name_one_agency_are_that_agencys() -> None:
    made = []
    for id, text in (("a", LEAD + MORE), ("b", OTHER + REST)):
        telling = Telling(id, text.replace(", two doctors said", ""), outlet=f"Outlet {id}", agencies=("Coast Wire",))
        made.append(telling.counts("nine people" if id == "a" else "nine lives", "killed", 9))
    claim = count(dossier(*made), "killed")
    assert claim.origins == ("Coast Wire",) and "single-origin" in claim.standing


def test_statements_copied_with_their_source_changed_corroborate_nobody() -> None:
    said = "the side door had been locked with a chain since the strike in autumn"
    text = f"{MORE} An officer of the brigade said that {said}."
    made = [
        Telling(id, text.replace("An officer", who), f"2031-03-04T{hour}:00:00Z", f"Outlet {id}").says(source, said)
        for id, hour, who, source in (("a", 10, "An officer", "An officer"), ("b", 12, "A captain", "A captain"))
    ]
    found = dossier(*made)
    assert all("corroborated" not in claim.standing for claim in found.claims)
    assert not found.claims or question(found, "side door").origins == ("An officer",)


def test_a_body_called_otherwise_is_no_second_origin() -> None:
    made = wire("a", 8), wire("b", 10, OTHER, REST)
    for telling, name in zip(made, ("a committee of mill workers' families", "the families' committee"), strict=True):
        telling.attributions.clear()
        telling.figures.clear()
        words = "nine people" if telling.id == "a" else "nine lives"
        telling.says(name, words).counts(words, "killed", 9, by=name)
    assert "corroborated" not in count(dossier(*made), "killed").standing
