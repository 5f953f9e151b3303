"""Which figures of several reports answer one question, and what then stands."""

from __future__ import annotations

from sayso.model import Claim, Dossier
from sayso.reconcile import reconcile
from tests.reconcile.telling import Telling, count

MONDAY, TUESDAY, THURSDAY = "2031-03-03T18:00:00Z", "2031-03-04T18:00:00Z", "2031-03-06T18:00:00Z"
SCENE = "The ferry Tarn Star sank off Wend on Monday."


def _dossier(*tellings: Telling) -> Dossier:
    return reconcile([t.report for t in tellings], [t.annotations for t in tellings])


def _told(
    identifier: str, day: str, *told: tuple[str, str, int, int | None], measure: str = "killed", whom: str | None = None
) -> Telling:
    """A report with figures: who says, in which words, with which bounds."""
    text = " ".join([SCENE, *(f"{words}, {by} said." for by, words, _, _ in told)])
    telling = Telling(identifier, text, day)
    for by, words, _, _ in told:
        telling.says(by, words)
    for by, words, low, high in told:
        telling.counts(words, measure, low, high, by=by, whom=whom)
    return telling


def _killed(dossier: Dossier) -> list[list[int | None]]:
    return sorted([p.low for p in claim.positions] for claim in dossier.claims if claim.measure == "killed")


def _disputed(claim: Claim) -> bool:
    return "disputed" in claim.standing


def test_missing_of_several_days_are_one_question_with_a_history() -> None:
    claim = count(
        _dossier(
            _told("r1", MONDAY, ("police", "About 30 people were missing", 30, 30), measure="missing", whom="people"),
            _told("r2", THURSDAY, ("police", "Nobody was missing any more", 0, 0), measure="missing"),
        ),
        "missing",
    )
    assert [p.low for p in claim.positions] == [30, 0] and (claim.low, claim.high) == (0, 0)
    assert "revised" in claim.standing and not _disputed(claim)


def test_two_who_count_the_missing_otherwise_on_one_day_dispute() -> None:
    told = (
        ("police", "Nineteen people were missing", 19, 19),
        ("the Dock Union", "Some 37 people were missing", 37, 37),
    )
    claim = count(_dossier(_told("r1", MONDAY, *told, measure="missing", whom="people")), "missing")
    assert _disputed(claim)


def test_a_count_that_was_left_open_and_rose_is_revised() -> None:
    first = _told("r1", MONDAY, ("police", "At least 11 people died", 11, None))
    rose = count(_dossier(first, _told("r2", TUESDAY, ("police", "Some 23 people died", 23, 23))), "killed")
    assert "revised" in rose.standing and (rose.low, rose.high) == (23, 23)
    same = count(_dossier(first, _told("r2", TUESDAY, ("police", "Just 11 people died", 11, 11))), "killed")
    assert "revised" not in same.standing


def test_figures_of_one_time_dispute_though_a_later_count_replaced_both() -> None:
    claim = count(
        _dossier(
            _told(
                "r1",
                MONDAY,
                ("police", "Some 42 people were saved", 42, 42),
                ("the fire service", "Some 46 people were saved", 46, 46),
                measure="rescued",
            ),
            _told("r2", THURSDAY, ("the interior ministry", "Some 63 people were saved", 63, 63), measure="rescued"),
        ),
        "rescued",
    )
    assert [p.superseded for p in claim.positions] == [True, True, False] and _disputed(claim)


def test_a_toll_that_is_passed_on_and_told_again_is_no_dispute() -> None:
    claim = count(
        _dossier(
            _told("r1", MONDAY, ("police", "Five people died", 5, 5)),
            _told("r2", TUESDAY, ("the fire service", "Nine people died", 9, 9)),
            _told(
                "r3",
                THURSDAY,
                ("police", "Five people died at first", 5, 5),
                ("the interior ministry", "In all 14 people died", 14, 14),
            ),
        ),
        "killed",
    )
    assert not _disputed(claim) and "revised" in claim.standing and (claim.low, claim.high) == (14, 14)


