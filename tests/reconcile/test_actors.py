from __future__ import annotations

import pytest

from sayso.reconcile import reconcile
from sayso.reconcile.cast import Cast, Naming, cast
from sayso.reconcile.cast.apposition import descriptions
from sayso.reconcile.cast.camps import camps_of, stem_of
from sayso.reconcile.cast.described import described_kind
from sayso.reconcile.cast.given import key_of_name
from sayso.reconcile.cast.kinds import core, indefinite, kind
from sayso.reconcile.cast.sides import sides
from tests.reconcile.telling import Telling


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the health ministry", "government"),
        ("General Staff", "military"),
        ("two residents", "witness"),
        ("Tellmark Mining", "company"),
        ("Ada Quill", "person"),
        ("city police", "police"),
        ("Radio Wend", "outlet"),
        ("France", "government"),
        ("the Dock Workers’ Union", "union"),
        ("the Norland National Commission on Human Rights", "rights-group"),
        ("the Ministry of Human Rights", "government"),
        ("the National Police Service", "police"),
        ("Amnesty International", "rights-group"),
        ("the African Union", "government"),
        ("Al-Shabaab", "armed-group"),
        ("state TASS agency", "agency"),
        ("", "unknown"),
    ],
)
def test_kind_by_head_noun(name: str, expected: str) -> None:
    assert kind(name) == expected


def test_titles_and_articles_are_no_part_of_a_name() -> None:
    assert core("the Brigadier Ansel Roth") == ("Ansel", "Roth")
    assert core("General Staff") == ("General", "Staff")
    assert core("The health ministry in rebel-held Wend") == ("health", "ministry")


def test_descriptions_may_be_of_another_in_the_next_report() -> None:
    assert indefinite("a senior officer") and indefinite("residents")
    assert not indefinite("the health ministry")


TEXT = (
    "The Norland General Staff said the bridge stood. Its spokesman, Colonel Ansel Roth, said so twice. Roth spoke in Norland. "
    "The Sorrel Front, a rebel group, denied it. Ada Quill of the Sorrel Front laughed. "
    "The mayor, Ines Rook, sent the town hall home."
)


def _cast(*names: str, text: str = TEXT) -> Cast:
    telling = Telling("r1", text)
    found = cast([telling.report], [Naming("r1", name, text.find(name)) for name in names])
    sides([telling.report], found.members, [])
    return found


def test_one_ministry_however_its_state_and_its_name_are_spelled() -> None:
    assert key_of_name("Norway's defence ministry") == key_of_name("the Norwegian Defense Ministry")
    assert key_of_name("the Swedish defence ministry") != key_of_name("Norway's defence ministry")


@pytest.mark.parametrize(
    "text",
    [
        "The war between Norland's army and the Hill Forces goes on.",
        "Fighting between the Hill Forces and the army killed nine.",
    ],
)
def test_a_war_between_the_army_and_a_force_makes_this_a_group(text: str) -> None:
    member = _cast("the Hill Forces", "Norland's army", text=text).of("r1", "the Hill Forces")
    assert member is not None and member.kind == "armed-group"


def test_its_director_is_of_the_body_that_opens_the_sentence_before() -> None:
    text = (
        "The Wend Observatory found that the shells came from hills where the Sorrel Front stands. "
        "“We cannot say more,” its director, Ada Quill, said."
    )
    found = _cast("The Wend Observatory", "the Sorrel Front", "Ada Quill", text=text)
    director = found.of("r1", "Ada Quill")
    assert director and director.root is found.of("r1", "The Wend Observatory")


def test_its_is_of_no_body_that_nobody_names() -> None:
    text = "The Dock Union said so. The harbour clinic treated ten people, its director, Ada Quill, said."
    director = _cast("The Dock Union", "Ada Quill", text=text).of("r1", "Ada Quill")
    assert director and director.voice_of is None


def test_a_paramilitary_force_is_no_army_of_the_state() -> None:
    text = "The paramilitary Swift Harbour Forces (SHF) denied it. Norland's army blamed the SHF."
    found = _cast("SHF", "Norland's army", text=text)
    force = found.of("r1", "SHF")
    assert force and force.kind == "armed-group" and force.side != "Norland"


def test_a_day_of_the_week_is_no_state() -> None:
    assert core("Wednesday’s police") == ("police",)


