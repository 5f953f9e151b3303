"""The whole reading of attributions, on small texts of our own."""

from __future__ import annotations

import pytest

from sayso.language.attribution import find_attributions
from sayso.language.parsing import parse
from sayso.model import Attribution, Report
from sayso.model.report import Stretch


def find(text: str, **fields: object) -> list[Attribution]:
    report = Report(id="r", text=text, **fields)  # type: ignore[arg-type]
    return list(find_attributions(report, parse(text)))


def one(text: str, words: str) -> Attribution:
    """The attribution whose content has some words."""
    found = [a for a in find(text) if any(words in c.quote for c in a.content)]
    assert found, f"nobody is credited with {words!r}"
    return found[0]


TEXT = """Dam at Orlen gives way

The wall of the Orlen dam gave way before dawn on Friday, the water board said. Nine people were missing.

"We opened the gates at midnight," the board's chairman, Iven Sarrow, told reporters. "It was too late."

The power company Halden Hydro denied any delay. A spokeswoman declined to comment on the state of the gates.

According to the rescue service, 40 houses were under water. The Orlen Post could not verify that number.
"""


@pytest.mark.parametrize(
    ("words", "origin", "stance", "quotation"),
    [
        ("gave way before dawn", "the water board", "asserts", "indirect"),
        ("We opened the gates", "Iven Sarrow", "asserts", "direct"),
        ("any delay", "Halden Hydro", "denies", "indirect"),
        ("40 houses", "the rescue service", "asserts", "indirect"),
        ("that number", "The Orlen Post", "could-not-verify", "indirect"),
    ],
)
def test_who_said_what_and_how(words: str, origin: str, stance: str, quotation: str) -> None:
    found = one(TEXT, words)
    assert found.origin is not None
    assert origin.lower() in found.origin.lower()
    assert (found.stance, found.quotation) == (stance, quotation)


def test_a_split_quotation_is_one_attribution_with_two_parts() -> None:
    assert [c.quote for c in one(TEXT, "We opened").content] == ["We opened the gates at midnight", "It was too late."]


def test_the_outlets_own_voice_is_not_credited_to_anybody() -> None:
    assert not any("Nine people were missing" in c.quote for a in find(TEXT) for c in a.content)


def test_a_headline_may_name_its_source_behind_a_colon() -> None:
    text = "Nine missing after dam gives way: police\n\nRain fell."
    [found] = find(text, parts=(Stretch(start=0, end=40, kind="headline"),))
    assert (found.origin, found.content[0].quote) == ("police", "Nine missing after dam gives way")


def test_every_anchor_fits_its_text() -> None:
    for attribution in find(TEXT):
        for anchor in (*attribution.cue, *attribution.content):
            anchor.check(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "Yes",
        "“““““”",
        "THE MINISTRY SAID ON FRIDAY THAT NINE PEOPLE WERE MISSING AFTER THE DAM BROKE.",
        "Министерство заявило, что плотина прорвана. «Погибли девять человек», — сказал глава района.",
        "水务局表示，大坝决堤，九人失踪。",
        "He said " + "“he said " * 300 + "no" + "”" * 300,
        "said said said said said said said",
        "She said: \"" + "word " * 3000,
    ],
)  # fmt: skip
def test_odd_texts_neither_crash_nor_run_away(text: str) -> None:
    for attribution in find(text):
        for anchor in (*attribution.cue, *attribution.content):
            anchor.check(text)


@pytest.mark.parametrize(
    ("text", "words", "origin"),
    [
        (
            "An internal memo, reports the weekly Beacon, insisted that the gate had been shut.",
            "gate had been shut",
            "An internal memo",
        ),
        (
            "A miller accused of cheating two farmers told the court that his scales were sound.",
            "scales were sound",
            "A miller accused of cheating two farmers",
        ),
        ("The mill, according to four drivers, ran all night.", "ran all night", "four drivers"),
    ],
)
def test_who_speaks_is_not_who_stands_near(text: str, words: str, origin: str) -> None:
    found = one(text, words)
    assert found.source is not None
    assert found.source.name == origin


def test_a_quotation_with_a_cue_of_its_own_is_a_statement_of_its_own() -> None:
    text = 'The owner, Pia Lorm, insisted the gates were open. "Nobody was locked in," she told a reporter.'
    assert [c.quote for c in one(text, "gates were open").content] == ["the gates were open"]
    assert one(text, "Nobody was locked in").quotation == "direct"