def test_the_later_toll_of_one_origin_joins_its_own_first_and_not_one_beside_it() -> None:
    text = (
        f"{SCENE} Six people died on the ferry, the coastguard said. "
        "One man died when a boat capsized at Korvik, police said."
    )
    first = Telling("r1", text, MONDAY).says("the coastguard", "Six people died on the ferry")
    first.says("police", "One man died when a boat capsized at Korvik")
    first.counts("Six people died", "killed", 6, None, by="the coastguard", whom="people", place="Wend")
    first.counts("One man died", "killed", 1, by="police", whom="man", place="Korvik")
    later = _told("r2", THURSDAY, ("the coastguard", "The number of dead is nine", 9, 9))
    assert _killed(_dossier(first, later)) == [[1], [6, 9]]


def test_a_headline_s_figure_is_about_what_the_text_says() -> None:
    head = "Blast at Orlandian depot kills nine"
    text = f"{head}\n\nNine farmers were killed at a depot in Wend, police said."
    telling = Telling("r1", text, headline=head).says("police", "Nine farmers were killed at a depot in Wend")
    telling.counts("kills nine", "killed", 9)
    telling.counts("Nine farmers", "killed", 9, by="police", whom="farmers")
    claim = count(_dossier(telling), "killed")
    assert [p.origin for p in claim.positions] == ["police"] and claim.whose is None


def test_staff_killed_are_a_part_also_where_the_whole_is_told_far_off() -> None:
    far = "The rain did not stop for two days, and the road to the harbour was closed to all but the pumps. " * 4
    text = (
        f"{SCENE} Some 36 people died, police said. {far}"
        "Four of its staff members died, the Seamen's Mission said; an earlier count had put the number at three."
    )
    telling = Telling("r1", text, MONDAY).says("police", "Some 36 people died")
    telling.says(
        "the Seamen's Mission", "Four of its staff members died", "an earlier count had put the number at three"
    )
    telling.counts("Some 36 people", "killed", 36, by="police", whom="people")
    telling.counts("Four of its staff members", "killed", 4, by="the Seamen's Mission", whom="staff members")
    telling.counts("the number at three", "killed", 3, by="the Seamen's Mission")
    dossier = _dossier(telling)
    assert _killed(dossier) == [[4, 3], [36]]
    assert count(dossier, "killed", 4).question == "How many staff members were killed?"


def test_rebels_dead_are_not_in_a_count_that_does_not_say_whose() -> None:
    telling = _told("r1", MONDAY, ("the army", "The army killed 53 terrorists", 53, 53), whom="terrorists")
    other = _told("r2", TUESDAY, ("a doctor", "The hospital took in 32 bodies", 32, 32))
    assert _killed(_dossier(telling, other)) == [[32], [53]]


def test_soldiers_by_any_word_are_of_the_one_army_of_the_story() -> None:
    start = "The Orlandian army lost a convoy near Wend."
    said = (
        ("r1", MONDAY, "the Wend Observatory", "Some 41 soldiers were killed", 41, "soldiers"),
        ("r2", TUESDAY, "the Orlandian army", "Some 28 Orlandian servicemen were killed", 28, "Orlandian servicemen"),
    )
    tellings = []
    for identifier, day, by, words, number, whom in said:
        telling = Telling(identifier, f"{start} {words}, {by} said.", day).says(by, words)
        tellings.append(telling.counts(words, "killed", number, by=by, whom=whom))
    assert _killed(_dossier(*tellings)) == [[41, 28]]


def test_drones_shot_down_are_the_other_side_s() -> None:
    texts = {
        "r1": ("the Orlandian army", "It shot down 97 drones"),
        "r2": ("the Ketherian army", "It shot down 64 drones"),
    }
    tellings = []
    for identifier, (by, words) in texts.items():
        text = f"Orland and Ketheria are at war. {by.capitalize()} said: {words}."
        number = int(words.split()[3])
        telling = Telling(identifier, text, MONDAY, parsed=True).says(by, words)
        tellings.append(telling.counts(words, "intercepted", number, by=by, unit="drone", whom="drones"))
    found = [claim for claim in _dossier(*tellings).claims if claim.measure == "intercepted"]
    assert sorted([p.low for p in claim.positions] for claim in found) == [[64], [97]]


def test_that_none_was_launched_is_no_count() -> None:
    text = "No bomb was dropped on Wend, the Crater Lab said."
    telling = Telling("r1", text).says("the Crater Lab", "No bomb was dropped on Wend")
    telling.counts("No bomb", "launched", 0, by="the Crater Lab", unit="shell", whom="bomb")
    assert not [claim for claim in _dossier(telling).claims if claim.measure == "launched"]


