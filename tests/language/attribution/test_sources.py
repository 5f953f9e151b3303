from __future__ import annotations

import re

import pytest

from sayso.language.attribution import find_attributions
from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.chains import relays
from sayso.language.attribution.mentions import Mentions
from sayso.language.attribution.own import is_outlet
from sayso.language.attribution.sources import Resolver
from sayso.language.parsing import parse
from sayso.model import Report

MARKED = re.compile(r"\[([SQC])([^\]]*)\]")


def candidates(marked: str) -> tuple[str, list[Candidate]]:
    """Text and candidates from "[S …] [Q …] [C …]": each cue takes the nearest source and content of its own line."""
    text, at = "", 0
    spans: dict[str, list[tuple[int, int]]] = {"S": [], "Q": [], "C": []}
    for m in MARKED.finditer(marked):
        text += marked[at : m.start()]
        words = m.group(2).strip()
        spans[m.group(1)].append((len(text), len(text) + len(words)))
        text, at = text + words, m.end()
    text += marked[at:]

    def nearest(of: str, cue: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        same = [s for s in spans[of] if "|" not in text[min(s[1], cue[1]) : max(s[0], cue[0])]]
        return tuple(sorted(same, key=lambda s: min(abs(s[1] - cue[0]), abs(cue[1] - s[0])))[:1])

    found = [Candidate(nearest("S", q), (q,), nearest("C", q), 1.0, "model") for q in spans["Q"]]
    return text.replace("|", " "), found


def names(marked: str) -> list[str | None]:
    text, found = candidates(marked)
    doc = parse(text)
    resolver = Resolver(doc, Mentions(doc), found)
    return [named.name if named else None for named in map(resolver.resolve, found)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[S Harbour master Olga Brandt] [Q said] [C the crane fell]. |[S She] [Q added] [C two men were hurt].",
         ["Olga Brandt", "Olga Brandt"]),
        ("[S The transport ministry] [Q said] [C the line was shut]. |[S It] [Q blamed] [C ice].",
         ["The transport ministry", "The transport ministry"]),
        ("[S The Vardian transport ministry] [Q said] [C the line was shut]. |[S The ministry] [Q blamed] [C ice].",
         ["The Vardian transport ministry", "The Vardian transport ministry"]),
        ("[S Olga Brandt, a crane driver,] [Q said] [C the crane fell]. |[C It was rusty], [S Brandt] [Q said].",
         ["Olga Brandt", "Olga Brandt"]),
        ("[S A western diplomat] [Q said] [C talks had failed]. |[C Nobody was ready], [S the diplomat] [Q said].",
         ["A western diplomat", "A western diplomat"]),
        ("[S The owner, Corran Shipping,] [Q said] [C the hull was sound].", ["Corran Shipping"]),
        ("[S A docker who gave his name as Iven] [Q said] [C the hull was rotten].", ["Iven"]),
        ("[S Corran Shipping] [Q said] [C the hull was sound]. |[S Its spokeswoman] [Q declined to discuss] [C the crew].",
         ["Corran Shipping", "Corran Shipping’s spokeswoman"]),
        ("[S A Sarrow campaign official] [Q said] [C the vote was stolen].", ["A Sarrow campaign official"]),
        ("[S Monitor] [Q counts] [C nine dead]. |[C Nine men died], [S the monitoring group Corran Watch] [Q said].",
         ["Corran Watch", "Corran Watch"]),
        ("[C Two men] [Q are believed] to have drowned.", [None]),
        ("[C A raid killed two men], [Q according to] [S the Hamzat-run health ministry], while a Hamzat post was hit.",
         ["the Hamzat-run health ministry"]),
        ("[S The tug's manager, Vard-based Corran Maritime,] [Q denied] [C any link]. |[S It] [Q said] [C two were missing].",
         ["Corran Maritime", "Corran Maritime"]),
        ("[S The port] [Q said] [C all was well]. |[S Minera Corrani, a unit of Vard Steel,] [Q said] [C it regretted it]. "
         "|[S It] [Q denied] [C the rest].", ["The port", "Minera Corrani", "Minera Corrani"]),
        ("Interior minister Esteban Roa has just spoken. [C Nine had fled], [S he] [Q said].", ["Esteban Roa"]),
    ],
)  # fmt: skip
def test_short_forms_are_traced_to_the_name(marked: str, expected: list[str | None]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("marked", "own", "expected"),
    [
        ("[S The harbour master] [Q told] Radio Vard that [C the crane fell].", None, ["Radio Vard"]),
        ("[S The harbour master] [Q told] reporters that [C the crane fell].", None, []),
        ("[S The harbour master] [Q told] the Courier that [C the crane fell].", "Vard Courier", []),
        ("[C The crane fell], [S the port] [Q was quoted as saying] by state radio.", None, ["state radio"]),
        ("The Vard Gazette reported, [Q citing] [S two dockers], that [C the crane fell].", None, ["The Vard Gazette"]),
        ("[C The crane fell], [S the port] [Q said], Radio Vard reported.", None, ["Radio Vard"]),
        ("[S The port] [Q said] [C the crane fell].", None, []),
    ],
)
def test_relays_are_those_that_the_sentence_names(marked: str, own: str | None, expected: list[str]) -> None:
    text, found = candidates(marked)
    assert relays(parse(text), found[0], own) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Hollin Coal said so. The contractor, Tarrow Lifts, was silent. [S The company] [Q denies] [C a leak].", "Hollin Coal"),
        ("He accused Tarrow Mining of silence. [S The company] [Q called] [C that unfair].", "Tarrow Mining"),
        ("The Harsk Front denied it. Telgard, meanwhile, has had to correct itself. [S The company] [Q conceded] [C a leak].",
         "Telgard"),
        ("Norland's army denied it. The dam is run by Oltec. [S The operator] [Q said] [C the gates were shut].", "Oltec"),
        ("Hexa Coal said its auditor, Tarn Lowe, had signed. Hexa paid him. Hexa Coal sold it. Tarn Lowe denied it. [S The company] "
         "[Q said] [C nothing].", "Hexa Coal"),
        ("Norland was to blame, said the Norlandian army. [S The company] [Q said] [C the gates were shut].", "The company"),
        ("Norda's claim that its tanks hold was tested by a clerk. [S The company] [Q refused] [C to answer].", "Norda"),
    ],
)  # fmt: skip
def test_the_company_is_the_firm_named_last(marked: str, expected: str) -> None:
    assert names(marked) == [expected]