def test_a_headline_may_name_its_speaker_last() -> None:
    text = "Rebels Are Shelling Our Towns, Complains Vardia\n\nA screenshot was shown on Monday."
    headline = Stretch(start=0, end=text.index("\n"), kind="headline")
    said = [a for a in find(text, parts=(headline,)) if a.source and a.source.name == "Vardia"]
    assert [[part.quote for part in a.content] for a in said] == [["Rebels Are Shelling Our Towns"]]


def test_a_relay_put_in_between_is_not_the_source() -> None:
    text = "An official communication, reports The Sentinel, insisted that no fighters remained on our soil."
    assert [link.name for link in one(text, "no fighters").chain] == ["An official communication", "The Sentinel"]


def test_a_second_verb_has_its_own_sentence_s_subject() -> None:
    text = (
        "The survivors' committee keeps a list of 90 names and concludes that 31 are missing. "
        '"We are not guessing," said its secretary, Mara Toll.'
    )
    said = one(text, "31 are missing")
    assert said.source is not None and said.source.name == "The survivors' committee"


def test_who_tells_it_is_no_apposition_of_the_last_town() -> None:
    text = (
        "Some 2,300 people were moved to schools in Port Imre, the provincial governor, Liane Dostrow, told reporters."
    )
    said = one(text, "2,300 people")
    assert said.source is not None and said.source.name == "Liane Dostrow"
    assert [part.quote for part in said.content] == ["Some 2,300 people were moved to schools in Port Imre"]


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("Father Emil, who buried them, refused to speak about what he had seen.", "what he had seen", "no-comment"),
        ("Neither the ministry nor the company would comment on the figures.", "the figures", "no-comment"),
        ("They found nothing, the searchers said.", "They found nothing", "asserts"),
    ],
)
def test_silence_and_failed_search_are_no_denials(text: str, words: str, stance: str) -> None:
    assert one(text, words).stance == stance


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("The energy secretary, Colm Haverty, came late. He said that the bridge was sound.", "bridge", "Colm Haverty"),
        ("The port said nine had died. The harbour commission then changed its list. Twelve had died, it said.",
         "Twelve", "The harbour commission"),
        ("The Herald said nine had died, citing two guards.", "nine had died", "two guards"),
        ("The navy denied the charge. Not one gun was in range, according to its communiqué.", "Not one", "The navy"),
        ("According to the ministry's spokesman, Captain Ridd, and two medics, 40 people had crossed.", "40", "Ridd"),
        ("Joram Pell-Asker spoke at the gate. On Tuesday Mr Pell-Asker had said that the dam was safe.", "dam",
         "Joram Pell-Asker"),
    ],
)  # fmt: skip
def test_who_was_just_spoken_of(text: str, words: str, source: str) -> None:
    found = one(text, words)
    assert found.source is not None and found.source.name == source


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("The navy dismissed this as “fiction”. No ship had left Orlen that day, it said.", "No ship", "denies"),
        ("The navy dismissed this as “fiction”. No ship would leave Orlen again, it said.", "No ship", "asserts"),
        ("The navy praised them. No ship had left Orlen that day, the harbour office said.", "No ship", "asserts"),
    ],
)
def test_who_has_just_denied_something_and_goes_on_to_negate_denies_on(text: str, words: str, stance: str) -> None:
    assert one(text, words).stance == stance


@pytest.mark.parametrize(
    ("text", "words", "origin"),
    [
        ("The board estimates that 40 fled; the miners’ union has spoken of 90.", "90", "the miners’ union"),
        ("Nine drowned in Orlen. Guides put the crowd at 500.", "500", "Guides"),
        (
            "The health board, which counted at least nine dead on Friday, did not reply.",
            "nine dead",
            "The health board",
        ),
        ("The miller said that nine sacks had been sold and blamed a guard for the fire.", "a guard", "The miller"),
    ],
)
def test_each_count_and_each_verb_has_its_own_statement(text: str, words: str, origin: str) -> None:
    found = one(text, words)
    assert found.origin == origin and ";" not in found.content[0].quote and " and " not in found.content[0].quote


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("The court dismissed as “a stunt” the union’s claim that nine had fallen.", "claim that nine", "denies"),
        ("The mayor blamed the Sorrel Guards, which have held Orlen since 2020.", "Sorrel Guards", "blames"),
        ("The board denied responsibility at the time.", "responsibility", "denies"),
    ],
)
def test_a_denial_and_a_charge_end_with_what_they_are_about(text: str, words: str, stance: str) -> None:
    said = [a for a in find(text) if a.stance == stance and any(words in c.quote for c in a.content)]
    assert said and not said[0].content[-1].quote.endswith(("2020", "time"))


