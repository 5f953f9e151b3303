"""Which figures of several reports are one count: places of one scene, parts, none, and what excludes what."""

from __future__ import annotations

from sayso.model import Dossier
from sayso.reconcile import reconcile
from tests.reconcile.telling import Telling, count

MONDAY, TUESDAY = "2031-03-03T18:00:00Z", "2031-03-04T18:00:00Z"
SCENE = "Gunners shelled the grain traders of the Lodean coast on Monday morning."


def _dossier(*tellings: Telling) -> Dossier:
    return reconcile([t.report for t in tellings], [t.annotations for t in tellings])


def _lows(dossier: Dossier, measure: str = "killed") -> list[list[int | None]]:
    return sorted([p.low for p in claim.positions] for claim in dossier.claims if claim.measure == measure)


def _told(identifier: str, day: str, text: str, *told: tuple[str, str, int], whom: str = "people") -> Telling:
    """A report in which somebody says a number of dead in these words."""
    telling = Telling(identifier, f"{SCENE} {text}", day)
    for by, words, number in told:
        telling.says(by, words).counts(words, "killed", number, by=by, whom=whom)
    return telling


def test_a_market_in_a_town_is_told_by_either_name() -> None:
    one = _told("r1", MONDAY, "Nine people died in Arl, police said.", ("police", "Nine people died in Arl", 9)).places(
        "Arl"
    )
    other = _told(
        "r2",
        TUESDAY,
        "The Dock Union said that 15 people died at Tarn market.",
        ("The Dock Union", "15 people died at Tarn market", 15),
    ).places("Tarn market")
    assert _lows(_dossier(one, other)) == [[9], [15]]
    # A report that is read for neither place still says where the one is, by the names that others have for them.
    third = _told("r3", TUESDAY, "Tarn market in Arl was empty.")
    third.counts("grain traders", "evacuated", 30)
    assert _lows(_dossier(one, other, third)) == [[9, 15]]


def test_two_sources_that_count_in_one_scene_tell_no_two_places_apart() -> None:
    scene = "The column was hit near Arl on the road to Tarn."
    first = Telling("r1", f"{SCENE} {scene}", MONDAY).places("Arl", "Tarn")
    first.counts("grain traders", "evacuated", 30)
    text = "Nine people died at Tarn, police said. The Dock Union says that 15 people died at Arl."
    both = _told("r2", TUESDAY, text, ("police", "Nine people died at Tarn", 9))
    both.says("The Dock Union", "15 people died at Arl")
    both.counts("15 people died at Arl", "killed", 15, by="The Dock Union", whom="people").places("Tarn", "Arl")
    assert _lows(_dossier(first, both)) == [[9, 15]]


def test_a_toll_after_those_who_died_in_hospital_is_of_all() -> None:
    first = _told("r1", MONDAY, "Three people died, police said.", ("police", "Three people died", 3))
    text = "Two wounded people have died in hospital in Arl, bringing the toll to five, police said."
    second = Telling("r2", f"{SCENE} {text}", TUESDAY).says("police", text.removesuffix(", police said."))
    second.counts("Two wounded people have died", "killed", 2, by="police", whom="people")
    second.counts("toll to five", "killed", 5, by="police").places("Arl")
    claim = count(_dossier(first, second), "killed", 5)
    assert [p.low for p in claim.positions] == [3, 5]
    assert "revised" in claim.standing and "disputed" not in claim.standing


def test_no_child_answers_how_many_children() -> None:
    first = Telling("r1", f"{SCENE} Sixteen children died, the Dock Union said.", MONDAY).says(
        "the Dock Union", "Sixteen children died"
    )
    first.counts("Sixteen children died", "killed", 16, by="the Dock Union", whom="children")
    second = Telling("r2", f"{SCENE} Police said that no children died.", TUESDAY).says("Police", "no children died")
    second.counts("no children died", "killed", 0, by="Police", whom="children")
    claim = count(_dossier(first, second), "killed")
    assert {p.low for p in claim.positions} >= {0, 16} and "denied" in claim.standing