def test_an_article_that_is_joined_to_a_name_is_part_of_it() -> None:
    assert names("The front denied it. [C Two came], [Q said] [S its spokesman, al-Fateh Qurashi].") == [
        "al-Fateh Qurashi"
    ]
    assert names("[S Al-Fateh Qurashi, a spokesman], [Q said] [C two came].") == ["Al-Fateh Qurashi"]


def test_his_lawyer_is_of_the_man_who_was_detained() -> None:
    marked = "[S A general] [Q conceded] [C a leak]. |The police detained a man at the bridge. [S His lawyer] [Q said] [C he had fished]."
    assert names(marked) == ["A general", "a man’s lawyer"]


def test_a_body_with_a_name_in_the_plural_is_it() -> None:
    marked = "The front denied it. [S Doctors Without Roofs], which runs a clinic, [Q said] [C nine died]. |[S It] [Q declined] [C to say more]."
    assert names(marked) == ["Doctors Without Roofs", "Doctors Without Roofs"]


@pytest.mark.parametrize("who", ["A dispatcher who was on duty", "A signaller", "A metallurgist"])
def test_whoever_does_a_work_is_a_person(who: str) -> None:
    marked = f"[S {who}] [Q said] [C the caller had warned them]. |[C Nobody stopped it], [S he] [Q said]."
    first, second = names(marked)
    assert first == second


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The navy and the coastguard gave different accounts. [S The former] [Q said] [C it fell], |[S the latter]"
         " [Q said] [C it was cut].", ["The navy", "the coastguard"]),
        ("Police chief Anna Bell and mayor Otto Finn met the widows. [S Both] [Q said] [C the crane fell].",
         ["Anna Bell and Otto Finn"]),
        ("[S Sonja Reik] [Q said] [C the crane fell]. |[C It was rusty], [S she] [Q said]. |[S Toma Leck] [Q spoke] of [C rust]. |"
         "[S He] [Q said] [C the chain broke]. |[C Nobody came], [S she] [Q said].",
         ["Sonja Reik", "Sonja Reik", "Toma Leck", "Toma Leck", "Sonja Reik"]),
        ("[S Its manager, Hugo Brandt,] [Q said] [C the crane was sound]. |His deputy disagreed: [C it was rusty], "
         "[S she] [Q said].", ["Hugo Brandt", "Hugo Brandt’s deputy"]),
    ],
)  # fmt: skip
def test_two_are_told_apart(marked: str, expected: list[str | None]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("said", "outlet", "expected"),
    [
        ("The Ledger", "The Corran Ledger", True),
        ("Corran Ledger", "The Corran Ledger", True),
        ("this newspaper", "The Corran Ledger", True),
        ("FT", "Financial Times", True),
        ("BBC", "BBC News", True),
        ("Corran", "The Corran Ledger", False),
        ("Vard", "Vard Press Bureau", False),
        ("the ledger", "The Corran Ledger", False),
        ("The Times", "The Corran Ledger", False),
    ],
)
def test_an_outlet_is_known_by_its_short_name_and_not_by_its_town(said: str, outlet: str, expected: bool) -> None:
    assert is_outlet(list(parse(said)), outlet) is expected