def test_an_acronym_of_another_language_joins_the_name_before_it() -> None:
    found = _cast("the Front for the Support of Sella and Wend (FSVW)", "FSVW")
    assert len(found.members) == 1


def test_short_forms_join_the_one_full_form() -> None:
    found = _cast("Ansel Roth", "Roth", "the Norland General Staff", "the General Staff")
    assert found.of("r1", "Roth") is found.of("r1", "Ansel Roth")
    assert found.of("r1", "the General Staff") is found.of("r1", "the Norland General Staff")


def test_a_short_form_of_two_joins_neither() -> None:
    found = _cast("the ministry", "the health ministry", "the defence ministry")
    assert len(found.members) == 3


def test_a_paper_of_a_like_name_in_another_report_is_another_paper() -> None:
    one, other = (
        Telling("r1", "The Times said so."),
        Telling("r2", "The Harbour Times could not say. The Times is late."),
    )
    apart = cast([one.report, other.report], [Naming("r1", "The Times"), Naming("r2", "The Harbour Times")])
    assert apart.of("r1", "The Times") is not apart.of("r2", "The Harbour Times")
    within = cast([other.report], [Naming("r2", "The Harbour Times"), Naming("r2", "The Times", 34)])
    assert within.of("r2", "The Times") is within.of("r2", "The Harbour Times")


def test_an_acronym_joins_its_name() -> None:
    found = _cast("Coastal Relief Fund", "CRF")
    assert len(found.members) == 1


def test_a_spokesman_speaks_for_the_body_that_its_stands_for() -> None:
    found = _cast("the Norland General Staff", "Ansel Roth")
    spokesman, staff = found.of("r1", "Ansel Roth"), found.of("r1", "the Norland General Staff")
    assert spokesman and staff and spokesman.root is staff
    assert spokesman.side == staff.side == "Norland"


def test_of_a_body_is_for_a_body() -> None:
    found = _cast("Ada Quill", "the Sorrel Front")
    member = found.of("r1", "Ada Quill")
    assert member and member.side == "Sorrel Front"


def test_a_mayor_speaks_for_the_town_hall() -> None:
    found = _cast("Ines Rook", "the town hall")
    mayor, hall = found.of("r1", "Ines Rook"), found.of("r1", "the town hall")
    assert mayor and hall and mayor.root is hall


def test_capitals_and_metonyms_are_the_state() -> None:
    found = _cast("Russia", "Moscow", "the Kremlin")
    assert len(found.members) == 1 and found.members[0].side == "Russia"


def test_witnesses_and_monitors_have_no_side() -> None:
    found = _cast("two residents", "the monitoring group Lantern Watch")
    assert {member.side for member in found.members} == {None}


def test_a_state_is_called_as_the_reports_call_it() -> None:
    text = "The Kremlin said no. Moscow said so twice. The Kremlin said it again."
    telling = Telling("r1", text)
    found = cast(
        [telling.report], [Naming("r1", "The Kremlin"), Naming("r1", "Moscow", 21), Naming("r1", "The Kremlin", 43)]
    )
    assert [(m.name, m.affiliation) for m in found.members] == [("The Kremlin", "Russia")]


def test_an_acronym_in_brackets_joins_its_name_whatever_its_letters() -> None:
    text = "Inter-Harbour Public Information (IHPI) said so. The IHPI said it twice."
    found = _cast("Inter-Harbour Public Information (IHPI)", "The IHPI", text=text)
    assert [m.name for m in found.members] == ["Inter-Harbour Public Information"]


def test_an_army_that_rises_against_a_state_is_an_armed_group() -> None:
    text = "The Free Moor Army (FMA) denied it. The Norland-backed Fen Brigades, a militia, had no word."
    found = _cast("The Free Moor Army", "the Norland-backed Fen Brigades", text=text)
    assert [(m.kind, m.side, m.affiliation) for m in found.members] == [
        ("armed-group", "Fen Brigades", "Norland"),
        ("armed-group", "Free Moor Army", None),
    ]