def test_what_was_told_at_the_time_is_recalled_with_it() -> None:
    text = (
        "Gunmen killed 12 soldiers on 5 June 2031, the army said.\n\n"
        "In July 2030 a patrol was ambushed near Tarn. The separatists said at the time that 47 soldiers died."
    )
    telling = Telling("r1", text, "2031-06-06").says("the army", "Gunmen killed 12 soldiers on 5 June 2031")
    telling.says("The separatists", "47 soldiers died")
    telling.counts("killed 12 soldiers", "killed", 12, by="the army", whom="soldiers")
    telling.counts("47 soldiers", "killed", 47, by="The separatists", whom="soldiers")
    telling.figures[0] = telling.figures[0].model_copy(update={"when": "2031-06-05", "dated_by": "clause"})
    telling.times("July 2030", "2030-07")
    assert _killed(_dossier(telling)) == [[12], [47]]


def test_two_names_in_one_sentence_are_one_scene_unless_a_report_counts_at_both() -> None:
    def telling(identifier: str, day: str, by: str, words: str, number: int, place: str) -> Telling:
        text = f"Shells fell near Arl on the road to Tarn. {words} at {place}, {by} said."
        made = Telling(identifier, text, day).says(by, f"{words} at {place}")
        made.counts(words, "killed", number, by=by, whom="people", place=place)
        return made.places("Arl", "Tarn")

    one = telling("r1", MONDAY, "police", "Nine people died", 9, "Arl")
    other = telling("r2", TUESDAY, "the Dock Union", "Some 15 people died", 15, "Tarn")
    assert _killed(_dossier(one, other)) == [[9, 15]]
    both = Telling("r3", "Nine people died at Arl, police said. Some 15 people died at Tarn, police said.", MONDAY)
    both.says("police", "Nine people died at Arl").says("police", "Some 15 people died at Tarn")
    both.counts("Nine people died", "killed", 9, by="police", whom="people", place="Arl")
    both.counts("Some 15 people died", "killed", 15, by="police", whom="people", place="Tarn")
    assert _killed(_dossier(both, other)) == [[9], [15, 15]]


def test_a_round_headline_stands_for_the_number_of_its_event_and_not_for_the_war_s() -> None:
    head = "Blast in Wend kills more than 50"
    text = f"{head}\n\nAt least 54 people died in Wend, police said. More than 42,000 people have died in the war, police said."
    telling = Telling("r1", text, headline=head).says("police", "At least 54 people died in Wend")
    telling.says("police", "More than 42,000 people have died in the war")
    telling.counts("kills more than 50", "killed", 50, None)
    telling.counts("At least 54 people", "killed", 54, None, by="police", whom="people")
    telling.counts("More than 42,000 people", "killed", 42000, None, by="police", whom="people", mode="historical")
    claim = count(_dossier(telling), "killed")
    assert [p.low for p in claim.positions] == [54]


def test_others_who_were_hurt_are_all_the_hurt_also_under_a_headline() -> None:
    head = "Two killed, 19 injured in Wend"
    text = f"{head}\n\nTwo people were killed and 19 others injured in Wend, officials said."
    telling = Telling("r1", text, headline=head).says(
        "officials", "Two people were killed and 19 others injured in Wend"
    )
    telling.counts("19 injured", "wounded", 19)
    telling.counts("19 others injured", "wounded", 19, by="officials")
    assert [p.origin for p in count(_dossier(telling), "wounded").positions] == ["officials"]


def test_a_rank_among_those_of_a_year_is_no_count_over_it() -> None:
    said = (
        ("r1", MONDAY, "The ambush killed 32 people in one of the deadliest attacks this year", 32),
        ("r2", TUESDAY, "The ambush killed 41 people", 41),
    )
    tellings = []
    for identifier, day, words, number in said:
        telling = Telling(identifier, f"Gunmen stopped a convoy near Wend. {words}, police said.", day)
        telling.says("police", words).counts(f"killed {number} people", "killed", number, by="police", whom="people")
        tellings.append(telling)
    assert _killed(_dossier(*tellings)) == [[32, 41]]