def test_who_says_we_outside_quotation_marks_is_the_outlet() -> None:
    text, found = candidates("[S We] [Q could not verify] [C the film]. “We are done,” said a docker.")
    doc = parse(text)
    named = Resolver(doc, Mentions(doc), found, "Vard Gazette").resolve(found[0])
    assert named is not None and named.name == "Vard Gazette"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Ada Corr of the union came. [C Nobody slept], [Q said] [S Corr, who was there].", "Ada Corr"),
        (
            "Sami al-Tarek [Q said] [C he slept].\n\nAl-Tarek wept. [C Nobody slept], [Q said] [S al-Tarek].",
            "Sami al-Tarek",
        ),
    ],
)
def test_a_surname_is_traced_to_the_whole_name(marked: str, expected: str) -> None:
    assert names(marked)[-1] == expected


def test_a_boss_is_not_his_firm() -> None:
    assert names("[S Tarn Mills’s boss, Ada Quill], [Q said] [C nobody slept].") == ["Ada Quill"]
    assert names("[S Deputy Inspector General (Traffic) Ada Quill] [Q said] [C nobody slept].") == ["Ada Quill"]


def test_a_bracket_that_a_source_opens_is_closed() -> None:
    assert names("[S The Dockers’ Union (DKU]) [Q said] [C nobody slept].") == ["The Dockers’ Union (DKU)"]


def test_a_single_name_that_is_nobodys_surname_can_be_it() -> None:
    text = (
        "The army said the school was used by fighters. Hamzat called the attack a massacre. It said nobody was there."
    )
    found = find_attributions(Report(id="r", text=text), parse(text))
    assert [a.source.name for a in found if a.source] == ["The army", "Hamzat", "Hamzat"]


def test_a_finding_is_whose_it_is_and_a_relative_speaks_in_its_own_clause() -> None:
    text = (
        "Three chemists concluded that the tank had leaked. The finding contradicts the account of the owners, who have "
        "insisted that it was sound."
    )
    found = find_attributions(Report(id="r", text=text), parse(text))
    assert [(a.source.name, a.stance) for a in found if a.source] == [
        ("Three chemists", "asserts"),
        ("Three chemists", "denies"),
        ("the owners", "asserts"),
    ]


def test_he_behind_a_colon_is_who_opens_the_sentence() -> None:
    text = (
        "Tomas Weil resigned on Friday, he said. A neighbour had another story: nobody, she said, had slept that night."
    )
    found = find_attributions(Report(id="r", text=text), parse(text))
    assert [a.source.name for a in found if a.source and "slept" in a.content[-1].quote] == ["A neighbour"]


def test_a_headline_in_capitals_makes_no_name_of_its_words() -> None:
    text = "Report That John Miller Is Dying Is False\n\n“I made nothing up,” Miller said."
    found = find_attributions(Report(id="r", text=text), parse(text))
    assert [a.source.name for a in found if a.source and "nothing" in a.content[0].quote] == ["John Miller"]