@pytest.mark.parametrize(
    "text",
    [
        "Norland does not allow reporters to enter Orlen.",
        "Asked whether he would resign, the minister laughed.",
        "Norland: Flash update on the floods in the Orlen valley\n\nNine bridges fell.",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert find(text) == []


def test_a_headline_may_name_its_speaker_behind_a_dash() -> None:
    assert one("Four killed in blast at mill — police\n\nThe mill burnt down.", "Four killed").origin == "police"


@pytest.mark.parametrize(
    ("text", "words", "origin"),
    [
        ("He described the army’s claim to have killed nine men as “a tale”.", "to have killed nine men", "the army"),
        ("The consul rejected the pickets' claim to have held 40 guards.", "to have held 40 guards", "the pickets"),
        ("The league has spoken of 10,000 marchers.", "10,000 marchers", "The league"),
        (
            "The mayor rejected reports in the foreign press that a dam had burst.",
            "a dam had burst",
            "the foreign press",
        ),
        ("The Lamp Front, a group which has claimed the ambush, says nine fell.", "the ambush", "The Lamp Front"),
        ("The relief desk is not in a position to verify who fired.", "who fired", "The relief desk"),
        ("Nonsense, say those who were there.", "Nonsense", "those"),
    ],
)
def test_statements_without_a_verb_of_saying_of_their_own(text: str, words: str, origin: str) -> None:
    assert origin in {a.origin for a in find(text) if any(words in c.quote for c in a.content)}


@pytest.mark.parametrize(
    ("text", "words", "origin"),
    [
        ("There was no siren, said Ada Quill.\n\n“Nobody called,” the 34-year-old said.", "Nobody called", "Ada Quill"),
        ("Raid on Orlen\n\nNine men fled.\n\nA cousin of Ivo Tarn denied that he had fled.\n\n“He slept,” Ada Tarn said by phone.", "he had fled", "Ada Tarn"),
        ("The union met.\n\nThe navy has corrected itself: nine fell, it now says, not five.", "nine fell", "The navy"),
        ("The General Staff said nine fell.\n\n“The bridge stands,” reads Communiqué No. 12.", "bridge", "The General Staff"),
        ("Norland’s transport minister said nine fell. Transport Minister Ada Quill wept.", "nine fell", "Ada Quill"),
        ("The army said nine fell. The River League will meet, its secretariat said.", "will meet", "The River League’s secretariat"),
    ],
)  # fmt: skip
def test_whoever_is_described_is_called_by_name(text: str, words: str, origin: str) -> None:
    assert one(text, words).origin == origin


def test_who_has_apologised_and_says_that_it_was_so_admits_it() -> None:
    text = "The chief apologised for an error. “Our officers did follow the car for a kilometre,” she said."
    assert [a.stance for a in find(text) if "follow" in a.content[0].quote] == ["admits"]


def test_a_content_begins_behind_the_dateline() -> None:
    text = "VARD, Nov 21 (Wire) - A missile hit a block in the city of Tarn overnight, killing nine people, a minister said."
    parts = (Stretch(start=0, end=text.index(" A missile"), kind="dateline"),)
    (found,) = find_attributions(Report(id="r", text=text, parts=parts), parse(text))
    assert found.content[0].quote.startswith("A missile")


def test_an_office_of_the_lead_is_who_the_next_paragraph_begins_with() -> None:
    text = "Nine people died in Tarn, Norland's interior minister said on Friday.\n\nIhor Lysenko said that two were missing."
    names = {a.source.name for a in find_attributions(Report(id="r", text=text), parse(text)) if a.source}
    assert names == {"Ihor Lysenko"}


def test_a_topic_before_the_colon_of_a_headline_denies_nothing() -> None:
    text = "Norland: FUA frees five soldiers, denies killing mayor\n\nThe group said so on Monday."
    parts = (Stretch(start=0, end=text.index("\n"), kind="headline"),)
    found = find_attributions(Report(id="r", text=text, parts=parts), parse(text))
    assert all(a.source is None or a.source.name != "Norland" for a in found)