def test_those_among_the_hurt_are_a_part_of_them() -> None:
    text = "Police said that 19 people were injured. Eleven guards are among the injured, an officer said."
    telling = Telling("r1", text).says("Police", "19 people were injured")
    telling.says("an officer", "Eleven guards are among the injured")
    telling.counts("19 people were injured", "wounded", 19, by="Police", whom="people")
    telling.counts("Eleven guards are among the injured", "wounded", 11, by="an officer", whom="guards")
    assert _lows(_dossier(telling), "wounded") == [[11], [19]]


def test_parts_that_tell_nobody_are_of_whom_their_own_source_counts() -> None:
    def hurt(identifier: str, day: str, by: str, number: int, word: str, part: int) -> Telling:
        text = f"{number} people were injured, {by} said. {word} of them had burns, {by} said."
        telling = Telling(identifier, f"{SCENE} {text}", day).says(by, f"{number} people were injured")
        telling.says(by, f"{word} of them had burns")
        telling.counts(f"{number} people were injured", "wounded", number, by=by, whom="people")
        return telling.counts(f"{word} of them had burns", "wounded", part, by=by)

    one = hurt("r1", MONDAY, "police", 41, "Nine", 9)
    other = hurt("r2", TUESDAY, "a surgeon", 14, "Five", 5)
    assert _lows(_dossier(one, other), "wounded") == [[5], [9], [41, 14]]


def test_who_took_some_in_disputes_no_higher_count() -> None:
    treated = Telling("r1", f"{SCENE} Her hospital treated 93 wounded people, a surgeon said.", MONDAY)
    treated.says("a surgeon", "Her hospital treated 93 wounded people")
    treated.counts("treated 93 wounded people", "wounded", 93, by="a surgeon", whom="people")
    whole = Telling("r2", f"{SCENE} Police said that 170 people were wounded.", MONDAY).says(
        "Police", "170 people were wounded"
    )
    whole.counts("170 people were wounded", "wounded", 170, by="Police", whom="people")
    claim = count(_dossier(treated, whole), "wounded")
    assert "disputed" not in claim.standing and (claim.low, claim.high) == (170, 170)
    fewer = Telling("r3", f"{SCENE} Police said that 60 people were wounded.", MONDAY).says(
        "Police", "60 people were wounded"
    )
    fewer.counts("60 people were wounded", "wounded", 60, by="Police", whom="people")
    assert "disputed" in count(_dossier(treated, fewer), "wounded").standing


def test_a_bare_range_is_of_what_was_counted_before_it() -> None:
    text = "Police said that 97 drones were shot down. Sky Ledger puts the number at between 85 and 90."
    telling = Telling("r1", text).says("Police", "97 drones were shot down")
    telling.says("Sky Ledger", "the number at between 85 and 90")
    telling.counts("97 drones were shot down", "intercepted", 97, by="Police", whom="drones", unit="drone")
    telling.counts("number at between 85 and 90", "intercepted", 85, 90, by="Sky Ledger", unit="object")
    assert _lows(_dossier(telling), "intercepted") == [[97, 85]]


def test_a_firm_is_no_other_side_of_a_war() -> None:
    first = (
        "A ferry of Tarn Marine capsized off the Lodean city of Arl, killing 11 people, the Lodean navy said. "
        "Tarn Marine, the ferry company, denied that the ferry was old. Tarn Marine regretted the accident."
    )
    one = Telling("r1", first, MONDAY, parsed=True)
    one.says("the Lodean navy", "A ferry of Tarn Marine capsized off the Lodean city of Arl, killing 11 people")
    one.says("Tarn Marine", "the ferry was old", stance="denies")
    one.counts("killing 11 people", "killed", 11, by="the Lodean navy", whom="people")
    two = _told("r2", TUESDAY, "The Lodean navy said that 23 people died.", ("The Lodean navy", "23 people died", 23))
    claim = count(_dossier(one, two), "killed", 23)
    assert sorted(p.low or 0 for p in claim.positions) == [11, 23] and claim.whose is None