def test_a_title_a_description_and_a_firm_that_says_its() -> None:
    text = (
        "Brackle Tops said its tanks were tight. Ada Quill, the company's engineer, agreed. The cloth maker said no more. "
        "The Norlandish foreign minister, Jon Reave, laughed. Mayor Ida Reave, no relation, did not."
    )
    found = _cast("Brackle Tops", "Ada Quill", "The cloth maker", "Jon Reave", "Ida Reave", text=text)
    told = {m.name: (m.kind, m.affiliation) for m in found.members}
    assert told["Brackle Tops"] == ("company", None) and found.of("r1", "The cloth maker").name == "Brackle Tops"
    assert told["Ada Quill"] == ("person", "Brackle Tops")
    assert told["Jon Reave"][0] == told["Ida Reave"][0] == "official"
    assert "mayor" not in found.of("r1", "Jon Reave").roles


def test_the_only_country_of_a_report_is_that_of_its_institutions() -> None:
    text = (
        "The Norlandish army said so. Defence Minister Ada Quill agreed. The government in Ulm did not; Ulm denied it."
    )
    found = _cast("The Norlandish army", "Ada Quill", "Ulm", text=text)
    assert {m.name: m.side for m in found.members} == dict.fromkeys(
        ["The Norlandish army", "Ada Quill", "Ulm"], "Norlandish"
    )


def test_who_accuses_one_of_two_countries_is_of_the_other() -> None:
    text = "The health ministry blamed the army of Norland. Norland's army and Sorrelia's army were silent."
    telling = Telling("r1", text)
    names = ("The health ministry", "Norland's army", "Sorrelia's army")
    found = cast([telling.report], [Naming("r1", name, text.find(name)) for name in names])
    ministry = found.of("r1", "The health ministry")
    assert ministry
    sides([telling.report], found.members, [(ministry, "the army of Norland")])
    assert ministry.side == "Sorrelia"


def test_a_country_is_no_short_form_of_its_ministry_and_the_ministry_is() -> None:
    found = _cast("the defence ministry of Norland", "the defence ministry", "Norland")
    assert found.of("r1", "the defence ministry") is found.of("r1", "the defence ministry of Norland")
    assert found.of("r1", "Norland") is not found.of("r1", "the defence ministry")


def test_who_is_named_only_as_foreign_is_not_the_home_of_institutions() -> None:
    text = "The presidential guard denied it. Information Minister Bo Lind said so. The German embassy urged calm."
    found = _cast("The presidential guard", "Bo Lind", "The German embassy", text=text)
    assert {m.name: m.side for m in found.members} == {
        "The presidential guard": "the state",
        "Bo Lind": "the state",
        "The German embassy": "Germany",
    }


def test_what_only_states_have_makes_a_state() -> None:
    text = "Orvane's presidential election was calm, the presidency said. Information Minister Bo Lind agreed."
    found = _cast("the presidency", "Bo Lind", text=text)
    assert {m.side for m in found.members} == {"Orvane"}


def test_the_bare_noun_of_one_ministry_does_not_hold_another() -> None:
    text = (
        "The Norlandish interior ministry was silent. The ministry said so. The finance ministry, in Norland, did not."
    )
    found = _cast("The Norlandish interior ministry", "The ministry", "The finance ministry", text=text)
    finance = found.of("r1", "The finance ministry")
    assert finance and finance.belongs_to is None and finance.voice_of is None


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "the coastguard",
            "The town spoke. The coastguard was late. The service's commander, Captain Ewa Stern, owned up.",
        ),
        ("The Northern Legion", "The Northern Legion is on the bridge. The group's commander, Ewa Stern, laughed."),
        (
            "The Meteorological Office",
            "The Meteorological Office warned. The agency's head of forecasts, Ewa Stern, said.",
        ),
    ],
)
def test_a_noun_that_stands_for_the_body_named_last(body: str, text: str) -> None:
    found = _cast(body, "Ewa Stern", text=text)
    head, its = found.of("r1", "Ewa Stern"), found.of("r1", body)
    assert head and its and head.root is its


@pytest.mark.parametrize(
    "others",
    [
        ("France's Defense Ministry", "the French defence ministry", "France's Ministry of Defence"),
        ("the French army", "France’s army"),
        ("the Orle county health ministry", "the Orle County Ministry of Health"),
        ("the defence ministry of France", "the French defence ministry"),
    ],
)
def test_one_body_is_known_however_papers_put_its_name(others: tuple[str, ...]) -> None:
    found = _cast(*others, text="Nothing.")
    assert len(found.members) == 1


def test_an_acronym_in_brackets_is_its_name_whatever_its_letters() -> None:
    text = (
        "The Party for the Defence of Wells and Springs (PDSP) marched. PDSP sang. "
        "Doctors at Sea (MEM) and Médecins en Mer (MEM) are one."
    )
    found = _cast(
        "The Party for the Defence of Wells and Springs (PDSP)", "PDSP", "Doctors at Sea", "Médecins en Mer", text=text
    )
    assert found.of("r1", "PDSP") is found.of("r1", "The Party for the Defence of Wells and Springs (PDSP)")
    assert found.of("r1", "Médecins en Mer") is found.of("r1", "Doctors at Sea")


def test_a_description_of_some_is_no_name_for_others() -> None:
    found = _cast("Sorrel separatists", "the jihadists", text="Sorrel separatists wept. The jihadists laughed.")
    assert found.of("r1", "the jihadists") is not found.of("r1", "Sorrel separatists")


def test_whoever_claims_an_attack_is_an_armed_group() -> None:
    telling = Telling("r1", "The Group of the Lamp claimed it.")
    found = cast([telling.report], [Naming("r1", "The Group of the Lamp", 0)])
    sides([telling.report], found.members, [], [], found.members)
    assert found.members[0].kind == "armed-group"


def test_a_force_at_war_with_the_army_is_a_side_of_its_own() -> None:
    text = "The Hill Forces (HF), which have been at war with the army since May, denied it. The army of Norland wept."
    found = _cast("HF", "the army of Norland", text=text)
    assert found.of("r1", "HF").kind == "armed-group"  # type: ignore[union-attr]
    assert found.of("r1", "HF").side != found.of("r1", "the army of Norland").side  # type: ignore[union-attr]


def test_its_director_is_of_the_body_that_the_paragraph_is_about() -> None:
    text = "The Crater Lab has studied the pits. They point west, where the Sorrel Front sits. Its director, Ada Quill, smiled."
    found = _cast("The Crater Lab", "the Sorrel Front", "Ada Quill", text=text)
    member = found.of("r1", "Ada Quill")
    assert member is not None and member.affiliation != "the Sorrel Front"


def test_a_bare_ministry_is_no_body_that_every_ministry_belongs_to() -> None:
    found = _cast(
        "Norland's defence ministry", "the defence ministry of Sorrel", "Defence Ministry", text="None of it."
    )
    assert [m.belongs_to for m in found.members if "Norland" in m.name] == [None]


def test_a_people_and_its_country_are_one_camp_whatever_the_ending() -> None:
    text = "Estaran's army fired. Estarani soldiers fell. Ingoro's army fired, Ingoran soldiers fell."
    telling = Telling("r1", text)
    assert set(camps_of([telling.report], []).values()) == {"Estaran", "Ingoro"}


def test_neighbours_of_nearly_one_name_are_two_states() -> None:
    assert stem_of("Niger") != stem_of("Nigeria") == stem_of("Nigerian")


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("a ruling-party member of parliament’s defence committee", "government"),
        ("the ministry's press service", "government"),
        ("the ruling party", "government"),
        ("the union's strike committee", "movement"),
    ],
)
def test_what_a_body_of_a_state_has_is_the_states(phrase: str, kind: str) -> None:
    assert described_kind(phrase) == kind


def test_an_office_before_a_name_is_no_part_of_it() -> None:
    assert core("Interior Minister Ada Quill") == ("Ada", "Quill")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the U.N. nuclear watchdog", "the IAEA"),
        ("the UN refugee agency", "UNHCR"),
        ("the Ministry of the Interior", "the interior ministry"),
    ],
)
def test_a_body_by_its_names(one: str, other: str) -> None:
    assert key_of_name(one) == key_of_name(other)


def test_a_minister_of_a_state_is_the_one_who_is_named_with_that_office() -> None:
    text = (
        "Norland's interior minister spoke. The interior minister, Ada Quill, said so. Sorrel's army fired. "
        "Sorrel's foreign minister, Ines Rook, denied it."
    )
    found = _cast("Norland's interior minister", "Ada Quill", "Ines Rook", "Sorrel's foreign minister", text=text)
    assert found.by_naming["r1", "Norland's interior minister"].name == "Ada Quill"
    assert found.by_naming["r1", "Sorrel's foreign minister"].name == "Ines Rook"
    assert found.by_naming["r1", "Ada Quill"].side == "Norland"