def test_none_on_a_side_is_whose_side_it_is() -> None:
    text = (
        "The Lodean army said that eight Orlish soldiers were killed, while there were no deaths on the Lodean side. "
        "The Orlish army said that two Lodean soldiers were killed."
    )
    telling = Telling("r1", text)
    telling.says("The Lodean army", "eight Orlish soldiers were killed", "there were no deaths on the Lodean side")
    telling.says("The Orlish army", "two Lodean soldiers were killed")
    telling.counts("eight Orlish soldiers were killed", "killed", 8, by="The Lodean army", whom="Orlish soldiers")
    telling.counts("no deaths", "killed", 0, by="The Lodean army", whom="deaths")
    telling.counts("two Lodean soldiers were killed", "killed", 2, by="The Orlish army", whom="Lodean soldiers")
    claim = count(_dossier(telling), "killed", 2)
    assert {p.low for p in claim.positions} == {0, 2, None} and {"disputed", "denied"} <= set(claim.standing)


def test_fighters_are_apart_where_a_report_counts_children_among_the_dead() -> None:
    text = "At least 24 people, nine of them children, were killed, a surgeon said."
    first = Telling("r1", f"{SCENE} {text}", MONDAY).says("a surgeon", text.removesuffix(", a surgeon said."))
    first.counts("At least 24 people", "killed", 24, None, by="a surgeon", whom="dead")
    first.counts("nine of them", "killed", 9, by="a surgeon", whom="children", part_of="r1:f1")
    text = "Eight gunmen were killed, the Lodean army said."
    second = Telling("r2", f"{SCENE} {text}", TUESDAY).says("the Lodean army", "Eight gunmen were killed")
    second.counts("Eight gunmen were killed", "killed", 8, by="the Lodean army", whom="gunmen")
    assert _lows(_dossier(first, second)) == [[8], [9], [24]]


def test_a_number_in_the_sentence_of_somebody_s_own_part_is_of_the_same() -> None:
    text = (
        "Police said that 30 people were killed. Tarn Aid confirmed that four of its staff were killed; an earlier "
        "count by the agency had put the number at three."
    )
    telling = Telling("r1", text).says("Police", "30 people were killed")
    telling.says("Tarn Aid", "four of its staff were killed").says("the agency", "the number at three")
    telling.counts("30 people were killed", "killed", 30, by="Police", whom="people")
    telling.counts("four of its staff were killed", "killed", 4, by="Tarn Aid", whom="staff")
    telling.counts("number at three", "killed", 3, by="the agency")
    assert sorted(map(len, _lows(_dossier(telling)))) == [1, 2] and [30] in _lows(_dossier(telling))


def test_no_wounded_are_a_part_of_the_dead() -> None:
    text = "The town reported 36 dead, including 15 children, and 81 injured."
    telling = Telling("r1", text).says("The town", "36 dead, including 15 children, and 81 injured")
    telling.counts("36 dead", "killed", 36, by="The town", whom="dead")
    telling.counts("81 injured", "wounded", 81, by="The town", whom="injured", part_of="r1:f1")
    assert "inconsistent" not in count(_dossier(telling), "killed").standing


def test_officers_are_counted_apart_from_people_also_where_the_noun_is_left_out() -> None:
    first = Telling("r1", "Eight people were killed and 400 injured, a league of doctors said.")
    first.says("a league of doctors", "Eight people were killed and 400 injured")
    first.counts("Eight people", "killed", 8, by="a league of doctors", whom="people")
    first.counts("400 injured", "wounded", 400, by="a league of doctors", whom="injured")
    second = Telling("r2", "The minister said that 179 police officers had been hurt.", "2031-03-05")
    second.says("The minister", "that 179 police officers had been hurt")
    second.counts("179 police officers", "wounded", 179, by="The minister", whom="police officers")
    claims = reconcile([first.report, second.report], [first.annotations, second.annotations]).claims
    assert not any("disputed" in claim.standing for claim in claims)