def test_one_army_of_a_country_that_no_list_knows() -> None:
    text = "Norlandia's army fired. The Norlandian army denied it."
    assert len(_cast("Norlandia's army", "The Norlandian army", text=text).members) == 1


def test_a_firm_is_known_by_what_is_told_beside_its_single_name() -> None:
    text = "A statement came from Norpipe, which runs the line. The company called it an accident, Norpipe said."
    found = _cast("Norpipe", "The company", text=text)
    assert [m.kind for m in found.members] == ["company"]


def test_a_state_that_somebody_blames_is_not_where_the_report_is_set() -> None:
    text = "The party pointed the finger at Norland. The emergencies ministry counted nine dead."
    other = "Norland's army denied it. Sorrel's army kept silent."
    one, two = Telling("r1", text), Telling("r2", other)
    found = cast([one.report, two.report], [Naming("r1", "The emergencies ministry"), Naming("r2", "Norland's army")])
    sides([one.report, two.report], found.members, [])
    assert found.by_naming["r1", "The emergencies ministry"].side is None


def test_whoever_is_accused_of_arming_rebels_does_not_belong_to_rebels() -> None:
    text = "Kestria accuses Moravia of arming rebels. Moravia denies it. Rebels of the north said nothing."
    everyone = _cast("Kestria", "Moravia", "Rebels of the north", text=text)
    assert all(member.voice_of is None and member.belongs_to is None for member in everyone.members)


def test_who_is_called_by_a_name_of_war_belongs_to_the_body_before_it() -> None:
    told = list(descriptions("An FLA commander who calls himself ", " said that tanks had fired."))
    assert [(each.role, each.body) for each in told] == [("commander", "An FLA")]


def test_a_coalition_that_calls_itself_something_is_a_body_with_voices() -> None:
    text = (
        "The organisers, a coalition that calls itself Enough Tolls, claim that 9,000 came. “They counted hats,” says Ilo "
        "Marn, one of the three voices of Enough Tolls."
    )
    telling = Telling("r1", text).says("Enough Tolls", "that 9,000 came").says("Ilo Marn", "They counted hats")
    actors = {actor.name: actor for actor in reconcile([telling.report], [telling.annotations]).actors}
    assert actors["Enough Tolls"].kind != "person" and actors["Ilo Marn"].affiliation == "Enough Tolls"


def test_an_office_by_which_somebody_is_credited_is_his() -> None:
    text = "Nine died, Norland's interior minister said. Ada Quill said that two were missing. Norland wept."
    telling = Telling("r1", text)
    found = cast(
        [telling.report], [Naming("r1", "Ada Quill", 10, "Norland's interior minister"), Naming("r1", "Norland")]
    )
    member = found.of("r1", "Ada Quill")
    assert member is not None and "minister" in member.roles and member.kind == "official"


def test_what_is_known_for_an_armed_group_is_no_state_whatever_stands_behind_its_name() -> None:
    text = "Israeli planes hit a Hezbollah command centre. Hezbollah fighters fled. Israel's army confirmed it."
    found = _cast("Hezbollah", "Israel's army", text=text)
    member = found.of("r1", "Hezbollah")
    assert member is not None and member.kind == "armed-group" and member.side == "Hezbollah"


def test_the_director_of_a_hospital_speaks_for_it() -> None:
    text = "The director of Lode hospital said that nine had died. Lode hospital confirmed it."
    member = _cast("the director of Lode hospital", "Lode hospital", text=text).of(
        "r1", "the director of Lode hospital"
    )
    assert member is not None and member.root.name == "Lode hospital"


def test_an_army_is_one_under_its_names_of_two_reports() -> None:
    telling = Telling("r1", "The IDF said so. The Israeli military denied it. Israel's foreign ministry spoke.")
    namings = [
        Naming("r1", "The IDF", 0),
        Naming("r1", "The Israeli military", 20),
        Naming("r1", "Israel's foreign ministry"),
    ]
    found = cast([telling.report], namings)
    assert found.of("r1", "The IDF") is found.of("r1", "The Israeli military")
